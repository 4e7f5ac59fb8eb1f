using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Access;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Access;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary><c>keys</c>: creates, lists, replaces and revokes API keys. It checks no role: anyone who may write the database file may run
/// it.</summary>
internal static partial class KeysCommand
{
    private const string Day = "yyyy-MM-dd";
    private const int MostDays = 366;

    /// <summary>Creates the command.</summary>
    /// <param name="open">Opens the database.</param>
    /// <param name="console">Where the keys are printed.</param>
    public static Command Create(Func<CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console) =>
        new("keys", "Creates, lists, replaces and revokes the API keys of the database.")
        {
            Make(open, console), List(open, console), Rotate(open, console), Revoke(open, console),
        };

    private static Command Make(Func<CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console)
    {
        var name = new Option<string>("--name")
        {
            Description = "The name of the key's holder. Changes are recorded under this name.",
            Required = true
        };
        var role = new Option<string>("--role")
        {
            Description = "What its holder may do.",
            Required = true
        }.AcceptOnlyFromAmong([.. RoleNames.All]);
        var expires = Expires();
        var scope = new ScopeOptions();
        var command = new Command("create", "Creates a key and prints it. It cannot be shown again later.")
        {
            name, role, scope.Read, scope.Write, scope.Counties, expires,
        };
        command.SetAction(async (given, cancellation) =>
        {
            var (holder, expiresOn) = (given.GetRequiredValue(name), DayOf(given.GetValue(expires)));
            await using var database = await open(cancellation);
            var isFirst = !await database.Set<ApiKey>().AnyAsync(cancellation);
            console.WriteLine(await KeyRegister.CreateAsync(database, holder,
                Enum.Parse<Role>(given.GetRequiredValue(role), ignoreCase: true), expiresOn,
                scope.In(given), cancellation));
            console.WriteLine(OnlyOnce(holder));
            if (isFirst)
            {
                console.WriteLine("It is the first key of this database: from now on, every request needs a key.");
            }
        });
        return command;
    }

    private static Command List(Func<CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console)
    {
        var command = new Command("list", "Lists all keys without their secrets.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var database = await open(cancellation);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var table = new Table().AddColumns("Name", "Role", "Scope", "Key", "Created on", "Expires on", "State");
            await foreach (var key in database.Set<ApiKey>().AsNoTracking().OrderBy(key => key.Id).AsAsyncEnumerable()
                .WithCancellation(cancellation))
            {
                table.AddRow(new[] { key.Name, key.Role.Name(), ScopeOf(key), $"{ApiKey.Mark}{key.Prefix}...", Written(key.CreatedAt),
                    Written(key.ExpiresOn), StateOf(key, now) }.Select(cell => new Text(cell)));
            }

            console.Write(table);
        });
        return command;
    }

    private static Command Rotate(Func<CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console)
    {
        var name = new Argument<string>("NAME") { Description = "The name of the key." };
        var overlap = new Option<string>("--overlap")
        {
            Description = "How long the present key stays valid, in days, hours or minutes: 7d, 12h, 30m, or 0d to end it now. At most "
                + $"{MostDays}d.",
            DefaultValueFactory = _ => "7d",
        };
        var expires = Expires();
        var command = new Command("rotate",
            "Creates a key with the same name, role and scope, and prints it. The present one stays valid for the overlap.")
        {
            name, overlap, expires,
        };
        command.SetAction(async (given, cancellation) =>
        {
            var holder = given.GetRequiredValue(name);
            var (length, expiresOn) = (OverlapOf(given.GetRequiredValue(overlap)), DayOf(given.GetValue(expires)));
            await using var database = await open(cancellation);
            var (text, until) = await KeyRegister.RotateAsync(database, holder, length, expiresOn, cancellation);
            console.WriteLine(text);
            console.WriteLine(OnlyOnce(holder));
            console.WriteLine($"The key that it replaces is valid until {Minute(until)}.");
        });
        return command;
    }

    private static Command Revoke(Func<CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console)
    {
        var name = new Argument<string>("NAME") { Description = "The name of the key." };
        var command = new Command("revoke", "Revokes a key, and those that it has replaced. Running servers reject it from then on.")
        {
            name,
        };
        command.SetAction(async (given, cancellation) =>
        {
            await using var database = await open(cancellation);
            await KeyRegister.RevokeAsync(database, given.GetRequiredValue(name), cancellation);
            console.WriteLine($"The key {given.GetRequiredValue(name)} is revoked.");
        });
        return command;
    }

    private static Option<string> Expires() => new("--expires")
    {
        Description = "The first day (UTC) on which the key is no longer valid, such as 2027-01-01.",
    };

    private static string OnlyOnce(string holder) => $"This is the key of {holder}. Only its hash is kept: it cannot be shown again.";

    private static TimeSpan OverlapOf(string text) =>
        Overlap().Match(text) is { Success: true } match
        && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * match.Groups[2].Value switch
        {
            "d" => TimeSpan.FromDays(1),
            "h" => TimeSpan.FromHours(1),
            _ => TimeSpan.FromMinutes(1),
        } is var length && length <= TimeSpan.FromDays(MostDays) ? length
        : throw new StartupException($"--overlap cannot be '{text}': it must be a number of days, hours or minutes, such as 7d, 12h or " +
            $"30m, and at most {MostDays}d.");

    private static DateOnly? DayOf(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day > DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime) ? day
        : throw new StartupException($"--expires cannot be '{text}': it must be a future date, such as 2027-01-01.");

    private static string StateOf(ApiKey key, DateTime now) => key.StateAt(now) switch
    {
        KeyState.Revoked => $"revoked on {Written(key.RevokedAt)}",
        KeyState.Replaced => "replaced",
        KeyState.Expired => "expired",
        _ when key.ReplacedAt is { } until => $"valid until {Minute(until)}",
        _ => "valid",
    };

    private static string ScopeOf(ApiKey key) => string.Join('\n', new[]
    {
        ("read", key.Reads), ("write", key.Writes), ("counties", key.Counties),
    }.Where(part => part.Item2 is not null).Select(part => $"{part.Item1} {part.Item2}"));

    private static string Minute(DateTime instant) => instant.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Written(IFormattable? day) => day?.ToString(Day, CultureInfo.InvariantCulture) ?? string.Empty;

    [GeneratedRegex(@"\A([0-9]{1,6})([dhm])\z")]
    private static partial Regex Overlap();

    /// <summary>The options for a scope.</summary>
    private sealed class ScopeOptions
    {
        public Option<string> Read { get; } = new("--read")
        {
            Description = "The collections that its holder may read, separated by commas. By default, all.",
        };

        public Option<string> Write { get; } = new("--write")
        {
            Description = "The collections whose rows its holder may change, separated by commas. The holder may read them too. By " +
                "default, those that the holder may read.",
        };

        public Option<string> Counties { get; } = new("--counties")
        {
            Description = "The codes of the counties whose rows its holder may change, separated by commas. By default, all.",
        };

        public AccessScope? In(ParseResult given) => AccessScope.Of(
            AccessScope.Parse(given.GetValue(Read)), AccessScope.Parse(given.GetValue(Write)), AccessScope.Parse(given.GetValue(Counties)));
    }
}
