using System.Security.Cryptography;
using ReformGraph.Data.Errors;

namespace ReformGraph.Data.Ledger;

/// <summary>The server's own key, with which it signs checkpoints: ECDSA over P-256, in a file that only its user can read.</summary>
internal static class LedgerKey
{
    /// <summary>The default file.</summary>
    public static string PathOf(string database) => database + ".key.pem";

    /// <summary>Reads the private key, and creates it if it does not exist.</summary>
    /// <exception cref="StartupException">The file cannot be read or created, or contains something else.</exception>
    public static ECDsa Open(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                Make(path);
            }

            return Read(path, "private");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The key {path} cannot be read or created: {cause.Message}", cause);
        }
    }

    /// <summary>Reads a private or public key for verification.</summary>
    /// <exception cref="StartupException">The file cannot be read, or contains something else.</exception>
    public static ECDsa OpenPublic(string path)
    {
        try
        {
            return Read(path, "public");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The key {path} cannot be read: {cause.Message}", cause);
        }
    }

    private static ECDsa Read(string path, string kind)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            if (key.ExportParameters(includePrivateParameters: kind == "private").Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                throw new CryptographicException("The key is on another curve.");
            }

            return key;
        }
        catch (Exception cause)
        {
            key.Dispose();
            throw cause is ArgumentException or CryptographicException
                ? new StartupException($"The file {path} does not contain a {kind} key for ECDSA over P-256 in PEM format.", cause)
                : cause;
        }
    }

    // Created next to its final place: a second process that starts meanwhile reads the complete key or creates its own, and the first one
    // wins.
    private static void Make(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var beside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var writer = new StreamWriter(beside, options))
            {
                writer.WriteLine(key.ExportPkcs8PrivateKeyPem());
            }

            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process has created it meanwhile.
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
