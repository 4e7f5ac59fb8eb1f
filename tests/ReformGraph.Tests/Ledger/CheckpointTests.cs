using System.Security.Cryptography;
using System.Text;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using Xunit;

namespace ReformGraph.Tests.Ledger;

public sealed class CheckpointTests : IDisposable
{
    private static readonly Checkpoint Some = new(
        "reformgraph/0f8fad5b-d9cb-469f-a165-70867728950e", 42, MerkleTree.EmptyRoot, new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reformgraph-");

    private string KeyFile => Path.Combine(folder.FullName, "reformgraph.db.key.pem");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Its_text_is_that_of_a_checkpoint_of_transparency_logs() => Assert.Equal(
        "reformgraph/0f8fad5b-d9cb-469f-a165-70867728950e\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\ntime 2026-03-04T05:06:07Z\n", Some.Text);

    [Fact]
    public void A_signature_is_a_line_with_the_id_of_the_key()
    {
        using var key = LedgerKey.Open(KeyFile);
        var note = Some.Sign(key);
        Assert.StartsWith(Some.Text + "\n\u2014 " + Some.Origin + " ", note, StringComparison.Ordinal);
        var signature = Convert.FromBase64String(note.TrimEnd('\n').Split(' ')[^1]);
        Assert.Equal(SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..4], signature[..4]);
        Assert.True(key.VerifyData(Encoding.UTF8.GetBytes(Some.Text), signature[4..], HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence));
    }

    [Fact]
    public void What_is_signed_can_be_read_and_verified_by_the_public_key_alone()
    {
        using var key = LedgerKey.Open(KeyFile);
        var (note, publicKey) = (Path.Combine(folder.FullName, "note"), Path.Combine(folder.FullName, "public"));
        File.WriteAllText(note, Some.Sign(key));
        File.WriteAllText(publicKey, key.ExportSubjectPublicKeyInfoPem());
        using var known = LedgerKey.OpenPublic(publicKey);
        Assert.Equal(Some, Checkpoint.Read(note, known));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal($"The checkpoint {note} is not signed with this key.",
            Assert.Throws<StartupException>(() => Checkpoint.Read(note, other)).Message);
    }

    [Fact]
    public void A_note_with_any_character_altered_is_not_signed()
    {
        using var key = LedgerKey.Open(KeyFile);
        var note = Some.Sign(key);
        for (var place = 0; place < note.Length; place++)
        {
            var altered = note[..place] + (char)(note[place] ^ 1) + note[(place + 1)..];
            var isName = place > Some.Text.Length + 2 && place < note.LastIndexOf(' '); // of the key: its id counts
            var isPadding = place >= note.TrimEnd('\n').Length;
            Assert.True(isName || isPadding || !(Checkpoint.Parse(altered) is not null && Checkpoint.IsSigned(altered, key)), altered);
        }
    }

    [Fact]
    public void A_second_signature_does_no_harm()
    {
        using var key = LedgerKey.Open(KeyFile);
        var note = Some.Sign(key) + "\u2014 witness.example/one AAAAAAAA\n";
        Assert.Equal((Some, true), (Checkpoint.Parse(note), Checkpoint.IsSigned(note, key)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("a\n042\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\ntime 2026-03-04T05:06:07Z\n")]
    [InlineData("a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\ntime 2026-03-04T05:06:07Z\n")]
    [InlineData("a\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==\ntime 2026-03-04T05:06:07Z\n")]
    [InlineData("a\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("a\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\ntime 2026-03-04\n")]
    [InlineData("a\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\ntime 2026-03-04T05:06:07Z\nmore\n")]
    public void What_is_no_checkpoint_is_refused(string text)
    {
        Assert.Null(Checkpoint.Parse(text));
        var path = Path.Combine(folder.FullName, "text");
        File.WriteAllText(path, text);
        Assert.Equal($"The file {path} is not a checkpoint.", Assert.Throws<StartupException>(() => Checkpoint.Read(path)).Message);
    }

    [Fact]
    public void The_key_is_made_once_and_only_its_user_reads_it()
    {
        using var made = LedgerKey.Open(KeyFile);
        using var again = LedgerKey.Open(KeyFile);
        Assert.Equal(made.ExportSubjectPublicKeyInfoPem(), again.ExportSubjectPublicKeyInfoPem());
        Assert.Equal([KeyFile], Directory.GetFiles(folder.FullName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        }
    }

    [Fact]
    public void A_file_that_contains_no_such_key_is_reported_in_one_line()
    {
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var mine = LedgerKey.Open(KeyFile);
        foreach (var content in (string[])["", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            larger.ExportPkcs8PrivateKeyPem(), mine.ExportSubjectPublicKeyInfoPem()])
        {
            var path = Path.Combine(folder.FullName, "other.pem");
            File.WriteAllText(path, content);
            Assert.Equal($"The file {path} does not contain a private key for ECDSA over P-256 in PEM format.",
                Assert.Throws<StartupException>(() => LedgerKey.Open(path)).Message);
        }

        var missing = Path.Combine(folder.FullName, "no", "such.pem");
        Assert.StartsWith($"The key {missing} cannot be read or created: ",
            Assert.Throws<StartupException>(() => LedgerKey.Open(missing)).Message, StringComparison.Ordinal);
    }
}
