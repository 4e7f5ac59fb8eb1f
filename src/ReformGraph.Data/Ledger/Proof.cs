using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReformGraph.Data.Errors;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// A statement about the log that anyone with a checkpoint can check without the database. It is written as a JSON document that omits what
/// follows from the rest: a kind of proof ignores everything that it overrides.
/// </summary>
/// <param name="Origin">The log.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "proof")]
[JsonDerivedType(typeof(InclusionProof), "inclusion")]
[JsonDerivedType(typeof(ConsistencyProof), "consistency")]
internal abstract record Proof(string Origin)
{
    private const int LongestFile = 16_777_216;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Whether its own hashes prove its statements.</summary>
    public abstract bool Holds { get; }

    /// <summary>What it proves, in sentences.</summary>
    public abstract IEnumerable<string> Statements { get; }

    /// <summary>The states of the log that it concerns: it proves something only to someone who knows these roots.</summary>
    public abstract IEnumerable<(long Size, Digest Root)> Ends { get; }

    /// <summary>Reads a document.</summary>
    /// <exception cref="StartupException">The file cannot be read, or is not a proof.</exception>
    public static Proof Read(string path)
    {
        try
        {
            return new FileInfo(path).Length <= LongestFile && JsonSerializer.Deserialize<Proof>(File.ReadAllBytes(path), Form) is { } proof
                ? proof
                : throw new JsonException();
        }
        catch (Exception cause) when (cause is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new StartupException($"The file {path} is not a proof.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The proof {path} cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>The document.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Form).ReplaceLineEndings("\n");
}
