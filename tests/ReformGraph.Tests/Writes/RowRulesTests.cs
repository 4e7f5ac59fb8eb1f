using System.ComponentModel.DataAnnotations;
using System.Numerics;
using System.Reflection;
using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Synthesis;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Seeding;
using Xunit;
using TaskStatus = ReformGraph.Domain.Entities.TaskStatus;

namespace ReformGraph.Tests.Writes;

public sealed class RowRulesTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private static readonly string Long = new('长', RowRules.LongestText + 1);
    private static readonly DateOnly Present = new(2026, 3, 31);

    public static TheoryData<object, string> Wrong { get; } = new()
    {
        { new RiskVillage { Code = null! }, "code REQUIRED must be given; level VALUE must be a value of its code list" },
        { Village(row => row.Code = " "), "code NOT_BLANK must not be blank" },
        { Village(row => row.Code = "RV 1\n"),
            "code CHARACTERS must be in Unicode Normalization Form C (NFC), without leading or trailing spaces" },
        { Village(row => row.Code = "cafe\u0301"),
            "code CHARACTERS must be in Unicode Normalization Form C (NFC), without leading or trailing spaces" },
        { Village(row => row.Code = "\u200B"),
            "code CHARACTERS must not contain invisible characters or spaces other than U+0020, but contains U+200B" },
        { Village(row => row.Code = "RV\u30001"),
            "code CHARACTERS must not contain invisible characters or spaces other than U+0020, but contains U+3000" },
        { Village(row => row.Code = "RV\U000E01001"),
            "code CHARACTERS must not contain invisible characters or spaces other than U+0020, but contains U+E0100" },
        { Village(row => row.Code = "\uD840"), "code CHARACTERS must not contain half of a surrogate pair" },
        { Village(row => row.Code = new string('A', RowRules.LongestCode + 1)), "code LENGTH must have at most 100 characters" },
        { Village(row => row.LeadOfficial = ""), "leadOfficial NOT_BLANK must not be blank" },
        { Village(row => row.LeadOfficial = "\u200B\u3000"), "leadOfficial NOT_BLANK must not be blank" },
        { Village(row => row.LeadOfficial = "王\u0007"), "leadOfficial CHARACTERS must not contain control characters" },
        { Village(row => row.LeadOfficial = "\uD840"), "leadOfficial CHARACTERS must not contain half of a surrogate pair" },
        { Village(row => row.RiskFactors = Long), "riskFactors LENGTH must have at most 2000 characters" },
        { Village(row => row.Status = (RiskStatus)9), "status VALUE must be a value of its code list" },
        { Village(row => row.AssessedOn = new(201, 9, 1)), "assessedOn RANGE must be from 1900-01-01 to 2199-12-31" },
        { Village(row => (row.AssessedOn, row.ResolvedOn) = (new(2020, 9, 2), new(2020, 9, 1))),
            "resolvedOn ORDER must not be before assessedOn" },
        { Village(row => (row.Status, row.ResolvedOn) = (RiskStatus.Open, new(2020, 9, 1))),
            "resolvedOn CONSISTENT must be empty while the risk is not resolved" },
        { Village(row => row.AssessedOn = new(2026, 4, 1)),
            "assessedOn FUTURE must not be after 2026-03-31, today's date in China (UTC+8)" },
        { Task(row => row.CompletedOn = new(2026, 4, 1)),
            "completedOn FUTURE must not be after 2026-03-31, today's date in China (UTC+8)" },
        { new FacilityConsolidation { Code = "A", Type = FacilityType.HealthCentre, Action = FacilityAction.Built, EffectiveOn = new(2026,
            4, 1) }, "effectiveOn CONSISTENT must not be after 2026-03-31, today's date in China (UTC+8), unless action is PLANNED" },
        { Task(row => row.Progress = 100.0001m), "progress RANGE must be from 0 to 100" },
        { Task(row => row.Progress = -1), "progress RANGE must be from 0 to 100" },
        { Task(row => row.Progress = 1.00001m),
            "progress DECIMAL must be a number with at most 4 decimal places, from -922337203685477.5807 to 922337203685477.5807" },
        { Task(row => (row.Status, row.CompletedOn) = (TaskStatus.UnderWay, new(2020, 9, 1))),
            "completedOn CONSISTENT must be empty while the task is not completed" },
        { Task(row => (row.Kind, row.PlanId) = (TaskKind.WorkPlan, 1)), "plan CONSISTENT must be empty for a work plan" },
        { new AssetHandover { Code = "A", AssetClass = AssetClass.Other, FloorArea = -1, BookValue = 1_000_000_000_000_000m },
            "floorArea RANGE must be from 0 to 10000000; bookValue DECIMAL must be a number with at most 4 decimal places, from -922337203685477.5807 to 922337203685477.5807" },
        { new FacilityConsolidation { Code = "A", Type = FacilityType.HealthCentre, Action = FacilityAction.Built, MergedIntoId = 1 },
            "mergedInto CONSISTENT must be empty unless the facility was merged or integrated" },
        { new County { Code = "A", KnownAs = "B", AreaCode = "51000" }, "areaCode PATTERN must be six digits" },
        { new Township { Code = "A", KnownAs = "B", Class = 0, ValidFrom = new(2020, 1, 2), ValidTo = new(2020, 1, 1) },
            "class RANGE must be from 1 to 9; validTo ORDER must not be before validFrom" },
        { new FigureInput { Position = 0 }, "position RANGE must be from 1 to 1000" },
        { new Report { Code = "A", TitleZh = "B", TitleEn = "C", Sha256 = "ABC", Year = 20 },
            "year RANGE must be from 1900 to 2199; sha256 PATTERN must be 64 lower-case hexadecimal digits" },
        { Figure(row => row.Wording = "第十五项"),
            "wording CONSISTENT must be a quantity such as 118个, 1000余亩, 23.09万件 or 1.5亿元以上" },
        { Figure(row => row.Wording = "15亩"), "unit CONSISTENT must be MU or PER_UNIT, according to the wording 15亩" },
        {
            Figure(row => row.Wording = "15名"),
            "unit CONSISTENT must be PERSON or PERSON_PER_TOWNSHIP or NUMBER or PER_UNIT, according to the wording 15名"
        },
        { Figure(row => row.Wording = "922337203685478元"),
            "wording CONSISTENT must be a quantity of at most 922337203685477.5807, its bounds included" },
        { Figure(row => row.Wording = "0.00005元"),
            "wording CONSISTENT must be a quantity with at most 4 decimal places once 万 and 亿 are multiplied out" },
        { Figure(row => (row.Derivation, row.LocatorId) = (Derivation.Sum, null)),
            "wording CONSISTENT must be empty, because the figure is derived" },
        { Figure(row => row.LastMonth = 10), "firstMonth CONSISTENT must be given with the other month of the period" },
        { Figure(row => (row.FirstMonth, row.LastMonth) = (10, 1)), "lastMonth ORDER must not be before firstMonth" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void The_error_for_a_row_names_the_rules_that_it_violates(object row, string violations) =>
        Assert.Equal(violations,
            string.Join("; ", RowRules.Check(row, Present).Select(found => $"{found.Field} {found.Rule} {found.Message.En}")));

    [Fact]
    public void What_a_county_may_write_is_not_refused()
    {
        Assert.Empty(RowRules.Check(Village(row => (row.LeadOfficial, row.RiskFactors) = ("𠀀某", "一\n二\t三")), Present));
        Assert.Empty(RowRules.Check(Task(row => (row.Progress, row.Status, row.CompletedOn) = (100, null, new(2020, 9, 1))), Present));
        Assert.Empty(RowRules.Check(Task(row => row.DueOn = new(2199, 1, 1)), Present));
        Assert.Empty(RowRules.Check(Village(row => row.AssessedOn = Present), Present));
        Assert.Empty(
            RowRules.Check(new FacilityConsolidation
            {
                Code = "A",
                Type = FacilityType.HealthCentre,
                Action = FacilityAction.Planned,
                EffectiveOn = new(2030, 4, 1)
            }, Present));
        Assert.Empty(
            RowRules.Check(new Township { Code = "A", KnownAs = "B", ValidFrom = new(2027, 1, 1), ValidTo = new(2030, 1, 1) }, Present));
    }

    [Fact]
    public void Only_what_is_due_and_when_a_place_exists_may_lie_in_the_future() => Assert.Equal(
        ["AssetHandover.DueOn", "AssetHandover.LeaseEndsOn", "FacilityConsolidation.EffectiveOn", "Problem.DueOn", "ReformTask.DueOn",
            "RiskVillage.DueOn", "Township.ValidFrom", "Township.ValidTo", "Village.ValidFrom", "Village.ValidTo"],
        from type in typeof(RowRules).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(Versioned))
        from member in type.GetProperties()
        where (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType) == typeof(DateOnly)
            && member.GetCustomAttribute<NotInFutureAttribute>() is null or { Member: not null }
        orderby $"{type.Name}.{member.Name}"
        select $"{type.Name}.{member.Name}");

    [Fact]
    public void A_range_of_decimals_is_compared_as_decimals() => Assert.All(
        from type in typeof(RowRules).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(Versioned))
        from member in type.GetProperties()
        where member.IsDefined(typeof(RangeAttribute))
            && (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType) == typeof(decimal)
        select member.GetCustomAttribute<RangeAttribute>()!,
        range => Assert.Equal(typeof(decimal), range.OperandType));

    [Fact]
    public void Decimals_near_their_limits_are_distinguished_as_whole_numbers_are() =>
        Gen.Select(Gen.OneOf<long>(0, 10_000_000, 1_000_000_000_000), Gen.Int[-3, 3], Gen.Int[0, 3]).Sample((limit, apart, more) =>
    {
        var units = (new BigInteger(limit) * 10_000) + (apart * BigInteger.Pow(10, more));
        var value = (decimal)units / 10_000m;
        var lot = new AssetHandover { Code = "A", AssetClass = AssetClass.Other, BookValue = value, FloorArea = value };
        string[] expected =
        [
            .. units >= 0 && units <= new BigInteger(10_000_000) * 10_000 ? (string[])[] : ["floorArea"],
            .. units >= 0 && units <= new BigInteger(1_000_000_000_000) * 10_000 ? (string[])[] : ["bookValue"],
        ];
        Assert.Equal(expected, RowRules.Check(lot, Present).Select(found => found.Field));
    });

    [Fact]
    public void Lengths_are_counted_in_code_points() =>
        Gen.Select(Gen.Int[RowRules.LongestText - 2, RowRules.LongestText + 2], Gen.Int[0, RowRules.LongestText - 2])
        .Sample((length, beyond) =>
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", beyond)) + new string('长', length - beyond);
        Assert.Equal(length, Encoding.UTF32.GetByteCount(text) / 4);
        Assert.Equal(length > RowRules.LongestText ? ["riskFactors"] : (string[])[],
            RowRules.Check(Village(row => row.RiskFactors = text), Present).Select(found => found.Field));
    }, iter: 200);

    [Fact]
    public void Every_row_of_the_report_keeps_to_the_rules()
    {
        using var context = database.Open();
        var rows = Rows(context).ToList();
        Assert.True(rows.Count > 1_500);
        Assert.Empty(rows.SelectMany(row => RowRules.Check(row, Present).Select(found => (row, found))));
    }

    [Fact]
    public void Every_synthetic_row_keeps_to_the_rules() =>
        Assert.Empty(new SyntheticCounty(7, 1).Rows().SelectMany(row => RowRules.Check(row, Present).Select(found => (row, found))));

    [Fact]
    public void A_rule_names_a_field_that_can_be_written() => Assert.All(
        from type in typeof(RowRules).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(Versioned))
        from member in type.GetProperties()
        where member.IsDefined(typeof(ValidationAttribute)) || member.IsDefined(typeof(NotBeforeAttribute))
        select member,
        member => Assert.True(member.CanWrite && !member.IsDefined(typeof(ComputedAttribute))
            && member.GetCustomAttributes<ValidationAttribute>().All(rule => rule is RangeAttribute or PatternAttribute)));

    private static IEnumerable<object> Rows(ReformDbContext context) =>
        from entity in context.Model.GetEntityTypes()
        where entity.ClrType.IsSubclassOf(typeof(Versioned))
        let set = typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity.ClrType).Invoke(context, null)
        from row in ((IQueryable)set).Cast<object>().AsEnumerable()
        select row;

    private static RiskVillage Village(Action<RiskVillage> change) =>
        Changed(new RiskVillage { Code = "A", Level = RiskLevel.Low }, change);

    private static ReformTask Task(Action<ReformTask> change) => Changed(new ReformTask { Code = "A", Kind = TaskKind.Task }, change);

    private static Figure Figure(Action<Figure> change) =>
        Changed(new Figure
        {
            Code = "A",
            Theme = Domain.Codes.Theme.Pilots,
            Role = FigureRole.Level,
            Unit = Domain.Codes.Unit.Item,
            Wording = "15项",
            LocatorId = 1,
        }, change);

    private static T Changed<T>(T row, Action<T> change)
    {
        change(row);
        return row;
    }
}
