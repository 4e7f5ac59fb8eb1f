using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Writes;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Import;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>What has happened has not happened tomorrow, and tomorrow begins at midnight in China.</summary>
public sealed class TodayTests : IDisposable
{
    private static readonly DateOnly March31 = new(2026, 3, 31);
    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("2026-03-30T15:59:59Z", false)]
    [InlineData("2026-03-30T16:00:00Z", true)]
    [InlineData("2026-03-31T23:00:00Z", true)]
    public async Task A_day_can_be_recorded_once_it_has_begun_in_China(string now, bool hasBegun)
    {
        var time = new Fixed(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        await using var connection = new WriteQueue(() => DatabaseFile.WritingContextOfAsync(database.Path, TimeSpan.FromSeconds(30)),
            new ChangeClock(time), NullLogger<WriteQueue>.Instance);
        using var context = database.Open();
        var village = DataModel.Create(context.Model).Entities.Single(entity => entity.ClrType == typeof(RiskVillage));
        var assessed = await connection.WriteAsync(
            Request(new WriteNote(ChangeKindInput.Correction, "A test.", null, null), new() { ["assessedOn"] = March31 }), default);
        Assert.Equal(hasBegun ? [] : ["FUTURE"], assessed.Errors.OfType<InvalidInput>().Select(error => error.Rule));
        var tookEffect = await connection.WriteAsync(Request(new WriteNote(ChangeKindInput.Event, "A test.", March31, null),
            new() { ["leadOfficial"] = "王某" }, hasBegun ? 2 : 1), default);
        Assert.Equal(hasBegun ? [] : ["FUTURE"], tookEffect.Errors.OfType<InvalidInput>().Select(error => error.Rule));
        var report =
            await Importing.RunAsync(database.Path, "risk-villages", "code,assessedOn\nRV-H-002,2026-03-31\n"u8.ToArray(), time: time);
        Assert.Equal(hasBegun ? [] : ["FUTURE"], report.RefusedCells.Listed.Select(cell => cell.Rule));

        WriteRequest Request(WriteNote note, Dictionary<string, object?> values, int version = 1) =>
            new("updateRiskVillage", "an editor", note,
                [new(WriteAction.Update, village, values, ["input"]) { Code = "RV-H-001", Version = version }]);
    }

    [Fact]
    public async Task A_day_that_was_recorded_before_keeps_no_other_field_from_being_written()
    {
        await WriteServer.RecordAsync(database.Path,
            context => context.Set<RiskVillage>().Single(row => row.Code == "RV-H-001").AssessedOn = new(2199, 1, 1));
        var report = await Importing.RunAsync(database.Path, "risk-villages", "code,leadOfficial\nRV-H-001,王某\n");
        Assert.Equal((1, 0), (report.Changed.Total, report.Refused));
        Assert.Equal("FUTURE", Assert.Single(
            (await Importing.RunAsync(database.Path, "risk-villages", "code,assessedOn\nRV-H-001,2199-01-01\n")).RefusedCells.Listed).Rule);
    }

    private sealed class Fixed(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
