using System.ComponentModel;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Tests;

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
