using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>Random tables one after another, compared with a dictionary that is updated in the same way.</summary>
public sealed class ImportModelTests : IDisposable
{
    private static readonly string[] Codes = ["RV-H-001", "RV-M-001", "RV-N-1", "RV-N-2", "RV-N-3", "RV-N-4"];

    private static readonly Gen<(string Code, string Level, string Lead, string Assessed)> Row = Gen.Select(
        Gen.OneOf<string>(Codes),
        Gen.OneOf<string>("LOW", "LOW", "MEDIUM", "HIGH", "HIGH", "HIHG"),
        Gen.OneOf<string>("", "王某", "a,b", "say \"x\"", "two\nlines"),
        Gen.OneOf<string>("", "2020-10-31", "2019-01-01", "2020-02-30"));

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Tables_do_to_the_register_what_they_do_to_a_dictionary()
    {
        var model = Stored();
        var (refused, written) = (0, 0);
        await Row.Array[0, 4].SampleAsync(
            async rows =>
            {
                var before = await Importing.SequenceAsync(database.Path);
                var report = await Importing.RunAsync(database.Path, "risk-villages", Csv(rows));
                var isRefused = rows.Any(row => row.Level == "HIHG" || row.Assessed == "2020-02-30") || rows.Select(row => row.Code)
                    .Distinct().Count() < rows.Length;
                var (created, changed, unchanged) = (0, 0, 0);
                foreach (var row in isRefused ? [] : rows)
                {
                    var now = (row.Level, row.Lead, row.Assessed);
                    _ = !model.TryGetValue(row.Code, out var was) ? created++ : was == now ? unchanged++ : changed++;
                    model[row.Code] = now;
                }

                Assert.Equal(isRefused, !report.IsAccepted);
                Assert.Equal(rows.Length, report.Created.Total + report.Changed.Total + report.Unchanged + report.Refused);
                if (!isRefused)
                {
                    Assert.Equal((created, changed, unchanged), (report.Created.Total, report.Changed.Total, report.Unchanged));
                }

                Assert.Equal(before + (created + changed > 0 ? 1 : 0), await Importing.SequenceAsync(database.Path));
                Assert.Equal(model.OrderBy(row => row.Key, StringComparer.Ordinal),
                    Stored().OrderBy(row => row.Key, StringComparer.Ordinal));
                _ = isRefused ? refused++ : written++;
            },
            iter: 60,
            threads: 1);
        Assert.True(refused > 3 && written > 3);
        await Importing.AuditAsync(database.Path);
    }

    private static string Csv(IEnumerable<(string Code, string Level, string Lead, string Assessed)> rows) =>
        "county,code,level,leadOfficial,assessedOn\n" + string.Concat(rows.Select(
            row => $"county,{row.Code},{row.Level},\"{row.Lead.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{row.Assessed}\n"));

    private Dictionary<string, (string Level, string Lead, string Assessed)> Stored()
    {
        using var context = database.Open();
        return context.Set<RiskVillage>().AsNoTracking().Where(row => Codes.Contains(row.Code)).ToDictionary(
            row => row.Code,
            row => (row.Level.ToString().ToUpperInvariant(), row.LeadOfficial ?? "",
                row.AssessedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""));
    }
}
