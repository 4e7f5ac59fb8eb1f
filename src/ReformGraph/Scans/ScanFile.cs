using System.Text.Encodings.Web;
using System.Text.Json;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Execution;

namespace ReformGraph.Scans;

/// <summary>The queries that scanned a table, as recorded by a server.</summary>
/// <param name="Until">When it was written.</param>
/// <param name="Queries">The queries, the heaviest first.</param>
internal sealed record ScanNotes(DateTime Until, IReadOnlyList<ScannedQuery> Queries);

/// <summary>The file next to the database in which a server leaves its records.</summary>
internal static class ScanFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string PathOf(string database) => database + ".scans.json";

    /// <summary>The records; null if there are none.</summary>
    /// <exception cref="StartupException">The file cannot be read.</exception>
    public static ScanNotes? Read(string path)
    {
        try
        {
            return !File.Exists(path) ? null
                : JsonSerializer.Deserialize<ScanNotes>(File.ReadAllBytes(path), Form) is { } notes
                && !notes.Queries.Contains(null!) ? notes
                : throw new JsonException();
        }
        catch (JsonException cause)
        {
            throw new StartupException($"The file {path} was not written by a server: delete it.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The file {path} cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>Replaces the records: concurrent readers see either the old or the new ones.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not be written.</exception>
    public static void Write(string path, ScanNotes notes)
    {
        var beside = path + ".new";
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(notes, Form));
        File.Move(beside, path, overwrite: true);
    }
}
