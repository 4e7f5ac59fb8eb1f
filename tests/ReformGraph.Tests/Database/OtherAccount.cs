using System.Diagnostics;
using System.Globalization;

namespace ReformGraph.Tests.Database;

/// <summary>The account of nobody, under which the program is run.</summary>
internal static class OtherAccount
{
    private const int Id = 65534;

    /// <summary>The arguments of setpriv.</summary>
    public static string[] Command { get; } = [$"--reuid={Id}", $"--regid={Id}", "--clear-groups"];

    /// <summary>Gives it files.</summary>
    public static void Own(params string[] paths)
    {
        using var process = Process.Start("chown", [string.Create(CultureInfo.InvariantCulture, $"{Id}:{Id}"), .. paths]);
        process.WaitForExit();
    }

    /// <summary>Starts the program as it.</summary>
    public static ProgramProcess Start(string folder, params string[] arguments) =>
        ProgramProcess.StartBy(["setpriv", .. Command], folder, [("HOME", folder), ("DOTNET_CLI_HOME", folder)], arguments);
}
