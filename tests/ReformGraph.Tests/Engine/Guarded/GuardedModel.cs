using System.ComponentModel;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine.Guarded;

// A museum that reveals only to its keepers who gave an exhibit, and what it is worth.

[Entity("rooms")]
[Description("A room.")]
internal sealed class Room
{
    [Description("The primary key.")]
    public int Id { get; init; }

    [Description("The exhibits in it.")]
    public List<Exhibit> Exhibits { get; } = [];
}

[Entity("exhibits")]
[Description("A thing that is shown.")]
internal sealed class Exhibit
{
    [Description("The primary key.")]
    public int Id { get; init; }

    [Description("What it is called.")]
    public required string Title { get; init; }

    [Description("Its worth in yuan.")]
    [ReadableBy("keeper", "insurer")]
    public decimal? Worth { get; init; }

    [Description("When it was insured.")]
    [ReadableBy("keeper", "insurer")]
    public DateOnly? InsuredOn { get; init; }

    [Description("Whether it is worth insuring.")]
    [ReadableBy("keeper", "insurer")]
    public static Expression<Func<Exhibit, bool>> IsDear => exhibit => exhibit.Worth > 1000;

    [Description("The card in the keepers' box.")]
    [Lookup(nameof(InsuredBy), typeof(CatalogueCards))]
    public string? Card { get; init; }

    [Description("The insurance.")]
    [ReadableBy("keeper")]
    public string? InsuredBy { get; init; }

    public int? DonorId { get; init; }

    [Description("Who gave it.")]
    public Donor? Donor { get; init; }

    public int? RoomId { get; init; }

    [Description("Where it is shown.")]
    public Room? Room { get; init; }
}

[Entity("donors")]
[Description("A person who gave something.")]
[ReadableBy("keeper")]
internal sealed class Donor
{
    [Description("The primary key.")]
    public int Id { get; init; }

    [Description("The name.")]
    public required string Name { get; init; }

    [Description("What this person gave.")]
    public List<Exhibit> Exhibits { get; } = [];
}

[Entity("labels")]
[Description("A label, of which every version is kept.")]
internal sealed class Label : Versioned<Label>
{
    [Description("The primary key.")]
    public int Id { get; init; }

    [Description("What it says.")]
    public required string Text { get; init; }

    [Description("What it cost in yuan.")]
    [ReadableBy("keeper")]
    public decimal? Cost { get; init; }
}

[Entity("papers")]
[Description("A paper, whose length tells of what is in it.")]
internal sealed class Paper
{
    [Description("The primary key.")]
    public int Id { get; init; }

    [Description("What is written on it.")]
    [ReadableBy("keeper")]
    public string? Writing { get; init; }

    [Description("Whether anything is written on it.")]
    public static Expression<Func<Paper, bool>> IsWritten => paper => paper.Writing != null;
}

internal sealed class MuseumContext() : GuardedContext(Types)
{
    public static Type[] Types { get; } = [typeof(Room), typeof(Exhibit), typeof(Donor), typeof(Label)];
}

internal sealed class MuseumPastContext() : PastContext(new DbContextOptionsBuilder().UseSqlite("Data Source=none.db").Options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities(MuseumContext.Types);
        modelBuilder.ApplyConfiguration(new ChangeReaders());
        modelBuilder.FitToProvider(Database.ProviderName, isPast: true);
        ReadRevisions(modelBuilder);
    }
}

internal sealed class PaperContext() : GuardedContext(typeof(Paper));

// EF Core keeps one model for each class of contexts.
internal abstract class GuardedContext(params Type[] entities) : DbContext(
    new DbContextOptionsBuilder().UseSqlite("Data Source=none.db").Options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities(entities);
        modelBuilder.ApplyConfiguration(new ChangeReaders());
        modelBuilder.FitToProvider(Database.ProviderName);
    }
}
