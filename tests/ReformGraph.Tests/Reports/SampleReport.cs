using ReformGraph.Data.Contexts;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Import;
using ReformGraph.Data.Reports;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Reports;

/// <summary>The report of a fictional county, and drafts of it as someone corrects them.</summary>
internal static class SampleReport
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests/ReformGraph.Tests/Extraction/Sample");

    public static string Text { get; } = Path.Combine(Folder, "report.txt");

    public static string Word { get; } = Path.Combine(Folder, "report.docx");

    /// <summary>The draft of a text, as CSV.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indicators">The indicators by wordings; of equal wordings, the first.</param>
    /// <param name="edit">Changes the cells of a row that has an indicator, by their columns.</param>
    public static string Draft(string text, Dictionary<string, string> indicators, Action<Dictionary<string, string>>? edit = null)
    {
        var left = new Dictionary<string, string>(indicators);
        var lines = new List<string> { string.Join(',', DraftWriter.Columns) };
        foreach (var row in ReportDraft.Make(new(text, text.Length), all: false))
        {
            var cells = DraftWriter.Columns.Zip(DraftWriter.Cells(row)).ToDictionary(cell => cell.First, cell => cell.Second.Text);
            if (left.Remove(row.Wording, out var indicator))
            {
                cells["indicator"] = indicator;
                edit?.Invoke(cells);
            }

            lines.Add(string.Join(',', DraftWriter.Columns.Select(column => $"\"{cells[column]}\"")));
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>The checks that a text suggests, as CSV.</summary>
    public static async Task<string> ChecksAsync(string text)
    {
        using var written = new MemoryStream();
        await DraftFormat.Csv.WriteAsync(CheckWriter.TableOf(CheckProposals.From(ReportDraft.Make(new(text, text.Length), all: false), [])),
            written, default);
        return System.Text.Encoding.UTF8.GetString(written.ToArray());
    }

    /// <summary>Adds a report with a draft to a database.</summary>
    public static async Task<ReportLoading> AddAsync(string database, string text, string? draft, AddReport? stated = null,
        bool dryRun = false, string? checks = null)
    {
        await using var context = await DatabaseFile.WritingContextOfAsync(database, TimeSpan.FromSeconds(30));
        var request = new ReportRequest(stated ?? Stated(), new(text, text.Length),
            new("an editor", ChangeKind.Correction, "A test."), dryRun, Language.English);
        return await request.RunAsync(context, result => new(Read(draft, DraftFile.Read, result), Read(checks, CheckFile.Read, result)),
            new ChangeClock(), default);
    }

    /// <summary>What must be stated about a report of a county that does not exist yet.</summary>
    public static AddReport Stated() => new() { County = "chengping", CountyNameZh = "澄屏县" };

    private static IReadOnlyList<T> Read<T>(string? table, Func<Stream, TableFormat, TableLimits, ReportLoading, IReadOnlyList<T>> read,
        ReportLoading result)
    {
        if (table is null)
        {
            return [];
        }

        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(table));
        return read(file, TableFormat.Csv, new(), result);
    }
}
