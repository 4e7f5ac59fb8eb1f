using System.ComponentModel;
using System.ComponentModel.DataAnnotations.Schema;
using System.Diagnostics.CodeAnalysis;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Tests;

// Entities with members that EF Core takes and the engine does not.

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

public sealed class NameOfVersions
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row : Versioned<Row>
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("Another row, by its id.")]
        public int RowId { get; set; }
    }
}

public sealed class LookedUpByNothing
{
    [Entity("rows")]
    [Description("A row.")]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("What a card says.")]
        [Lookup("Number", typeof(FieldLookup))]
        [NotMapped]
        public string? Card { get; set; }
    }
}

public sealed class WithinNothing
{
    [Entity("rows")]
    [Description("A row.")]
    [CodeWithin(nameof(Whole))]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("A code.")]
        public required string Code { get; set; }

        public int? WholeId { get; set; }

        [Description("What it is a part of, if anything.")]
        public Row? Whole { get; set; }
    }
}

public sealed class WithinItself
{
    [Entity("rows")]
    [Description("A row.")]
    [CodeWithin(nameof(Whole))]
    public sealed class Row
    {
        [Description("The key.")]
        public int Id { get; set; }

        [Description("A code.")]
        public required string Code { get; set; }

        public int WholeId { get; set; }

        [Description("What it is a part of.")]
        public Row Whole { get; set; } = null!;
    }
}
