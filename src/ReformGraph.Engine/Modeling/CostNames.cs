namespace ReformGraph.Engine.Modeling;

/// <summary>The names in the directives @cost and @listSize, by which the schema states costs and the planner computes them.</summary>
internal static class CostNames
{
    public const string Cost = "cost", Weight = "weight", ListSize = "listSize", AssumedSize = "assumedSize",
        SlicingArguments = "slicingArguments", SlicingArgumentDefaultValue = "slicingArgumentDefaultValue", SizedFields = "sizedFields",
        RequireOneSlicingArgument = "requireOneSlicingArgument";

    /// <summary>The arguments that give the page size of a connection.</summary>
    public static readonly string[] Slicing = ["first", "last"];

    /// <summary>The fields of a connection that are lists of that size.</summary>
    public static readonly string[] Sized = ["edges", "nodes"];
}
