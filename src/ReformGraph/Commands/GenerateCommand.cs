using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReformGraph.Data.Database;
using ReformGraph.Data.History;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Synthesis;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary><c>generate --counties N --seed S --out FILE</c>: creates a database of synthetic counties, and nothing else.</summary>
internal static class GenerateCommand
{
    // Independent of the clock: the same seed gives the same file.
    private static readonly DateTime RecordedAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where progress is shown, if it is a terminal.</param>
    public static Command Create(IAnsiConsole console)
    {
        var counties = WholeNumber("--counties", "N", 1, SyntheticCounty.Most, "How many counties to create.");
        var seed = WholeNumber("--seed", "S", 0, long.MaxValue, "The seed of the random rows. The same seed gives the same rows.");
        var file = new Option<string>("--out")
        {
            Description = "The database to create. An existing file is not replaced.",
            HelpName = "FILE",
            Required = true
        };
        var command = new Command("generate", "Creates a database of synthetic counties for load tests and demonstrations.") { counties,
            seed, file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var made = await MakeAsync((int)parsed.GetValue(counties), parsed.GetValue(seed), parsed.GetRequiredValue(file), console,
                cancellation);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(made);
            return 0;
        });
        return command;
    }

    /// <summary>Creates the database, and returns one line about its content.</summary>
    private static async Task<string> MakeAsync(int counties, long seed, string path, IAnsiConsole console, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var counts = "";
        if (console.Profile.Out.IsTerminal)
        {
            await console.Progress().StartAsync(bars => LoadAsync(Show(bars.AddTask("Counties")), Show(bars.AddTask("Indexes"))));
        }
        else
        {
            await LoadAsync(_ => { }, _ => { });
        }

        var megabytes = new FileInfo(path).Length / 1_000_000m;
        return string.Create(CultureInfo.InvariantCulture,
            $"Created {path}: {counts} ({megabytes:F1} MB in {watch.Elapsed.TotalSeconds:F1} s)");

        Task LoadAsync(Action<double> filled, Action<double> indexed) => DatabaseCreator.LoadAsync(path, load =>
        {
            Fill(load, counties, seed, filled, cancellation);
            counts = string.Join(", ", load.Counts.Select(count => $"{count.Table} {count.Rows}"));

            // Two databases with the same seed are different data if their numbers of counties differ.
            load.Add(new DataState { Database = new DeterministicRandom(seed, -counties).Uuid() });
        }, new ChangeNote(LocalActor.Name, ChangeKind.Seed, "The rows were made up.") { Salt = SaltOf(seed, counties) }, RecordedAt,
            indexed, cancellation);
    }

    // Drawn too, because the same seed gives the same file: synthetic data contain no secrets.
    private static byte[] SaltOf(long seed, int counties) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"reformgraph/synthetic/{seed}/{counties}")));

    private static void Fill(BulkLoad load, int counties, long seed, Action<double> filled, CancellationToken cancellation)
    {
        for (var number = 1; number <= counties; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var row in new SyntheticCounty(seed, number).Rows())
            {
                load.Add(row);
            }

            filled(number / (double)counties);
        }
    }

    private static Action<double> Show(ProgressTask bar) => share => bar.Value = bar.MaxValue * share;

    private static Option<long> WholeNumber(string name, string form, long least, long most, string description) => new(name)
    {
        Description = description,
        HelpName = form,
        Required = true,
        CustomParser = result => Read(result, name, least, most),
    };

    private static long Read(ArgumentResult result, string name, long least, long most)
    {
        var text = result.Tokens[0].Value;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < least || value > most)
        {
            result.AddError($"The option {name} cannot be '{text}': it must be a whole number from {least} to {most}.");
        }

        return value;
    }
}
