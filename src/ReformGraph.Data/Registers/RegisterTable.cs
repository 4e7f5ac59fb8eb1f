using System.Text.RegularExpressions;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Registers;

/// <summary>How the rows of an office's table become rows of the register.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Headings">The names of the fields.</param>
/// <param name="County">The county.</param>
internal sealed record RegisterPlan(IReadOnlyList<RegisterColumn> Columns, ImportHeadings Headings, County County)
{
    /// <summary>The places of the county.</summary>
    public required CountyPlaces Places { get; init; }

    /// <summary>Where the code of a row is from; null if a column sets it.</summary>
    public RowCodes? Codes { get; init; }

    /// <summary>Why rows have no code of their own, by their numbers.</summary>
    public IReadOnlyDictionary<int, CellProblem> Unidentified { get; init; } = new Dictionary<int, CellProblem>();

    /// <summary>Whether an empty cell has the township of the row above.</summary>
    public bool FillsTownshipsDown { get; init; }

    /// <summary>Whether rows of their own name the townships of the rows below them.</summary>
    public bool HasTownshipRows { get; init; }

    /// <summary>How its rows are numbered, if that does not make them sections: as in <see cref="RowClassifier"/>.</summary>
    public char? NumberingOfRows { get; init; }

    /// <summary>Whether a text is a heading that is understood.</summary>
    public required Func<string, bool> IsHeading { get; init; }

    /// <summary>What a new row has if the table lacks the column.</summary>
    public required IReadOnlyDictionary<string, string> Defaults { get; init; }

    /// <summary>The texts of cells that the table leaves empty, by position. After the columns of the file come those that only a mapping
    /// gives.</summary>
    public IReadOnlyDictionary<int, string> Texts { get; init; } = new Dictionary<int, string>();

    /// <summary>Which numbers of percentages are ambiguous; null before the table is surveyed.</summary>
    public BareShares? Shares { get; init; }

    /// <inheritdoc cref="MissingFields.Of"/>
    public IReadOnlyDictionary<string, string?> Missing { get; init; } = new Dictionary<string, string?>();

    /// <summary>This plan, with the texts that a mapping gives all rows.</summary>
    /// <param name="mapping">The mapping; null for none.</param>
    /// <param name="meanings">What the texts may mean.</param>
    public RegisterPlan With(TableMapping? mapping, HeadingMeanings meanings)
    {
        var texts = mapping?.Defaults ?? new Dictionary<string, string>();
        var lacking = texts.Keys.Where(field => PositionOf(field) < 0)
            .Select(field => new RegisterColumn(int.MaxValue, field, meanings.FieldOf(field)) { Means = field });
        var plan = this with { Columns = [.. Columns, .. lacking] };
        return plan with
        {
            Texts = texts.ToDictionary(text => plan.PositionOf(text.Key), text => text.Value),
            DefaultTownship = CountyPlaces.Plain(texts.GetValueOrDefault("township") ?? string.Empty),
        };
    }

    /// <summary>A row of the file, with a cell for each column.</summary>
    public TableRow Widened(TableRow row)
    {
        var cells = row.Cells;
        Array.Resize(ref cells, Columns.Count);
        return row.Cells.Length == Columns.Count ? row : row with { Cells = cells };
    }

    /// <summary>The township of the rows above which the table names none; empty for none.</summary>
    public string DefaultTownship { get; private init; } = string.Empty;

    /// <summary>A row of the register, with the texts of its empty cells, except that of the township, which other rows may name.</summary>
    public TableRow Completed(TableRow row) => Texts.Count == 0 ? row : row with
    {
        Cells = [.. row.Cells.Select((cell, at) => string.IsNullOrWhiteSpace(cell) && Columns[at].Means != "township"
            ? Texts.GetValueOrDefault(at) ?? cell : cell)],
    };

    /// <summary>The position of the column that sets a field or has a meaning; -1 for none.</summary>
    public int PositionOf(string meaning) => Columns.Select((column, at) => (column, at))
        .Where(one => one.column.Means == meaning).Select(one => one.at).DefaultIfEmpty(-1).First();

    /// <summary>The heading of a column from which codes are; -1 for the rows that name townships.</summary>
    public string HeadingOf(int position) => position < 0 ? "乡镇" : Columns[position].Heading;
}

/// <summary>
/// The table of an office as a table of the register. Input: the rows below the header. Output: rows with the columns that are stored,
/// with codes for the names of places, and with the county. It leaves out the rows that are none of the register.
/// </summary>
internal sealed partial class RegisterTable : TableReader
{
    private const string Code = "code", County = "county", Township = "township", Village = "village";

    private static readonly string[] NoValues = ["/", "-", "—", "——", "--", "－", "无", "\\"];

    private readonly TableReader inner;
    private readonly RegisterPlan plan;
    private readonly RowClassifier classifier;
    private readonly List<(int From, ImportField Field, string Heading, ImportField? List)> stored = []; // the list whose wordings it has
    private readonly int township, village, name;
    private string above = string.Empty;

    /// <summary>Begins to read a table.</summary>
    /// <param name="inner">The table, which is disposed with this one.</param>
    /// <param name="plan">How to read it.</param>
    public RegisterTable(TableReader inner, RegisterPlan plan)
        : base(int.MaxValue)
    {
        (this.inner, this.plan, classifier) = (inner, plan, new RowClassifier(plan));
        (township, village) = (plan.PositionOf(Township), plan.PositionOf(Village));
        name = plan.Headings.Entity.Plural is "townships" or "villages" ? plan.PositionOf("nameZh") : -1;
        stored.AddRange(plan.Columns.Index().Where(column => column.Item.Field is not null)
            .Select(column => (column.Index, column.Item.Field!, column.Item.Heading, (ImportField?)null)));
        foreach (var (at, list, _, _) in stored.Where(column => column.Field.Type.IsEnum).ToList())
        {
            if (plan.Headings.Find(list.Name + OtherValue.Wording) is { Given: not null, IsText: true } wording
                && stored.TrueForAll(column => column.Field.Given != wording.Given))
            {
                stored.Add((at, wording, plan.Columns[at].Heading + OtherValue.Wording, list));
            }
        }

        foreach (var added in new[] { Code, County, Township }.Where(added => stored.TrueForAll(column => column.Field.Given?.Name != added)
            && (added != Township || plan.HasTownshipRows)))
        {
            if (plan.Headings.Find(added) is { Given: not null } field)
            {
                stored.Add((-1, field, added == Code && plan.Codes is { From: [.., var last] } ? plan.HeadingOf(last) : added, null));
            }
        }
    }

    public override IReadOnlyList<string> Columns => [.. stored.Select(column => column.Heading)];

    public override TableSource Source => inner.Source;

    public override NumberNotation Numbers => inner.Numbers;

    public override bool IsGuarded => inner.IsGuarded;

    /// <summary>A text without surrounding spaces, and a name of two characters without the space that offices put between them.</summary>
    public static string Clean(string text) => Padded().Replace(text.Trim(), "$1$2");

    /// <summary>Whether a text says that there is no value, where the column is not one of texts.</summary>
    public static bool IsNone(string? text) => string.IsNullOrWhiteSpace(text) || NoValues.Contains(text.Trim());

    /// <summary>The name of a village in a cell; empty for none.</summary>
    public static string VillageIn(string? text) => IsNone(text) ? string.Empty : CountyPlaces.Plain(text!);

    /// <summary>What is read of a cell of a column that is none of texts or codes: a word without its spaces; empty for no value.</summary>
    public static string WordOf(ImportField field, string text) =>
        CountyPlaces.Plain(text) is var plain && field.Values?.ContainsKey(plain) is true ? plain
        : IsNone(text) ? string.Empty
        : field.Type.IsEnum ? plain : text;

    public override ImportField? FieldOf(int position) => stored[position].Field;

    public override string? DefaultOf(string field, TableRow row) => plan.Defaults.GetValueOrDefault(field) switch
    {
        ['=', .. var other] => stored.FindIndex(column => column.Field.Given?.Name == other) is >= 0 and var at ? row.Cells[at] : null,
        var value => value,
    };

    public override CellProblem? ProblemOfMissing(string field) => MissingFields.ProblemOf(plan, field);

    public override void Dispose() => inner.Dispose();

    protected override IEnumerable<TableRow> Read()
    {
        foreach (var row in inner.Rows.Select(plan.Widened).Where(row => classifier.KindOf(row) is RowKind.Data))
        {
            yield return row.Beyond is { } beyond ? throw OutsideColumns(row.Number, beyond.Column, beyond.Value)
                : RowOf(plan.Completed(row));
        }
    }

    private TableRow RowOf(TableRow row)
    {
        above = township < 0 || string.IsNullOrWhiteSpace(row.Cells[township]) ? above : CountyPlaces.Plain(row.Cells[township]!);
        var place = plan.Places.Known(new(TownshipOf(row), VillageIn(village < 0 ? null : row.Cells[village])));
        var none = place.Township.Length > 0 ? string.Empty : null; // an empty cell has the township of a row of its own, or the default
        var (cells, problems) = (new string?[stored.Count], new Dictionary<int, CellProblem>());
        for (var at = 0; at < stored.Count; at++)
        {
            var (from, field, _, list) = stored[at];
            (cells[at], var problem) = from < 0 ? Added(field, row, place)
                : list is null ? Given(field, row.Cells[from] ?? (from == township ? none : null), place)
                : (row.Cells[from] is { } text ? WordingOf(list, text) : null, null);
            problem = (from >= 0 && list is null ? row.Problems?.GetValueOrDefault(from) : null) ?? problem
                ?? (from >= 0 ? plan.Shares?.ProblemOf(from, row.Cells[from], Numbers) : null);
            if (field.Given is { Name: Code, Reference: null } && cells[at] is { } code)
            {
                cells[at] = KnownCode(row, place, code);
            }

            if (problem is not null)
            {
                problems.Add(at, problem);
            }
        }

        return new(row.Number, cells) { Problems = problems.Count > 0 ? problems : null };
    }

    // A row of a place that the county has by its name is that place, whatever code the table gives it.
    private string KnownCode(TableRow row, PlaceName place, string code) =>
        OwnPlace(row, place) is { } own ? plan.Places.CodeOf(code, own) ?? code : code;

    private string? NewPlaceOf(TableRow row, PlaceName place) => OwnPlace(row, place) is { } own ? plan.Places.NewCodeOf(own) : null;

    // The place that a row of the list of townships or villages is about.
    private PlaceName? OwnPlace(TableRow row, PlaceName place) =>
        name < 0 || CountyPlaces.Plain(row.Cells[name] ?? string.Empty) is not { Length: > 0 } own ? null
        : plan.Headings.Entity.Plural == "villages" ? place with { Village = own } : new(own, string.Empty);

    // What OTHER does not say.
    private string WordingOf(ImportField list, string text) =>
        ImportValue.Read(list, WordOf(list, text), Numbers).Value is { } value
        && CellValue.TextOf(value) == OtherValue.Name ? OtherValue.WordingOf(Clean(text)) : string.Empty;

    // The row's own, that of the row above, that of the last row that names one or, above all of these, that of a mapping.
    private string TownshipOf(TableRow row)
    {
        var own = township < 0 ? string.Empty : plan.FillsTownshipsDown ? above : CountyPlaces.Plain(row.Cells[township] ?? string.Empty);
        return own.Length > 0 ? own : classifier.InheritedTownship(above);
    }

    private (string Text, CellProblem? Problem) Added(ImportField field, TableRow row, PlaceName place) => field.Given!.Name switch
    {
        County => (plan.County.Code, null),
        Township => PlaceOf(place with { Village = string.Empty }, place.Township, "township", "乡镇"),
        _ => (NewPlaceOf(row, place) ?? plan.Codes!.Of(row, place) ?? string.Empty, ProblemOfCode(row)),
    };

    private CellProblem? ProblemOfCode(TableRow row) => plan.Codes!.From
        .Where(position => position != township && position != village)
        .Select(position => row.Problems?.GetValueOrDefault(position)).FirstOrDefault(problem => problem is not null)
        ?? plan.Unidentified.GetValueOrDefault(row.Number);

    private (string? Text, CellProblem? Problem) Given(ImportField field, string? text, PlaceName place)
    {
        if (text is null)
        {
            return (null, null);
        }

        switch (field.Given)
        {
            case { Name: Township, Reference: not null }:
                return PlaceOf(place with { Village = string.Empty }, place.Township, "township", "乡镇");
            case { Name: Village, Reference: not null }:
                return PlaceOf(place, place.Village, "village or community", "村社区");
            case { Name: County, Reference: not null }:
                return text.Trim() is var named && (named.Length == 0 || named == plan.County.Code || named == plan.County.NameZh
                    || named == plan.County.AreaCode)
                    ? (plan.County.Code, null)
                    : (text, new("REFERENCE", new($"must be {plan.County.Code}, the county of the import",
                        $"必须是 {plan.County.Code}，即导入所指的县")));
            case { Reference: not null } or { Name: Code }:
                return (text.Trim(), null);
        }

        return (field.IsText ? Clean(text) : WordOf(field, text), null);
    }

    private (string, CellProblem?) PlaceOf(PlaceName place, string shown, string kind, string kindZh) =>
        shown.Length == 0 ? (string.Empty, null)
        : plan.Places.CodeOf(place) is { } code ? (code, null)
        : (shown, new("REFERENCE", plan.Places.WhyNotNew(place) ?? OtherPlace(kind, kindZh,
            place is { Township: "", Village.Length: > 0 }
                ? ("; to add one that it does not have, the table must name its township",
                    $"；要添加尚无的{kindZh}，表中须有乡镇")
                : ("; addPlaces adds those that it does not have", "；addPlaces 可添加尚无的地名"))));

    private Bilingual OtherPlace(string kind, string kindZh, (string En, string Zh) added) => new(
        $"must be the name or the code of a {kind} of the county {plan.County.Code}{added.En}",
        $"必须是{plan.County.NameZh ?? $"“{plan.County.Code}”县"}某{kindZh}的名称或编码{added.Zh}");

    [GeneratedRegex(@"^(\p{Lo}|[\uD840-\uD8BF][\uDC00-\uDFFF])\s+(\p{Lo}|[\uD840-\uD8BF][\uDC00-\uDFFF])$")]
    private static partial Regex Padded();
}
