using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>A page costs what its size asks for, however deep it lies, where an index has the order.</summary>
public sealed class IndexTests(RunningServer server) : IClassFixture<RunningServer>
{
    /// <summary>Every field that has an index of its own, with the plural of its entity.</summary>
    public static TheoryData<string, string> IndexedFields()
    {
        using var context = new ReformDbContext(new DbContextOptionsBuilder<ReformDbContext>().UseSqlite().Options);
        var fields = new TheoryData<string, string>();
        foreach (var entity in DataModel.Create(context.Model).Entities.Where(
            entity => entity.ClrType != typeof(ChangedRow) && entity.HasAggregates)) // these are read by their change and their row
        {
            var indexed = context.Model.FindEntityType(entity.ClrType)!.GetIndexes().Where(index => index.Properties.Count == 1)
                .Select(index => index.Properties[0].Name);
            foreach (var field in entity.Fields.OfType<ScalarField>()
                .Where(field => field.Property is { } property && indexed.Contains(property.Name)))
            {
                fields.Add(entity.Plural, field.Name);
            }

            fields.Add(entity.Plural, "id");
        }

        return fields;
    }

    [Theory]
    [MemberData(nameof(IndexedFields))]
    public async Task A_page_in_the_order_of_an_index_is_sought_from_either_side(string plural, string field)
    {
        foreach (var direction in (string[])["ASC", "DESC"])
        {
            var page = $"{{ {plural}(first: 1, order: [{{ {field}: {direction} }}]) {{ pageInfo {{ endCursor }} }} }}";
            using var answer = JsonDocument.Parse(
                await (await server.PostAsync($$"""{"query":{{JsonSerializer.Serialize(page)}}}""")).Content.ReadAsStringAsync());
            AssertSought(page.Replace("first: 1", "first: 5"));
            if (answer.RootElement.GetProperty("data").GetProperty(plural).GetProperty("pageInfo").GetProperty("endCursor")
                .GetString() is not { } cursor)
            {
                Assert.Contains(plural, (string[])["problems", "registerSynonyms"]); // those that have no rows
                continue;
            }

            AssertSought(page.Replace("first: 1", $"first: 5, after: \"{cursor}\""));
            AssertSought(page.Replace("first: 1", $"last: 5, before: \"{cursor}\""));
        }
    }

    private void AssertSought(string document)
    {
        using var context = new ReformDbContext(new DbContextOptionsBuilder<ReformDbContext>().UseSqlite().Options);
        using var past = new ReformPastContext(new DbContextOptionsBuilder<ReformPastContext>().UseSqlite().Options);
        using var connection = new SqliteConnection($"Data Source={RunningServer.Options().Database.File};Mode=ReadOnly");
        connection.Open();
        var rows =
            QueryEngine.Explain(server.Engine.Prepare(new QueryRequest(document, null, default) { Role = "admin" }), context, past).Last();
        using var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + rows;
        for (var planParameter = 0; planParameter < 10; planParameter++)
        {
            explain.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"@s{planParameter}_"), 1);
        }

        using var reader = explain.ExecuteReader();
        while (reader.Read())
        {
            var step = reader.GetString(3);
            Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal);
            Assert.False(document.Contains('"') && step.StartsWith("SCAN", StringComparison.Ordinal), $"{step}\n{rows}");
        }
    }
}
