using System.CommandLine;
using System.Globalization;
using ReformGraph.Benchmarks.Cold;
using ReformGraph.Benchmarks.Exports;
using ReformGraph.Benchmarks.Fairness;
using ReformGraph.Benchmarks.Feeds;
using ReformGraph.Benchmarks.Logs;
using ReformGraph.Benchmarks.Past;
using ReformGraph.Benchmarks.Reporting;
using ReformGraph.Benchmarks.Rollups;
using ReformGraph.Benchmarks.Serving;
using ReformGraph.Benchmarks.Ways;
using ReformGraph.Benchmarks.Writes;
using Spectre.Console;

namespace ReformGraph.Benchmarks;

/// <summary>Asks the questions, one after the other, and reports.</summary>
internal static class BenchCommand
{
    private const string BuiltProduct = "src/ReformGraph/bin/Release/net10.0/ReformGraph.dll";
    private const string WaysName = "ways";
    private const string ColdName = "cold";
    private const string RollupsName = "rollups";
    private const string WritesName = "writes";
    private const string PastName = "past";
    private const string ExportsName = "exports";
    private const string FeedsName = "feeds";
    private const string LogName = "log";
    private const string FairnessName = "fairness";

    private static readonly Option<string[]> only =
        Choice("--only", "The questions to ask.", [WaysName, ColdName, RollupsName, WritesName, PastName, ExportsName, FeedsName,
            LogName, FairnessName]);
    private static readonly Option<bool> quick =
        new("--quick") { Description = "Only tries everything out, in half a minute: the figures say nothing." };
    private static readonly Option<bool> check = new("--check")
    {
        Description = "Only measures the works beside the floor with 8 connections, and fails if one has become dearer than it was kept.",
    };
    private static readonly Option<bool> keep = new("--keep") { Description = "Does the same, and keeps the results for --check." };
    private static readonly Option<string> product =
        new("--product") { Description = "The product's program.", DefaultValueFactory = _ => BuiltProduct };
    private static readonly Option<string?> before =
        new("--before") { Description = "The program of an earlier build, which feeds, log and fairness also measure." };
    private static readonly Option<string> json = new("--json")
    {
        Description = "The file for the results.",
        DefaultValueFactory = _ => $"BenchmarkResults/{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.json"
    };

    public static RootCommand Create(Option<string> database)
    {
        var command =
            new RootCommand(
            "Measures the product beside a hand-written server and one that is written the usual way, and how fast it starts.") { only,
            quick, check, keep, product, before, json, database };
        foreach (var option in WaysQuestion.Options)
        {
            command.Options.Add(option);
        }

        database.Validators.Add(result =>
        {
            if (result is { Implicit: false, Tokens: [var token] } && !File.Exists(token.Value))
            {
                result.AddError($"There is no database {token.Value}.");
            }
        });
        command.SetAction(result =>
        {
            var (console, file) = (Report.Console(), result.GetValue(database)!);
            if (!File.Exists(file))
            {
                console.WriteLine($"Making {file}: 200 synthetic counties with seed 1");
                MeasuredDatabase.Make(result.GetValue(product)!);
            }

            return IsOfKept(result) ? RunKept(result, console, file) : Run(result, console, file);
        });
        return command;
    }

    /// <summary>An option that takes some of these names, and all when it is not given.</summary>
    public static Option<string[]> Choice(string name, string description, string[] names)
    {
        var option = new Option<string[]>(name)
        {
            Description = description,
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => names
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !names.Contains(token.Value)))
            {
                result.AddError($"The option {name} cannot be '{token.Value}': it takes {string.Join(", ", names)}.");
            }
        });
        return option;
    }

    /// <summary>What an option says; when it is not given, its default or that of a quick run.</summary>
    public static T Value<T>(ParseResult options, Option<T> option, T whenQuick) =>
        options.GetValue(quick) && options.GetResult(option) is null or { Implicit: true } ? whenQuick : options.GetValue(option)!;

    /// <summary>Whether only that is measured which is kept.</summary>
    public static bool IsOfKept(ParseResult options) => options.GetValue(check) || options.GetValue(keep);

    private static int RunKept(ParseResult options, IAnsiConsole console, string database)
    {
        var ways = WaysQuestion.Ask(options, console, options.GetValue(product)!, database);
        ways.Print(console);
        if (options.GetValue(keep))
        {
            KeptWork.Keep(ways.Cells);
            return 0;
        }

        Target[] targets = [.. KeptWork.Targets(ways.Cells)];
        Report.Print(console, targets);
        return targets.All(target => target.Met) ? 0 : 1;
    }

    private static int Run(ParseResult options, IAnsiConsole console, string database)
    {
        var program = options.GetValue(product)!;
        var (questions, earlier) = (options.GetValue(only)!, options.GetValue(before));
        var ways = questions.Contains(WaysName) ? WaysQuestion.Ask(options, console, program, database) : null;
        var cold = questions.Contains(ColdName) ? ColdQuestion.Ask(console, program, database, options.GetValue(quick)) : null;
        var rollups = questions.Contains(RollupsName) ? RollupQuestion.Ask(console, program, database, options.GetValue(quick)) : null;
        var writes = questions.Contains(WritesName) ? WriteQuestion.Ask(console, program, database, options.GetValue(quick)) : null;
        var past = questions.Contains(PastName) ? PastQuestion.Ask(console, program, database, options.GetValue(quick)) : null;
        var exports = questions.Contains(ExportsName) ? ExportQuestion.Ask(console, program, database, options.GetValue(quick)) : null;
        var feeds = questions.Contains(FeedsName)
            ? FeedQuestion.Ask(console, program, earlier, database, options.GetValue(quick)) : null;
        var log = questions.Contains(LogName) ? LogQuestion.Ask(console, program, earlier, database, options.GetValue(quick)) : null;
        var fairness = questions.Contains(FairnessName)
            ? FairnessQuestion.Ask(console, program, earlier, database, options.GetValue(quick)) : null;
        Target[] targets = [.. ways?.Targets() ?? [], .. cold?.Targets() ?? [], .. rollups?.Targets() ?? [], .. writes?.Targets() ?? [],
            .. past?.Targets() ?? [], .. exports?.Targets() ?? [], .. log?.Targets() ?? [], .. fairness?.Targets() ?? []];

        ways?.Print(console);
        cold?.Print(console);
        rollups?.Print(console);
        writes?.Print(console);
        past?.Print(console);
        exports?.Print(console);
        feeds?.Print(console);
        log?.Print(console);
        fairness?.Print(console);
        Report.Print(console, targets);
        Report.Save(options.GetValue(json)!, new { ways, cold, rollups, writes, past, exports, feeds, log, fairness, targets });
        console.WriteLine($"Saved as {options.GetValue(json)}");
        if (ways is not null)
        {
            console.WriteLine("All ways gave the same answers.");
        }

        return 0;
    }
}
