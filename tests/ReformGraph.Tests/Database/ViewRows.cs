using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using ReformGraph.Database;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Database;

/// <summary>The rows of a flat view, and those of the export of the same fields, as texts that can be compared.</summary>
internal static class ViewRows
{
    public static IReadOnlyList<FlatView> All()
    {
        using var context = DatabaseFile.ContextOf("unused");
        return [.. FlatViews.OfEntities(context.Model)];
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

    /// <summary>What the exports give for it: the one with codes and, of the labels, the one with those.</summary>
    public static async Task<List<string>> ExportedAsync(HttpClient client, FlatView view)
    {
        var (codes, labels) = (await RowsAsync(client, view, "code"), await RowsAsync(client, view, "zh"));
        return [view.Name, .. codes.Zip(labels, (code, label) => string.Join('|', view.Columns.Select(column => Shown((column.IsLabel ? label : code).GetProperty(column.Path), column))))];
    }

    private static async Task<List<JsonElement>> RowsAsync(HttpClient client, FlatView view, string labels)
    {
        var paths = string.Join(',', view.Columns.Select(column => column.Path).Distinct());
        var file = await client.GetStringAsync($"/export/{SchemaNames.KebabCase(view.Entity.Plural)}.ndjson?select={paths}&labels={labels}");
        return [.. file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => JsonElement.Parse(row))];
    }

    private static string Shown(JsonElement value, FlatColumn column) => value.ValueKind switch
    {
        JsonValueKind.Null => "-",
        JsonValueKind.String => $"'{value.GetString()}'",
        JsonValueKind.Number when column.Field.Type.ClrType == typeof(decimal) => Shown((double)value.GetDecimal()),
        _ => value.GetRawText(),
    };

    // The value comes as SQLite or PostgreSQL has it.
    private static string Shown(object value, FlatColumn column) => value switch
    {
        DBNull => "-",
        string text => $"'{text}'",
        bool truth => truth ? "true" : "false",
        double number => Shown(number),
        decimal number => Shown((double)number),
        DateOnly day => $"'{ScalarText.Of(day)}'",
        DateTime { TimeOfDay.Ticks: 0 } day when column.Field.Type.ClrType == typeof(DateOnly) => $"'{ScalarText.Of(DateOnly.FromDateTime(day))}'",
        DateTime instant => $"'{ScalarText.Of(instant)}'",
        _ when column.Field.Type == ScalarType.Id => $"'{value}'",
        _ when column.Field.Type.ClrType == typeof(bool) => Convert.ToInt64(value, CultureInfo.InvariantCulture) == 1 ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Shown(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
