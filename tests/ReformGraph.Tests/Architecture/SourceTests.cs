using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Http;
using ReformGraph.Settings;
using Xunit;

namespace ReformGraph.Tests.Architecture;

/// <summary>What every source file keeps to.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 300;
    private const int LongestLine = 140;
    private const int LongText = 100;
    private static readonly string[] Sources = [.. Repository.Files.Where(
        file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))];
    private static readonly Type[] Types = [.. new[] { typeof(QueryEngine), typeof(Figure), typeof(DatabaseFile),
        typeof(Composition) }.SelectMany(type => type.Assembly.GetTypes()).Where(IsWritten)];

    private static readonly string[] QuestionsOfProvider =
        ["isSqlite", "IsSqlite", "IsNpgsql", "\"Npgsql", "\"Microsoft.EntityFrameworkCore.Sqlite"];

    public static TheoryData<string> Codes() => [.. ServerErrorCodes.All.Select(code => code.Name)];

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.DoesNotContain(Sources, file => Repository.Read(file).Count(character => character == '\n') > LongestFile);

    /// <summary>
    /// In bytes of UTF-8. Excused is a text that cannot be broken: a line of a text of several lines, one that begins with a text with
    /// values in it, and one that a long text alone makes long.
    /// </summary>
    [Fact]
    public void No_line_is_longer_than_140_bytes() => Assert.Empty(
        from file in Sources
        from line in LongLines(Repository.Read(file).Split('\n'))
        select $"{file}:{line}");

    /// <summary>The one rule of the format that neither the build nor <c>dotnet format whitespace</c> knows.</summary>
    [Fact]
    public void Usings_are_sorted_and_those_of_System_come_first() => Assert.All(Sources, file =>
    {
        var names = Using().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(names.OrderBy(name => name.Split('.')[0] != "System")
            .ThenBy(name => name.Replace('.', '\u0001'), StringComparer.OrdinalIgnoreCase), names);
    });

    [Fact]
    public void No_snapshot_is_longer_than_a_reader_likes() =>
        Assert.DoesNotContain(Repository.Files.Where(file => file.EndsWith(".snap", StringComparison.Ordinal)),
            file => Repository.Read(file).Count(character => character == '\n') > Snapshots.LongestFile);

    /// <summary>No table depends on a label, so no migration should change with one.</summary>
    [Fact]
    public void No_migration_copies_the_labels_of_the_model() => Assert.All(
        Repository.Files.Where(file => file.Contains("/Migrations/", StringComparison.Ordinal)),
        file => Assert.DoesNotContain("ReformGraph:Label", Repository.Read(file), StringComparison.Ordinal));

    [Fact]
    public void No_database_is_made_past_the_migrations()
    {
        var name = "Ensure" + "Created"; // taken apart, so that it is not found here
        Assert.DoesNotContain(Sources, file => Repository.Read(file).Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_dialects_of_the_engine_ask_for_the_provider() => Assert.Empty(
        from file in Sources
        where file.StartsWith("src/ReformGraph.Engine/", StringComparison.Ordinal)
            && !file.StartsWith("src/ReformGraph.Engine/Dialects/", StringComparison.Ordinal)
        from word in QuestionsOfProvider
        where Repository.Read(file).Contains(word, StringComparison.Ordinal)
        select $"{file} has {word}");

    [Fact]
    public void No_query_of_OData_bypasses_the_pipeline()
    {
        string[] names = ["Enable" + "Query", "Apply" + "To("]; // taken apart, so that they are not found here
        Assert.DoesNotContain(Sources, file => names.Any(name => Repository.Read(file).Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_planner_finds_a_field_past_what_its_role_may_read() => Assert.DoesNotContain(
        Sources.Where(file => file.Contains("/Planning/", StringComparison.Ordinal) && file.StartsWith("src/", StringComparison.Ordinal)
            && !file.EndsWith("/MemberAccess.cs", StringComparison.Ordinal)),
        file => Repository.Read(file).Contains("entity.Find(", StringComparison.Ordinal));

    [Fact]
    public void No_namespace_shares_its_name_with_a_type_of_GraphQL_NET()
    {
        var theirs = new[] { typeof(GraphQL.Types.ISchema), typeof(GraphQLParser.AST.ASTNode) }
            .SelectMany(type => type.Assembly.GetExportedTypes()).Select(type => type.Name.Split('`')[0]).ToHashSet();
        Assert.DoesNotContain(Types.SelectMany(type => type.Namespace!.Split('.')).Distinct(), theirs.Contains);
    }

    [Fact]
    public void Classes_are_sealed_unless_others_derive_from_them() => Assert.Empty(Types
        .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !Types.Any(other => other.BaseType == type))
        .Select(type => type.FullName));

    [Fact]
    public void The_product_shows_only_its_settings_its_composition_and_its_code_lists() => Assert.Empty(Types
        .Where(type => type is { IsPublic: true, IsEnum: false } && type.Assembly != typeof(QueryEngine).Assembly)
        .Where(type => type != typeof(Composition) && type.Namespace != typeof(ReformGraphOptions).Namespace)
        .Select(type => type.FullName));

    [Fact]
    public void No_type_is_named_after_what_says_nothing() =>
        Assert.Empty(Types.Where(type => EmptyName().IsMatch(type.Name)).Select(type => type.FullName));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_test_provokes_each_error_code(string code)
    {
        var field = typeof(ServerErrorCodes).GetFields().Concat(typeof(ErrorCodes).GetFields())
            .First(field => field.GetValue(null) is ErrorCode known && known.Name == code).Name;
        var mention = new Regex($@"\b{code}\b|ErrorCodes\.{field}\b");
        Assert.True(Provoking().Any(file => mention.IsMatch(Repository.Read(file))),
            $"No test or snapshot has {code}: add a case that provokes it.");
    }

    // The reference's snapshot lists codes and provokes none.
    private static IEnumerable<string> Provoking() => Repository.Files.Where(file =>
        file.StartsWith("tests/", StringComparison.Ordinal)
            && (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".snap", StringComparison.Ordinal))
        && !file.Contains("/Reference/", StringComparison.Ordinal));

    private static IEnumerable<int> LongLines(string[] lines)
    {
        var isInText = false;
        foreach (var (number, line) in lines.Index())
        {
            var (length, changes) = (Encoding.UTF8.GetByteCount(line), RawQuotes().Count(line) % 2 == 1);
            if (length > LongestLine && !isInText && !changes && !BeginsWithValues().IsMatch(line)
                && Literal().Matches(line).Select(text => Encoding.UTF8.GetByteCount(text.Value)).DefaultIfEmpty().Max() is var longest
                && (longest < LongText || length - longest > LongestLine))
            {
                yield return number + 1;
            }

            isInText ^= changes;
        }
    }

    private static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith("ReformGraph", StringComparison.Ordinal) is true
            && !type.IsDefined(typeof(CompilerGeneratedAttribute), false)
        && !type.IsSubclassOf(typeof(Migration)) && !type.IsSubclassOf(typeof(ModelSnapshot)) && type.DeclaringType is null;

    [GeneratedRegex(@"^using ([\w.]+);$", RegexOptions.Multiline)]
    private static partial Regex Using();

    // A quotation mark is written by its number, so that none of these begins or ends a text here.
    [GeneratedRegex(@"\x22{3,}")]
    private static partial Regex RawQuotes();

    [GeneratedRegex(@"^\s*(?:[?:+({\[]\s*)*\$+@?\x22")]
    private static partial Regex BeginsWithValues();

    [GeneratedRegex(@"\x22{3,}.*?\x22{3,}|@\$?\x22(?:[^\x22]|\x22\x22)*\x22|\x22(?:\\.|[^\x22\\])*\x22")]
    private static partial Regex Literal();

    [GeneratedRegex("(Service|Manager|Helpers?|Utils?|Dto)$")]
    private static partial Regex EmptyName();
}
