using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Engine.Storage.Sql;

/// <summary>
/// The views for readers of the database by SQL: one for each entity, and one for the code lists. Their names and columns are derived from
/// those of the schema, and they contain nothing that not everyone may read.
/// </summary>
public static class FlatViews
{
    /// <summary>The prefix of each name: SQLite does not distinguish <c>figures</c> from the table <c>Figures</c>.</summary>
    public const string Prefix = "v_";

    /// <summary>The name of the view of the code lists.</summary>
    public const string Codes = Prefix + "codes";

    /// <summary>The name of the view of an entity.</summary>
    public static string NameOf(EntityModel entity) => Prefix + SchemaNames.SnakeCase(entity.Plural);

    /// <summary>The views of the entities. Differences have none, because they are between two instants.</summary>
    internal static IEnumerable<FlatView> OfEntities(IModel model, StorageDialect dialect) =>
        OfEntities(model, DataModel.Create(model), dialect);

    /// <summary>The statements that create all views, by name.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> StatementsFor(IModel model, StorageDialect dialect)
    {
        var dataModel = DataModel.Create(model);
        return
        [
            .. OfEntities(model, dataModel, dialect).Select(view => dialect.View(view.Name, view.Statement)),
            dialect.View(Codes, CodesOf(dataModel)),
        ];
    }

    private static IEnumerable<FlatView> OfEntities(IModel model, DataModel dataModel, StorageDialect dialect) =>
        dataModel.Entities.Where(entity => entity.Readers is null && !entity.IsDifference)
            .Select(entity => new FlatView(model, entity, dialect));

    private static string CodesOf(DataModel dataModel)
    {
        var rows =
            from list in dataModel.Enums
            from value in list.EnumValues().Index()
            let texts = new[] { value.Item.Name, value.Item.LabelZh, value.Item.LabelEn, value.Item.Description }.Select(Text)
            select string.Create(CultureInfo.InvariantCulture, $"({Text(list.Name)}, {value.Index + 1}, {string.Join(", ", texts)})");
        return $"""
            CREATE VIEW {Quoted(Codes)} AS
            SELECT CAST(column1 AS TEXT) AS "list",
              CAST(column2 AS INTEGER) AS "position",
              CAST(column3 AS TEXT) AS "code",
              CAST(column4 AS TEXT) AS "label_zh",
              CAST(column5 AS TEXT) AS "label_en",
              CAST(column6 AS TEXT) AS "description"
            FROM (VALUES {string.Join(",\n  ", rows)}) AS "codes"
            """.ReplaceLineEndings("\n");
    }
}
