using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>A root field of a response: the members of its connection, the serializer of its one row, the name of the query type, or none
/// of these.</summary>
internal sealed record RootSerializer(string Key, Members<ConnectionSerializer>? Connection, RowSerializer? Row, byte[]? Constant)
{
    /// <summary>For a row that may not be the only one with its code.</summary>
    public FieldFailure? Failure { get; init; }

    /// <summary>For a field about the schema.</summary>
    public MetadataSerializer? Metadata { get; init; }
}

/// <summary>How the responses of one plan are written: everything that does not differ between rows and requests is already
/// bytes.</summary>
internal sealed class ResponseSerializer
{
    private readonly IReadOnlyDictionary<Type, FieldLookup> lookups;

    private ResponseSerializer(ReadPlan plan, IReadOnlyDictionary<Type, FieldLookup> lookups, ResponsePath at)
    {
        this.lookups = lookups;
        Roots = new(
            [.. plan.Roots.Select(root => (JsonEncodedText.Encode(root.Key), FormOf(root, at.To(JsonEncodedText.Encode(root.Key)))))]);
        Metadata = [.. Roots.All.Select(root => root.Form.Metadata).OfType<MetadataSerializer>()];
        IsOfSchema = Roots.All.All(root => root.Form is { Metadata: not null } or { Constant: not null });
    }

    public Members<RootSerializer> Roots { get; }

    /// <summary>The root fields about the schema itself.</summary>
    public IReadOnlyList<MetadataSerializer> Metadata { get; }

    /// <summary>Whether no root field reads data.</summary>
    public bool IsOfSchema { get; }

    /// <param name="plan">The plan.</param>
    /// <param name="lookups">The sources of fields that no table contains.</param>
    /// <param name="at">The path of its root fields in the response.</param>
    public static ResponseSerializer Create(ReadPlan plan, IReadOnlyDictionary<Type, FieldLookup> lookups, ResponsePath at) =>
        new(plan, lookups, at);

    private RootSerializer FormOf(RootField root, ResponsePath path) => root switch
    {
        CollectionRoot collection => new(root.Key, Connection(collection.Outputs, path), null, null),
        SingleRoot single => new(root.Key, null, Row(null, single.Outputs, path), null)
        {
            Failure = single.List.Shared is { } shared ? new FieldFailure(path, shared.At) : null,
        },
        TypeNameRoot typeName => new(root.Key, null, null, JsonSerializer.SerializeToUtf8Bytes(typeName.TypeName)),
        _ => new(root.Key, null, null, null) { Metadata = MetadataSerializer.Create(((MetadataRoot)root).Output) },
    };

    private Members<ConnectionSerializer> Connection(IReadOnlyList<ConnectionOutput> outputs, ResponsePath path) =>
        new([.. outputs.Select(output => (output.Key, FormOf(output, path.To(output.Key))))]);

    private ConnectionSerializer FormOf(ConnectionOutput output, ResponsePath path) => output switch
    {
        NodesOutput nodes => new RowsSerializer(Row(null, nodes.Fields, path.ToRow())),
        EdgesOutput edges => new RowsSerializer(
            Row(null, [.. edges.Fields.Select(field => (field.Key, FormOf(field, path.ToRow().To(field.Key))))])),
        PageInfoOutput info => new PageInfoSerializer(new([.. info.Fields.Select(field => (field.Key, FormOf(field)))])),
        TotalCountOutput => new TotalCountSerializer(),
        AggregateOutput aggregate => new AggregateSerializer(aggregate.Number, Object(aggregate.Fields, path)),
        TimelineOutput timeline => new TimelineSerializer(timeline.Number,
            new([.. timeline.Fields.Select(field => (field.Key, FormOf(field, path.ToRow())))])),
        GroupsOutput groups => new GroupsSerializer(groups.Number, Connection(groups.Outputs, path.FromBelow())),
        SubtotalsOutput subtotals => new SubtotalsSerializer(
            [.. subtotals.Levels.Select(level => (level.Subtotal, Object(level.Fields, path.ToRow())))]),
        _ => new ConnectionConstantSerializer(JsonSerializer.SerializeToUtf8Bytes(((ConnectionTypeNameOutput)output).TypeName)),
    };

    private static RangeEndSerializer FormOf(RangeEndOutput end) => new(end.Boundaries, end.Type, end.TypeName);

    private RowSerializer FormOf(EdgeOutput field, ResponsePath path) =>
        field.Node is { } node ? Row(null, node, path)
        : field.TypeName is { } typeName ? new ConstantSerializer(typeName)
        : new CursorSerializer();

    private StepSerializer FormOf(StepOutput field, ResponsePath path) => field switch
    {
        { Aggregate: { } aggregate } => TimelineSerializer.Aggregate(aggregate.Number, Object(aggregate.Fields, path.To(field.Key))),
        { Name: "at" } => TimelineSerializer.WriteAt,
        { Name: "sequence" } => TimelineSerializer.WriteSequence,
        _ => (json, _, _, _) => json.Text(field.TypeName),
    };

    private static PageSerializer FormOf(PageInfoField field) => field.Name switch
    {
        "hasNextPage" => (json, result, owner, page) => json.Boolean(result.HasNext(owner, page)),
        "hasPreviousPage" => (json, result, owner, page) => json.Boolean(result.HasPrevious(owner, page)),
        "startCursor" => (json, result, _, page) => WriteCursor(json, result, page, 0),
        "endCursor" => (json, result, _, page) => WriteCursor(json, result, page, page.Count - 1),
        _ => (json, _, _, _) => json.Quoted("PageInfo"u8),
    };

    private static void WriteCursor(JsonText json, PageResult result, PageRange page, int number)
    {
        if (page.Count == 0)
        {
            json.Null();
        }
        else
        {
            CursorSerializer.Write(json, result.RowOf(page, number), result.Plan);
        }
    }

    private RowSerializer Row(int? keyColumn, IReadOnlyList<RowOutput> fields, ResponsePath path) =>
        Row(keyColumn, [.. fields.Select(field => (field.Key, FormOf(field, path.To(field.Key))))]);

    private static RowSerializer Row(int? keyColumn, IReadOnlyList<(JsonEncodedText Key, RowSerializer Form)> members) =>
        members.All(member => member.Form is ValueSerializer)
        ? new ObjectSerializer(keyColumn, new([.. members.Select(member => (member.Key, (ValueSerializer)member.Form))]))
        : new ObjectOfListsSerializer(keyColumn, new(members));

    // Aggregates over rows: they contain no lists.
    private ObjectSerializer Object(IReadOnlyList<RowOutput> fields, ResponsePath path) => (ObjectSerializer)Row(null, fields, path);

    private RowSerializer FormOf(RowOutput field, ResponsePath path) => field switch
    {
        ScalarOutput scalar => new ColumnValueSerializer(scalar.Column, scalar.IsNullable, scalar.Type.Codec.Column),
        ReferenceOutput reference => Row(reference.KeyColumn, reference.Fields, path),
        ListOutput list => new ListSerializer(list.List.Number, list.List.Parent!.KeyColumn, Connection(list.Outputs, path.FromBelow())),
        ObjectOutput inner => Row(null, inner.Fields, path),
        CountOutput count => new CountSerializer(count.Column),
        SumOutput sum => new SumSerializer(sum.Sum, sum.Type),
        AverageOutput average => new AverageSerializer(average.Sum, average.Type),
        QuantityOutput quantity => new QuantitySerializer(quantity, path),
        ChangeOutput change => new ChangeSerializer(change, path),
        NullOutput => new ConstantSerializer(null),
        NumberOutput number => new ConstantSerializer(number.Value),
        RangeOutput range => new RangeSerializer(range.Column, new([.. range.Ends.Select(end => (end.Key, FormOf(end)))])),
        ShareOutput share => new ShareSerializer(share),
        GroupRowsOutput rows => new GroupRowsSerializer(rows.Number, Connection(rows.Outputs, path.FromBelow())),
        DifferencesOutput differences => new DifferencesSerializer(differences),
        LookupOutput lookup => new LookupSerializer(lookup.Column, lookups[lookup.Source]),
        _ => new ConstantSerializer(((TypeNameOutput)field).TypeName),
    };
}
