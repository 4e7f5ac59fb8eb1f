using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ReformGraph.Commands;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;
using ReformGraph.Reference;
using ReformGraph.Settings;
using Spectre.Console;

namespace ReformGraph;

/// <summary>
/// The program's command line: without a command it serves. Every setting is an option of every command, so that <c>--help</c> lists it;
/// each command has a file in Commands.
/// </summary>
internal static class CommandLine
{
    private const string DatabaseKey =
        $"{nameof(ReformGraphOptions.Database)}:{nameof(DatabaseOptions.File)}"; // the one setting that is typed often

    private const int WidthOfFile = 200;

    private static readonly Dictionary<Setting, Option<string>> options = Setting.All.ToDictionary(setting => setting, OptionOf);

    /// <exception cref="StartupException">An option is unknown or wrong, or the command cannot start.</exception>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("ReformGraph serves the data in county-government reform reports as a GraphQL API.");
        root.SetAction((result, cancellation) => ServeCommand.RunAsync(Settings(result), cancellation));
        foreach (var option in options.Values)
        {
            root.Options.Add(option);
        }

        var console = AnsiConsole.Console;
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfFile; // otherwise a row in a file or a pipe would be wrapped at 80 characters
        }

        ParseResult parsed = null!; // known when a command runs
        foreach (var command in Commands(() => parsed, console))
        {
            root.Subcommands.Add(command);
        }

        parsed = root.Parse([.. args.SelectMany(SplitAtEquals)], new ParserConfiguration { ResponseFileTokenReplacer = null });
        RefuseErrors(parsed);

        // Ctrl-C belongs to the host, which lets running requests end.
        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    /// <summary>The command that prints what is generated from the declarations.</summary>
    public static Command Schema() => SchemaCommand.Create(
        Catalog,
        DatabaseScript,
        () => [.. Setting.All.Select(Described)],
        () => [.. Commands(() => null!, AnsiConsole.Console).SelectMany(command => Described(command, string.Empty))]); // none of them runs

    /// <summary>The settings from all sources, including the options of this command line.</summary>
    /// <exception cref="StartupException">A setting is wrong.</exception>
    public static ReformGraphOptions Settings(ParseResult result)
    {
        var given = options
            .Where(entry => result.GetResult(entry.Value) is { Implicit: false })
            .Select(entry => KeyValuePair.Create(entry.Key.Key, result.GetValue(entry.Value)));
        return SettingsReader.Read(Directory.GetCurrentDirectory(), given);
    }

    private static IEnumerable<Command> Commands(Func<ParseResult> parsed, IAnsiConsole console) =>
    [
        KeysCommand.Create(cancellation => OpenForWritingAsync(Settings(parsed()), cancellation), console),
        VerifySourceCommand.Create(cancellation => OpenExistingAsync(Settings(parsed()), cancellation), console),
        VerifyRollupsCommand.Create(cancellation => OpenExistingAsync(Settings(parsed()), cancellation), console),
        AuditCommand.Create(() => Settings(parsed())),
        BackupCommand.Create(() => Settings(parsed())),
        RestoreCommand.Create(() => Settings(parsed())),
        DoctorCommand.Create(() => Settings(parsed())),
        HealthCommand.Create(() => Settings(parsed())),
        ImportCommand.Create(Catalog, () => Settings(parsed()).RequestLimits.Tables,
            (mustExist, cancellation) => OpenForWritingAsync(Settings(parsed()), cancellation, mustExist), console),
        ExtractCommand.Create(() => Settings(parsed()).RequestLimits, () => OpenIfPresent(Settings(parsed()).Database.File)),
        AddReportCommand.Create(() => Settings(parsed()).RequestLimits,
            (mustExist, cancellation) => OpenForWritingAsync(Settings(parsed()), cancellation, mustExist), console),
        ScansCommand.Create(() => Settings(parsed()).Database.File, console),
        GenerateCommand.Create(console),
        Schema(),
    ];

    // What only suggests must neither create a database nor upgrade it.
    private static ReformDbContext? OpenIfPresent(string path) =>
        SqliteFile.Exists(path) && !DatabaseCreator.IsOfEarlierVersion(path) ? DatabaseFile.ReadingContextOf(path) : null;

    // Verification must not create what it verifies.
    private static async Task<ReformDbContext> OpenExistingAsync(ReformGraphOptions settings, CancellationToken cancellation)
    {
        if (!settings.Database.MustExist)
        {
            SqliteFile.Existing(settings.Database.File);
        }

        await OpenFileAsync(settings, cancellation);
        return DatabaseFile.ContextOf(settings.Database.File);
    }

    // A dry run must not create what it would write to.
    private static async Task<ReformDbContext> OpenForWritingAsync(ReformGraphOptions settings, CancellationToken cancellation,
        bool mustExist = false)
    {
        if (mustExist && !settings.Database.MustExist)
        {
            SqliteFile.Existing(settings.Database.File);
        }

        await OpenFileAsync(settings, cancellation);
        WriteAccess.Require(settings.Database.File);
        return await DatabaseFile.WritingContextOfAsync(settings.Database.File, settings.Writes.LockWait);
    }

    private static async Task OpenFileAsync(ReformGraphOptions settings, CancellationToken cancellation)
    {
        if ((await DatabaseCreator.OpenAsync(settings.Database.File, settings.Seeding.Source, settings.Database.MustExist,
            cancellation: cancellation)).Made is { } made)
        {
            await Console.Error.WriteLineAsync(made); // not part of the command's output
        }
    }

    private static DataModel Catalog()
    {
        using var context = DatabaseFile.ContextOf(new DatabaseOptions().File); // only the model: nothing is opened
        return DataModel.Create(context.Model);
    }

    private static string DatabaseScript()
    {
        using var context = DatabaseFile.ContextOf(new DatabaseOptions().File); // nothing is opened
        return context.GetService<IMigrator>().GenerateScript()
            .ReplaceLineEndings("\n") + string.Concat(DerivedSchema.StatementsFor(context.Model).Select(one => $"{one.Value};\n\n"));
    }

    private static SettingDescription Described(Setting setting) =>
        new(setting.Key, setting.Form, setting.Default ?? string.Empty, setting.Checks is [] ? null : setting.Rule, setting.Description);

    private static IEnumerable<(string Name, string Description)> Described(Command command, string before) =>
        command.Subcommands.Count == 0
        ? [(before + command.Name, command.Description!)]
        : command.Subcommands.SelectMany(inner => Described(inner, $"{before}{command.Name} "));

    private static Option<string> OptionOf(Setting setting) => new("--" + setting.Key, setting.Key == DatabaseKey ? ["--database"] : [])
    {
        Description = setting.Default is { Length: > 0 } value ? $"{setting.Description} [default: {value}]" : setting.Description,
        HelpName = setting.Form,
        Recursive = true,
    };

    // The parser treats the colon in --Database:File=x as its own separator, unless the key is an argument of its own.
    private static string[] SplitAtEquals(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.IndexOf('=', StringComparison.Ordinal) is > 0 and int at
            ? [argument[..at], argument[(at + 1)..]]
            : [argument];

    private static void RefuseErrors(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [string token, ..])
        {
            throw new StartupException(token.StartsWith("--", StringComparison.Ordinal)
                ? SettingsReader.Unknown(token[2..], "command line")
                : $"There is no command {token}. --help lists all commands and settings.");
        }

        if ((parsed.Errors.Count > 0 ? Missing(parsed.CommandResult) : Empty(parsed.CommandResult)) is { } missing)
        {
            throw new StartupException(missing);
        }

        if (parsed.Errors is [{ Message: string message }, ..])
        {
            throw new StartupException(message);
        }
    }

    // The parser's own messages name neither the commands nor the meaning of an argument.
    private static string? Missing(CommandResult given) => given.Command is { Subcommands.Count: > 0, Action: null } group
        ? $"{NameOf(given)} needs one of its commands: {string.Join(", ", group.Subcommands.Select(command => command.Name))}."
        : given.Command.Arguments.FirstOrDefault(
            argument => argument.Arity.MinimumNumberOfValues > 0 && given.GetResult(argument) is not { Tokens.Count: > 0 }) is { } argument
        ? $"{NameOf(given)} needs {argument.Name}: {argument.Description}"
        : null;

    // A script whose variable has no value gives an empty text.
    private static string? Empty(CommandResult given) =>
        given.Command.Arguments.FirstOrDefault(argument => IsEmpty(given.GetResult(argument))) is { } argument
            ? $"{NameOf(given)} needs {argument.Name}: {argument.Description}"
        : given.Command.Options.FirstOrDefault(
            option => option.HelpName is "FILE" or "FOLDER" && IsEmpty(given.GetResult(option))) is { } option
            ? $"{option.Name} needs {option.HelpName}: {option.Description}"
        : null;

    private static bool IsEmpty(SymbolResult? result) => result is not null && result.Tokens.Any(token => token.Value.Length == 0);

    private static string NameOf(CommandResult given) => given.Parent is CommandResult { Parent: not null } group
        ? $"{NameOf(group)} {given.Command.Name}" : given.Command.Name;
}
