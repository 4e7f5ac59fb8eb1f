using Microsoft.Data.Sqlite;
using Xunit;

namespace ReformGraph.Tests.Engine;

public sealed class AggregateSqlTests
{
    public static TheoryData<string> Snapshots() => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.snap", SearchOption.AllDirectories)
        .Where(file => File.ReadAllText(file).Contains("\nGROUP BY", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void No_column_of_a_grouping_statement_is_a_select_of_its_own(string snapshot)
    {
        var statements = File.ReadAllText(Path.Combine(Repository.Root, snapshot)).ReplaceLineEndings("\n").Split("\n\n");
        foreach (var statement in statements.Where(statement => statement.Contains("\nGROUP BY", StringComparison.Ordinal)))
        {
            // An aggregate may look something up for the rows that it picks; that is indented further.
            var columns = statement[..statement.IndexOf("\nFROM ", StringComparison.Ordinal)];
            Assert.DoesNotContain("\n    SELECT", columns, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{ books { aggregate { count sum { pages } } } }")]
    [InlineData("{ books { aggregate(where: { title: { eq: \"a\" } }) { count sum { pages } } } }")]
    [InlineData("{ books { aggregate { min { shelf { room } whole { shelf { room } } } } } }")]
    public void The_rows_of_a_root_are_neither_sorted_to_be_grouped_nor_indexed_to_be_found(string document)
    {
        using var tiny = new TinyEngine();
        using var connection = new SqliteConnection(tiny.Database.ConnectionString);
        connection.Open();
        using var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + tiny.Sql(document).Split("-- PostgreSQL")[0];
        using var steps = explain.ExecuteReader();
        var plan = new List<string>();
        while (steps.Read())
        {
            plan.Add(steps.GetString(3));
        }

        Assert.NotEmpty(plan);
        Assert.DoesNotContain(plan,
            step => step.Contains("GROUP BY", StringComparison.Ordinal) || step.Contains("AUTOMATIC", StringComparison.Ordinal));
    }
}
