using System.ComponentModel;
using System.ComponentModel.DataAnnotations.Schema;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine;

// The tiny model's measure: what is estimated of a topic, in whatever unit, with bounds.

[Description("The unit of an estimate.")]
internal enum Scale
{
    [Description("Metres of shelf.")]
    [Label("米", "m")]
    Metre,

    [Description("Per cent.")]
    [Label("%", "%")]
    Percent,

    [Description("The difference of two percentages.")]
    [Label("百分点", "points")]
    Point,
}

[Description("What an estimate stands for.")]
internal enum Tense
{
    [Description("How it was.")]
    [Label("从前", "then")]
    Then,

    [Description("How it is.")]
    [Label("如今", "now")]
    Now,

    [Description("How it is, by hearsay.")]
    [Label("据说", "said")]
    Said,

    [Description("How it should be.")]
    [Label("愿望", "wish")]
    Wish,
}

[Entity("topics")]
[Description("What is estimated.")]
internal sealed class Topic : Versioned<Topic>
{
    [Description("The primary key.")]
    public int Id { get; init; }

    public int? WholeId { get; init; }

    [Description("The topic that its estimates add up to.")]
    public Topic? Whole { get; init; }

    [Description("The topics that add up to it.")]
    [InverseProperty(nameof(Whole))]
    public List<Topic> Shares { get; } = [];

    [Description("Its estimates.")]
    public List<Estimate> Estimates { get; } = [];
}

[Entity("estimates")]
[Description("One estimate of a topic.")]
internal sealed class Estimate : Versioned<Estimate>
{
    [Description("The primary key.")]
    public int Id { get; init; }

    public int TopicId { get; init; }

    [Description("The topic.")]
    public required Topic Topic { get; init; }

    public int ShelfId { get; init; }

    [Description("The shelf that it is about.")]
    public required Shelf Shelf { get; init; }

    [Description("What it stands for.")]
    public Tense Tense { get; init; }

    [Description("The unit.")]
    public Scale Scale { get; init; }

    [Measure(
        Unit = nameof(Scale),
        Role = nameof(Tense),
        Subject = nameof(Topic),
        AddsTo = nameof(Engine.Topic.Whole),
        Repeats = nameof(Quotes),
        Lower = nameof(Least),
        LowerIncluded = nameof(LeastIncluded),
        Upper = nameof(Most),
        UpperIncluded = nameof(MostIncluded),
        Baseline = Tense.Then,
        Levels = [Tense.Now, Tense.Said],
        Percent = Scale.Percent,
        PercentagePoint = Scale.Point,
        Source = nameof(Shelf),
        Areas = [],
        Rates = [Scale.Percent, Scale.Point])]
    [Description("What it is put at; null where nobody dared.")]
    public decimal? Amount { get; init; }

    [MixedUnits]
    [Description("The least that it can be.")]
    public decimal? Least { get; init; }

    [Description("Whether it can be the least.")]
    public bool LeastIncluded { get; init; }

    [MixedUnits]
    [Description("The most that it can be.")]
    public decimal? Most { get; init; }

    [Description("Whether it can be the most.")]
    public bool MostIncluded { get; init; }

    public int? QuotesId { get; init; }

    [Description("The estimate that it only quotes.")]
    public Estimate? Quotes { get; init; }
}
