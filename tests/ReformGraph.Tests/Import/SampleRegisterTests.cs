using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>The registers of a fictional county as its offices keep them, imported once.</summary>
public sealed class SampleRegisters : IAsyncLifetime, IDisposable
{
    private readonly SeededDatabase database = new();

    internal static string Folder { get; } = Path.Combine(Repository.Root, "tests/ReformGraph.Tests/Import/Sample");

    internal static JsonElement Key { get; } =
        JsonElement.Parse(System.IO.File.ReadAllText(Path.Combine(Folder, "registers-key.json")));

    internal string File => database.Path;

    internal Dictionary<string, ImportReport> Reports { get; } = [];

    public async Task InitializeAsync()
    {
        var county = Key.GetProperty("county");
        var (code, name) = (county.GetProperty("code").GetString(), county.GetProperty("name").GetString());
        await Importing.RunAsync(File, "counties", $"code,areaCode,nameZh,knownAs\n{code},{code},{name},{name}\n");
        foreach (var (entity, file) in new[]
        {
            ("risk-villages", "risk-villages.xlsx"), ("asset-handovers", "asset-handovers.xlsx"),
            ("facility-consolidations", "facilities.xlsx"), ("reform-tasks", "reform-tasks.xlsx"),
        })
        {
            Reports[file] = await ImportAsync(entity, file);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => database.Dispose();

    internal async Task<ImportReport> ImportAsync(string entity, string file) => await Importing.RunAsync(File, entity,
        await System.IO.File.ReadAllBytesAsync(Path.Combine(Folder, file)), extension: Path.GetExtension(file),
        asked: request => request with { Register = new("990101", null, AddsPlaces: true, Replaces: false) });
}

/// <summary>The registers of the sample come to what their key says.</summary>
public sealed class SampleRegisterTests(SampleRegisters registers) : IClassFixture<SampleRegisters>
{
    // What the key calls values and fields otherwise than the product does.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["STATION_AND_OFFICE"] = "FIVE_STATIONS_AND_FIVE_OFFICES",
        ["GOVERNMENT_OFFICE"] = "PARTY_AND_GOVERNMENT_OFFICES",
        ["SCHOOL_BUILDING"] = "SCHOOL_BUILDINGS",
        ["STANDARD"] = "ESTABLISHED_TO_STANDARD",
        ["IN_PROGRESS"] = "UNDER_WAY",
        ["YES"] = "RESOLVED",
        ["NO"] = "OPEN",
        ["area"] = "floorArea",
        ["lead"] = "leadDepartment",
        ["leader"] = "leadOfficial",
        ["resolved"] = "status",
        ["receiver"] = "toHolder",
        ["income"] = "proceeds",
    };

    public static TheoryData<string, string> Tables() => new()
    {
        { "risk-villages.xlsx", "riskVillages" }, { "asset-handovers.xlsx", "assetHandovers" },
        { "facilities.xlsx", "facilityConsolidations" }, { "reform-tasks.xlsx", "reformTasks" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_register_has_the_rows_values_and_sums_of_its_key(string file, string entity)
    {
        var (report, table) = (registers.Reports[file], TableOf(file));
        Assert.Equal((true, table.GetProperty("rowCount").GetInt32()), (report.IsAccepted, report.Created.Total));
        var rows = await RowsAsync(entity);
        Assert.Equal(table.GetProperty("rowCount").GetInt32(), rows.Count);
        foreach (var field in table.GetProperty("counts").EnumerateObject().Where(field => Exists(rows[0], field.Name)))
        {
            Assert.Equal(
                field.Value.EnumerateObject().Select(one => $"{Named(one.Name)} {one.Value}").Order(StringComparer.Ordinal),
                rows.GroupBy(row => Text(row, field.Name)).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal));
        }

        foreach (var sum in table.GetProperty("sums").EnumerateObject().Where(sum => Exists(rows[0], sum.Name)))
        {
            Assert.Equal(decimal.Parse(sum.Value.GetProperty("value").GetString()!, CultureInfo.InvariantCulture),
                rows.Sum(row => (decimal?)Value(row, sum.Name)));
        }

        foreach (var field in table.GetProperty("distinct").EnumerateObject())
        {
            Assert.Equal(field.Value.GetInt32(), rows.Select(row => Text(row, field.Name)).Distinct().Count());
        }

        Assert.Equal(table.GetProperty("notRows").EnumerateArray().Select(row => row.GetProperty("why").GetString())
            .Where(why => why is "title" or "unit note" or "total").Count(), report.Reading!.LeftOut.Total);
        Assert.Empty(report.Reading.Warnings);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_row_of_a_register_has_its_name_its_township_and_its_dates(string file, string entity)
    {
        var rows = await RowsAsync(entity);
        var created = registers.Reports[file].Created.Listed.ToDictionary(row => row.Row, row => row.Key);
        foreach (var named in TableOf(file).GetProperty("namedRows").EnumerateArray())
        {
            var code = created[named.GetProperty("row").GetInt32()].Split('|')[^1];
            var row = Assert.Single(rows, one => Text(one, "code") == code);
            Assert.Equal(named.GetProperty("name").GetString(),
                row is RiskVillage risk ? risk.Village!.NameZh : Text(row, row is ReformTask ? "titleZh" : "nameZh"));
            Assert.Equal(named.GetProperty("township").GetString() ?? string.Empty, Text(row, "township"));
            foreach (var date in named.GetProperty("dates").EnumerateObject())
            {
                var field = Exists(row, date.Name) ? date.Name : row is FacilityConsolidation ? "effectiveOn" : null;
                Assert.Equal(field is null ? string.Empty : date.Value.GetString() ?? string.Empty,
                    field is null ? string.Empty : Text(row, field));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_column_is_stored_in_its_field_or_said_not_to_be(string file, string entity)
    {
        Assert.NotNull(entity);
        var columns = TableOf(file).GetProperty("columns").EnumerateArray().ToList();
        var read = registers.Reports[file].Reading!.Columns;
        Assert.Equal(columns.Select(column => column.GetProperty("heading").GetString()), read.Select(column => column.Heading));
        Assert.Equal(columns.Select(column => column.GetProperty("hidden").GetBoolean()), read.Select(column => column.Hidden is true));
        Assert.All(read, column => Assert.NotEqual((null, null), (column.Field, column.NotStored)));
    }

    [Fact]
    public async Task Every_village_at_risk_has_every_value_of_the_text_that_has_the_same_rows()
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(SampleRegisters.Folder, "risk-villages.txt"))).Skip(2)
            .Select(line => line.Split('\t')).ToList();
        var township = string.Empty;
        var expected = lines.ConvertAll(cells =>
        {
            township = cells[1].Length > 0 ? cells[1] : township;
            return string.Join('|', township, cells[2].Trim(), cells[3], $"990101{cells[3]}", cells[4], cells[5],
                cells[6].Replace("　", "", StringComparison.Ordinal), cells[9] == "是" ? "RESOLVED" : "OPEN", Day(cells[10]));
        });
        Assert.Equal(expected, (await RowsAsync("riskVillages")).Cast<RiskVillage>().Select(row => string.Join('|',
            row.Township!.NameZh, row.Village!.NameZh, row.Code, row.Village.AreaCode,
            ScalarType.For(typeof(RiskLevel))!.EnumValues().First(level => level.Value.Equals(row.Level)).LabelZh, row.RiskFactors,
            row.LeadOfficial, Text(row, "status"), Text(row, "resolvedOn"))));

        static string Day(string text) => text.Length == 0 ? text
            : DateOnly.ParseExact(text, "yyyy/M/d", CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("risk-villages.csv", "GB18030", ",")]
    [InlineData("risk-villages.txt", "UTF-8", "tab")]
    public async Task The_same_register_as_text_changes_nothing(string file, string encoding, string separator)
    {
        var report = await registers.ImportAsync("risk-villages", file);
        Assert.Equal((32, 0, null as long?), (report.Unchanged, report.RefusedCells.Total, report.Change));
        Assert.Equal((encoding, separator), (report.Source.Encoding, report.Source.Separator));
        Assert.Equal(22, report.Reading!.Columns.Single(column => column.Field == "township").FilledDown);
    }

    [Fact]
    public async Task Places_are_added_with_the_area_codes_that_the_register_gives_and_the_record_agrees()
    {
        await using var context = SeededDatabase.Open(registers.File);
        var townships = await context.Set<Township>().Where(one => one.County.Code == "990101").OrderBy(one => one.Id).ToListAsync();
        Assert.Equal(10, townships.Count);
        Assert.Equal(("990101-栎坞镇", "990101001", "栎坞镇", TownshipKind.Town),
            (townships[0].Code, townships[0].AreaCode, townships[0].NameZh, townships[0].Kind));
        Assert.Equal(32, await context.Set<Village>().CountAsync(one => one.Township.County.Code == "990101"));
        Assert.Equal(42, registers.Reports["risk-villages.xlsx"].Reading!.NewPlaces!.Total);
        Assert.Null(registers.Reports["asset-handovers.xlsx"].Reading!.NewPlaces);
        await Importing.AuditAsync(registers.File);
    }

    private static JsonElement TableOf(string file) => SampleRegisters.Key.GetProperty("tables").EnumerateArray()
        .First(table => table.GetProperty("file").GetString() == file);

    internal static string Named(string name) => Names.GetValueOrDefault(name, name);

    private static bool Exists(object row, string field) => row.GetType().GetProperty(SchemaNames.PascalCase(Named(field))) is not null;

    private static object? Value(object row, string field) =>
        row.GetType().GetProperty(SchemaNames.PascalCase(Named(field)))!.GetValue(row);

    private static string Text(object row, string field) => Value(row, field) switch
    {
        Township township => township.NameZh!,
        var value => CellValue.TextOf(value),
    };

    private async Task<List<object>> RowsAsync(string entity)
    {
        await using var context = SeededDatabase.Open(registers.File);
        return entity switch
        {
            "riskVillages" => [.. await context.Set<RiskVillage>().Where(row => row.County.Code == "990101").Include(row => row.Township)
                .Include(row => row.Village).OrderBy(row => row.Id).ToListAsync()],
            "assetHandovers" => [.. await context.Set<AssetHandover>().Where(row => row.County.Code == "990101")
                .Include(row => row.Township).ToListAsync()],
            "facilityConsolidations" => [.. await context.Set<FacilityConsolidation>().Where(row => row.County.Code == "990101")
                .Include(row => row.Township).ToListAsync()],
            _ => [.. await context.Set<ReformTask>().Where(row => row.County.Code == "990101").Include(row => row.Township).ToListAsync()],
        };
    }
}
