using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReformGraph.Engine;
using ReformGraph.Engine.Settings;
using Xunit.Sdk;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>The engine and the reference over the same rows.</summary>
public sealed class OracleFixture : IDisposable
{
    // With all errors of single fields, as the reference gives them.
    private readonly TinyEngine tiny = new(options: new EngineOptions { Limits = new DocumentLimits { Errors = 1_000 } });
    private readonly ConcurrentDictionary<(string Entity, string Order), string[]> known = [];
    private readonly CursorBook cursors;
    private readonly ReferenceServer reference;

    public OracleFixture()
    {
        cursors = new CursorBook(tiny.Database.Rows);
        reference = new ReferenceServer(tiny.Database, cursors);
    }

    internal TinyDatabase Database => tiny.Database;

    internal QueryEngine Engine => tiny.Engine;

    /// <summary>Asks the engine alone.</summary>
    internal Task<string> AskAsync(string document, object? variables = null) => tiny.AskAsync(document, variables);

    /// <summary>The SQL of a request on both providers.</summary>
    internal string Sql(string document, object variables) => tiny.Sql(document, variables);

    /// <summary>Asks both, and fails unless they give the same JSON, every cursor marking the same row.</summary>
    /// <returns>The engine's answer, with its own cursors.</returns>
    public async Task<JsonNode> AgreeAsync(string document, JsonElement? variables = null)
    {
        var answer = await tiny.AskAsync(document, variables);
        var found = JsonNode.Parse(answer)!;
        cursors.Learn(found);
        CursorBook.Replace(found, cursors.Translated);
        Compare(document, variables, found, await reference.AskAsync(document, variables));
        return JsonNode.Parse(answer)!;
    }

    /// <summary>A cursor of the engine's: of an entity's whole list in an order, at so many hundredths of it.</summary>
    internal string? CursorAt(string entity, Written? order, int hundredths)
    {
        var all = known.GetOrAdd((entity, order?.Literal ?? "[]"), key => AllCursors(key.Entity, key.Order));
        return all.Length == 0 ? null : all[all.Length * hundredths / 100];
    }

    /// <summary>The same, whatever the cursors are.</summary>
    public async Task AgreeCursorsAsideAsync(string document, JsonElement? variables)
    {
        var (answer, expected) =
            (JsonNode.Parse(await tiny.AskAsync(document, variables))!, JsonNode.Parse(await reference.AskAsync(document, variables))!);
        CursorBook.Replace(answer, _ => "a cursor");
        CursorBook.Replace(expected, _ => "a cursor");
        Compare(document, variables, answer, expected.ToJsonString());
    }

    public void Dispose() => tiny.Dispose();

    private string[] AllCursors(string entity, string order)
    {
        var field = Database.DataModel.Entities.Single(candidate => candidate.Name == entity).Plural;
        var answer = AgreeAsync($"{{ {field}(first: 1000, order: {order}) {{ edges {{ cursor node {{ __typename id }} }} }} }}")
            .GetAwaiter().GetResult();
        return [.. answer["data"]![field]!["edges"]!.AsArray().Select(edge => edge!["cursor"]!.GetValue<string>())];
    }

    private void Compare(string document, JsonElement? variables, JsonNode answer, string expected)
    {
        var (found, wanted) = (Indented(answer), Indented(JsonNode.Parse(expected)!));
        if (found != wanted)
        {
            throw new XunitException($"""
                The engine and the reference differ.
                Document: {document}
                Variables: {variables?.GetRawText() ?? "none"}
                First difference: {FirstDifference(found, wanted)}
                Engine: {found}
                Reference: {wanted}
                {(answer["data"] is null ? string.Empty : tiny.Sql(document, variables))}
                """);
        }
    }

    // Of an error only what both say: its code and its places. In which order several come is left open.
    private static string Indented(JsonNode answer)
    {
        var alike = new JsonObject { ["data"] = answer["data"]?.DeepClone() };
        if (answer["errors"] is JsonArray errors)
        {
            alike["errors"] =
                new JsonArray(
                [.. errors.Select(
                error => $"{error!["extensions"]!["code"]} {error["path"]?.ToJsonString()} {error["locations"]?.ToJsonString()}")
                .Order(StringComparer.Ordinal).Select(error => JsonValue.Create(error))]);
        }

        return TinyEngine.Indented(alike.ToJsonString());
    }

    private static string FirstDifference(string found, string wanted)
    {
        var lines = found.Split('\n').Zip(wanted.Split('\n')).Index().FirstOrDefault(line => line.Item.First != line.Item.Second);
        return $"line {lines.Index + 1}: the engine has {lines.Item.First?.Trim()}, the reference {lines.Item.Second?.Trim()}";
    }
}
