using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Engine.Storage.Sql;

/// <summary>
/// The statements that maintain one entity's revisions: the one that fills them from the rows, and the triggers. Every writer increments
/// <see cref="DataState.Sequence"/> first. A row that is written twice in one change has one revision for it.
/// </summary>
internal sealed class HistorySql(Revisions revisions, StorageDialect dialect)
{
    private const string Sequence = $"(SELECT \"{nameof(DataState.Sequence)}\" FROM \"{nameof(DataState)}\")";
    private const string Key = $"\"{Revisions.Key}\"";
    private const string From = $"\"{Revisions.From}\"";
    private const string To = $"\"{Revisions.To}\"";

    private static readonly string Open = FormattableString.Invariant($"{Revisions.Open}");

    private readonly string table = Quoted(revisions.Name);
    private readonly string rows = Quoted(revisions.Rows.GetTableName()!);
    private readonly string names = string.Join(", ", revisions.Columns.Select(Column));

    /// <summary>Records the rows as they are, in an empty table of revisions.</summary>
    public string Fill => $"INSERT INTO {table} ({names}, {From}, {To}) SELECT {names}, {Sequence}, {Open} FROM {rows} ORDER BY \"Id\"";

    /// <summary>Whether there are rows, but no versions.</summary>
    public string IsUnrecorded => $"SELECT EXISTS (SELECT 1 FROM {rows}) AND NOT EXISTS (SELECT 1 FROM {table})";

    /// <summary>The triggers by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Triggers =>
    [
        Trigger("insert", "INSERT", Record),
        Trigger("update", "UPDATE", Close + Record),
        Trigger("delete", "DELETE", Close),
        .. dialect.Guards($"history_{revisions.Name}_truncate", rows),
    ];

    // Of two versions in one change, the first was never recorded.
    private string Close =>
        $"DELETE FROM {table} WHERE \"Id\" = OLD.\"Id\" AND {From} = {Sequence}; " +
        $"UPDATE {table} SET {To} = {Sequence} WHERE \"Id\" = OLD.\"Id\" AND {To} = {Open}; ";

    private string Record =>
        $"INSERT INTO {table} ({names}, {From}, {To}) " +
        $"VALUES ({string.Join(", ", revisions.Columns.Select(column => $"NEW.{Column(column)}"))}, {Sequence}, {Open}); ";

    /// <summary>The view of the rows that changes affect.</summary>
    public static KeyValuePair<string, string> ChangedRows(IReadOnlyModel model, StorageDialect dialect)
    {
        var rows = Revisions.DeclaredIn(model).Select((each, number) => new HistorySql(each, dialect).ChangedRowsOf(number));
        return dialect.View(
            ModelConventions.ChangedRows,
            $"CREATE VIEW {Quoted(ModelConventions.ChangedRows)} AS {string.Join(" UNION ALL ", rows.DefaultIfEmpty(NoRows(model)))}");
    }

    // No entity of the model has a history.
    private static string NoRows(IReadOnlyModel model)
    {
        var columns = model.FindEntityType(typeof(ChangedRow))!.GetProperties()
            .Select(column => $"CAST(NULL AS {column.GetColumnType()}) AS {Column(column)}");
        return $"SELECT {string.Join(", ", columns)} WHERE 1 = 0";
    }

    private string ChangedRowsOf(int number)
    {
        var code = revisions.Rows.FindProperty("Code") is { } property ? $"r.{Column(property)}" : "NULL";
        var what = $"'{revisions.Rows.ClrType.Name}' AS \"Entity\", r.\"Id\" AS \"RowId\", {code} AS \"Code\", r.\"Version\"";
        var action = $"CASE WHEN r.\"Version\" = 1 THEN {(int)ChangeAction.Added} ELSE {(int)ChangeAction.Changed} END";
        return $"SELECT {Id(0)} AS \"Id\", r.{From} AS \"ChangeId\", {what}, {action} AS \"Action\" FROM {table} AS r"
            + $" UNION ALL SELECT {Id(1)}, r.{To}, {what}, {(int)ChangeAction.Withdrawn} FROM {table} AS r"
            + $" WHERE {RevisionSql.IsWithdrawn(revisions)}";

        string Id(int closing) => $"(r.{Key} * {Revisions.MostEntities} + {number}) * 2 + {closing}";
    }

    private KeyValuePair<string, string> Trigger(string name, string change, string body) =>
        dialect.Trigger($"history_{revisions.Name}_{name}", change, rows, body);
}
