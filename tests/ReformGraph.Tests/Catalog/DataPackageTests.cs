using System.Globalization;
using System.Text.Json;
using ReformGraph.Export;
using ReformGraph.Tests.Export;
using ReformGraph.Tests.Http;
using Snapshooter.Xunit;
using Xunit;

namespace ReformGraph.Tests.Catalog;

/// <summary>What the data package says of the files is so.</summary>
public sealed class DataPackageTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task It_names_every_export_and_every_format()
    {
        var package = await PackageAsync();
        var expected = ExportName.EntitiesOf(server.Engine.DataModel).Keys.SelectMany(_ => ExportFormat.All, (name, format) =>
            $"{server.Address}export/{name}.{format.Extension}{(format == ExportFormat.Csv ? "?guard=false" : "")} {format.MediaType}");
        var named = package.GetProperty("resources").EnumerateArray()
            .SelectMany(resource => resource.GetProperty("alternatives").EnumerateArray().Prepend(resource));
        Assert.Equal(expected.Order(StringComparer.Ordinal),
            named.Select(file => $"{file.GetProperty("path")} {file.GetProperty("mediatype")}").Order(StringComparer.Ordinal));
        Assert.Equal(("https://datapackage.org/profiles/2.0/datapackage.json", "1"),
            (package.GetProperty("$schema").GetString(), package.GetProperty("version").GetString()));
        foreach (var path in named.Select(file => file.GetProperty("path").GetString()))
        {
            using var response = await server.SendAsync(HttpMethod.Head, new Uri(path!).PathAndQuery, null);
            Assert.True(response.IsSuccessStatusCode, path);
        }
    }

    [Fact]
    public async Task Each_file_has_the_columns_that_it_says_the_rows_and_in_each_cell_a_value_of_the_type()
    {
        var package = await PackageAsync();
        var files = new Dictionary<string, List<Dictionary<string, string?>>>();
        foreach (var resource in package.GetProperty("resources").EnumerateArray())
        {
            var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
            var rows = await RowsAsync(resource, [.. fields.Select(Name)]);
            files.Add(Name(resource), rows);
            Assert.Equal((Name(resource), resource.GetProperty("rows").GetInt32()), (Name(resource), rows.Count));
            Assert.Equal("id", Assert.Single(resource.GetProperty("schema").GetProperty("primaryKey").EnumerateArray()).GetString());
            foreach (var field in fields)
            {
                Assert.All(rows, row => AssertFits(row[Name(field)], field, $"{Name(resource)}.{Name(field)}"));
                if (field.TryGetProperty("constraints", out var constraints) && constraints.TryGetProperty("unique", out _))
                {
                    Assert.Equal(rows.Count, rows.Select(row => row[Name(field)]).Distinct().Count());
                }
            }
        }

        var keys = 0;
        foreach (var resource in package.GetProperty("resources").EnumerateArray()
            .Where(resource => resource.GetProperty("schema").TryGetProperty("foreignKeys", out _)))
        {
            foreach (var key in resource.GetProperty("schema").GetProperty("foreignKeys").EnumerateArray())
            {
                var reference = key.GetProperty("reference");
                var target = reference.GetProperty("resource").GetString() is { Length: > 0 } other ? other : Name(resource);
                var known = files[target].Select(row => row[reference.GetProperty("fields")[0].GetString()!]).ToHashSet();
                Assert.All(files[Name(resource)].Select(row => row[key.GetProperty("fields")[0].GetString()!])
                    .Where(cell => cell is not null), cell => Assert.Contains(cell, known));
                keys++;
            }
        }

        Assert.True(keys > 30, $"{keys} foreign keys");
    }

    [Fact]
    public async Task Each_field_has_its_meaning_its_names_and_each_code_its_labels()
    {
        var package = await PackageAsync();
        foreach (var (resource, field) in package.GetProperty("resources").EnumerateArray().SelectMany(
            resource => resource.GetProperty("schema").GetProperty("fields").EnumerateArray(), (resource, field) => (resource, field)))
        {
            Assert.All((string[])["name", "title", "titleZh", "description"], member =>
                Assert.True(field.GetProperty(member).GetString() is { Length: > 0 }, $"{Name(resource)} {Name(field)} {member}"));
        }

        var type = server.Engine.DataModel.Enums.Single(type => type.Name == "RiskLevel");
        var level = Field(package, "risk-villages", "level");
        Assert.Equal(type.EnumValues().Select(value => $"{value.Name} {value.LabelZh} {value.LabelEn}"), level.GetProperty("categories")
            .EnumerateArray().Select(value => $"{value.GetProperty("value")} {value.GetProperty("label")} {value.GetProperty("labelEn")}"));
        Assert.Equal("m²", Field(package, "asset-handovers", "floorArea").GetProperty("unit").GetString());
        Assert.Equal("unit", Field(package, "figures", "value").GetProperty("unitField").GetString());
        Assert.False(Field(package, "figures", "version").TryGetProperty("unitField", out _));
    }

    [Fact]
    public async Task The_schemas_are_as_they_were() => Snapshot.Match(
        string.Join('\n', (await PackageAsync()).GetProperty("resources").EnumerateArray()
            .Where(resource => Name(resource) is "risk-villages" or "figure-inputs").Select(resource => resource.GetProperty("schema"))));

    private async Task<JsonElement> PackageAsync() => JsonElement.Parse(await server.Client.GetStringAsync("/catalog/datapackage.json"));

    private async Task<List<Dictionary<string, string?>>> RowsAsync(JsonElement resource, string[] columns)
    {
        var file = await server.Client.GetByteArrayAsync(resource.GetProperty("path").GetString());
        var table = CsvText.Read(file);
        Assert.Equal(columns, table.Columns);
        return [.. table.Rows.Select(
            row => columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second is "" ? null : cell.Second))];
    }

    private static void AssertFits(string? cell, JsonElement field, string place)
    {
        var constraints = field.TryGetProperty("constraints", out var some) ? some : default;
        if (cell is null)
        {
            Assert.False(constraints.ValueKind == JsonValueKind.Object && constraints.TryGetProperty("required", out _),
                $"{place} is empty");
            return;
        }

        Assert.True(IsOf(cell, field.GetProperty("type").GetString()!), $"{place}: {cell}");
        if (field.TryGetProperty("categories", out var categories))
        {
            Assert.Contains(cell, categories.EnumerateArray().Select(value => value.GetProperty("value").GetString()));
            Assert.Contains(cell, constraints.GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
        }
    }

    private static bool IsOf(string cell, string type) => type switch
    {
        "string" => true,
        "boolean" => cell is "true" or "false",
        "integer" => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" =>
            decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "datetime" => cell.EndsWith('Z') && DateTime.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => false,
    };

    private static JsonElement Field(JsonElement package, string resource, string field) =>
        package.GetProperty("resources").EnumerateArray().Single(one => Name(one) == resource).GetProperty("schema").GetProperty("fields")
            .EnumerateArray().Single(one => Name(one) == field);

    private static string Name(JsonElement named) => named.GetProperty("name").GetString()!;
}
