using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>A requested export: all rows of an entity that meet a condition, each as a flat row of columns.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Columns">The columns in order, at least one: names of scalar fields, prefixed with those of the to-one fields that lead to
/// them, as in <c>township.county.code</c>. A column may occur several times, under different names.</param>
/// <param name="Where">The condition, as in the collection's argument <c>where</c>; undefined for all rows.</param>
/// <param name="Order">The order, as in the collection's argument <c>order</c>; undefined for the order of the primary key.</param>
public sealed record ExportQuery(EntityModel Entity, IReadOnlyList<string> Columns, JsonElement Where, JsonElement Order)
{
    /// <summary>The column that says how a row changed.</summary>
    public const string ActionColumn = "changeAction";

    /// <summary>The column with the token from which to continue.</summary>
    public const string TokenColumn = "changeToken";

    /// <summary>The role for which it runs, with the scope of the sender.</summary>
    public RoleScope Role { get; init; } = EngineRequest.Everyone;

    /// <summary>The instant as of which the rows are read; null for the state of the data when the export begins.</summary>
    public AsOf? AsOf { get; init; }

    /// <summary>
    /// The instant up to which the client knows the changes. The export then contains only rows that differ since then, in the order of
    /// their keys, each preceded by how it changed and by the token from which to continue; of a withdrawn row it contains the id and the
    /// code. Null for all rows.
    /// </summary>
    public ChangeToken? Since { get; init; }

    /// <summary>Whether the response's headers state how the export can be repeated.</summary>
    public bool IsStamped { get; init; }

    /// <summary>Who sends it: reads of several senders take turns.</summary>
    public string Actor { get; init; } = EngineRequest.Public;

    /// <summary>Counts what is read for it; null if nobody wants to know.</summary>
    public ReadCount? Count { get; init; }

    /// <summary>The names of the columns; by default those of their fields.</summary>
    public IReadOnlyList<string> Names { get; init; } = Columns;

    /// <summary>The groups that the export contains in place of rows; null for rows.</summary>
    public ExportedGroups? Groups { get; init; }

    /// <summary>The maximum number of rows; null for all.</summary>
    public int? First { get; init; }

    /// <summary>How enum values are written in each column; by default as their names.</summary>
    public IReadOnlyList<EnumText> Enums { get; init; } = [.. Columns.Select(_ => EnumText.Name)];

    /// <summary>The name of the column that says how a row changed.</summary>
    public string ActionName { get; init; } = ActionColumn;

    /// <summary>The name of the column with the token from which to continue.</summary>
    public string TokenName { get; init; } = TokenColumn;

    /// <summary>What one of the columns contains, before it is given a name.</summary>
    public ExportColumn ColumnOf(string column) =>
        Groups?.Columns.First(each => each.Name == column) ?? ExportColumn.Create(Entity, column);

    /// <summary>The number of rows in the first part; later parts are larger.</summary>
    internal int FirstRows { get; init; } = 1_000;
}

/// <summary>The groups of a collection, as a query selects them.</summary>
/// <param name="Request">The query.</param>
/// <param name="Columns">What it selects of each group. A column has the path of its value in the response as its name, such as
/// <c>key.level</c>, and that of the fields in the schema as its path.</param>
public sealed record ExportedGroups(QueryRequest Request, IReadOnlyList<ExportColumn> Columns);
