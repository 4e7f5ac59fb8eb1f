using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Writing;

/// <summary>A root field of an answer: the members of its connection, the form of its one row, or the name of the query type; or none of these.</summary>
internal sealed record RootForm(string Key, Members<ConnectionForm>? Connection, RowForm? Row, byte[]? Constant)
{
    /// <summary>Of a field about the schema.</summary>
    public MetadataForm? Metadata { get; init; }
}

/// <summary>How the answers of one plan are written: all that does not change from row to row and from request to request is bytes already.</summary>
internal sealed class AnswerForm
{
    private readonly IReadOnlyDictionary<Type, FieldLookup> lookups;

    private AnswerForm(ReadPlan plan, IReadOnlyDictionary<Type, FieldLookup> lookups, AnswerPath at)
    {
        this.lookups = lookups;
        Roots = new([.. plan.Roots.Select(root => (JsonEncodedText.Encode(root.Key), FormOf(root, at.To(JsonEncodedText.Encode(root.Key)))))]);
        Metadata = [.. Roots.All.Select(root => root.Form.Metadata).OfType<MetadataForm>()];
        IsOfSchema = Roots.All.All(root => root.Form is { Metadata: not null } or { Constant: not null });
    }

    public Members<RootForm> Roots { get; }

    /// <summary>The root fields about the schema itself.</summary>
    public IReadOnlyList<MetadataForm> Metadata { get; }

    /// <summary>Whether no root field reads data.</summary>
    public bool IsOfSchema { get; }

    /// <param name="plan">The plan.</param>
    /// <param name="lookups">The sources of fields that no table holds.</param>
    /// <param name="at">Where its root fields stand in the answer.</param>
    public static AnswerForm Of(ReadPlan plan, IReadOnlyDictionary<Type, FieldLookup> lookups, AnswerPath at) => new(plan, lookups, at);

    private RootForm FormOf(RootField root, AnswerPath path) => root switch
    {
        CollectionRoot collection => new(root.Key, Connection(collection.Outputs, path), null, null),
        SingleRoot single => new(root.Key, null, Row(null, single.Outputs, path), null),
        TypeNameRoot typeName => new(root.Key, null, null, JsonSerializer.SerializeToUtf8Bytes(typeName.TypeName)),
        _ => new(root.Key, null, null, null) { Metadata = MetadataForm.Of(((MetadataRoot)root).Output) },
    };

    private Members<ConnectionForm> Connection(IReadOnlyList<ConnectionOutput> outputs, AnswerPath path) =>
        new([.. outputs.Select(output => (output.Key, FormOf(output, path.To(output.Key))))]);

    private ConnectionForm FormOf(ConnectionOutput output, AnswerPath path) => output switch
    {
        NodesOutput nodes => new RowsForm(Row(null, nodes.Fields, path.ToRow())),
        EdgesOutput edges => new RowsForm(Row(null, [.. edges.Fields.Select(field => (field.Key, FormOf(field, path.ToRow().To(field.Key))))])),
        PageInfoOutput info => new PageInfoForm(new([.. info.Fields.Select(field => (field.Key, FormOf(field)))])),
        TotalCountOutput => new TotalCountForm(),
        AggregateOutput aggregate => new AggregateForm(aggregate.Number, Object(aggregate.Fields, path)),
        TimelineOutput timeline => new TimelineForm(timeline.Number, new([.. timeline.Fields.Select(field => (field.Key, FormOf(field, path.ToRow())))])),
        GroupsOutput groups => new GroupsForm(groups.Number, Connection(groups.Outputs, path.FromBelow())),
        SubtotalsOutput subtotals => new SubtotalsForm([.. subtotals.Levels.Select(level => (level.Subtotal, Object(level.Fields, path.ToRow())))]),
        _ => new ConnectionConstantForm(JsonSerializer.SerializeToUtf8Bytes(((ConnectionTypeNameOutput)output).TypeName)),
    };

    private static RangeEndForm FormOf(RangeEndOutput end) => new(end.Boundaries, end.Type, end.TypeName);

    private RowForm FormOf(EdgeOutput field, AnswerPath path) =>
        field.Node is { } node ? Row(null, node, path)
        : field.TypeName is { } typeName ? new ConstantForm(typeName)
        : new CursorForm();

    private StepForm FormOf(StepOutput field, AnswerPath path) => field switch
    {
        { Aggregate: { } aggregate } => TimelineForm.Aggregate(aggregate.Number, Object(aggregate.Fields, path.To(field.Key))),
        { Name: "at" } => TimelineForm.WriteAt,
        { Name: "sequence" } => TimelineForm.WriteSequence,
        _ => (json, _, _, _) => json.Text(field.TypeName),
    };

    private static PageForm FormOf(PageInfoField field) => field.Name switch
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
            CursorForm.Write(json, result.RowOf(page, number), result.Plan);
        }
    }

    private RowForm Row(int? keyColumn, IReadOnlyList<RowOutput> fields, AnswerPath path) =>
        Row(keyColumn, [.. fields.Select(field => (field.Key, FormOf(field, path.To(field.Key))))]);

    private static RowForm Row(int? keyColumn, IReadOnlyList<(JsonEncodedText Key, RowForm Form)> members) => members.All(member => member.Form is ValueForm)
        ? new ObjectForm(keyColumn, new([.. members.Select(member => (member.Key, (ValueForm)member.Form))]))
        : new ObjectOfListsForm(keyColumn, new(members));

    // Numbers about rows: there are no lists in it.
    private ObjectForm Object(IReadOnlyList<RowOutput> fields, AnswerPath path) => (ObjectForm)Row(null, fields, path);

    private RowForm FormOf(RowOutput field, AnswerPath path) => field switch
    {
        ScalarOutput scalar => new ColumnValueForm(scalar.Column, scalar.IsNullable, ColumnJson.Of(scalar.Type)),
        ReferenceOutput reference => Row(reference.KeyColumn, reference.Fields, path),
        ListOutput list => new ListForm(list.List.Number, list.List.Parent!.KeyColumn, Connection(list.Outputs, path.FromBelow())),
        ObjectOutput inner => Row(null, inner.Fields, path),
        CountOutput count => new CountForm(count.Column),
        SumOutput sum => new SumForm(sum.Sum, sum.Type),
        AverageOutput average => new AverageForm(average.Sum, average.Type),
        QuantityOutput quantity => new QuantityForm(quantity, path),
        ChangeOutput change => new ChangeForm(change, path),
        NullOutput => new ConstantForm(null),
        NumberOutput number => new ConstantForm(number.Value),
        RangeOutput range => new RangeForm(range.Column, new([.. range.Ends.Select(end => (end.Key, FormOf(end)))])),
        ShareOutput share => new ShareForm(share),
        GroupRowsOutput rows => new GroupRowsForm(rows.Number, Connection(rows.Outputs, path.FromBelow())),
        DifferencesOutput differences => new DifferencesForm(differences),
        LookupOutput lookup => new LookupForm(lookup.Column, lookups[lookup.Source]),
        _ => new ConstantForm(((TypeNameOutput)field).TypeName),
    };
}
