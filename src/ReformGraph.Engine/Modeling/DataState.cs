using System.ComponentModel.DataAnnotations.Schema;

namespace ReformGraph.Engine.Modeling;

/// <summary>The one row that says which state the data are in. Every write transaction raises <see cref="Sequence"/>.</summary>
public sealed class DataState
{
    /// <summary>Always 1.</summary>
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; init; } = 1;

    /// <summary>How many write transactions the database has seen.</summary>
    public long Sequence { get; set; }

    /// <summary>Drawn when the database is made, so that equal sequences of two databases are not taken for one state.</summary>
    public Guid Database { get; init; }
}
