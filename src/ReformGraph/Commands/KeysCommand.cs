using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Access;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Access;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary><c>keys</c>: creates, lists and revokes API keys. It checks no role: anyone who may write the database file may run
/// it.</summary>
internal static class KeysCommand
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Creates the command.</summary>
    /// <param name="open">Opens the database.</param>
    /// <param name="console">Where the keys are printed.</param>
    public static Command Create(Func<CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console) =>
        new("keys", "Creates, lists and revokes the API keys of the database.") { Make(open, console), List(open, console),
            Revoke(open, console) };

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
        var expires = new Option<string>("--expires")
        {
            Description =
            "The first day (UTC) on which the key is no longer valid, such as 2027-01-01."
        };
        var command = new Command("create", "Creates a key and prints it. It cannot be shown again later.") { name, role, expires };
        command.SetAction(async (given, cancellation) =>
        {
            var (holder, expiresOn) = (given.GetRequiredValue(name), DayOf(given.GetValue(expires)));
            await using var database = await open(cancellation);
            var isFirst = !await database.Set<ApiKey>().AnyAsync(cancellation);
            console.WriteLine(await KeyRegister.CreateAsync(database, holder,
                Enum.Parse<Role>(given.GetRequiredValue(role), ignoreCase: true), expiresOn, cancellation));
            console.WriteLine($"This is the key of {holder}. Only its hash is kept: it cannot be shown again.");
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
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var table = new Table().AddColumns("Name", "Role", "Key", "Created on", "Expires on", "State");
            await foreach (var key in database.Set<ApiKey>().AsNoTracking().OrderBy(key => key.Id).AsAsyncEnumerable()
                .WithCancellation(cancellation))
            {
                table.AddRow(new[] { key.Name, key.Role.Name(), $"{ApiKey.Mark}{key.Prefix}...", Written(key.CreatedAt),
                    Written(key.ExpiresOn), StateOf(key, today) }.Select(cell => new Text(cell)));
            }

            console.Write(table);
        });
        return command;
    }

    private static Command Revoke(Func<CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console)
    {
        var name = new Argument<string>("NAME") { Description = "The name of the key." };
        var command = new Command("revoke", "Revokes a key. Running servers reject it from then on.") { name };
        command.SetAction(async (given, cancellation) =>
        {
            await using var database = await open(cancellation);
            await KeyRegister.RevokeAsync(database, given.GetRequiredValue(name), cancellation);
            console.WriteLine($"The key {given.GetRequiredValue(name)} is revoked.");
        });
        return command;
    }

    private static DateOnly? DayOf(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day > DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime) ? day
        : throw new StartupException($"--expires cannot be '{text}': it must be a future date, such as 2027-01-01.");

    private static string StateOf(ApiKey key, DateOnly today) => key.StateOn(today) switch
    {
        KeyState.Revoked => $"revoked on {Written(key.RevokedAt)}",
        KeyState.Expired => "expired",
        _ => "valid",
    };

    private static string Written(IFormattable? day) => day?.ToString(Day, CultureInfo.InvariantCulture) ?? string.Empty;
}
