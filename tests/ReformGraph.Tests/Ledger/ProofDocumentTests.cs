using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReformGraph.Data.Database;
using ReformGraph.Settings;
using ReformGraph.Tests.Database;
using ReformGraph.Tests.Docs;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Writes;
using Xunit;
using static ReformGraph.Tests.Ledger.DocumentedRecord;

namespace ReformGraph.Tests.Ledger;

/// <summary>What docs/history-proofs.md says of records, trees and checkpoints is enough:
/// here it is followed with nothing of the program.</summary>
public sealed class ProofDocumentTests
{
    private static readonly string[] Kinds = ["SEED", "CORRECTION", "EVENT"];

    private static readonly Dictionary<string, char> Types = new()
    {
        ["text"] = 't',
        ["integer"] = 'i',
        ["decimal"] = 'd',
        ["boolean"] = 'b',
        ["code"] = 'c',
        ["day"] = 'y',
        ["instant"] = 'z'
    };

    [Fact]
    public void The_record_in_the_document_has_the_leaf_in_the_document()
    {
        var block = Markdown.Blocks("docs/history-proofs.md")
            .Single(block => block.Text.StartsWith("record ", StringComparison.Ordinal)).Text;
        var record = Convert.FromHexString(Regex.Replace(block[..block.IndexOf("leaf", StringComparison.Ordinal)], "record|\\s", ""));
        Assert.Equal([.. Text("reformgraph/withdrawal/2"), .. Text("RiskVillage"), .. Whole(7)], record);
        Assert.Equal(block.TrimEnd()[^64..], Convert.ToHexStringLower(Leaf(record)));
    }

    [Fact]
    public async Task A_version_and_a_withdrawal_are_checked_from_the_signed_checkpoint_down_to_each_value()
    {
        await using var server = await WriteServer.StartAsync();
        await server.FieldAsync(
            $$"""mutation { updateRiskVillage(input: { change: { kind: EVENT, reason: "塌方", effectiveOn: "2026-05-04", evidence: { reference: "r" } }, code: "RV-H-002", version: 1, level: LOW, assessedOn: "2026-05-01" }) { change { sequence } } }""");
        await server.FieldAsync(
            $$"""mutation { withdrawRiskVillage(input: { {{WriteServer.Note}}, code: "RV-L-001", version: 1 }) { change { sequence } } }""");
        await server.FieldAsync(
            $$"""mutation { updateAssetHandover(input: { {{WriteServer.Note}}, code: "AH-G-107", version: 1, bookValue: 12.5 }) { change { sequence } } }""");
        await CheckAsync(server.Server, 4, true, "RiskVillage&code=RV-H-002&version=1", "RiskVillage&code=RV-H-002",
            "RiskVillage&code=RV-L-001", "AssetHandover&code=AH-G-107", "Figure&code=villages-assessed");
    }

    [Fact]
    public async Task A_change_of_an_earlier_version_is_checked_as_it_was_recorded_and_one_that_follows_it_by_its_salt()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        await DatabaseCreator.OpenAsync(database.Path, "unused");
        await using var server = await RunningServer.StartAsync(
            new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = database.Path } });
        await CheckAsync(server, 7, false, "RiskVillage&code=RV-H-001&version=1", "AssetHandover&code=AH-S-001");
        await CheckAsync(server, 7, true, "RiskVillage&code=RV-M-001&version=3");
        using var response =
            await server.PostAsync(
            JsonSerializer.Serialize(
            new { query = $$"""mutation { updateRiskVillage(input: { {{WriteServer.Note}}, code: "RV-H-001", version: 2, level: LOW }) { change { sequence } } }""" }));
        await CheckAsync(server, 8, true, "RiskVillage&code=RV-H-001");
        await CheckAsync(server, 8, false, "RiskVillage&code=RV-H-001&version=1");
    }

    private static async Task CheckAsync(RunningServer server, int size, bool isSalted, params string[] rows)
    {
        var root = RootOf(await server.Client.GetStringAsync("/checkpoint"), size);
        foreach (var row in rows)
        {
            using var proof = JsonDocument.Parse(await server.Client.GetStringAsync($"/proofs/inclusion?entity={row}"));
            var change = proof.RootElement.GetProperty("change");
            Assert.Equal(isSalted, change.TryGetProperty("salt", out _));
            var ofChange =
                Climb(proof.RootElement.GetProperty("rowPath"), Leaf(RecordOfRow(proof.RootElement.GetProperty("row"), isSalted)),
                proof.RootElement.GetProperty("rowIndex").GetInt64(), change.GetProperty("rowCount").GetInt64());
            Assert.Equal(change.GetProperty("rowsRoot").GetString(), Convert.ToHexStringLower(ofChange));
            Assert.Equal(root, Climb(proof.RootElement.GetProperty("path"), Leaf(RecordOfChange(change)),
                change.GetProperty("sequence").GetInt64() - 1, size));
        }
    }

    private static byte[] RootOf(string checkpoint, int size)
    {
        var lines = checkpoint.Split('\n');
        Assert.Matches(@"\Areformgraph/[0-9a-f-]{36}\z", lines[0]);
        Assert.Equal($"{size}", lines[1]);
        return Convert.FromBase64String(lines[2]);
    }

    private static byte[] RecordOfChange(JsonElement change)
    {
        return change.TryGetProperty("salt", out var salt)
            ?
            [
                .. Text("reformgraph/change/2"), .. Text(salt.GetString()!), .. Whole(Number("sequence")),
                .. Value('z', TextOf("recordedAt")!), .. Text(TextOf("actor")!), .. Value('c', Kinds[Number("kind") - 1]),
                .. Text(TextOf("reason")!),
                .. TextOrNone(TextOf("effectiveOn"), 'y'), .. TextOrNone(TextOf("evidenceReference")),
                .. TextOrNone(TextOf("evidenceSha256")), .. Whole(Number("rowCount")), .. Text(TextOf("rowsRoot")!),
            ]
            :
            [
                .. Text("reformgraph/change/1"), .. Stored(Number("sequence")), .. Text(TextOf("recordedAt")!), .. Text(TextOf("actor")!),
                .. Stored(Number("kind")), .. Text(TextOf("reason")!),
                .. TextOrNone(TextOf("effectiveOn")), .. TextOrNone(TextOf("evidenceReference")), .. TextOrNone(TextOf("evidenceSha256")),
                .. Stored(Number("rowCount")), .. Text(TextOf("rowsRoot")!),
            ];

        long Number(string name) => change.GetProperty(name).GetInt64();

        string? TextOf(string name) => change.GetProperty(name).GetString();
    }

    private static byte[] RecordOfRow(JsonElement row, bool isSalted)
    {
        Func<long, byte[]> number = isSalted ? Whole : Stored;
        var isVersion = row.GetProperty("version").ValueKind == JsonValueKind.Number;
        var record = new List<byte>([.. Text($"reformgraph/{(isVersion ? "version" : "withdrawal")}/{(isSalted ? 2 : 1)}"),
            .. Text(row.GetProperty("entity").GetString()!), .. number(row.GetProperty("id").GetInt64())]);
        if (isVersion)
        {
            record.AddRange(number(row.GetProperty("version").GetInt64()));
        }

        foreach (var value in row.GetProperty("values").EnumerateArray())
        {
            record.AddRange(Text(value.GetProperty("name").GetString()!));
            record.AddRange(isSalted ? Value(Types[value.GetProperty("type").GetString()!], value.GetProperty("value").GetString()!)
                : value.TryGetProperty("text", out var text) ? Text(text.GetString()!)
                : Stored(long.Parse(value.GetProperty("integer").GetString()!, CultureInfo.InvariantCulture)));
        }

        return [.. record];
    }

    /// <summary>From a leaf to the root: by halves, as RFC 9162 defines the tree in 2.1.1, and not by its algorithm.</summary>
    private static byte[] Climb(JsonElement path, byte[] leaf, long index, long size)
    {
        var hashes = path.EnumerateArray().Select(hash => Convert.FromHexString(hash.GetString()!)).ToList();
        var (root, used) = Climb(hashes, leaf, index, size);
        Assert.Equal(hashes.Count, used);
        return root;
    }

    private static (byte[] Root, int Used) Climb(List<byte[]> path, byte[] leaf, long index, long size)
    {
        if (size == 1)
        {
            return (leaf, 0);
        }

        var left = 1L;
        while (left * 2 < size)
        {
            left *= 2;
        }

        var isLeft = index < left;
        var (below, used) = Climb(path, leaf, isLeft ? index : index - left, isLeft ? left : size - left);
        return (SHA256.HashData(isLeft ? [1, .. below, .. path[used]] : [1, .. path[used], .. below]), used + 1);
    }
}
