using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReformGraph.Domain.Rules;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary>
/// <c>doctor</c>: checks what serving with the present settings needs, and says what to do about each fault. It changes nothing. The exit
/// code is 1 if something prevents serving.
/// </summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Form =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Creates the command.</summary>
    /// <param name="settings">The settings; called when it runs.</param>
    public static Command Create(Func<ReformGraphOptions> settings)
    {
        var asJson =
            new Option<bool>("--json") { Description = "Prints the findings as JSON: the check, its state and a message for each." };
        var command = new Command("doctor", "Checks what serving with these settings needs, and says what to do. It changes nothing.")
        {
            asJson
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            var (options, output) = (settings(), arguments.InvocationConfiguration.Output);
            var (findings, isJson) = (new List<Finding>(), arguments.GetValue(asJson));
            await RunAsync(options, Tell, cancellation);
            var doesServe = findings.TrueForAll(finding => finding.State != FindingState.Error);
            output.WriteLine(isJson
                ? JsonSerializer.Serialize(new
                {
                    serves = doesServe,
                    findings = findings.Select(finding => new { check = finding.Check, state = finding.Word, message = finding.Message })
                }, Form)
                : doesServe ? $"Nothing prevents serving: {CountOf(FindingState.Warning, "warning")}."
                : $"The server cannot serve: {CountOf(FindingState.Error, "error")}, {CountOf(FindingState.Warning, "warning")}.");
            return doesServe ? 0 : 1;

            void Tell(Finding finding)
            {
                findings.Add(finding);
                if (!isJson)
                {
                    output.WriteLine(AuditCommand.OneLine($"{finding.Word,-7}  {finding.Check,-9}  {finding.Message}"));
                }
            }

            string CountOf(FindingState state, string noun) =>
                English.Count(findings.Count(finding => finding.State == state), noun);
        });
        return command;
    }

    private static async Task RunAsync(ReformGraphOptions options, Action<Finding> tell, CancellationToken cancellation)
    {
        using (var database = new DatabaseChecks(options, tell))
        {
            await database.RunAsync(cancellation);
            DiskChecks.Run(options.Database.File, database.IsToBeUpgraded, tell);
        }

        await new FileChecks(options, tell).RunAsync();
        await new ServerChecks(options, tell).RunAsync(cancellation);
    }
}
