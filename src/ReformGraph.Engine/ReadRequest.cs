using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine;

/// <summary>
/// A request that the program makes itself, of what its schema has. It is planned as a GraphQL document of the same fields is, within
/// the same limits and for the same roles, but no document is parsed and validated.
/// </summary>
/// <example><code>
/// new ReadRequest(ReadField.Rows(books, [ReadArgument.First(new ReadValue("first", JsonElement.Parse("10")))],
///     ReadField.TotalCount, ReadField.Nodes(ReadField.Of(books.NaturalKey))))
/// </code></example>
/// <param name="Fields">The root fields.</param>
public sealed record ReadRequest(params IReadOnlyList<ReadField> Fields) : EngineRequest
{
    /// <summary>What it is called where the slow queries are listed; null for nothing.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// What is asked, and with which values: two requests that differ in neither have the same answer for the same role and state.
    /// </summary>
    public string Question() => Question(ReadDocument.KeyOf(Name, Fields));

    /// <summary>The values by their names, those of lists below rows before those of the list above them.</summary>
    internal IReadOnlyDictionary<string, JsonElement> Values()
    {
        var values = new OrderedDictionary<string, JsonElement>();
        Add(Fields);
        return values;

        void Add(IReadOnlyList<ReadField> fields)
        {
            foreach (var field in fields)
            {
                Add(field.Fields);
                foreach (var argument in field.Arguments)
                {
                    values.TryAdd(argument.Value.Name, argument.Value.Value);
                }
            }
        }
    }

    internal override string Question(string document)
    {
        var text = new StringBuilder(document).Append("\0\0{");
        var given = Values().Where(value => value.Value.ValueKind != JsonValueKind.Undefined)
            .Select(value => $"\"{value.Key}\":{value.Value.GetRawText()}");
        return text.AppendJoin(',', given).Append('}').ToString();
    }
}
