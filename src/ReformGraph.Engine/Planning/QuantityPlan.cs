using System.Text.Json;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>The columns of quantities that are added.</summary>
internal sealed record QuantityColumns(SumColumns Value, BoundColumns Lower, BoundColumns Upper);

/// <summary>The columns of one of their bounds.</summary>
/// <param name="Sum">The sum of the bounds.</param>
/// <param name="Excluded">How many of them are not possible values themselves.</param>
internal sealed record BoundColumns(SumColumns Sum, int Excluded);

/// <summary>The columns of the least and the greatest value: if these are equal, there is only one value.</summary>
internal sealed record ExtremeColumns(int Least, int Greatest);

/// <summary>What quantities must have in common to be combined.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Unit">Their unit.</param>
/// <param name="Role">What they stand for; null if that may differ.</param>
/// <param name="Subject">What is measured.</param>
/// <param name="Total">The total to which the subjects add, if they may differ.</param>
internal sealed record Agreement(MeasureModel Measure, ExtremeColumns Unit, ExtremeColumns? Role, ExtremeColumns Subject,
    TotalColumns? Total);

/// <summary>The columns of the total that subjects add to.</summary>
/// <param name="Values">The number of rows that have one.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Total">The total.</param>
internal sealed record TotalColumns(int Values, int Rows, ExtremeColumns Total);

/// <summary>What shows whether quantities that agree can be added.</summary>
/// <param name="Rows">Their number.</param>
/// <param name="Areas">The number of different subjects and areas.</param>
/// <param name="Occasions">The number of different subjects, areas, sources and periods.</param>
/// <param name="Periods">The number of known periods, and of different subjects, areas and beginnings or ends of periods; null if no value
/// is for a period.</param>
/// <param name="Sizes">For each reference to an area that may be missing, its name and how many rows have one.</param>
internal sealed record Addends(int Rows, int Areas, int Occasions, (int Known, int Begins, int Ends)? Periods,
    IReadOnlyList<(string Name, int Values)> Sizes);

/// <summary>A field of a quantity.</summary>
internal sealed record QuantityMember(JsonEncodedText Key, string Name, string TypeName);

/// <summary>A field of a change: a quantity, the code of a rate, or the name of the type.</summary>
internal sealed record ChangeMember(JsonEncodedText Key, string Name, IReadOnlyList<QuantityMember> Members, string TypeName);
