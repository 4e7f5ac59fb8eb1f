using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Engine.Settings;

/// <summary>The limits of a document. Everything but <see cref="Errors"/> is counted before validation, in linear time.</summary>
public sealed class DocumentLimits
{
    /// <summary>The maximum number of instants in a timeline.</summary>
    internal const int TimelineInstants = 400;

    /// <summary>Tokens.</summary>
    [Description("The maximum number of tokens in a document. A comment counts as one token, a comma as none.")]
    [Range(1, 100_000)]
    public int Tokens { get; init; } = 5_000;

    /// <summary>Levels of braces and brackets.</summary>
    [Description("How deeply selections, lists, objects and types may be nested. The selections of a fragment count where it is spread.")]
    [Range(1, 100)]
    public int Nesting { get; init; } = 64;

    /// <summary>Fields as written.</summary>
    [Description("The maximum number of fields in a document, as written.")]
    [Range(1, 100_000)]
    public int Fields { get; init; } = 2_048;

    /// <summary>Directives.</summary>
    [Description("The maximum number of directives in a document.")]
    [Range(0, 100_000)]
    public int Directives { get; init; } = 50;

    /// <summary>Directives at one place.</summary>
    [Description("The maximum number of directives on one field, fragment, operation or variable.")]
    [Range(0, 1_000)]
    public int DirectivesPerPlace { get; init; } = 4;

    /// <summary>Expanded spreads.</summary>
    [Description("The maximum number of fragment spreads that are followed when all fragments are expanded.")]
    [Range(0, 100_000)]
    public int FragmentVisits { get; init; } = 1_000;

    /// <summary>Fields and values after fragments are expanded.</summary>
    [Description("The maximum number of fields, and of values in their arguments, when all fragments are expanded.")]
    [Range(1, 1_000_000)]
    public int ExpandedFields { get; init; } = 20_000;

    /// <summary>Levels of fields that return data.</summary>
    [Description("The maximum depth of nested fields, with fragments expanded.")]
    [Range(1, 100)]
    public int DataDepth { get; init; } = 15;

    /// <summary>Levels of fields inside introspection.</summary>
    [Description("The maximum depth of nested fields inside __schema and __type, which count as the first level, with fragments expanded.")]
    [Range(1, 100)]
    public int IntrospectionDepth { get; init; } = 24;

    /// <summary>Nested lists of members inside introspection.</summary>
    [Description(
        "How deeply fields, inputFields, interfaces and possibleTypes may be nested inside __schema and __type. Each level multiplies " +
        "the size of the response.")]
    [Range(1, 10)]
    public int IntrospectionLists { get; init; } = 2;

    /// <summary>Bytes of the answer to introspection.</summary>
    [Description(
        "The maximum number of bytes that __schema, __type and codeLists may take in one response, counted before any of it is written. " +
        "Introspection of the whole schema takes about three fifths of the default.")]
    [Range(1_000, 1_000_000_000)]
    public int IntrospectionBytes { get; init; } = 5_000_000;

    /// <summary>Root fields of one operation.</summary>
    [Description("The maximum number of root fields with different response names in one operation, with fragments expanded.")]
    [Range(1, 10_000)]
    public int RootFields { get; init; } = 20;

    /// <summary>Response names of one field.</summary>
    [Description("How many response names one field may have within one object of the response, with fragments expanded.")]
    [Range(1, 10_000)]
    public int Aliases { get; init; } = 30;

    /// <summary>Comparisons of fields with the same response name.</summary>
    [Description("The maximum number of pairs of fields that share a response name and must be compared, with fragments expanded.")]
    [Range(0, 1_000_000)]
    public int FieldComparisons { get; init; } = 100_000;

    /// <summary>Errors in a response.</summary>
    [Description(
        "The maximum number of errors in a response. Validation of a document or of its variables stops at this number; errors of single " +
        "fields beyond it are only counted.")]
    [Range(1, 1_000)]
    public int Errors { get; init; } = 20;

    /// <summary>Conditions.</summary>
    [Description("The maximum number of conditions in all filters of an operation. A list of values counts as one condition.")]
    [Range(1, 100_000)]
    public int Conditions { get; init; } = 400;

    /// <summary>Objects in the variables.</summary>
    [Description("The maximum number of objects and lists of objects in all variables of a request.")]
    [Range(1, 1_000_000)]
    public int InputObjects { get; init; } = 2_000;
}
