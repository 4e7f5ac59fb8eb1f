using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Database.SqlNames;

namespace ReformGraph.Database;

/// <summary>A column of a flat view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">The field that it shows, such as <c>township.code</c>.</param>
/// <param name="Field">That field.</param>
/// <param name="IsLabel">Whether it is the Chinese label of the value in place of its code.</param>
/// <param name="Value">What gives it, in SQL.</param>
internal sealed record FlatColumn(string Name, string Path, ScalarField Field, bool IsLabel, string Value);

/// <summary>
/// The view of one entity: its own fields, and what tells the rows that it refers to. A row that each row must refer to is followed further, so that a
/// village has the county of its township, but to each entity once.
/// </summary>
internal sealed class FlatView
{
    private const string Row = "r";

    // A row that has no code is told by its id.
    private static readonly string[] Telling = ["code", "nameZh", "nameEn", "titleZh", "titleEn", "knownAs", "wording", "recordedAt"];

    private readonly IModel model;
    private readonly List<FlatColumn> columns = [];
    private readonly List<string> joins = [];

    public FlatView(IModel model, EntityModel entity)
    {
        this.model = model;
        Entity = entity;
        Add(entity.Fields.OfType<ScalarField>(), [], Row);
        Follow(entity);
        var source = model.FindEntityType(entity.ClrType)!;
        Statement = $"CREATE VIEW {Quoted(Name)} AS\nSELECT {string.Join(",\n  ", columns.Select(column => $"{column.Value} AS {Quoted(column.Name)}"))}\nFROM {Quoted(RowsOf(source))} AS {Quoted(Row)}{string.Concat(joins)}";
    }

    /// <summary>What its rows are.</summary>
    public EntityModel Entity { get; }

    /// <summary>Its name.</summary>
    public string Name => FlatViews.NameOf(Entity);

    /// <summary>Its columns in their order.</summary>
    public IReadOnlyList<FlatColumn> Columns => columns;

    /// <summary>What makes it.</summary>
    public string Statement { get; }

    private void Follow(EntityModel entity)
    {
        var reached = new HashSet<EntityModel> { entity };
        List<(EntityModel Entity, string[] Path)> from = [(entity, [])];
        while (from.Count > 0)
        {
            var next = new List<(EntityModel, string[])>();
            foreach (var (owner, path) in from)
            {
                foreach (var reference in owner.Fields.OfType<ReferenceField>().Where(reference => IsOpen(reference, path.Length > 0, reached)))
                {
                    Join(reference, path);
                    reached.Add(reference.Target);
                    if (!reference.IsNullable)
                    {
                        next.Add((reference.Target, [.. path, reference.Name]));
                    }
                }
            }

            from = next;
        }
    }

    private static bool IsOpen(ReferenceField reference, bool isFurther, HashSet<EntityModel> reached) =>
        reference.Readers is null && reference.Target.Readers is null && !(isFurther && (reference.IsNullable || reached.Contains(reference.Target)));

    // Outer joins all: SQLite leaves out those that a list of rows takes no column from.
    private void Join(ReferenceField reference, string[] path)
    {
        var target = reference.Target;
        var (from, to) = (AliasOf(path), AliasOf([.. path, reference.Name]));
        var key = reference.Navigation.ForeignKey;
        joins.Add($"\nLEFT JOIN {Quoted(RowsOf(key.PrincipalEntityType))} AS {Quoted(to)} ON {Quoted(to)}.{Column(key.PrincipalKey.Properties[0])} = {Quoted(from)}.{Column(key.Properties[0])}");
        Add([.. target.Find("code") is null ? [target.Key] : (ScalarField[])[], .. Telling.Select(target.Find).OfType<ScalarField>()], [.. path, reference.Name], to);
    }

    private void Add(IEnumerable<ScalarField> fields, string[] path, string alias)
    {
        foreach (var field in fields.Where(field => field.Readers is null))
        {
            var steps = (string[])[.. path, field.Name];
            var name = string.Join('_', steps.Select(SchemaNames.SnakeCase));
            if (FlatValue.Of(field, alias, value => value.Name) is { } value)
            {
                columns.Add(new(name, string.Join('.', steps), field, IsLabel: false, value));
            }

            if (field.Type.IsEnum && FlatValue.Of(field, alias, value => value.LabelZh) is { } label)
            {
                columns.Add(new($"{name}_zh", string.Join('.', steps), field, IsLabel: true, label));
            }
        }
    }

    private static string AliasOf(string[] path) => path is [] ? Row : string.Join('_', path.Select(SchemaNames.SnakeCase));

    private static string RowsOf(IReadOnlyEntityType entity) => entity.GetTableName() ?? entity.GetViewName()!;
}
