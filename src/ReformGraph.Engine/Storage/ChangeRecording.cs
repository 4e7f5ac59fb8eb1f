using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sql;

namespace ReformGraph.Engine.Storage;

/// <summary>
/// A change in progress, within the transaction of its caller. At its beginning the sequence is incremented, which makes it the only
/// writer; then rows are saved, as often as necessary; at its end the change itself is added to the log. A transaction can contain several,
/// one after another. The context must have the <see cref="RecordingInterceptor"/>.
/// </summary>
public class ChangeRecording
{
    private const string RaiseSequence = """
        INSERT INTO "DataState" ("Id", "Sequence", "Database") VALUES (1, 1, {0})
        ON CONFLICT ("Id") DO UPDATE SET "Sequence" = "DataState"."Sequence" + 1 RETURNING "Sequence" AS "Value"
        """;

    private static readonly ConditionalWeakTable<DbContext, ChangeRecording> Current = [];

    private readonly DbContext context;
    private readonly ChangeNote note;
    private readonly HashSet<(Type, object)> touched = []; // by key: a caller may detach saved rows and read them again
    private readonly List<Versioned> added = []; // their keys are known after they are saved
    private (int Count, string Root)? rows;

    /// <summary>A change with a sequence number from <see cref="RaiseSequenceAsync"/>.</summary>
    protected ChangeRecording(DbContext context, ChangeNote note, long sequence)
    {
        this.context = context;
        this.note = note;
        Sequence = sequence;
        Current.Add(context, this);
    }

    /// <summary>The sequence number of the change.</summary>
    public long Sequence { get; }

    /// <summary>Begins a change.</summary>
    /// <param name="context">A context in a transaction, without a change in progress.</param>
    /// <param name="note">What to record about it.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static async Task<ChangeRecording> BeginAsync(DbContext context, ChangeNote note, CancellationToken cancellation = default) =>
        new(context, note, await RaiseSequenceAsync(context, cancellation));

    /// <summary>The change in progress of a context; null if there is none.</summary>
    public static ChangeRecording? Find(DbContext context) => Current.TryGetValue(context, out var recording) ? recording : null;

    /// <summary>Increments the sequence, and returns the number of the change that begins.</summary>
    /// <exception cref="InvalidOperationException">The context has no transaction, has a change in progress, or lacks the
    /// <see cref="RecordingInterceptor"/>.</exception>
    protected static async Task<long> RaiseSequenceAsync(DbContext context, CancellationToken cancellation)
    {
        if (Find(context) is not null || context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A recording needs a transaction, and must end before the next one begins.");
        }

        if (context.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors?.OfType<RecordingInterceptor>()
            .Any() != true)
        {
            throw new InvalidOperationException(
                $"{context.GetType().Name} has no {nameof(RecordingInterceptor)} in its options: without it, rows get no versions.");
        }

        var sequence = await context.Database.SqlQueryRaw<long>(RaiseSequence, Guid.NewGuid()).ToListAsync(cancellation);
        return sequence[0];
    }

    /// <summary>Records all rows as they are, in a database without revisions: those that existed before it had a history.</summary>
    public async Task RecordPresentRowsAsync(CancellationToken cancellation = default)
    {
        var dialect = StorageDialects.For(context.Model);
        foreach (var revisions in Revisions.DeclaredIn(context.Model))
        {
            await context.Database.ExecuteSqlRawAsync(new HistorySql(revisions, dialect).Fill, cancellation);
        }
    }

    /// <summary>
    /// Accepts no more rows: the next change of the transaction can begin, and this one is added to the log later. False if no row differs
    /// from before: then nothing must be recorded, and what was done since the beginning must be rolled back.
    /// </summary>
    public bool Close()
    {
        rows = RowsOf(Sequence);
        Current.Remove(context);
        return rows.Value.Count > 0;
    }

    /// <summary>Abandons the change; what was done since its beginning must be rolled back.</summary>
    public void Abandon() => Current.Remove(context);

    /// <summary>
    /// Adds the change to the log. Its time is now, or just after the last change if that is later. Null if no row differs from before:
    /// then nothing is recorded, and the transaction must be rolled back.
    /// </summary>
    public async Task<Change?> EndAsync(DateTime now, CancellationToken cancellation = default)
    {
        if (rows is null)
        {
            Close();
        }

        if (rows!.Value.Count == 0)
        {
            return null;
        }

        now = ModelConventions.Held(now); // otherwise it could equal the time of the last change
        var last = await context.Set<Change>().Where(change => change.Sequence == Sequence - 1)
            .Select(change => (DateTime?)change.RecordedAt).SingleOrDefaultAsync(cancellation);
        var change = new Change
        {
            Id = checked((int)Sequence),
            Sequence = Sequence,
            RecordedAt = last >= now ? last.Value.AddMicroseconds(1) : now,
            Actor = note.Actor,
            Kind = note.Kind,
            Reason = note.Reason,
            EffectiveOn = note.EffectiveOn,
            EvidenceReference = note.EvidenceReference,
            EvidenceSha256 = note.EvidenceSha256,
            Salt = note.Salt,
            RowCount = rows.Value.Count,
            RowsRoot = rows.Value.Root,
        };
        Seal(change);
        Current.AddOrUpdate(context, this);
        context.Add(change);
        await context.SaveChangesAsync(cancellation);
        Current.Remove(context);
        return change;
    }

    /// <summary>The number of rows that a change affects, after all are written, and the root of the tree of their hashes: empty if they
    /// are not hashed.</summary>
    protected virtual (int Count, string Root) RowsOf(long sequence)
    {
        var count = context.Database
            .SqlQuery<int>($"""SELECT CAST(count(*) AS integer) AS "Value" FROM "ChangedRows" WHERE "ChangeId" = {sequence}""").Single();
        return (count, string.Empty);
    }

    /// <summary>Completes a change that is about to be added to the log, for example with its hash.</summary>
    protected virtual void Seal(Change change)
    {
    }

    /// <summary>The connection of the transaction.</summary>
    protected DbConnection Connection => context.Database.GetDbConnection();

    /// <summary>Assigns versions to the rows that are about to be saved: one per change, however often it saves them.</summary>
    internal void Prepare(ChangeTracker tracker)
    {
        touched.UnionWith(added.Select(KeyOf));
        added.Clear();
        foreach (var entry in tracker.Entries<Versioned>())
        {
            if (entry.State is EntityState.Added)
            {
                added.Add(entry.Entity);
            }
            else if (entry.State is EntityState.Modified)
            {
                Change(entry.Entity);
            }
        }
    }

    /// <summary>Announces a new row that is about to be written, with its key set.</summary>
    public void Add(Versioned row) => touched.Add(KeyOf(row));

    /// <summary>Assigns a version to a row that is about to be changed, if it does not have one from this change already.</summary>
    public void Change(Versioned row)
    {
        if (touched.Add(KeyOf(row)))
        {
            row.Version++;
        }
    }

    private (Type, object) KeyOf(Versioned row) =>
        (row.GetType(), context.Model.FindEntityType(row.GetType())!.FindPrimaryKey()!.Properties[0].PropertyInfo!.GetValue(row)!);
}
