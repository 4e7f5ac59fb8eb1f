using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReformGraph.Data.Ledger;

namespace ReformGraph.Data.Auditing;

/// <summary>Writes the findings of an audit as one JSON document, each on a line of its own as soon as it is made: there may be one for
/// each row.</summary>
internal sealed class AuditJson(TextWriter output)
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool hasFindings;

    /// <summary>Begins the document.</summary>
    /// <param name="database">The file.</param>
    /// <param name="earlier">The version that created the file, if it is an earlier one.</param>
    public void Begin(string database, EarlierVersion? earlier) =>
        output.Write($"{{\n\"database\": {Text(database)},\n\"earlierVersion\": {Text(earlier?.Migration)},\n\"findings\": [");

    /// <summary>Writes a finding.</summary>
    public void Write(AuditFinding finding)
    {
        var json = new JsonObject
        {
            ["fault"] = finding.Fault.ToString().ToUpperInvariant(),
            ["place"] = finding.Place,
            ["detail"] = finding.Detail
        };
        if (finding.Row is { } row)
        {
            json["row"] = new JsonObject { ["entity"] = row.Entity, ["id"] = row.Id, ["code"] = row.Code, ["version"] = row.Version };
            json["columns"] = new JsonArray([.. finding.Columns.Select(ToJson)]);
        }

        output.Write($"{(hasFindings ? "," : "")}\n{json.ToJsonString(Form)}");
        hasFindings = true;
    }

    /// <summary>Ends the document.</summary>
    public void End(AuditReport report, Checkpoint? known) => output.Write(FormattableString.Invariant(
        $"{(hasFindings ? "\n" : "")}],\n\"faults\": {report.Count},\n\"changes\": {report.Changes},\n\"versions\": {report.Versions},\n\"root\": {Text($"{report.Root}")},\n\"checkpoint\": {known?.Size.ToString(CultureInfo.InvariantCulture) ?? "null"}\n}}\n"));

    // What was recorded is omitted if it is unknown.
    private static JsonObject ToJson(AuditedColumn column) => column.IsRecordedKnown
        ? new() { ["name"] = column.Name, ["recorded"] = column.Recorded, ["found"] = column.Found }
        : new() { ["name"] = column.Name, ["found"] = column.Found };

    private static string Text(string? text) => JsonSerializer.Serialize(text, Form);
}
