using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Registers;

/// <summary>
/// Chooses what identifies the rows of a table without codes: what they are about. A village at risk is identified by its place, any other
/// row by its place and its name. The numbers in 序号 identify rows only if that does not, because every office numbers from 1.
/// </summary>
internal sealed class CodeChoices
{
    /// <summary>The properties that name rows; an entity has one of them or none.</summary>
    public static readonly string[] Names = [nameof(AssetHandover.NameZh), nameof(ReformTask.TitleZh), nameof(Problem.Statement)];

    private readonly RegisterPlan plan;
    private readonly List<(RowCodes Codes, UniqueCodes Own, UniqueCodes Filled)> choices = [];

    /// <summary>The choices for a table.</summary>
    /// <param name="plan">Its columns.</param>
    public CodeChoices(RegisterPlan plan)
    {
        this.plan = plan;
        if (plan.PositionOf("code") >= 0)
        {
            return;
        }

        var sequence = plan.PositionOf(RegisterVocabulary.Sequence);
        var hasNames = Array.Exists(Names, name => plan.Headings.Entity.Find(SchemaNames.CamelCase(name)) is not null);
        var about = hasNames ? PlaceAndName() : Place();
        if (about is not [])
        {
            choices.Add((CodesFrom(about), new(), new()));
        }

        if (sequence >= 0 && (hasNames || about is []))
        {
            choices.Add((CodesFrom([sequence]) with { AreNumbers = true }, new(), new()));
        }
    }

    /// <summary>Whether the table has a column of codes, or others that may identify its rows.</summary>
    public bool HasAny => choices.Count > 0 || plan.PositionOf("code") >= 0;

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="own">The place that it names.</param>
    /// <param name="filled">Its place, if an empty cell has the township of the row above.</param>
    public void Add(TableRow row, PlaceName own, PlaceName filled)
    {
        foreach (var choice in choices)
        {
            var code = choice.Codes.Of(row, own);
            choice.Own.Add(row.Number, code);
            choice.Filled.Add(row.Number, own == filled ? code : choice.Codes.Of(row, filled));
        }
    }

    /// <summary>The first choice that gives each row a code of its own, or else the first one; null if the table has codes.</summary>
    /// <param name="fillsTownshipsDown">Whether an empty cell has the township of the row above.</param>
    public RowCodes? Chosen(bool fillsTownshipsDown) => choices.Count == 0 ? null : Best(fillsTownshipsDown).Codes;

    /// <summary>Why rows have no code of their own, by their numbers.</summary>
    /// <param name="fillsTownshipsDown">Whether an empty cell has the township of the row above.</param>
    public IReadOnlyDictionary<int, CellProblem> Unidentified(bool fillsTownshipsDown) =>
        choices.Count == 0 ? new Dictionary<int, CellProblem>()
            : Best(fillsTownshipsDown).Rows.Unclear.ToDictionary(one => one.Row, one => ProblemOf(one.Same));

    private (RowCodes Codes, UniqueCodes Rows) Best(bool fillsTownshipsDown)
    {
        var all = choices.ConvertAll(choice => (choice.Codes, Rows: fillsTownshipsDown ? choice.Filled : choice.Own));
        return all.Find(choice => choice.Rows.Unclear is []) is { Codes: not null } found ? found : all[0];
    }

    private RowCodes CodesFrom(IReadOnlyList<int> from) => new(from, plan.PositionOf("township"), plan.PositionOf("village"));

    private IReadOnlyList<int> Place() => plan.PositionOf(RegisterVocabulary.VillageCode) is >= 0 and var code ? [code]
        : plan.PositionOf("village") is >= 0 and var village ? [plan.PositionOf("township"), village] : [];

    // Without a name, the type says what stands in a village.
    private IReadOnlyList<int> PlaceAndName()
    {
        var (village, name) = (plan.PositionOf("village"), Names.Select(name => plan.PositionOf(SchemaNames.CamelCase(name))).Max());
        var place = village >= 0 ? village : plan.PositionOf(RegisterVocabulary.VillageCode);
        var what = name >= 0 ? name : plan.PositionOf("type");
        return name < 0 && village < 0 ? []
            : [plan.PositionOf("township"), .. new[] { place, what }.Where(position => position >= 0)];
    }

    private CellProblem ProblemOf(int? same)
    {
        var numbers = choices is [_, var other] ? plan.HeadingOf(other.Codes.From[0]) : null;
        var (because, becauseZh) = numbers is null ? (null, "")
            : ($"{numbers} repeats or is missing", $"，且“{numbers}”有重复或缺失");
        const string Advice = "give the table a column with a code for each row (编码), or each row a name of its own";
        const string AdviceZh = "请增加“编码”列并逐行填写，或使各行名称互不相同";
        return same is { } row
            ? new("UNIQUE", new(
                $"must tell the row apart, but row {row} has the same{(because is null ? "" : $", and {because}")}: {Advice}",
                $"必须能区分各行，但与第 {row} 行相同{becauseZh}：{AdviceZh}"))
            : new("REQUIRED", new($"must be given{(because is null ? "" : $", because {because}")}: {Advice}",
                $"必须填写{becauseZh}：{AdviceZh}"));
    }

    /// <summary>The codes of rows, and the rows without a code of their own.</summary>
    private sealed class UniqueCodes
    {
        private readonly Dictionary<string, int> rows = [];
        private readonly CappedList<(int Row, int? Same)> unclear = new();

        public IReadOnlyList<(int Row, int? Same)> Unclear => unclear.Listed;

        public void Add(int row, string? code)
        {
            if (code is null || !rows.TryAdd(code, row))
            {
                unclear.Add((row, code is null ? null : rows[code]));
            }
        }
    }
}
