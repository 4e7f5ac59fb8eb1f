using ReformGraph.Data.Errors;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Reports;

/// <summary>Reads the text of a report.</summary>
internal static class ReportFile
{
    private const int MostBytes = 64 << 20;

    /// <summary>Reads a text, or a Word file by its extension.</summary>
    /// <exception cref="StartupException">The file cannot be read, or is no report.</exception>
    public static ReportText Read(string path)
    {
        var format = ReportFormat.OfFile(path) ?? ReportFormat.Text;
        try
        {
            using var file = File.OpenRead(path);
            return new ReportText(format.Read(file, MostBytes).Text);
        }
        catch (TableException damaged)
        {
            throw new StartupException($"The report cannot be read: {damaged.SayOf(path, format.Unit, Language.English)}", damaged);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The report {path} cannot be read: {cause.Message}", cause);
        }
    }
}
