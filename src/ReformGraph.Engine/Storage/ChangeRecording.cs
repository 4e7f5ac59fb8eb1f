using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sql;

namespace ReformGraph.Engine.Storage;

/// <summary>
/// A change in the making, within the transaction of its caller. At its beginning the sequence is raised, which makes it the only writer;
/// then rows are saved, as often as need be; at its end the change itself is added to the log. A transaction can hold several,
/// one behind another.
/// The context has the <see cref="RecordingInterceptor"/>.
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
    private readonly HashSet<(Type, object)> touched = []; // by their keys: a caller may let go of rows that are saved, and read them again
    private readonly List<Versioned> added = []; // whose keys are known once they are saved
    private (int Count, string Root)? rows;

    /// <summary>A change of a sequence number that <see cref="RaiseSequenceAsync"/> has given.</summary>
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
    /// <param name="context">A context in a transaction, without a change in the making.</param>
    /// <param name="note">What to record of it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ChangeRecording> BeginAsync(DbContext context, ChangeNote note, CancellationToken cancellation = default) =>
        new(context, note, await RaiseSequenceAsync(context, cancellation));

    /// <summary>The change that is being made by a context; null where none is.</summary>
    public static ChangeRecording? Find(DbContext context) => Current.TryGetValue(context, out var recording) ? recording : null;

    /// <summary>Raises the sequence, and gives the number of the change that begins so.</summary>
    /// <exception cref="InvalidOperationException">The context is in no transaction, has a change in the making,
    /// or lacks the <see cref="RecordingInterceptor"/>.</exception>
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

    /// <summary>Records all rows as they are, in a database without revisions: those that were there before it had a history.</summary>
    public async Task RecordPresentRowsAsync(CancellationToken cancellation = default)
    {
        var dialect = StorageDialects.For(context.Model);
        foreach (var revisions in Revisions.DeclaredIn(context.Model))
        {
            await context.Database.ExecuteSqlRawAsync(new HistorySql(revisions, dialect).Fill, cancellation);
        }
    }

    /// <summary>
    /// Takes no more rows: the next change of the transaction can begin, and this one is added to the log later. False where no row differs
    /// from before: then nothing is to be recorded, and what was done since the beginning is to be rolled back.
    /// </summary>
    public bool Close()
    {
        rows = RowsOf(Sequence);
        Current.Remove(context);
        return rows.Value.Count > 0;
    }

    /// <summary>Gives the change up; what was done since its beginning is to be rolled back.</summary>
    public void Abandon() => Current.Remove(context);

    /// <summary>
    /// Adds the change to the log. Its time is the later of now and just behind the last change. Null where no row differs from
    /// before: then nothing is recorded, and the transaction is to be rolled back.
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

        now = ModelConventions.Held(now); // else it could be the time of the last change
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

    /// <summary>How many rows a change concerns, once all are written, and the root of the tree of their hashes:
    /// empty where none are made.</summary>
    protected virtual (int Count, string Root) RowsOf(long sequence)
    {
        var count = context.Database
            .SqlQuery<int>($"""SELECT CAST(count(*) AS integer) AS "Value" FROM "ChangedRows" WHERE "ChangeId" = {sequence}""").Single();
        return (count, string.Empty);
    }

    /// <summary>Completes a change that is about to be added to the log, as by its hash.</summary>
    protected virtual void Seal(Change change)
    {
    }

    /// <summary>The connection of the transaction.</summary>
    protected DbConnection Connection => context.Database.GetDbConnection();

    /// <summary>Gives the rows that are about to be saved their versions: one for each change, however often it saves them.</summary>
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

    /// <summary>Says that a new row is about to be written, whose key is set.</summary>
    public void Add(Versioned row) => touched.Add(KeyOf(row));

    /// <summary>Gives a row that is about to be changed its version, if it is not one of this change already.</summary>
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
