using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReformGraph.Data.Tables;
using ReformGraph.Engine.Modeling;
using ReformGraph.Export;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>LibreOffice opens the workbooks, and reads from them what the CSV files say.</summary>
[Trait("Kind", "exhaustive")]
[Trait("Kind", "process")]
public sealed class LibreOfficeTests(RunningServer server) : IClassFixture<RunningServer>
{
    // Commas, quotes, UTF-8, from the first line, in English, values in full instead of as shown, every sheet in a file of its own.
    private const string Filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,-1";

    [FactIfLibreOffice]
    public async Task A_workbook_says_what_the_CSV_file_says()
    {
        var folder = Directory.CreateTempSubdirectory("reformgraph-");
        try
        {
            var entities = ExportName.EntitiesOf(server.Engine.DataModel);
            foreach (var name in entities.Keys)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ".xlsx"),
                    await server.Client.GetByteArrayAsync($"/export/{name}.xlsx"));
            }

            await ConvertAsync(folder.FullName, Filter, entities.Keys);
            foreach (var (name, entity) in entities)
            {
                var expected = CsvText.Read(await server.Client.GetByteArrayAsync($"/export/{name}.csv"));
                var found = CsvText.Read(await File.ReadAllBytesAsync(
                    Path.Combine(folder.FullName, $"{name}-{name[..Math.Min(name.Length, 31)]}.csv")));
                Assert.Equal(expected.Columns, found.Columns);
                var types = expected.Columns.Select(column => (entity.Find(column) as ScalarField)?.Type.Name ?? "String").ToList();
                Assert.Equal(expected.Rows.Select(row => Said(name, row, types)), found.Rows.Select(row => Said(name, row, types)));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [FactIfLibreOffice]
    public async Task All_columns_of_the_figures_are_printed_on_one_page_in_width()
    {
        var folder = Directory.CreateTempSubdirectory("reformgraph-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "figures.xlsx"),
                await server.Client.GetByteArrayAsync("/export/figures.xlsx"));
            await ConvertAsync(folder.FullName, "pdf", ["figures"]);
            var document = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "figures.pdf"), Encoding.Latin1);
            Assert.InRange(Regex.Count(document, @"/Type\s*/Page\b"), 2, 4); // of both sheets
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A spreadsheet shows neither ten-thousandths of a second nor what another of these two needs to keep a text from being a formula.
    private static string Said(string name, string[] row, List<string> types) =>
        $"{name} {string.Join('|', row.Zip(types, (cell, type) => string.IsNullOrEmpty(cell) ? "" : type switch
        {
            "Boolean" => cell.ToLowerInvariant(),
            "Int" or "Long" or "ID" or "Decimal" or "Float" => decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)
                .ToString("0.####", CultureInfo.InvariantCulture),
            "DateTime" =>
                DateTime.Parse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
                    .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            _ => FormulaGuard.Unguard(cell),
        }))}";

    private static async Task ConvertAsync(string folder, string form, IEnumerable<string> names)
    {
        using var process = Process.Start(new ProcessStartInfo(
            FactIfLibreOfficeAttribute.Program!,
            ["--headless", $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--convert-to", form, "--outdir", folder,
                .. names.Select(name => Path.Combine(folder, name + ".xlsx"))])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, $"{await output}{await errors}");
    }
}

/// <summary>Skipped where LibreOffice is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactIfLibreOfficeAttribute : FactAttribute
{
    public FactIfLibreOfficeAttribute() =>
        Skip = Program is null ? "LibreOffice is not installed: there is no soffice on the PATH." : new FactIfExhaustiveAttribute().Skip;

    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
}
