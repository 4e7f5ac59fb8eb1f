using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReformGraph.Tests.Docs;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Ledger;

/// <summary>What docs/history-proofs.md says of records, trees and checkpoints is enough: here it is followed with nothing of the program.</summary>
public sealed class ProofDocumentTests
{
    [Fact]
    public void The_record_in_the_document_has_the_leaf_in_the_document()
    {
        var block = Markdown.Blocks("docs/history-proofs.md").Single(block => block.Text.StartsWith("record ", StringComparison.Ordinal)).Text;
        var record = Convert.FromHexString(Regex.Replace(block[..block.IndexOf("leaf", StringComparison.Ordinal)], "record|\\s", ""));
        Assert.Equal([.. Text("reformgraph/withdrawal/1"), .. Text("RiskVillage"), .. Integer(7)], record);
        Assert.Equal(block.TrimEnd()[^64..], Convert.ToHexStringLower(Leaf(record)));
    }

    [Fact]
    public async Task A_version_and_a_withdrawal_are_checked_from_the_signed_checkpoint_down_to_each_value()
    {
        await using var server = await WriteServer.StartAsync();
        await server.FieldAsync($$"""mutation { updateRiskVillage(input: { change: { kind: EVENT, reason: "塌方", effectiveOn: "2026-05-04", evidence: { reference: "r" } }, code: "RV-H-002", version: 1, level: LOW, assessedOn: "2026-05-01" }) { change { sequence } } }""");
        await server.FieldAsync($$"""mutation { withdrawRiskVillage(input: { {{WriteServer.Note}}, code: "RV-L-001", version: 1 }) { change { sequence } } }""");
        await server.FieldAsync($$"""mutation { updateAssetHandover(input: { {{WriteServer.Note}}, code: "AH-G-107", version: 1, bookValue: 12.5 }) { change { sequence } } }""");
        var root = RootOf(await server.Server.Client.GetStringAsync("/checkpoint"), 4);
        foreach (var row in (string[])["RiskVillage&code=RV-H-002&version=1", "RiskVillage&code=RV-H-002", "RiskVillage&code=RV-L-001", "AssetHandover&code=AH-G-107", "Figure&code=villages-assessed"])
        {
            using var proof = JsonDocument.Parse(await server.Server.Client.GetStringAsync($"/proofs/inclusion?entity={row}"));
            var change = proof.RootElement.GetProperty("change");
            var ofChange = Climb(proof.RootElement.GetProperty("rowPath"), Leaf(RecordOfRow(proof.RootElement.GetProperty("row"))), proof.RootElement.GetProperty("rowIndex").GetInt64(), change.GetProperty("rowCount").GetInt64());
            Assert.Equal(change.GetProperty("rowsRoot").GetString(), Convert.ToHexStringLower(ofChange));
            Assert.Equal(root, Climb(proof.RootElement.GetProperty("path"), Leaf(RecordOfChange(change)), change.GetProperty("sequence").GetInt64() - 1, 4));
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
        return
        [
            .. Text("reformgraph/change/1"), .. Number("sequence"), .. TextOf("recordedAt"), .. TextOf("actor"), .. Number("kind"), .. TextOf("reason"),
            .. TextOf("effectiveOn"), .. TextOf("evidenceReference"), .. TextOf("evidenceSha256"), .. Number("rowCount"), .. TextOf("rowsRoot"),
        ];

        byte[] Number(string name) => Integer(change.GetProperty(name).GetInt64());

        byte[] TextOf(string name) => change.GetProperty(name).GetString() is { } text ? Text(text) : [(byte)'n'];
    }

    private static byte[] RecordOfRow(JsonElement row)
    {
        var isVersion = row.GetProperty("version").ValueKind == JsonValueKind.Number;
        var record = new List<byte>([.. Text(isVersion ? "reformgraph/version/1" : "reformgraph/withdrawal/1"), .. Text(row.GetProperty("entity").GetString()!), .. Integer(row.GetProperty("id").GetInt64())]);
        if (isVersion)
        {
            record.AddRange(Integer(row.GetProperty("version").GetInt64()));
        }

        foreach (var value in row.GetProperty("values").EnumerateArray())
        {
            record.AddRange(Text(value.GetProperty("name").GetString()!));
            record.AddRange(value.TryGetProperty("text", out var text) ? Text(text.GetString()!) : Integer(long.Parse(value.GetProperty("integer").GetString()!, CultureInfo.InvariantCulture)));
        }

        return [.. record];
    }

    private static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        return [(byte)'t', .. length, .. bytes];
    }

    private static byte[] Integer(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return [(byte)'i', .. bytes];
    }

    private static byte[] Leaf(byte[] record) => SHA256.HashData([0, .. record]);

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
