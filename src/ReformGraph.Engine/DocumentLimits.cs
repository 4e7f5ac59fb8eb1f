using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Engine;

/// <summary>What a document may hold. Everything but <see cref="Errors"/> is counted before validation, in linear time.</summary>
public sealed class DocumentLimits
{
    /// <summary>Tokens.</summary>
    [Description("Tokens in a document; a comment counts as one, a comma as none.")]
    [Range(1, 100_000)]
    public int Tokens { get; init; } = 5_000;

    /// <summary>Levels of braces and brackets.</summary>
    [Description("How deeply selections, lists, objects and types may stand in one another, a fragment's selections counted where it is spread.")]
    [Range(1, 100)]
    public int Nesting { get; init; } = 64;

    /// <summary>Fields as written.</summary>
    [Description("Fields in a document, as written.")]
    [Range(1, 100_000)]
    public int Fields { get; init; } = 2_048;

    /// <summary>Directives.</summary>
    [Description("Directives in a document.")]
    [Range(0, 100_000)]
    public int Directives { get; init; } = 50;

    /// <summary>Directives at one place.</summary>
    [Description("Directives at one field, fragment, operation or variable.")]
    [Range(0, 1_000)]
    public int DirectivesPerPlace { get; init; } = 4;

    /// <summary>Spreads followed.</summary>
    [Description("Fragment spreads that are followed when every fragment is put in its places.")]
    [Range(0, 100_000)]
    public int FragmentVisits { get; init; } = 1_000;

    /// <summary>Fields and values once fragments are in their places.</summary>
    [Description("Fields, and values in their arguments, when every fragment is put in its places.")]
    [Range(1, 1_000_000)]
    public int ExpandedFields { get; init; } = 20_000;

    /// <summary>Levels of fields that give data.</summary>
    [Description("Levels of fields below one another, fragments followed.")]
    [Range(1, 100)]
    public int DataDepth { get; init; } = 15;

    /// <summary>Levels of fields inside introspection.</summary>
    [Description("Levels of fields below one another inside __schema and __type, which count as the first; fragments followed.")]
    [Range(1, 100)]
    public int IntrospectionDepth { get; init; } = 24;

    /// <summary>Lists of members in one another inside introspection.</summary>
    [Description("How often fields, inputFields, interfaces and possibleTypes may stand in one another inside __schema and __type; each multiplies the answer.")]
    [Range(1, 10)]
    public int IntrospectionLists { get; init; } = 2;

    /// <summary>Bytes of what an answer says of the schema.</summary>
    [Description("Bytes that __schema, __type and codeLists may take in one answer, counted before any of it is written. The introspection of the whole schema takes about two thirds of the default.")]
    [Range(1_000, 1_000_000_000)]
    public int IntrospectionBytes { get; init; } = 4_000_000;

    /// <summary>Root fields of one operation.</summary>
    [Description("Root fields of one operation that differ in their response name, fragments followed.")]
    [Range(1, 10_000)]
    public int RootFields { get; init; } = 20;

    /// <summary>Response names of one field.</summary>
    [Description("Response names that one field may have within one object of the answer, fragments followed.")]
    [Range(1, 10_000)]
    public int Aliases { get; init; } = 30;

    /// <summary>Comparisons of fields that share a response name.</summary>
    [Description("Pairs of fields that share a response name and are to be compared, fragments followed.")]
    [Range(0, 1_000_000)]
    public int FieldComparisons { get; init; } = 100_000;

    /// <summary>Errors that come back.</summary>
    [Description("Errors that come back: of a document that does not fit the schema, or of variables that are not of their types, where reading stops there; of single fields of an answer, where the rest are counted.")]
    [Range(1, 1_000)]
    public int Errors { get; init; } = 20;

    /// <summary>Conditions.</summary>
    [Description("Conditions in all filters of an operation; a list of values counts as one.")]
    [Range(1, 100_000)]
    public int Conditions { get; init; } = 400;

    /// <summary>Objects among the variables.</summary>
    [Description("Objects, and lists of objects, in all variables of a request.")]
    [Range(1, 1_000_000)]
    public int InputObjects { get; init; } = 2_000;
}
