using System.Text.Json;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>What is written under one key of a row's object in the response.</summary>
internal abstract record RowOutput(JsonEncodedText Key);

/// <summary>A column. One that the database declares as never null is not tested for null.</summary>
internal sealed record ScalarOutput(JsonEncodedText Key, int Column, ScalarType Type, bool IsNullable = true) : RowOutput(Key);

/// <summary>A value that is looked up by a column, with the number of bytes that it counts in the size of a response.</summary>
internal sealed record LookupOutput(JsonEncodedText Key, int Column, Type Source, long Bytes) : RowOutput(Key);

/// <summary>The name of the object's type.</summary>
internal sealed record TypeNameOutput(JsonEncodedText Key, string TypeName) : RowOutput(Key);

/// <summary>The row of a to-one field.</summary>
/// <param name="Key">The key in the response.</param>
/// <param name="KeyColumn">The column that is null if there is no such row.</param>
/// <param name="Fields">What is written of it.</param>
internal sealed record ReferenceOutput(JsonEncodedText Key, int KeyColumn, IReadOnlyList<RowOutput> Fields) : RowOutput(Key);

/// <summary>An object that always exists.</summary>
internal sealed record ObjectOutput(JsonEncodedText Key, IReadOnlyList<RowOutput> Fields) : RowOutput(Key);

/// <summary>A number of rows or values; 0 if there is no row to count.</summary>
internal sealed record CountOutput(JsonEncodedText Key, int Column) : RowOutput(Key);

/// <summary>Nothing: a key that is not among those of its level.</summary>
internal sealed record NullOutput(JsonEncodedText Key) : RowOutput(Key);

/// <summary>A number that is the same for every row.</summary>
internal sealed record NumberOutput(JsonEncodedText Key, int Value) : RowOutput(Key);

/// <summary>A range, by the column with the number of boundaries at or below it.</summary>
internal sealed record RangeOutput(JsonEncodedText Key, int Column, IReadOnlyList<RangeEndOutput> Ends) : RowOutput(Key);

/// <summary>One end of a range, or the name of its type.</summary>
/// <param name="Key">The key in the response.</param>
/// <param name="Boundaries">The plan parameters of the boundaries at which ranges have this end; null for the range without one.</param>
/// <param name="Type">The type of a boundary.</param>
/// <param name="TypeName">The name of the range's type, if it is selected.</param>
internal sealed record RangeEndOutput(JsonEncodedText Key, IReadOnlyList<PlanParameter?> Boundaries, ScalarType Type, string? TypeName);

/// <summary>The share of a group in a subtotal.</summary>
/// <param name="Key">The key in the response.</param>
/// <param name="Part">The amount of the group.</param>
/// <param name="Running">The number of its running total, if previous groups count too; otherwise null.</param>
/// <param name="Subtotal">The number of the subtotal.</param>
/// <param name="Whole">The amount of the subtotal.</param>
internal sealed record ShareOutput(JsonEncodedText Key, AmountColumns Part, int? Running, int Subtotal,
    AmountColumns Whole) : RowOutput(Key);

/// <summary>The rows of a group.</summary>
internal sealed record GroupRowsOutput(JsonEncodedText Key, int Number, IReadOnlyList<ConnectionOutput> Outputs) : RowOutput(Key);

/// <summary>A sum.</summary>
internal sealed record SumOutput(JsonEncodedText Key, SumColumns Sum, ScalarType Type) : RowOutput(Key);

/// <summary>A sum divided by the number of its values.</summary>
internal sealed record AverageOutput(JsonEncodedText Key, SumColumns Sum, ScalarType Type) : RowOutput(Key);

/// <summary>A sum or an average of quantities; null with an error if they do not agree.</summary>
/// <param name="Key">The key in the response.</param>
/// <param name="Columns">What is added.</param>
/// <param name="Agreement">What must agree.</param>
/// <param name="Addends">What shows whether they add.</param>
/// <param name="IsAverage">Whether the sum is divided by the number of values.</param>
/// <param name="Members">What is written of it.</param>
/// <param name="At">The field in the document.</param>
internal sealed record QuantityOutput(
    JsonEncodedText Key, QuantityColumns Columns, Agreement Agreement, Addends Addends, bool IsAverage,
        IReadOnlyList<QuantityMember> Members, Place At) : RowOutput(Key);

/// <summary>The change from one quantity to another; null with an error if they do not agree, or if there is not exactly one of
/// each.</summary>
/// <param name="Key">The key in the response.</param>
/// <param name="Baseline">The earlier one.</param>
/// <param name="Level">The later one.</param>
/// <param name="Rate">The code of the rate from which the earlier one was derived; null if there are no such rates.</param>
/// <param name="Agreement">What must agree.</param>
/// <param name="Members">What is written of it.</param>
/// <param name="At">The field in the document.</param>
internal sealed record ChangeOutput(
    JsonEncodedText Key, QuantityColumns Baseline, QuantityColumns Level, int? Rate, Agreement Agreement,
        IReadOnlyList<ChangeMember> Members, Place At) : RowOutput(Key);

/// <summary>What differs between two versions, field by field.</summary>
/// <param name="Key">The key in the response.</param>
/// <param name="Compared">The compared fields.</param>
/// <param name="Members">What is written of each, by the name of the member.</param>
internal sealed record DifferencesOutput(JsonEncodedText Key, IReadOnlyList<ComparedColumns> Compared,
    IReadOnlyList<(JsonEncodedText Key, string Name)> Members) : RowOutput(Key);

/// <summary>A compared field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its scalar.</param>
/// <param name="Before">The column of the earlier value.</param>
/// <param name="After">The column of the later value.</param>
internal sealed record ComparedColumns(string Name, ScalarType Type, int Before, int After);

/// <summary>A list below the row.</summary>
internal sealed record ListOutput(JsonEncodedText Key, ListPlan List, IReadOnlyList<ConnectionOutput> Outputs) : RowOutput(Key);

/// <summary>What is written under one key of a connection's object, of an edge's, or of pageInfo's.</summary>
internal abstract record ConnectionOutput(JsonEncodedText Key);

/// <summary>The rows themselves.</summary>
internal sealed record NodesOutput(JsonEncodedText Key, IReadOnlyList<RowOutput> Fields) : ConnectionOutput(Key);

/// <summary>The rows, each in an edge.</summary>
internal sealed record EdgesOutput(JsonEncodedText Key, IReadOnlyList<EdgeOutput> Fields) : ConnectionOutput(Key);

/// <summary>The position of the page in the list.</summary>
internal sealed record PageInfoOutput(JsonEncodedText Key, IReadOnlyList<PageInfoField> Fields) : ConnectionOutput(Key);

/// <summary>The number of nodes.</summary>
internal sealed record TotalCountOutput(JsonEncodedText Key) : ConnectionOutput(Key);

/// <summary>Aggregates over all nodes.</summary>
internal sealed record AggregateOutput(JsonEncodedText Key, int Number, IReadOnlyList<RowOutput> Fields) : ConnectionOutput(Key);

/// <summary>All nodes in groups.</summary>
internal sealed record GroupsOutput(JsonEncodedText Key, int Number, IReadOnlyList<ConnectionOutput> Outputs) : ConnectionOutput(Key);

/// <summary>Groups by fewer keys, level by level.</summary>
/// <param name="Key">The key in the response.</param>
/// <param name="Levels">For each level, the number of its subtotal, and what is written of each group.</param>
internal sealed record SubtotalsOutput(JsonEncodedText Key,
    IReadOnlyList<(int Subtotal, IReadOnlyList<RowOutput> Fields)> Levels) : ConnectionOutput(Key);

/// <summary>The name of the connection's type.</summary>
internal sealed record ConnectionTypeNameOutput(JsonEncodedText Key, string TypeName) : ConnectionOutput(Key);

/// <summary>One key of an edge: its node, its cursor, or the name of its type.</summary>
internal sealed record EdgeOutput(JsonEncodedText Key, IReadOnlyList<RowOutput>? Node, string? TypeName);

/// <summary>One key of pageInfo.</summary>
internal sealed record PageInfoField(JsonEncodedText Key, string Name);
