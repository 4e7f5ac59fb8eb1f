using System.Text.Json;
using GraphQL;
using GraphQL.Types;

namespace ReformGraph.Engine.Planning;

/// <summary>A field of an object in memory.</summary>
/// <param name="Key">Its key in the response.</param>
/// <param name="Name">Its name.</param>
/// <param name="Argument">Its argument, of which such a field has at most one; null if it is not given.</param>
/// <param name="Fields">What is selected below it.</param>
internal sealed record MetadataOutput(JsonEncodedText Key, string Name, ValueSource? Argument, IReadOnlyList<MetadataOutput> Fields);

/// <summary>Translates the selection of a root field that reads no data to the shape of its response.</summary>
/// <param name="schema">The schema.</param>
internal sealed class MetadataPlanner(ISchema schema)
{
    /// <summary>Plans a root field.</summary>
    public MetadataOutput Plan(SelectedField field) => Output(field, field.Name switch
    {
        "__schema" => schema.SchemaMetaFieldType,
        "__type" => schema.TypeMetaFieldType,
        _ => schema.Query.GetField(field.Name),
    });

    private static MetadataOutput Output(SelectedField field, FieldType? declared)
    {
        var argument = field.Arguments(declared?.Arguments).Values.SingleOrDefault();
        return new MetadataOutput(
            JsonEncodedText.Encode(field.Key),
            field.Name,
            (argument as InputScalar)?.Source,
            declared is not null && declared.ResolvedType!.GetNamedType() is IObjectGraphType type
                ? [.. field.Below(type.Name).Select(below => Output(below, type.Fields.Find(below.Name)))]
                : []);
    }
}
