using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>Random writes, compared with a plain model in memory.</summary>
[Trait("Kind", "exhaustive")]
public sealed class WriteModelTests
{
    private static readonly int Steps = Exhaustive.Share(120);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Random_writes_leave_what_a_plain_model_says(int seed)
    {
        await using var own = await WriteServer.StartAsync();
        var random = new Random(seed);
        var rows = new Dictionary<string, Row>();
        var versions = 0; // all that were ever recorded of these rows
        long changes = 1;
        for (var step = 0; step < Steps; step++)
        {
            var count = random.Next(5) == 0 ? random.Next(2, 5) : 1;
            var operations = Enumerable.Range(0, count).Select(_ => Operation.Draw(random, withdraws: count == 1)).ToList();
            var expected = Apply(rows, operations);
            var answer = await own.FieldAsync(operations.Count == 1 ? operations[0].Alone(rows) : Operation.Together(operations, rows));
            var errors = answer.GetProperty("errors");
            Assert.True(expected is null == (errors.ValueKind == JsonValueKind.Array), $"step {step}: {answer}");
            if (expected is null)
            {
                continue;
            }

            var differing = expected.Where(row => rows.GetValueOrDefault(row.Key) != row.Value).ToList();
            var withdrawn = rows.Keys.Except(expected.Keys).ToList();
            Assert.True(differing.Count + withdrawn.Count == 0 == (answer.GetProperty("change").ValueKind == JsonValueKind.Null),
                $"step {step}: {answer}");
            if (differing.Count + withdrawn.Count > 0)
            {
                Assert.Equal(++changes, answer.GetProperty("change").GetProperty("sequence").GetInt64());
                versions += differing.Count;
                rows = expected;
            }
        }

        Assert.Equal(rows.OrderBy(row => row.Key, StringComparer.Ordinal), await StoredAsync(own));
        Assert.Equal(Enumerable.Range(1, (int)changes).Select(number => (long)number), await own.SequencesAsync());
        await using var context = own.Database.Open();
        Assert.Equal(versions,
            (await context.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM RiskVillagesRevisions WHERE Code LIKE 'M-%'")
            .ToListAsync())[0]);
        await WriteServer.AuditAsync(own.Database.Path);
    }

    /// <summary>The rows after the operations, or null if one of them is impossible.</summary>
    private static Dictionary<string, Row>? Apply(Dictionary<string, Row> before, IReadOnlyList<Operation> operations)
    {
        var rows = before.ToDictionary();
        foreach (var operation in operations)
        {
            var row = rows.GetValueOrDefault(operation.Code);
            if (operation.Name == "create" ? row is not null : row is null || operation.IsStale)
            {
                return null;
            }

            if (operation.Name == "withdraw")
            {
                rows.Remove(operation.Code);
            }
            else if (operation.Name == "create")
            {
                rows[operation.Code] = new Row(1, operation.Level, operation.Lead);
            }
            else
            {
                var changed = row! with
                {
                    Level = operation.SetsLevel ? operation.Level : row.Level,
                    Lead = operation.SetsLead ? operation.Lead : row.Lead
                };
                var first = before.GetValueOrDefault(operation.Code);
                rows[operation.Code] = changed == row
                    ? row : changed with { Version = first is null || row.Version > first.Version ? row.Version : row.Version + 1 };
            }
        }

        return rows;
    }

    private static async Task<IEnumerable<KeyValuePair<string, Row>>> StoredAsync(WriteServer own)
    {
        var list =
            await own.FieldAsync(
            """{ riskVillages(first: 1000, where: { code: { startsWith: "M-" } }, order: [{ code: ASC }]) { nodes { code version level leadOfficial } } }""");
        return list.GetProperty("nodes").EnumerateArray().Select(row => KeyValuePair.Create(
            row.GetProperty("code").GetString()!,
            new Row(row.GetProperty("version").GetInt32(), row.GetProperty("level").GetString()!,
                row.GetProperty("leadOfficial").GetString())));
    }

    private sealed record Row(int Version, string Level, string? Lead);

    private sealed record Operation(string Name, string Code, bool IsStale, bool SetsLevel, string Level, bool SetsLead, string? Lead)
    {
        private static readonly string[] Levels = ["LOW", "MEDIUM", "HIGH"];

        // Few rows, so that they are met often; a code that was withdrawn may come again, as another row.
        public static Operation Draw(Random random, bool withdraws) => new(
            random.Next(10) switch { 0 or 1 or 2 => "create", 3 when withdraws => "withdraw", _ => "update" },
            $"M-{random.Next(12)}",
            random.Next(8) == 0,
            random.Next(2) == 0,
            Levels[random.Next(3)],
            random.Next(2) == 0,
            random.Next(3) == 0 ? null : $"\"{random.Next(4)}\" 张三");

        public string Alone(Dictionary<string, Row> rows) =>
            $"mutation {{ {Name}RiskVillage(input: {{ {WriteServer.Note}, {Input(rows)} }}) {{ change {{ sequence }} errors {{ ... on " +
            $"Error {{ message }} }} }} }}";

        public static string Together(IEnumerable<Operation> operations, Dictionary<string, Row> rows) =>
            $"mutation {{ batch(input: {{ {WriteServer.Note}, operations: " +
            $"[{string.Join(", ", operations.Select(one => $"{{ {one.Name}RiskVillage: {{ {one.Input(rows)} }} }}"))}] }}) {{ change {{ " +
            $"sequence }} errors {{ ... on Error {{ message }} }} }} }}";

        // The version is the one before the change; that of a row which the change itself creates is 1.
        private string Input(Dictionary<string, Row> rows) => $"code: \"{Code}\"" + Name switch
        {
            "create" => $", county: \"county\", level: {Level}{(Lead is null ? "" : LeadInput)}",
            "withdraw" => VersionInput(rows),
            _ => VersionInput(rows) + (SetsLevel ? $", level: {Level}" : "") + (SetsLead ? LeadInput : ""),
        };

        private string LeadInput => $", leadOfficial: {JsonSerializer.Serialize(Lead)}";

        private string VersionInput(Dictionary<string, Row> rows) =>
            $", version: {(rows.GetValueOrDefault(Code)?.Version ?? 1) + (IsStale ? 1 : 0)}";
    }
}
