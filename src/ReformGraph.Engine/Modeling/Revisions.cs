using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The table of all versions of an entity's rows. It has the columns of the rows, with the same names, and the changes from which
/// (<see cref="From"/>, inclusive) to which (<see cref="To"/>, exclusive) the version was the recorded one.
/// </summary>
public sealed class Revisions
{
    /// <summary>The column of the table's own key.</summary>
    public const string Key = "RevisionId";

    /// <summary>The column of the sequence number of the change that recorded a version.</summary>
    public const string From = "RecordedFrom";

    /// <summary>The column with the sequence number of the change that replaced or withdrew the version; <see cref="Open"/> as long as
    /// there is none.</summary>
    public const string To = "RecordedTo";

    /// <summary>The value of <see cref="To"/> in the present version.</summary>
    public const long Open = long.MaxValue;

    /// <summary>How many entities of a model can have a history: the keys of <see cref="ChangedRow"/> have room for this many.</summary>
    public const int MostEntities = 64;

    private Revisions(IReadOnlyEntityType rows)
    {
        Rows = rows;
        Columns = [.. rows.GetProperties()];
        Name = NameOf(rows);
    }

    /// <summary>The name of the table, and of its entity type.</summary>
    public string Name { get; }

    /// <summary>The entity.</summary>
    public IReadOnlyEntityType Rows { get; }

    /// <summary>The columns that it shares with the rows.</summary>
    public IReadOnlyList<IReadOnlyProperty> Columns { get; }

    /// <summary>Those of every versioned entity, in the ordinal order of the entities' names.</summary>
    public static IEnumerable<Revisions> DeclaredIn(IReadOnlyModel model) => model.GetEntityTypes()
        .Where(entity => entity.ClrType.IsSubclassOf(typeof(Versioned)))
        .OrderBy(entity => entity.ClrType.Name, StringComparer.Ordinal)
        .Select(entity => new Revisions(entity));

    /// <summary>The name of the table of an entity's revisions.</summary>
    public static string NameOf(IReadOnlyEntityType rows) => $"{rows.GetTableName()}Revisions";

    /// <summary>Adds the tables to a model in which all entities are mapped.</summary>
    internal static void AddTo(ModelBuilder model)
    {
        foreach (var revisions in DeclaredIn(model.Model).ToList())
        {
            model.SharedTypeEntity<Dictionary<string, object>>(revisions.Name, table =>
            {
                table.ToTable(revisions.Name);
                table.IndexerProperty<long>(Key);
                table.HasKey(Key);
                foreach (var column in revisions.Columns)
                {
                    SameColumn(table.IndexerProperty(column.ClrType, column.Name).IsRequired(!column.IsNullable), column);
                }

                table.IndexerProperty<long>(From);
                table.IndexerProperty<long>(To);
                table.HasIndex("Id", From).IsUnique();
                table.HasIndex(From);
                table.HasIndex(To).HasFilter($"\"{To}\" < {Open}");
                foreach (var index in revisions.Indexes)
                {
                    table.HasIndex([.. index, From, To]);
                }
            });
        }
    }

    /// <summary>Gives a property the column of another one, if that column is not named after its property.</summary>
    internal static void SameColumn(PropertyBuilder property, IReadOnlyProperty other)
    {
        if (other.GetColumnName() is var name && name != property.Metadata.Name)
        {
            property.HasColumnName(name);
        }
    }

    // Indexes that find rows also find their versions.
    private IEnumerable<string[]> Indexes => Rows.GetIndexes().Select(index => index.Properties.Select(property => property.Name).ToArray())
        .Concat(Rows.GetForeignKeys().Select(key => key.Properties.Select(property => property.Name).ToArray()))
        .DistinctBy(names => string.Join(',', names));
}
