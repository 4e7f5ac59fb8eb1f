using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReformGraph.Data.Errors;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// The state of the log at a time: an auditor who keeps it can prove later that nothing before it was rewritten. As text, it is a
/// checkpoint as defined by c2sp.org/tlog-checkpoint; signed, it is a note as defined by c2sp.org/signed-note.
/// </summary>
/// <param name="Origin">The log.</param>
/// <param name="Size">The number of changes in the log.</param>
/// <param name="Root">The root of the tree over them.</param>
/// <param name="Time">When it was created, to the second.</param>
internal sealed record Checkpoint(string Origin, long Size, Digest Root, DateTime Time)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string TimePrefix = "time ";
    private const string SignaturePrefix = "\u2014 ";
    private const int KeyIdLength = 4;
    private const int LongestFile = 65_536;

    /// <summary>The text that is signed.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture,
        $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.ToArray())}\n{TimePrefix}{Time.ToString(TimeFormat, CultureInfo.InvariantCulture)}\n");

    /// <summary>The log of a database.</summary>
    public static string OriginOf(Guid database) => $"reformgraph/{database:D}";

    /// <summary>The checkpoint with a signature.</summary>
    public string Sign(ECDsa key)
    {
        var signature = key.SignData(Encoding.UTF8.GetBytes(Text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return $"{Text}\n{SignaturePrefix}{Origin} {Convert.ToBase64String([.. KeyId(key), .. signature])}\n";
    }

    /// <summary>Reads a checkpoint, with its signatures or without.</summary>
    /// <returns>The checkpoint, or null if the text is not one.</returns>
    public static Checkpoint? Parse(string note)
    {
        var text = TextOf(note);
        var lines = text.Split('\n');
        return lines is [{ Length: > 0 } origin, var size, var root, var time, ""]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var leaves)
            && time.StartsWith(TimePrefix, StringComparison.Ordinal)
            && DateTime.TryParseExact(time[TimePrefix.Length..], TimeFormat, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var made)
            && FromBase64(root) is { Length: Digest.Length } hash
            && new Checkpoint(origin, leaves, Digest.From(hash), made) is var checkpoint
            && checkpoint.Text == text // only the canonical notation
            ? checkpoint
            : null;
    }

    /// <summary>Reads the checkpoint in a file.</summary>
    /// <exception cref="StartupException">The file cannot be read, or is not a checkpoint.</exception>
    public static Checkpoint Read(string path) => Read(path, out _);

    /// <summary>Reads the checkpoint in a file, which must be signed with a key.</summary>
    /// <exception cref="StartupException">The file cannot be read, is not a checkpoint, or is not signed with the key.</exception>
    public static Checkpoint Read(string path, ECDsa key)
    {
        var checkpoint = Read(path, out var note);
        return IsSigned(note, key) ? checkpoint : throw new StartupException($"The checkpoint {path} is not signed with this key.");
    }

    /// <summary>Whether a note has a signature of its text made with a key.</summary>
    public static bool IsSigned(string note, ECDsa key)
    {
        var text = TextOf(note);
        var id = KeyId(key);
        return note[text.Length..].Split('\n').Any(line => line.StartsWith(SignaturePrefix, StringComparison.Ordinal)
            && line[SignaturePrefix.Length..].Split(' ') is [_, var encoded]
            && FromBase64(encoded) is { Length: > KeyIdLength } signature
            && signature.AsSpan(0, KeyIdLength).SequenceEqual(id)
            && key.VerifyData(Encoding.UTF8.GetBytes(text), signature.AsSpan(KeyIdLength), HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>The key ID of a signature.</summary>
    private static byte[] KeyId(ECDsa key) => SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..KeyIdLength];

    private static Checkpoint Read(string path, out string note)
    {
        try
        {
            note = new FileInfo(path).Length <= LongestFile ? File.ReadAllText(path) : "";
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The checkpoint {path} cannot be read: {cause.Message}", cause);
        }

        return Parse(note) ?? throw new StartupException($"The file {path} is not a checkpoint.");
    }

    // The signatures follow the last empty line.
    private static string TextOf(string note) =>
        note.LastIndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var end ? note[..(end + 1)] : note;

    // Only in canonical notation: the last character before the padding has unused bits.
    private static byte[]? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text
            ? bytes[..length] : null;
    }
}
