using System.Text.Json;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>An export as it is asked for: all rows of an entity that fulfil a condition, each a flat row of columns.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Columns">The columns in their order, at least one: names of scalar fields,
/// with those of the to-one fields on the way in front, as in <c>township.county.code</c>. One may stand there several times,
/// under several names.</param>
/// <param name="Where">Which rows, as the argument <c>where</c> of the collection; undefined for all.</param>
/// <param name="Order">Their order, as its argument <c>order</c>; undefined for that of the primary key.</param>
public sealed record ExportQuery(EntityModel Entity, IReadOnlyList<string> Columns, JsonElement Where, JsonElement Order)
{
    /// <summary>The column of what was done to a row.</summary>
    public const string ActionColumn = "changeAction";

    /// <summary>The column of the token to go on from.</summary>
    public const string TokenColumn = "changeToken";

    /// <summary>For whom it is.</summary>
    public string Role { get; init; } = EngineRequest.Public;

    /// <summary>As of when the rows are read; null for the state in which the export finds them when it begins.</summary>
    public AsOf? AsOf { get; init; }

    /// <summary>
    /// Up to where the changes are known; then only rows that differ since then are given, in the order of their keys,
    /// each with what was done to it
    /// and the token to go on from in front; of a row that was withdrawn, its id and its code. Null for all rows.
    /// </summary>
    public ChangeToken? Since { get; init; }

    /// <summary>Whether the head shall say by what the export can be had again.</summary>
    public bool IsStamped { get; init; }

    /// <summary>What the columns are called; by default as their fields.</summary>
    public IReadOnlyList<string> Names { get; init; } = Columns;

    /// <summary>How many rows are given at most; null for all.</summary>
    public int? First { get; init; }

    /// <summary>How the values of each column are written where they are of an enum; by default as their names.</summary>
    public IReadOnlyList<EnumText> Enums { get; init; } = [.. Columns.Select(_ => EnumText.Name)];

    /// <summary>What the column of what was done to a row is called.</summary>
    public string ActionName { get; init; } = ActionColumn;

    /// <summary>What the column of the token to go on from is called.</summary>
    public string TokenName { get; init; } = TokenColumn;

    /// <summary>How many rows are read at first; then more and more at a time.</summary>
    internal int FirstRows { get; init; } = 1_000;
}
