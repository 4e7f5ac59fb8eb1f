using System.CommandLine;
using ReformGraph.Commands;
using ReformGraph.Data.Errors;
using ReformGraph.Tests.Seeding;
using Spectre.Console;
using Xunit;

namespace ReformGraph.Tests.Access;

public sealed class KeysCommandTests : IDisposable
{
    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Keys_are_made_listed_and_revoked()
    {
        var first = await RunAsync("create", "--name", "Power BI", "--role", "reader");
        Assert.Matches(
            @"\Arg_\S{51}\nThis is the key of Power BI\. Only its hash is kept: it cannot be shown again\.\nIt is the first key of this database: from now on, every request needs a key\.\n\z", first);
        Assert.DoesNotContain("first", await RunAsync("create", "--name", "审计局", "--role", "auditor", "--expires", "2999-01-01"),
            StringComparison.Ordinal);
        Assert.Equal("The key Power BI is revoked.\n", await RunAsync("revoke", "Power BI"));

        var list = await RunAsync("list");
        Assert.Matches(
            $@"│ Power BI │ reader  │       │ {first[..11]}\.\.\. │ \d{{4}}-\d\d-\d\d │            │ revoked on \d{{4}}-\d\d-\d\d │", list);
        Assert.Matches(
            @"│ 审计局   │ auditor │       │ rg_\S{8}\.\.\. │ \d{4}-\d\d-\d\d │ 2999-01-01 │ valid                 │", list);
        Assert.DoesNotContain(first[11..54], list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_replaced_with_an_overlap_and_both_are_listed_with_their_scope()
    {
        var first = await RunAsync("create", "--name", "县农经站", "--role", "editor", "--read", "riskVillages,changes",
            "--write", "riskVillages", "--counties", "county", "--expires", "2999-01-01");
        var second = await RunAsync("rotate", "县农经站", "--overlap", "12h");
        Assert.Matches(
            @"\Arg_\S{51}\nThis is the key of 县农经站\. Only its hash is kept: it cannot be shown again\.\n" +
            @"The key that it replaces is valid until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.\n\z", second);
        var list = await RunAsync("list");
        foreach (var (key, state) in new[] { (first, @"valid until \d{4}-\d\d-\d\d \d\d:\d\d UTC"), (second, "valid") })
        {
            Assert.Matches(
                $@"│ 县农经站 │ editor │ read riskVillages,changes │ " +
                $@"{key[..11]}\.\.\. │ \d{{4}}-\d\d-\d\d │ 2999-01-01 │ " +
                $@"{state} +│\n" +
                @"│ +│ +│ write riskVillages +│ +│ +│ +│ +│\n│ +│ +│ counties county ", list);
        }
    }

    [Theory]
    [InlineData(
        "'local' cannot be the name of a key: it must have 1 to 64 letters, digits, spaces and . _ @ -, begin and end with a letter or a " +
        "digit, and not be 'local'.", "create", "--name", "local", "--role", "reader")]
    [InlineData(
        "' a' cannot be the name of a key: it must have 1 to 64 letters, digits, spaces and . _ @ -, begin and end with a letter or a " +
        "digit, and not be 'local'.", "create", "--name", " a", "--role", "reader")]
    [InlineData("There is already a key named gone, valid or not: choose another name.", "create", "--name", "gone", "--role", "admin")]
    [InlineData("--expires cannot be '2020-01-01': it must be a future date, such as 2027-01-01.", "create", "--name", "a",
        "--role", "reader",
        "--expires", "2020-01-01")]
    [InlineData("--expires cannot be 'soon': it must be a future date, such as 2027-01-01.", "create", "--name", "a", "--role", "reader",
        "--expires", "soon")]
    [InlineData("There is no key named nobody; the command keys list shows all keys.", "revoke", "nobody")]
    [InlineData("There is no key named nobody; the command keys list shows all keys.", "rotate", "nobody")]
    [InlineData("The key gone is already revoked.", "rotate", "gone")]
    [InlineData("--overlap cannot be 'soon': it must be a number of days, hours or minutes, such as 7d, 12h or 30m, and at most 366d.",
        "rotate", "gone", "--overlap", "soon")]
    [InlineData("--overlap cannot be '367d': it must be a number of days, hours or minutes, such as 7d, 12h or 30m, and at most 366d.",
        "rotate", "gone", "--overlap", "367d")]
    [InlineData("There is no county with the code 510000; the database has county.", "create", "--name", "a", "--role", "editor",
        "--counties", "510000")]
    [InlineData("The key gone is already revoked.", "revoke", "gone")]
    public async Task What_cannot_be_done_is_reported_in_one_line(string message, params string[] arguments)
    {
        await RunAsync("create", "--name", "gone", "--role", "reader");
        await RunAsync("revoke", "gone");
        Assert.Equal(message, (await Assert.ThrowsAsync<StartupException>(() => RunAsync(arguments))).Message);
    }

    [Fact]
    public async Task A_scope_names_collections()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(
            () => RunAsync("create", "--name", "a", "--role", "reader", "--read", "riskVillages, village"));
        Assert.StartsWith("There is no collection village. The collections are assetHandovers, changedRows, changes, ", refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_are_four_roles()
    {
        var refusal =
            await Assert.ThrowsAsync<StartupException>(() => CommandLine.RunAsync(["keys", "create", "--name", "a", "--role", "owner"]));
        Assert.Matches("'owner' .*'reader'\\s+'editor'\\s+'auditor'\\s+'admin'", refusal.Message.ReplaceLineEndings(" "));
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;
        var command = KeysCommand.Create(_ => Task.FromResult(database.Open()), console);
        Assert.Equal(0, await command.Parse(arguments).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
        return output.ToString().ReplaceLineEndings("\n");
    }
}
