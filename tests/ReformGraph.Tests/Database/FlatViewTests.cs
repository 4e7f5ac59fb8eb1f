using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReformGraph.Data.Database;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sql;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>The views for those who read the database by SQL.</summary>
public sealed class FlatViewTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Every_view_has_the_rows_and_values_of_the_export()
    {
        using var connection = Connect(RunningServer.Options().Database.File);
        foreach (var view in ViewRows.All())
        {
            Assert.Equal(await ViewRows.ExportedAsync(server.Client, view), ViewRows.Read(connection, view));
        }
    }

    [Fact]
    public async Task After_changes_they_show_the_present_and_those_of_versions_the_past()
    {
        await using var own = await WriteServer.StartAsync();
        var written = await own.FieldAsync($$"""
            mutation {
              batch(input: { {{WriteServer.Note}}, operations: [
                { createTownship: { code: "T", knownAs: "It's \"new\"", county: "county", kind: TOWN, validFrom: "2026-01-02" } }
                { createAssetHandover: { code: "A", assetClass: OTHER, county: "county", township: "T", bookValue: 900000000000.1234, floorArea: 0.0001, handedOverOn: "2026-02-28" } }
                { updateRiskVillage: { code: "RV-H-001", version: 1, status: RESOLVED, resolvedOn: "2026-03-01", township: "T" } }
                { withdrawRiskVillage: { code: "RV-H-013", version: 1 } }
              ] }) { errors { ... on Error { message } } }
            }
            """);
        Assert.Equal("""{"errors":null}""", written.GetRawText());
        using var connection = Connect(own.Database.Path);
        foreach (var view in ViewRows.All())
        {
            Assert.Equal(await ViewRows.ExportedAsync(own.Server.Client, view), ViewRows.Read(connection, view));
        }

        Assert.Equal(
            ["117", "RESOLVED 已化解 2026-03-01 T It's \"new\" county", "900000000000.123 0.0001 其他 2026-02-28", "1 RV-H-001 1 2",
                "2 RV-H-001 2 ", "1 RV-H-013 1 2", "1 SEED, 2 CORRECTION"],
            Texts(
                connection,
                """
                SELECT count(*) FROM v_risk_villages
                UNION ALL SELECT concat_ws(' ', status, status_zh, resolved_on, township_code, township_known_as, county_code) FROM v_risk_villages WHERE code = 'RV-H-001'
                UNION ALL SELECT concat_ws(' ', printf('%.3f', book_value), floor_area, asset_class_zh, handed_over_on) FROM v_asset_handovers WHERE code = 'A'
                UNION ALL SELECT * FROM (SELECT version || ' ' || code || ' ' || recorded_by_id || ' ' || ifnull(ended_by_id, '') FROM v_risk_village_versions WHERE code IN ('RV-H-001', 'RV-H-013') ORDER BY code, version)
                UNION ALL SELECT group_concat(id || ' ' || kind, ', ') FROM v_changes
                """));
    }

    [Fact]
    public void Their_names_columns_and_types_stay_as_they_are()
    {
        using var connection = Connect(RunningServer.Options().Database.File);
        var text = new StringBuilder();
        foreach (var name in Texts(connection,
            "SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE 'v\\_%' ESCAPE '\\' ORDER BY name"))
        {
            text.AppendLine(name);
            foreach (var column in Texts(connection, $"SELECT name || ' ' || type FROM pragma_table_info('{name}')"))
            {
                text.AppendLine($"  {column}");
            }
        }

        Snapshots.Match((text.ToString().ReplaceLineEndings("\n"), []));
    }

    [Fact]
    public void Each_collection_has_one_with_each_field_that_everyone_may_read_and_no_name_twice()
    {
        var views = ViewRows.All();
        var dataModel = server.Engine.DataModel;
        Assert.Equal(dataModel.Entities.Where(entity => !entity.IsDifference).Select(entity => entity.Plural),
            views.Select(view => view.Entity.Plural));
        foreach (var view in views)
        {
            Assert.Equal(view.Columns.Count, view.Columns.Select(column => column.Name).Distinct().Count());
            var own = view.Columns.Where(column => !column.Path.Contains('.', StringComparison.Ordinal))
                .Select(column => column.Path).Distinct();
            Assert.Equal(
                dataModel.Entities.Single(entity => entity.Plural == view.Entity.Plural).Fields.OfType<ScalarField>()
                .Where(field => field.Readers is null).Select(field => field.Name),
                own); // so far every computed field is one of those that have a column
        }

        var restricted = AccessTable.Restricted(dataModel).Select(each => each.Name).ToList();
        Assert.NotEmpty(restricted);
        Assert.Empty(views.SelectMany(view => view.Columns, (view, column) => $"{view.Entity.Name}.{column.Path}").Intersect(restricted));
        Assert.All(views.SelectMany(view => view.Columns), column => Assert.Null(column.Field.Readers));
    }

    [Fact]
    public async Task The_view_of_the_code_lists_has_the_code_lists()
    {
        using var response = await server.PostAsync("""{"query":"{ codeLists { code values { value labelZh labelEn description } } }"}""");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var lists = answer.RootElement.GetProperty("data").GetProperty("codeLists").EnumerateArray()
            .SelectMany(list => list.GetProperty("values").EnumerateArray().Select((value, number) =>
            string.Join('|', list.GetProperty("code"), number + 1, value.GetProperty("value"), value.GetProperty("labelZh"),
                value.GetProperty("labelEn"), value.GetProperty("description"))));
        using var connection = Connect(RunningServer.Options().Database.File);
        Assert.Equal(lists,
            Texts(connection,
            "SELECT list || '|' || position || '|' || code || '|' || label_zh || '|' || label_en || '|' || description FROM v_codes " +
            "ORDER BY list COLLATE BINARY, position"));
    }

    [Fact]
    public void Nothing_is_written_through_them()
    {
        using var database = new SeededDatabase();
        using var connection = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        connection.Open();
        foreach (var statement in (string[])["INSERT INTO v_codes SELECT * FROM v_codes", "UPDATE v_risk_villages SET code = 'X'",
            "DELETE FROM v_changes"])
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            Assert.Contains("because it is a view", Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_database_without_them_is_given_them_when_it_is_opened()
    {
        using var database = new SeededDatabase();
        using (var connection = new SqliteConnection($"Data Source={database.Path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = string.Concat(ViewRows.All().Select(view => $"DROP VIEW {view.Name};")) + $"DROP VIEW {FlatViews.Codes}";
            command.ExecuteNonQuery();
        }

        Assert.NotNull((await DatabaseCreator.OpenAsync(database.Path, "unused")).Upgraded);
        await WriteServer.AuditAsync(database.Path);
        using var opened = Connect(database.Path);
        Assert.Equal(["118"], Texts(opened, "SELECT count(*) FROM v_risk_villages"));
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var query = connection.CreateCommand();
        query.CommandText = sql;
        using var reader = query.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
