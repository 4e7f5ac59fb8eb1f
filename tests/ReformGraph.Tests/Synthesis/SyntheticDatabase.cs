using System.CommandLine;
using Microsoft.Data.Sqlite;
using ReformGraph.Commands;
using Spectre.Console;

namespace ReformGraph.Tests.Synthesis;

/// <summary>A database of three synthetic counties, in a folder that is deleted with it.</summary>
public sealed class SyntheticDatabase : IDisposable
{
    public const int Counties = 3;

    public SyntheticDatabase() => Said = MakeAsync(Path, Counties).GetAwaiter().GetResult();

    public string Folder { get; } = Directory.CreateTempSubdirectory("reformgraph-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "three.db");

    /// <summary>What the command printed.</summary>
    public string Said { get; }

    /// <summary>Runs the command as the command line does, and gives what it prints.</summary>
    public static async Task<string> MakeAsync(string path, int counties, int seed = 7)
    {
        using var output = new StringWriter();
        using var progress = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(progress) });
        await GenerateCommand.Create(console).Parse(["--counties", $"{counties}", "--seed", $"{seed}", "--out", path])
            .InvokeAsync(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        return output.ToString() + progress;
    }

    /// <summary>The rows that a query gives, each as one text.</summary>
    public static IReadOnlyList<string> Rows(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount)
                .Select(column => Convert.ToString(reader[column], System.Globalization.CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    public IReadOnlyList<string> Rows(string sql) => Rows(Path, sql);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
