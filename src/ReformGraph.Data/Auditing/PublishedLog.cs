using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;

namespace ReformGraph.Data.Auditing;

/// <summary>
/// The log as a server publishes it to auditors: the signed checkpoint of its present state, and proofs. The tree is cached, because the
/// log only grows, and signed again after it has grown. Proofs are created one at a time: each reads as many hashes as its change has rows.
/// </summary>
/// <param name="database">The file of the database.</param>
/// <param name="keyFile">The file of the signing key.</param>
/// <param name="time">The clock.</param>
internal sealed class PublishedLog(string database, string keyFile, TimeProvider time)
{
    private readonly LogReader reader = new(database);
    private readonly Lock tree = new();
    private readonly Lock proving = new();
    private MerkleTree known = new();
    private (string Origin, long Size, string Note)? signed;

    /// <summary>The checkpoint as a signed note. It stays the same until the log grows.</summary>
    /// <exception cref="StartupException">The log or the key cannot be read.</exception>
    public string Checkpoint()
    {
        lock (tree)
        {
            return reader.Read(Checkpoint);
        }
    }

    /// <summary>Proves something about the log.</summary>
    /// <exception cref="NothingToProveException">What was requested does not exist.</exception>
    /// <exception cref="StartupException">The log cannot be read.</exception>
    public Proof Prove(Func<ProofMaker, Proof> make)
    {
        lock (proving)
        {
            return reader.Prove(make);
        }
    }

    private string Checkpoint(SqliteConnection connection)
    {
        var (origin, size) = (ChangeLog.OriginOf(connection), ChangeLog.SizeOf(connection));
        if (signed is { } last && (last.Origin, last.Size) == (origin, size))
        {
            return last.Note;
        }

        if (signed?.Origin != origin || size < known.Size)
        {
            known = new(); // another database has replaced the file
        }

        foreach (var leaf in ChangeLog.Leaves(connection, known.Size, long.MaxValue))
        {
            known.Append(leaf);
        }

        using var key = LedgerKey.Open(keyFile);
        var note = new Checkpoint(origin, known.Size, known.Root, ChangeLog.ToTheSecond(time.GetUtcNow().UtcDateTime)).Sign(key);
        signed = (origin, size, note);
        return note;
    }
}
