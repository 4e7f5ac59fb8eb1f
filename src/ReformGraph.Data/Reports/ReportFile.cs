using System.Text;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Reports;

namespace ReformGraph.Data.Reports;

/// <summary>Reads the document of a report.</summary>
internal static class ReportFile
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="StartupException">The file cannot be read, or is not UTF-8.</exception>
    public static ReportText Read(string path)
    {
        try
        {
            return new ReportText(File.ReadAllBytes(path));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new StartupException($"The report {path} cannot be read: {cause.Message}", cause);
        }
    }
}
