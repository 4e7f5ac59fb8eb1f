using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Engine.Storage.Sql;

/// <summary>A column of a flat view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">The field that it shows, such as <c>township.code</c>.</param>
/// <param name="Field">That field.</param>
/// <param name="IsLabel">Whether it contains the Chinese label of the value instead of its code.</param>
/// <param name="Value">Its expression in SQL.</param>
internal sealed record FlatColumn(string Name, string Path, ScalarField Field, bool IsLabel, string Value);

/// <summary>The view of one entity: the fields of <see cref="FlatRow"/>, with the labels of enums.</summary>
internal sealed class FlatView
{
    private const string Row = "r";

    private readonly List<FlatColumn> columns = [];
    private readonly List<string> joins = [];

    private readonly StorageDialect dialect;

    public FlatView(IModel model, EntityModel entity, StorageDialect dialect)
    {
        this.dialect = dialect;
        Entity = entity;
        foreach (var row in FlatRow.ReachableFrom(entity))
        {
            Add(row);
        }

        var source = model.FindEntityType(entity.ClrType)!;
        var selected = string.Join(",\n  ", columns.Select(column => $"{column.Value} AS {Quoted(column.Name)}"));
        var rows = $"{Quoted(RowsOf(source))} AS {Quoted(Row)}{string.Concat(joins)}";
        Statement = $"CREATE VIEW {Quoted(Name)} AS\nSELECT {selected}\nFROM {rows}";
    }

    /// <summary>The entity of its rows.</summary>
    public EntityModel Entity { get; }

    /// <summary>Its name.</summary>
    public string Name => FlatViews.NameOf(Entity);

    /// <summary>Its columns in order.</summary>
    public IReadOnlyList<FlatColumn> Columns => columns;

    /// <summary>The statement that creates it.</summary>
    public string Statement { get; }

    private void Add(FlatRow row)
    {
        var path = (string[])[.. row.Path.Select(reference => reference.Name)];
        var alias = AliasOf(path);
        if (row.Path is [.., var last])
        {
            Join(last, AliasOf(path[..^1]), alias);
        }

        foreach (var field in row.Fields)
        {
            var steps = (string[])[.. path, field.Name];
            var name = string.Join('_', steps.Select(SchemaNames.SnakeCase));
            if (FlatValue.ToSql(field, alias, dialect, value => value.Name) is { } value)
            {
                columns.Add(new(name, string.Join('.', steps), field, IsLabel: false, value));
            }

            if (field.Type.IsEnum && field.Type.EnumValues().Any(value => value.IsLabelled)
                && FlatValue.ToSql(field, alias, dialect, value => value.LabelZh) is { } label)
            {
                columns.Add(new($"{name}_zh", string.Join('.', steps), field, IsLabel: true, label));
            }
        }
    }

    // All joins are outer: SQLite omits those from which a query uses no column.
    private void Join(ReferenceField reference, string from, string to)
    {
        var key = reference.Navigation.ForeignKey;
        var condition = $"{Quoted(to)}.{Column(key.PrincipalKey.Properties[0])} = {Quoted(from)}.{Column(key.Properties[0])}";
        joins.Add($"\nLEFT JOIN {Quoted(RowsOf(key.PrincipalEntityType))} AS {Quoted(to)} ON {condition}");
    }

    private static string AliasOf(string[] path) => path is [] ? Row : string.Join('_', path.Select(SchemaNames.SnakeCase));

    private static string RowsOf(IReadOnlyEntityType entity) => entity.GetTableName() ?? entity.GetViewName()!;
}
