using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>What an address below <c>/odata</c> identifies.</summary>
internal enum FeedKind
{
    /// <summary>The service document.</summary>
    Service,

    /// <summary>The metadata document.</summary>
    Metadata,

    /// <summary>Rows of an entity, or groups.</summary>
    Rows,

    /// <summary>The number of rows.</summary>
    Count,

    /// <summary>One row.</summary>
    Row,

    /// <summary>One value of a row, as JSON.</summary>
    Property,

    /// <summary>One value of a row, raw.</summary>
    Value,
}

/// <summary>The path of an address: a set, one of its rows by its key, what the row refers to or lists, or the number of rows.</summary>
/// <param name="Kind">What it identifies.</param>
internal sealed record FeedAddress(FeedKind Kind)
{
    private const string Option = "path";

    /// <summary>The entity of the rows.</summary>
    public EntityModel Entity { get; private init; } = null!;

    /// <summary>The entity of the set at the start of the path.</summary>
    public EntityModel Root { get; private init; } = null!;

    /// <summary>The id of the row of that set; null for all.</summary>
    public string? Id { get; private init; }

    /// <summary>The field that continues from that row; null if the path ends at it.</summary>
    public Field? Navigation { get; private init; }

    /// <summary>The field whose value is requested; null for a whole row, or several.</summary>
    public Field? Column { get; private init; }

    /// <summary>The path from the service to the value.</summary>
    public string Path =>
        string.Concat(Root.Plural, Id is null ? "" : $"('{Id}')", Navigation is null ? "" : $"/{Navigation.Name}",
        Column is null ? "" : $"/{Column.Name}");

    /// <exception cref="RequestErrorException">Nothing is there, or nothing that is supported.</exception>
    public static FeedAddress Parse(ODataUriParser parser, FeedModel model)
    {
        var segments = Parsed(parser);
        switch (segments)
        {
            case []:
                return new FeedAddress(FeedKind.Service);
            case [MetadataSegment]:
                return new FeedAddress(FeedKind.Metadata);
            case [EntitySetSegment set, .. var rest]:
                var root = model[set.EntitySet.EntityType];
                var rows = new FeedAddress(FeedKind.Rows) { Entity = root, Root = root };
                return rest is [KeySegment key, .. var below] ? rows.Below(key, below, model) : rows.Counted(rest);
            default:
                throw Unserved(segments[0]);
        }
    }

    private FeedAddress Below(KeySegment key, ODataPathSegment[] rest, FeedModel model)
    {
        var row = this with { Kind = FeedKind.Row, Id = key.Keys.Single().Value as string ?? throw Unserved(key) };
        if (rest is not [NavigationPropertySegment { NavigationProperty: var property }, .. var below])
        {
            return row.Narrowed(rest);
        }

        var navigation = Root.Find(property.Name)!;
        var target = row with { Navigation = navigation, Entity = model[property.ToEntityType()] };
        return navigation is ListField ? (target with { Kind = FeedKind.Rows }).Counted(below) : target.Narrowed(below);
    }

    private FeedAddress Narrowed(ODataPathSegment[] rest) => rest switch
    {
        [] => this,
        [PropertySegment property] => this with { Kind = FeedKind.Property, Column = Entity.Find(property.Property.Name) },
        [PropertySegment property, ValueSegment] => this with { Kind = FeedKind.Value, Column = Entity.Find(property.Property.Name) },
        [PropertySegment, var next, ..] => throw Unserved(next),
        _ => throw Unserved(rest[0]),
    };

    private FeedAddress Counted(ODataPathSegment[] rest) => rest switch
    {
        [] => this,
        [CountSegment] => this with { Kind = FeedKind.Count },
        _ => throw Unserved(rest[0]),
    };

    private static ODataPathSegment[] Parsed(ODataUriParser parser) => FeedOptions.Parsed<ODataPathSegment[]>(
        Option,
        () =>
        {
            try
            {
                return [.. parser.ParsePath()];
            }
            catch (ODataUnrecognizedPathException unknown)
            {
                throw FeedErrors.NotFound(Option, unknown.Message);
            }
        },
        " A row is addressed by its id in quotes: SET('7').");

    private static RequestErrorException Unserved(ODataPathSegment segment) => FeedErrors.NotSupported(
        Option, $"The segment {segment.Identifier} is not supported here. A path is SET, SET/$count, SET('ID'), or SET('ID') followed " +
        "by a reference, a list or a property, which $value may follow.");
}
