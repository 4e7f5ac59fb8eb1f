using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ReformGraph.Engine.Storage.Sql;
using ReformGraph.Tests.Database;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Docs;

/// <summary>What the documents say of the flat views is so.</summary>
public sealed partial class SqlAnswerTests
{
    private const string Document = "docs/sql.md";

    public static TheoryData<string, string, string> Queries()
    {
        var queries = new TheoryData<string, string, string>();
        foreach (var (query, answer) in Markdown.Files.SelectMany(name => Markdown.Blocks(name).Zip(Markdown.Blocks(name).Skip(1)))
            .Where(pair => (pair.First.Language, pair.Second.Language) == ("sql", "csv")))
        {
            queries.Add(query.ToString(), query.Text, answer.Text);
        }

        return queries;
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_of_the_views_in_a_document_has_the_rows_below_it(string place, string sql, string rows)
    {
        using var database = new SeededDatabase();
        using var connection = new SqliteConnection($"Data Source={database.Path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var query = connection.CreateCommand();
        query.CommandText = sql;
        using var reader = query.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).ToList();
        var lines = new List<string> { string.Join(',', columns.Select(reader.GetName)) };
        while (reader.Read())
        {
            lines.Add(string.Join(',', columns.Select(column => Shown(reader.GetValue(column)))));
        }

        Assert.Equal($"{place}\n{rows.TrimEnd()}", $"{place}\n{string.Join('\n', lines)}");
    }

    [Fact]
    public void The_document_lists_each_view_but_those_of_versions_with_its_Chinese_name() => Assert.Equal(
        [.. ViewRows.All().Where(view => !view.Entity.IsVersion).Select(view => $"{view.Name} {view.Entity.LabelZh}"), FlatViews.Codes],
        ViewPattern().Matches(Repository.Read(Document)).Select(
            match => match.Groups[1].Value == FlatViews.Codes ? FlatViews.Codes : $"{match.Groups[1].Value} {match.Groups[2].Value}"));

    [Fact]
    public void It_names_no_column_that_there_is_not()
    {
        var known = ViewRows.All().SelectMany(view => view.Columns.Select(column => column.Name).Append(view.Name))
            .Concat([FlatViews.Codes, "label_zh", "label_en"]).ToHashSet();
        Assert.Empty(NamePattern().Matches(Repository.Read(Document)).Select(match => match.Groups[1].Value).Except(known));
    }

    private static string Shown(object value) => value switch
    {
        DBNull => "",
        double number when number == Math.Floor(number) => number.ToString("F1", CultureInfo.InvariantCulture), // as sqlite3 shows it
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"^\| `(v_\w+)` \| (\S+)", RegexOptions.Multiline)]
    private static partial Regex ViewPattern();

    [GeneratedRegex(@"`([a-z]+(?:_[a-z]+)+)`")]
    private static partial Regex NamePattern();
}
