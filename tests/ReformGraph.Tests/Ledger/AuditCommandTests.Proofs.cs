using System.Text.RegularExpressions;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using Xunit;

namespace ReformGraph.Tests.Ledger;

public sealed partial class AuditCommandTests
{
    [Fact]
    public async Task A_version_and_a_withdrawal_are_proven_and_checked_without_the_database()
    {
        await RunAsync("checkpoint", "--out", Kept("checkpoint"));
        foreach (var (arguments, statements) in ((string[], string)[])[
            (["--entity", "RiskVillage", "--id", "2", "--version", "1"],
                @"RiskVillage 2, version 1: Code = RV-H-002, .*\nrecorded by change 1 at 2026-01-01T00:00:00Z by local: The rows as they were\."),
            (["--entity", "RiskVillage", "--code", "RV-H-001"],
                @"RiskVillage 1 was withdrawn\nrecorded by change 4 at 2026-02-03T04:05:06.\d+Z by 审计局: It was decided\.")])
        {
            Assert.Equal((0, ""), await RunAsync(["prove", .. arguments, "--checkpoint", Kept("checkpoint"), "--out", Kept("proof")]));
            var (exit, output) = await WithoutDatabaseAsync("check-proof", Kept("proof"), "--checkpoint", Kept("checkpoint"));
            Assert.Equal(0, exit);
            Assert.Matches($@"\A{statements}\nThe log of 4 changes is that of the checkpoint\.\nThe proof holds\.\n\z", output);
            (exit, output) = await WithoutDatabaseAsync("check-proof", Kept("proof"));
            Assert.Equal(0, exit);
            Assert.Contains("\nThis assumes that the log of 4 changes had the root ", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_edit_of_a_proof_holds()
    {
        await RunAsync("checkpoint", "--out", Kept("checkpoint"));
        await RunAsync("prove", "--entity", "RiskVillage", "--id", "2", "--out", Kept("proof"));
        var proof = await File.ReadAllTextAsync(Kept("proof"));
        Assert.DoesNotMatch("holds|statements|ends", proof);
        foreach (var value in Regex.Matches(proof, @"(?<=: |^ *)(""[^""]+""|\d+)(?=,?$)", RegexOptions.Multiline)
            .Where(match => !match.Value.Contains("inclusion", StringComparison.Ordinal)))
        {
            var edited = char.IsDigit(value.Value[0])
                ? $"{value.Value}1" : value.Value.Replace(value.Value[1], value.Value[1] == '0' ? '1' : '0');
            await File.WriteAllTextAsync(Kept("forged"), proof[..value.Index] + edited + proof[(value.Index + value.Length)..]);
            int exit;
            try
            {
                (exit, _) = await WithoutDatabaseAsync("check-proof", Kept("forged"), "--checkpoint", Kept("checkpoint"));
            }
            catch (StartupException)
            {
                exit = 1;
            }

            Assert.True(exit == 1, $"{value.Value} can be {edited}");
        }
    }

    [Fact]
    public async Task A_proof_of_another_state_or_another_log_is_none_for_a_checkpoint()
    {
        await RunAsync("prove", "--entity", "RiskVillage", "--id", "2", "--out", Kept("proof"));
        foreach (var (checkpoint, fault) in ((Checkpoint, string)[])[
            (database.Known with { Root = MerkleTree.EmptyRoot },
                "it is not about the log as it was at the checkpoint, with 4 changes and the root "),
            (database.Known with { Size = 3 }, "it is not about the log as it was at the checkpoint, with 3 changes and the root "),
            (database.Known with { Origin = "reformgraph/another" }, "it is about reformgraph/")])
        {
            await File.WriteAllTextAsync(Kept("checkpoint"), checkpoint.Text);
            var (exit, output) = await WithoutDatabaseAsync("check-proof", Kept("proof"), "--checkpoint", Kept("checkpoint"));
            Assert.Equal(1, exit);
            Assert.StartsWith($"The proof does not hold: {fault}", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_log_is_proven_to_have_only_grown()
    {
        await File.WriteAllTextAsync(Kept("earlier"), (database.Known with { Size = 2, Root = RootOf(2) }).Text);
        await RunAsync("checkpoint", "--out", Kept("later"));
        Assert.Equal((0, ""),
            await RunAsync("prove-consistency", "--from", Kept("earlier"), "--to", Kept("later"), "--out", Kept("proof")));
        var (exit, output) =
            await WithoutDatabaseAsync("check-proof", Kept("proof"), "--checkpoint", Kept("earlier"), "--checkpoint", Kept("later"));
        Assert.Equal(
            (0, "the log of 4 changes begins with the 2 that it had before\nThe log of 2 changes is that of the checkpoint.\nThe log of " +
            "4 changes is that of the checkpoint.\nThe proof holds.\n"), (exit, output));

        var proof = await File.ReadAllTextAsync(Kept("proof"));
        await File.WriteAllTextAsync(Kept("proof"), proof.Replace(RootOf(2).ToString(), RootOf(3).ToString(), StringComparison.Ordinal));
        (exit, output) = await WithoutDatabaseAsync("check-proof", Kept("proof"));
        Assert.Equal((1, "The proof does not hold: its hashes do not lead to its root.\n"), (exit, output));
    }
}
