using System.Diagnostics;
using Xunit;

namespace ReformGraph.Tests.Telemetry;

/// <summary>A fact that Prometheus' own tool checks, which is in Debian's package prometheus.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactIfPromtoolAttribute : FactAttribute
{
    public FactIfPromtoolAttribute() =>
        Skip = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "promtool"))) ? null : "promtool is not installed.";

    /// <summary>Runs the tool.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(string input, params string[] arguments)
    {
        using var tool = Process.Start(new ProcessStartInfo("promtool", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = tool.StandardOutput.ReadToEndAsync(), error = tool.StandardError.ReadToEndAsync();
        await tool.StandardInput.WriteAsync(input);
        tool.StandardInput.Close();
        await tool.WaitForExitAsync();
        return (tool.ExitCode, await output, await error);
    }
}
