using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Tests;

// Models that EF Core takes and the engine does not, or only in its own way: one for each thing that can be other than expected.

public sealed class GuidKey
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The key.")]
        public Guid Id { get; set; }
    }
}

public sealed class LongKey
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row : Versioned<Row>
    {
        [Description("The key.")]
        public long Id { get; set; }
    }
}

public sealed class TextKey
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Key]
        [Description("The key.")]
        public required string Isbn { get; set; }
    }
}

public sealed class TwoKeys
{
    [PrimaryKey(nameof(Id), nameof(Part))]
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("The other key.")]
        public int Part { get; set; }
    }
}

public sealed class NoKey
{
    [Keyless]
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The id.")]
        public int Id { get; set; }
    }
}

public sealed class UntoldKey
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        public int Id { get; set; }
    }
}

public sealed class RenamedKey
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The key.")]
        [Column("row_id")]
        public int Id { get; set; }
    }
}

public sealed class SharedTable
{
    [Entity("rows")]
    [Description("A row.")]
    public class Row
    {
        [Description("The key.")]
        public int Id { get; set; }
    }

    [Entity("longRows")]
    [Description("A long row.")]
    public sealed class LongRow : Row;
}

public sealed class ShadowForeignKey
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("The next.")]
        public Row? Next { get; set; }
    }
}

public sealed class OneToOne
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("What is pinned to it.")]
        public Note? Note { get; set; }
    }

    [Entity("notes")]
    [Description("A note.")]
    public sealed class Note
    {
        [Description("The key.")]
        public int Id { get; set; }

        public int RowId { get; set; }

        [Description("The row.")]
        public Row Row { get; set; } = null!;
    }
}

public sealed class ManyToMany
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("Its tags.")]
        public List<Tag> Tags { get; } = [];
    }

    [Entity("tags")]
    [Description("A tag.")]
    public sealed class Tag
    {
        [Description("The key.")]
        public int Id { get; set; }

        public List<Row> Rows { get; } = [];
    }
}

public sealed class HalfAHistory
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row : Versioned<Row>
    {
        [Description("The key.")]
        public int Id { get; set; }

        public int ShelfId { get; set; }

        [Description("Where it stands.")]
        public Shelf Shelf { get; set; } = null!;
    }

    [Entity("shelves")]
    [Description("A shelf.")]
    public sealed class Shelf
    {
        [Description("The key.")]
        public int Id { get; set; }
    }
}

public sealed class WritableWithoutHistory
{
    [Writable]
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }
    }
}

public sealed class WritableByNoCode
{
    [Writable]
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row : Versioned<Row>
    {
        [Description("The key.")]
        public int Id { get; set; }

        public int? NextId { get; set; }

        [Description("The next.")]
        public Row? Next { get; set; }
    }
}

public sealed class ChineseName
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("Its name (名称).")]
        public string? 名称 { get; set; }
    }
}

public sealed class Twins
{
    [SuppressMessage("Naming", "CA1708:Identifiers should differ by more than case", Justification = "That is the fault.")]
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("Its name.")]
        public string? Name { get; set; }

        [Description("The same again.")]
        [Column("name2")]
        public string? name { get; set; }
    }
}

/// <summary>What works, though it is not as usual: rows without a history, in columns that have names of their own.</summary>
public sealed class Unusual
{
    [Entity("rows")]
    [Description("A row without a history.")]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("Its name.")]
        public required string Name { get; set; }
    }

    [Entity("leaves")]
    [Description("A leaf with a history.")]
    public sealed class Leaf : Versioned<Leaf>
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("A code.")]
        [Column("leaf_code")]
        public required string Code { get; set; }

        [Description("Its title (标题).")]
        [Column("标题")]
        public required string Title { get; set; }
    }
}

public sealed class Plain
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }
    }
}

/// <summary>All entities within a class are a model.</summary>
public sealed class ModelOf<T>(DbContextOptions<ModelOf<T>> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities(typeof(T).GetNestedTypes());
        modelBuilder.FitToProvider(Database.ProviderName);
    }
}

public sealed class PastOf<T>(DbContextOptions<PastOf<T>> options) : PastContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities(typeof(T).GetNestedTypes());
        modelBuilder.FitToProvider(Database.ProviderName, isPast: true);
        ReadRevisions(modelBuilder);
    }
}
