using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Tests;

// Entities with keys and tables that EF Core takes and the engine does not.

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
