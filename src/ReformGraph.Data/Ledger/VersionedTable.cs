using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sql;

namespace ReformGraph.Data.Ledger;

/// <summary>An entity's table and that of its revisions, as the log sees them: the recorded columns, in the order of their names.</summary>
internal sealed class VersionedTable
{
    /// <summary>The first columns of every statement here: the id, then the version; the recorded columns follow.</summary>
    public const int Id = 0, Version = 1, FirstRecorded = 2;

    private static readonly DeclaredType key = DeclaredType.ForType(typeof(int));

    private readonly byte[] entity;
    private readonly byte[][] names;
    private readonly string[] fields; // the names of the columns in the API
    private readonly string table;
    private readonly string rows;
    private readonly string list;
    private readonly string isWithdrawn;
    private readonly string within;

    private VersionedTable(Revisions revisions)
    {
        Type = revisions.Rows.ClrType;
        var columns = revisions.Columns.Where(column => column.Name is not ("Id" or nameof(Versioned.Version)))
            .OrderBy(column => column.Name, StringComparer.Ordinal).ToList();
        (Columns, Types) =
            ([.. columns.Select(column => column.Name)], [.. columns.Select(column => DeclaredType.ForType(column.ClrType))]);
        fields = [.. columns.Select(column =>
            SchemaNames.CamelCase(column.GetContainingForeignKeys().FirstOrDefault()?.DependentToPrincipal?.Name ?? column.Name))];
        (Name, Rows) = (revisions.Name, revisions.Rows.GetTableName()!);
        entity = Encoding.UTF8.GetBytes(Type.Name);
        names = [.. Columns.Select(Encoding.UTF8.GetBytes)];
        (table, rows) = ($"\"{Name}\"", $"\"{Rows}\"");
        list = $"\"Id\", \"Version\"{string.Concat(Columns.Select(column => $", \"{column}\""))}";
        isWithdrawn = RevisionSql.IsWithdrawn(revisions);
        within = WithinOf(revisions.Rows);
    }

    /// <summary>The class of the entity; its name is that of the entity in the log.</summary>
    public Type Type { get; }

    /// <summary>The entity's name.</summary>
    public string Entity => Type.Name;

    /// <summary>The table of the revisions.</summary>
    public string Name { get; }

    /// <summary>The table of the present rows.</summary>
    public string Rows { get; }

    /// <summary>The recorded columns, except the id and the version, in ordinal order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Their types.</summary>
    public IReadOnlyList<DeclaredType> Types { get; }

    /// <summary>The versions that a change recorded, in the order of the rows' ids.</summary>
    public string VersionsOfChange => $"SELECT {list} FROM {table} WHERE \"{Revisions.From}\" = ?1 ORDER BY \"Id\"";

    /// <summary>The ids of the rows that a change withdrew, in order: those of the versions that it ended without replacement.</summary>
    public string WithdrawalsOfChange =>
        $"SELECT \"Id\" FROM {table} AS r WHERE \"{Revisions.To}\" = ?1 AND {isWithdrawn} ORDER BY \"Id\"";

    /// <summary>One version of a row.</summary>
    public string VersionOfRow =>
        $"SELECT {list}, \"{Revisions.From}\", \"{Revisions.To}\" FROM {table} WHERE \"Id\" = ?1 AND \"Version\" = ?2";

    /// <summary>The version of a row that was valid as of a change.</summary>
    public string VersionOfRowAt =>
        $"SELECT {list} FROM {table} WHERE \"Id\" = ?1 AND \"{Revisions.From}\" <= ?2 ORDER BY \"{Revisions.From}\" DESC LIMIT 1";

    /// <summary>The last version of a row.</summary>
    public string LastVersionOfRow =>
        $"SELECT {list}, \"{Revisions.From}\", \"{Revisions.To}\" FROM {table} " +
        $"WHERE \"Id\" = ?1 ORDER BY \"{Revisions.From}\" DESC LIMIT 1";

    /// <summary>The rows that had a code, the last one first, each with the code of the row within which that code is unique; null if rows
    /// have no code.</summary>
    public string? RowsOfCode =>
        Columns.Contains("Code") ? $"SELECT \"Id\", {within} FROM {table} WHERE \"Code\" = ?1 ORDER BY \"{Revisions.From}\" DESC" : null;

    /// <summary>All versions of all rows, grouped by row; the recorded columns are followed by the changes from and until which they were
    /// valid.</summary>
    public string Versions => $"SELECT {list}, \"{Revisions.From}\", \"{Revisions.To}\" FROM {table} ORDER BY \"Id\", \"{Revisions.From}\"";

    /// <summary>The versions that follow one of a later change, by their own keys: these always grow, whoever writes.</summary>
    public string VersionsOutOfOrder =>
        $"SELECT key, \"Id\", \"Version\" FROM (SELECT \"{Revisions.Key}\" AS key, \"Id\", \"Version\", \"{Revisions.From}\" < " +
        $"LAG(\"{Revisions.From}\") OVER (ORDER BY \"{Revisions.Key}\") AS isOut FROM {table}) WHERE isOut ORDER BY key";

    /// <summary>The present row with an id.</summary>
    public string PresentRow => $"SELECT {list} FROM {rows} WHERE \"Id\" = ?1";

    /// <summary>The code that a row had last; null if rows have no code.</summary>
    public string? CodeOfRow => Columns.Contains("Code")
        ? $"SELECT coalesce((SELECT \"Code\" FROM {table} " +
        $"WHERE \"Id\" = ?1 ORDER BY \"{Revisions.From}\" DESC LIMIT 1), (SELECT " +
            $"\"Code\" FROM {rows} WHERE \"Id\" = ?1))"
        : null;

    /// <summary>The present rows.</summary>
    public string PresentRows => $"SELECT {list} FROM {rows} ORDER BY \"Id\"";

    /// <summary>All versioned tables of a model, in the order in which a change's rows are hashed.</summary>
    public static IReadOnlyList<VersionedTable> DeclaredIn(IModel model) =>
        model.GetOrAddRuntimeAnnotationValue<IReadOnlyList<VersionedTable>, IModel>("ReformGraph:VersionedTables",
            declared => [.. Revisions.DeclaredIn(declared!).Select(revisions => new VersionedTable(revisions))], model);

    /// <summary>Writes the version in the present row of a statement. A column without a value is omitted: a column that is added later
    /// changes no hash.</summary>
    public void WriteVersion(CanonicalSerializer record, RecordStatement at, RecordFormat format)
    {
        Write(record.Begin(RecordKind.Version, format).Text(entity), at, Id, key, format);
        Write(record, at, Version, key, format);
        for (var column = 0; column < names.Length; column++)
        {
            if (!at.IsNull(FirstRecorded + column))
            {
                Write(record.Text(names[column]), at, FirstRecorded + column, Types[column], format);
            }
        }
    }

    /// <summary>A recorded non-null value of the version in the present row of a statement, as shown in a proof; null if this program never
    /// writes such a value.</summary>
    public RecordedValue? ValueOf(RecordStatement at, int column, RecordFormat format) =>
        format == RecordFormat.Stored ? at.Value(Columns[column], FirstRecorded + column)
        : Types[column].TextOf(at, FirstRecorded + column) is { } text ? RecordedValue.Create(Columns[column], Types[column].Kind, text)
        : null;

    /// <summary>Writes the withdrawal of the row in the present row of a statement.</summary>
    public void WriteWithdrawal(CanonicalSerializer record, RecordStatement at, RecordFormat format) =>
        Write(record.Begin(RecordKind.Withdrawal, format).Text(entity), at, Id, key, format);

    /// <summary>The columns of a row that differ from what was recorded.</summary>
    /// <param name="recorded">A statement at the recorded version; null if only its hash is known, and everything found is
    /// returned.</param>
    /// <param name="found">A statement at what was found.</param>
    public IReadOnlyList<AuditedColumn> Differences(RecordStatement? recorded, RecordStatement found)
    {
        var differences = new List<AuditedColumn>();
        foreach (var column in Enumerable.Range(Version, Columns.Count + 1))
        {
            var (type, field) = column == Version ? (key, "version") : (Types[column - FirstRecorded], fields[column - FirstRecorded]);
            var (then, now) = (recorded is null ? null : Said(type, recorded, column), Said(type, found, column));
            if (recorded is null ? now is not null && column != Version : then != now)
            {
                differences.Add(new(field, then, now) { IsRecordedKnown = recorded is not null });
            }
        }

        return differences;
    }

    // As last recorded; NULL for codes that are unique by themselves.
    private static string WithinOf(IReadOnlyEntityType rows)
    {
        var path = CodeScope.PathOf(rows);
        var columns = path.Select(step => step.ForeignKey.Properties[0].Name).Append("Code").ToList();
        return path.Index().Aggregate(path is [] ? "NULL" : $"\"{columns[0]}\"", (id, step) =>
            $"(SELECT \"{columns[step.Index + 1]}\" FROM \"{Revisions.NameOf(step.Item.TargetEntityType)}\" WHERE \"Id\" = {id} " +
            $"ORDER BY \"{Revisions.From}\" DESC LIMIT 1)");
    }

    private static string? Said(DeclaredType type, RecordStatement at, int column) =>
        at.IsNull(column) ? null : type.TextOf(at, column) ?? $"{at.Text(column)} (not a {type.Kind.ToString().ToLowerInvariant()})";

    private static void Write(CanonicalSerializer record, RecordStatement at, int column, DeclaredType type, RecordFormat format)
    {
        if (format == RecordFormat.Stored)
        {
            at.AddTo(record, column);
        }
        else
        {
            type.AddTo(record, at, column);
        }
    }
}
