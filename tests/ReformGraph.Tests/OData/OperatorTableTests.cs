using System.Net;
using Microsoft.OData.Edm;
using ReformGraph.Engine.Modeling;
using ReformGraph.OData;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.OData;

/// <summary>The table of types and operators in docs/odata.md is what the server does.</summary>
public sealed class OperatorTableTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly (string Heading, Func<string, string, string> Filter)[] Operators =
    [
        ("`eq ne`", (field, literal) => $"{field} eq {literal}"),
        ("`in`", (field, literal) => $"{field} in ({literal},null)"),
        ("`gt ge lt le`", (field, literal) => $"{field} gt {literal}"),
        ("`contains startswith endswith`", (field, _) => $"contains({field},'a')"),
        ("`tolower toupper`", (field, _) => $"tolower({field}) eq 'a'"),
        ("`length indexof`", (field, _) => $"length({field}) gt 1 and indexof({field},'a') ge 0"),
        ("`year month day`", (field, _) => $"year({field}) eq 2026 and month({field}) eq 1 and day({field}) eq 1"),
        ("`date`", (field, _) => $"date({field}) eq 2026-01-01"),
        ("`eq ne` a property", (field, _) => $"{field} eq {field}"),
        ("`gt ge lt le` a property", (field, _) => $"{field} gt {field}"),
    ];

    [Fact]
    public async Task The_table_says_which_types_take_which_operators()
    {
        var fields = server.Engine.DataModel.Entities.Where(entity => !entity.IsVersion && !entity.IsDifference)
            .SelectMany(entity => entity.Fields.OfType<ScalarField>().Select(field => (Entity: entity, Field: field)))
            .GroupBy(pair => pair.Field.Type.IsEnum ? "enum" : pair.Field.Type.Name).Select(group => group.First())
            .OrderBy(pair => Named(pair.Field).Replace("`", "", StringComparison.Ordinal), StringComparer.Ordinal);
        var lines = new List<string> { $"| Type | {string.Join(" | ", Operators.Select(one => one.Heading))} |",
            $"| --- |{string.Concat(Operators.Select(_ => " --- |"))}" };
        foreach (var (entity, field) in fields)
        {
            var cells = new List<string> { Named(field) };
            foreach (var (_, filter) in Operators)
            {
                using var response = await server.SendAsync(HttpMethod.Get,
                    Feed.Address($"{entity.Plural}/$count", "$filter=" + filter(field.Name, Literal(field.Type))), null);
                Assert.Contains(response.StatusCode,
                    (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotImplemented]);
                cells.Add(response.StatusCode == HttpStatusCode.OK ? "yes" : "");
            }

            lines.Add($"| {string.Join(" | ", cells)} |".Replace("  ", " ", StringComparison.Ordinal));
        }

        var written = Repository.Read("docs/odata.md").Split('\n').SkipWhile(line => !line.StartsWith("| Type |", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|'));
        Assert.Equal(string.Join('\n', lines), string.Join('\n', written));
    }

    private static string Named(ScalarField field) =>
        $"`{EdmTypes.TypeReference(field, isLoose: false).FullName()}`{(field.Type.IsEnum ? ", a code list" : field.Type == ScalarType.Id ? ", an id" : "")}";

    private static string Literal(ScalarType type) => type.IsEnum ? $"'{type.EnumValues()[0].Name}'" : type.Name switch
    {
        "ID" => "'7'",
        "Boolean" => "true",
        "LocalDate" => "2026-01-01",
        "DateTime" => "2026-01-01T00:00:00Z",
        "Decimal" => "1.5",
        "Int" or "Long" => "1",
        _ => "'a'",
    };
}
