using System.ComponentModel.DataAnnotations.Schema;

namespace ReformGraph.Engine.Modeling;

/// <summary>The one row that states which state the data are in. Every write transaction increments <see cref="Sequence"/>.</summary>
public sealed class DataState
{
    /// <summary>Always 1.</summary>
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; init; } = 1;

    /// <summary>How many write transactions the database has seen.</summary>
    public long Sequence { get; set; }

    /// <summary>Chosen at random when the database is created, so that equal sequences of two databases are not taken for the same
    /// state.</summary>
    public Guid Database { get; init; }
}
