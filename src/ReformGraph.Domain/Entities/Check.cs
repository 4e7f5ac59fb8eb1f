using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("checks", LabelZh = "勾稽校验")]
[CodeWithin(nameof(Report), nameof(Report.County))]
[Description(
    "A consistency check between figures of a report, or between a figure and the rows of a register of the report's county. It is " +
    "evaluated again whenever one of them is written, so that it shows when a register no longer agrees with the report.")]
[Index(nameof(Status))]
internal sealed class Check : Versioned<Check>, IValidatableObject
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code, for example risk-villages-by-level.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    public int ReportId { get; set; }

    [Description("The report whose figures are checked.")]
    [LabelZh("报告")]
    public Report Report { get; set; } = null!;

    [Description("The subject.")]
    [LabelZh("主题")]
    public Theme Theme { get; set; }

    [Description("The rule, in a sentence in English.")]
    [LabelZh("校验规则")]
    public required string Rule { get; set; }

    [Description("The rule in Chinese. Null if nobody has given it.")]
    [LabelZh("校验规则（中文）")]
    public string? RuleZh { get; set; }

    [Description("How the actual value must relate to the expected one.")]
    [LabelZh("校验关系")]
    public CheckRelation Relation { get; set; }

    [Description("The unit of the compared values.")]
    [LabelZh("单位")]
    public Unit Unit { get; set; }

    [Description("How the expected value is computed from the inputs on its side. Null if nothing in the report gives it.")]
    [LabelZh("应有值算法")]
    public Derivation? ExpectedBy { get; set; }

    [Description(
        "How the actual value is computed from the inputs on its side. Null if rows are counted, or if nothing in the report gives it.")]
    [LabelZh("实际值算法")]
    public Derivation? ActualBy { get; set; }

    [Description(
        "The rows of the report's county whose number is the actual value: a collection, and the values that its fields must have, for " +
        "example riskVillages(level: HIGH); of a reference, the code of the row that it leads to. A sum or a number of distinct values " +
        "follows in braces: assetHandovers(method: LEASE) { sum { floorArea } }, riskVillages { countDistinct { township } }. Null if " +
        "figures are compared.")]
    [LabelZh("所计行")]
    public string? Rows { get; set; }

    [Description("The expected value. Null if nothing in the report gives it.")]
    [LabelZh("应有值")]
    [Computed]
    [MixedUnits]
    public decimal? Expected { get; set; }

    [Description("The lower bound of the expected value.")]
    [LabelZh("应有值下限")]
    [Computed]
    [MixedUnits]
    public decimal? ExpectedLower { get; set; }

    [Description("The upper bound of the expected value.")]
    [LabelZh("应有值上限")]
    [Computed]
    [MixedUnits]
    public decimal? ExpectedUpper { get; set; }

    [Description("The actual value. Null if nothing in the report gives it.")]
    [LabelZh("实际值")]
    [Computed]
    [MixedUnits]
    public decimal? Actual { get; set; }

    [Description("The lower bound of the actual value.")]
    [LabelZh("实际值下限")]
    [Computed]
    [MixedUnits]
    public decimal? ActualLower { get; set; }

    [Description("The upper bound of the actual value.")]
    [LabelZh("实际值上限")]
    [Computed]
    [MixedUnits]
    public decimal? ActualUpper { get; set; }

    [Description("The actual value minus the expected one. If the values are rounded, a check may hold despite a difference.")]
    [LabelZh("差值")]
    [Computed]
    [MixedUnits]
    public decimal? Difference { get; set; }

    [Description("Whether the relation holds, given how exactly the figures are stated.")]
    [LabelZh("校验结果")]
    [Computed]
    public CheckStatus Status { get; set; }

    [Description("What the check rests on, and what the report leaves open.")]
    [LabelZh("说明")]
    public required string Explanation { get; set; }

    [Description("The figures behind each side; they lead to their rows.")]
    public List<CheckInput> Inputs { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (this is { ExpectedBy: null, ActualBy: null, Rows: null })
        {
            yield return new BilingualResult(
                new("must be given, unless figures are compared (expectedBy, actualBy)",
                    "必须填写，除非比较的是指标值（expectedBy、actualBy）"),
                nameof(Rows));
        }

        if (this is { Rows: not null, ActualBy: not null })
        {
            yield return new BilingualResult(
                new("must be null, because the actual value is that of rows", "必须为空，因为实际值取自所计行"),
                nameof(ActualBy));
        }

        if (Unit != Unit.Percent && (Quantity.IsPercentage(ExpectedBy) || Quantity.IsPercentage(ActualBy)))
        {
            yield return new BilingualResult(
                new("must be PERCENT, according to the derivation", "必须是 PERCENT，因为算法得出百分比"), nameof(Unit));
        }
    }
}

[Description("The result of a check.")]
public enum CheckStatus
{
    [Label("成立", "holds")]
    [Description("The relation holds.")]
    Holds = 1,

    [Label("勾稽不符", "not reconciled")]
    [Description("The relation does not hold, and the data do not say why.")]
    NotReconciled = 2,

    [Label("无法判断", "not decidable")]
    [Description("The report gives nothing to decide it with.")]
    NotDecidable = 3,
}
