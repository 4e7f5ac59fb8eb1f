using ReformGraph.Data.Tables;
using ReformGraph.Engine.Modeling;
using ReformGraph.Export;

namespace ReformGraph.Catalog;

/// <summary>A column of a data set: a field of its rows, or the code of a row that these refer to.</summary>
/// <param name="Path">The fields that lead to it.</param>
/// <param name="UnitColumn">The column with its unit in each row; null if there is none.</param>
internal sealed record DatasetColumn(IReadOnlyList<Field> Path, string? UnitColumn)
{
    /// <summary>The field that it shows.</summary>
    public ScalarField Field => (ScalarField)Path[^1];

    /// <summary>Its name in exports.</summary>
    public string Name => string.Join('.', Path.Select(step => step.Name));

    /// <summary>Its English name.</summary>
    public string Title => ColumnHeading.En(Path);

    /// <summary>Its Chinese name; null if none is declared.</summary>
    public string? TitleZh => ColumnHeading.Zh(Path);

    /// <summary>What it means.</summary>
    public string Description => Path.Count > 1 ? $"{Path[^2].Description} Its {Field.Name}." : Field.Description;

    /// <summary>Whether it can be empty.</summary>
    public bool IsNullable => Path.Any(step => step is ReferenceField { IsNullable: true } or ScalarField { IsNullable: true });
}

/// <summary>A data set: a collection as a role sees it, with the columns of its exports.</summary>
/// <param name="Entity">The entity of its rows.</param>
/// <param name="Columns">Its columns in order.</param>
internal sealed record Dataset(EntityModel Entity, IReadOnlyList<DatasetColumn> Columns)
{
    /// <summary>Its name in the addresses of exports.</summary>
    public string Name => SchemaNames.KebabCase(Entity.Plural);

    /// <summary>Its English name.</summary>
    public string Title => ColumnHeading.Sentence(SchemaNames.Words(Entity.Plural));

    /// <summary>A query that shows a few of its rows.</summary>
    public string Example
    {
        get
        {
            var shown = Columns.Where(column => column.Path.Count == 1 && column.Field != Entity.Key).Select(column => column.Name).Take(4);
            return $"{{ {Entity.Plural}(first: 3) {{ totalCount nodes {{ {string.Join(' ', shown)} }} }} }}";
        }
    }

    /// <summary>The data sets of a role: everything that can be exported, ending with versions.</summary>
    public static IReadOnlyList<Dataset> VisibleTo(DataModel dataModel, RoleScope role) =>
    [
        .. ExportName.EntitiesOf(dataModel).Values
            .Where(entity => entity.IsFor(role))
            .OrderBy(entity => entity.IsVersion)
            .Select(entity => new Dataset(entity, [.. ExportColumns.Usual(entity, role).Select(column => Column(entity, column))])),
    ];

    private static DatasetColumn Column(EntityModel entity, string name)
    {
        var path = entity.PathOf(name);
        var isMixed = path is [ScalarField { HasMixedUnits: true, Type.Name: "Decimal" }];
        return new(path, isMixed && entity.Find("unit") is ScalarField { Type.IsEnum: true } unit ? unit.Name : null);
    }
}
