using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using Xunit;

namespace ReformGraph.Tests.Engine.Modeling;

public sealed class MeasureTests
{
    [Fact]
    public void An_entity_has_one_measure_at_most() => Assert.Equal(
        "WeighedTwice has two measures, Weight and Other; an entity can have only one.", Refused<WeighedTwice>());

    [Fact]
    public void A_quantity_has_a_unit() => Assert.Equal(
        "The measure of WeighedInNoUnit needs WeighedInNoUnit.Maybe to be an enum that is never null with a description and a column, " +
        "and without [ReadableBy].", Refused<WeighedInNoUnit>());

    [Fact]
    public void Without_a_measure_there_is_none()
    {
        using var context = new OneEntity<Unweighed>();
        Assert.Null(DataModel.Create(context.Model)[typeof(Unweighed)].Measure);
    }

    private static string Refused<T>()
    {
        using var context = new OneEntity<T>();
        return Assert.Throws<ModelException>(() => DataModel.Create(context.Model)).Message;
    }

    internal abstract class Weighed<TSelf>
        where TSelf : Weighed<TSelf>
    {
        [Description("The primary key.")]
        public int Id { get; init; }

        public int ThingId { get; init; }

        [Description("What is weighed.")]
        public TSelf Thing { get; init; } = null!;

        public int? WholeId { get; init; }

        [Description("What it is a part of.")]
        public TSelf? Whole { get; init; }

        [Description("The unit.")]
        public Scale Scale { get; init; }

        [Description("The unit, where it is known.")]
        public Scale? Maybe { get; init; }

        [Description("The role.")]
        public Tense Tense { get; init; }

        [Description("A bound.")]
        public decimal? End { get; init; }

        [Description("Whether it is possible.")]
        public bool EndIncluded { get; init; }
    }

    [Entity("weighed")]
    [Description("Not weighed.")]
    internal sealed class Unweighed : Weighed<Unweighed>;

    [Entity("twice")]
    [Description("Weighed twice.")]
    internal sealed class WeighedTwice : Weighed<WeighedTwice>
    {
        [Description("The weight.")]
        [Measure(
            Unit = nameof(Scale), Role = nameof(Tense), Subject = nameof(Thing), AddsTo = nameof(Whole), Repeats = nameof(Whole),
                Lower = nameof(End), LowerIncluded = nameof(EndIncluded),
            Upper = nameof(End), UpperIncluded = nameof(EndIncluded), Baseline = Tense.Then, Levels = [Tense.Now], Percent = Scale.Percent,
                PercentagePoint = Scale.Point, Source = nameof(Thing), Areas = [], Rates = [])]
        public decimal Weight { get; init; }

        [Description("The other weight.")]
        [Measure(
            Unit = nameof(Scale), Role = nameof(Tense), Subject = nameof(Thing), AddsTo = nameof(Whole), Repeats = nameof(Whole),
                Lower = nameof(End), LowerIncluded = nameof(EndIncluded),
            Upper = nameof(End), UpperIncluded = nameof(EndIncluded), Baseline = Tense.Then, Levels = [Tense.Now], Percent = Scale.Percent,
                PercentagePoint = Scale.Point, Source = nameof(Thing), Areas = [], Rates = [])]
        public decimal Other { get; init; }
    }

    [Entity("unitless")]
    [Description("Weighed in no unit.")]
    internal sealed class WeighedInNoUnit : Weighed<WeighedInNoUnit>
    {
        [Description("The weight.")]
        [Measure(
            Unit = nameof(Maybe), Role = nameof(Tense), Subject = nameof(Thing), AddsTo = nameof(Whole), Repeats = nameof(Whole),
                Lower = nameof(End), LowerIncluded = nameof(EndIncluded),
            Upper = nameof(End), UpperIncluded = nameof(EndIncluded), Baseline = Tense.Then, Levels = [Tense.Now],
            Percent = Scale.Percent, PercentagePoint = Scale.Point, Source = nameof(Thing), Areas = [], Rates = [])]
        public decimal Weight { get; init; }
    }

    private sealed class OneEntity<T>() : DbContext(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity(typeof(T)).HasOne("Thing").WithMany();
            modelBuilder.Entity(typeof(T)).HasOne("Whole").WithMany();
            modelBuilder.AddEntities([typeof(T)]);
        }
    }
}
