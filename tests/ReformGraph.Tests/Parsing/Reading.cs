using GraphQL.Types;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Settings;
using Xunit;

namespace ReformGraph.Tests.Parsing;

/// <summary>A schema in which every selection can go on for ever, and the ways to read documents against it.</summary>
internal static class Reading
{
    private static readonly ISchema Schema = Build();

    public static ParsedDocument Read(string text, DocumentLimits? limits = null) =>
        new DocumentReader(Schema, limits ?? new DocumentLimits()).Read(text);

    public static IReadOnlyList<RequestError> Errors(string text, DocumentLimits? limits = null) =>
        Assert.Throws<RequestErrorException>(() => Read(text, limits)).Errors;

    /// <summary>The one error, which must have this code.</summary>
    public static RequestError Refused(ErrorCode code, string text, DocumentLimits? limits = null)
    {
        var error = Assert.Single(Errors(text, limits));
        Assert.Equal(code, error.Code);
        Assert.NotEmpty(error.Locations);
        return error;
    }

    public static string Repeat(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    public static string Each(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));

    private static Schema Build()
    {
        var schema = GraphQL.Types.Schema.For(
            """
            enum Color { RED GREEN }
            input Filter { and: [Filter!] name: String colors: [Color!] }
            input Pick @oneOf { id: ID name: String }
            type Item { id: ID! name: String item(color: Color, where: Filter, pick: Pick): Item items(first: Int, ids: [ID!]): [Item!] }
            type Query { item(color: Color, where: Filter, pick: Pick): Item items(first: Int, ids: [ID!]): [Item!] }
            """);
        schema.Features.RepeatableDirectives = true;
        schema.Initialize();
        return schema;
    }
}
