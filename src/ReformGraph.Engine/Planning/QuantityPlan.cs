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
/// <param name="Areas">The area that they are for, if it may not differ.</param>
/// <param name="Months">The lengths of their periods, if these may not differ.</param>
internal sealed record Agreement(MeasureModel Measure, ExtremeColumns Unit, ExtremeColumns? Role, ExtremeColumns Subject,
    TotalColumns? Total, IReadOnlyList<AreaColumns> Areas, LengthColumns? Months);

/// <summary>The columns of one size of area.</summary>
/// <param name="Name">The name of the reference.</param>
/// <param name="Values">The number of rows that have one.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Keys">The areas.</param>
internal sealed record AreaColumns(string Name, int Values, int Rows, ExtremeColumns Keys);

/// <summary>The columns of the lengths of periods.</summary>
/// <param name="Values">The number of rows whose period is known.</param>
/// <param name="Months">The number of months.</param>
/// <param name="Role">The role of the later value.</param>
internal sealed record LengthColumns(int Values, ExtremeColumns Months, ExtremeColumns Role);

/// <summary>The columns of the total that subjects add to.</summary>
/// <param name="Values">The number of rows that have one.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Total">The total.</param>
internal sealed record TotalColumns(int Values, int Rows, ExtremeColumns Total);

/// <summary>What shows whether quantities that agree can be added.</summary>
/// <param name="Rows">Their number.</param>
/// <param name="Areas">The number of different subjects and areas.</param>
/// <param name="Occasions">The number of different subjects, areas, sources and periods.</param>
/// <param name="Times">Their times; null if they have none.</param>
/// <param name="Sizes">For each reference to an area that may be missing, its name and how many rows have one.</param>
internal sealed record Addends(int Rows, int Areas, int Occasions, TimeColumns? Times, IReadOnlyList<(string Name, int Values)> Sizes);

/// <summary>The columns of the times of quantities.</summary>
/// <param name="Stated">The number of different periods or days that rows state.</param>
/// <param name="AreaTimes">The number of different subjects, areas and stated periods or days.</param>
/// <param name="Known">The number of rows whose period is known.</param>
/// <param name="Begins">The number of different first months.</param>
/// <param name="Ends">The number of different last months.</param>
/// <param name="Years">The number of different years.</param>
/// <param name="Uneven">The number of periods into which no year is divided.</param>
/// <param name="Begin">The first months.</param>
/// <param name="End">The last months.</param>
/// <param name="Months">The numbers of months.</param>
/// <param name="SourceDays">The number of different days of sources.</param>
/// <param name="SourceBegins">The number of different first days of the periods of sources.</param>
internal sealed record TimeColumns(int Stated, int AreaTimes, int Known, int Begins, int Ends, int Years, int Uneven,
    ExtremeColumns Begin, ExtremeColumns End, ExtremeColumns Months, int SourceDays, int SourceBegins);

/// <summary>A field of a quantity.</summary>
internal sealed record QuantityMember(JsonEncodedText Key, string Name, string TypeName);

/// <summary>A field of a change: a quantity, the code of a rate, or the name of the type.</summary>
internal sealed record ChangeMember(JsonEncodedText Key, string Name, IReadOnlyList<QuantityMember> Members, string TypeName);
