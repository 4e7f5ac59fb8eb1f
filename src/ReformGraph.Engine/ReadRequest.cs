using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine;

/// <summary>
/// A request that the program makes itself. It is planned like a GraphQL document with the same fields, within the same limits and for the
/// same roles, but no document is parsed and validated.
/// </summary>
/// <example><code>
/// new ReadRequest(ReadField.Rows(books, [ReadArgument.First(new ReadValue("first", JsonElement.Parse("10")))],
///     ReadField.TotalCount, ReadField.Nodes(ReadField.Of(books.NaturalKey))))
/// </code></example>
/// <param name="Fields">The root fields.</param>
public sealed record ReadRequest(params IReadOnlyList<ReadField> Fields) : EngineRequest
{
    /// <summary>Its name in the list of slow queries; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The request and its values: two requests that agree in both have the same response for the same role and state.
    /// </summary>
    public string Question() => Question(ReadDocument.KeyOf(Name, Fields));

    /// <summary>The values by name, those of nested lists before those of the list that contains them.</summary>
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
