using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;
using ReformGraph.Engine.Storage.Sql;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>The rows of a flat view, and those of the export of the same fields, as texts that can be compared.</summary>
internal static class ViewRows
{
    public static IReadOnlyList<FlatView> All()
    {
        using var context = DatabaseFile.ContextOf("unused");
        return [.. FlatViews.OfEntities(context.Model, StorageDialects.For(context.Model))];
    }

    /// <summary>What the view holds, row by row in the order of its ids; first its name.</summary>
    public static List<string> Read(DbConnection connection, FlatView view)
    {
        using var query = connection.CreateCommand();
        query.CommandText = $"SELECT {string.Join(", ", view.Columns.Select(column => $"\"{column.Name}\""))} FROM {view.Name} ORDER BY id";
        using var reader = query.ExecuteReader();
        var rows = new List<string> { view.Name };
        while (reader.Read())
        {
            rows.Add(string.Join('|', view.Columns.Select((column, number) => Shown(reader.GetValue(number), column))));
        }

        return rows;
    }

    /// <summary>What the wide export gives for it, which has the same columns in the same order.</summary>
    public static async Task<List<string>> ExportedAsync(HttpClient client, FlatView view)
    {
        var rows = new List<string> { view.Name };
        foreach (var line in (await client.GetStringAsync($"/export/{SchemaNames.KebabCase(view.Entity.Plural)}.ndjson?view=wide")).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var members = JsonElement.Parse(line).EnumerateObject().ToList();
            Assert.Equal(view.Columns.Select(column => column.Name),
                members.Select(member => string.Join('_', member.Name.Split('.').Select(SchemaNames.SnakeCase))));
            rows.Add(string.Join('|', members.Zip(view.Columns, (member, column) => Shown(member.Value, column))));
        }

        return rows;
    }

    private static string Shown(JsonElement value, FlatColumn column) => value.ValueKind switch
    {
        JsonValueKind.Null => "-",
        JsonValueKind.String => $"'{value.GetString()}'",
        JsonValueKind.Number when column.Field.Type.ClrType == typeof(decimal) => Shown((double)value.GetDecimal()),
        _ => value.GetRawText(),
    };

    // The value has the form of SQLite or PostgreSQL.
    private static string Shown(object value, FlatColumn column) => value switch
    {
        DBNull => "-",
        string text => $"'{text}'",
        bool truth => truth ? "true" : "false",
        double number => Shown(number),
        decimal number => Shown((double)number),
        DateOnly day => $"'{ScalarText.Format(day)}'",
        DateTime { TimeOfDay.Ticks: 0 } day when column.Field.Type.ClrType == typeof(DateOnly) =>
            $"'{ScalarText.Format(DateOnly.FromDateTime(day))}'",
        DateTime instant => $"'{ScalarText.Format(instant)}'",
        _ when column.Field.Type == ScalarType.Id => $"'{value}'",
        _ when column.Field.Type.ClrType == typeof(bool) => Convert.ToInt64(value, CultureInfo.InvariantCulture) == 1 ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Shown(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
