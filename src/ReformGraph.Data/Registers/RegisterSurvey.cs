using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Registers;

/// <summary>
/// Reads the table of an office once before its rows are imported: what each row is, which places and values it names, and whether its
/// totals agree. It takes the memory of the different places and values, which are bounded, and of the codes that rows without one could
/// have.
/// </summary>
internal sealed class RegisterSurvey
{
    private const int MostPlaces = 100_000, MostValues = 200, MostParts = 20, LongestText = 200;

    private readonly RegisterPlan plan;
    private readonly IReadOnlyList<RegisterColumn> columns;
    private readonly RowClassifier classifier;
    private readonly ColumnTotals totals;
    private readonly int township, village, villageCode;
    private readonly Dictionary<PlaceName, (int Row, string? Code)> places = [], filled = [];
    private readonly int[] given;
    private readonly Dictionary<string, string?>?[] values;
    private string above = string.Empty;
    private bool isRepeated;
    private int leading; // rows above the first township

    /// <summary>Reads all rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="plan">The columns.</param>
    public RegisterSurvey(TableReader table, RegisterPlan plan)
    {
        (this.plan, columns, classifier) = (plan, plan.Columns, new RowClassifier(plan));
        (totals, Codes, Shares) = (new ColumnTotals(plan.Columns), new CodeChoices(plan), new BareShares(plan.Columns));
        (township, village, villageCode) = (plan.PositionOf("township"), plan.PositionOf("village"),
            plan.PositionOf(RegisterVocabulary.VillageCode));
        given = new int[columns.Count];
        values = [.. columns.Select(column => column.Field is { Values: not null } ? new Dictionary<string, string?>() : null)];
        foreach (var row in table.Rows)
        {
            var wide = plan.Widened(row);
            Add(wide, classifier.KindOf(wide), table.Numbers);
        }

        (Source, Differing) = (table.Source, totals.Differing());
    }

    /// <summary>How the file was read.</summary>
    public TableSource Source { get; }

    /// <summary>The rows that are none of the register.</summary>
    public CappedList<LeftOutRow> LeftOut { get; } = new();

    /// <summary>The notes among them that state units.</summary>
    public CappedList<(int Row, string Text)> OfUnits { get; } = new();

    /// <summary>The hidden rows of the register.</summary>
    public CappedList<int> Hidden { get; } = new();

    /// <summary>The totals that differ from their columns, or could not be compared.</summary>
    public IReadOnlyList<Bilingual> Differing { get; }

    /// <summary>The rows that are left out as parts of the rows above them.</summary>
    public List<Bilingual> OfParts { get; } = [];

    /// <summary>The numbers of percentages without a sign.</summary>
    public BareShares Shares { get; }

    /// <summary>What may identify the rows.</summary>
    public CodeChoices Codes { get; }

    /// <summary>The number of rows of the register.</summary>
    public int Rows { get; private set; }

    /// <summary>The places that the table names, with the first row and the code that it gives a village.</summary>
    /// <param name="fillsTownshipsDown">Whether an empty cell has the township of the row above.</param>
    public IReadOnlyDictionary<PlaceName, (int Row, string? Code)> PlacesOf(bool fillsTownshipsDown) =>
        fillsTownshipsDown ? filled : places;

    /// <summary>The number of rows in which a column has a value.</summary>
    public int Given(int position) => given[position];

    /// <summary>The values of a column that may be called otherwise, with what is stored; null for another column.</summary>
    public IReadOnlyDictionary<string, string?>? ValuesOf(int position) => values[position];

    /// <summary>
    /// Whether the townships stand only in the first of their rows, as in a text file made from merged cells: some are missing, the first
    /// row has one or that of a mapping, and no two rows in sequence have the same one. A task or a problem without one is the county's.
    /// </summary>
    public bool HasTownshipsAbove =>
        township >= 0 && plan.Headings.Entity.Plural is not ("reformTasks" or "problems") && !HasTownshipRows && Source.Sheet is null
        && !isRepeated && (leading == 0 || plan.DefaultTownship.Length > 0) && given[township] > 0
        && given[township] < Rows;

    /// <summary>The number of rows without a township in their own cell, except those that have that of a mapping.</summary>
    public int WithoutTownship => Rows - given[township] - (plan.DefaultTownship.Length > 0 ? leading : 0);

    /// <inheritdoc cref="RowClassifier.NumberingOfRows"/>
    public char? NumberingOfRows => classifier.NumberingOfRows;

    /// <summary>Whether rows of their own name the townships of the rows below them.</summary>
    public bool HasTownshipRows => classifier.Township.Length > 0;

    private void Add(TableRow row, RowKind kind, NumberNotation numbers)
    {
        if (kind is not RowKind.Data)
        {
            LeaveOut(row, kind);
            return;
        }

        Rows++;
        row = plan.Completed(row);
        Shares.Add(row, numbers);
        totals.Add(row);
        if (row.IsHidden)
        {
            Hidden.Add(row.Number);
        }

        for (var at = 0; at < columns.Count; at++)
        {
            if (!string.IsNullOrWhiteSpace(row.Cells[at]))
            {
                given[at]++;
                AddValue(at, row.Cells[at]!, numbers);
            }
        }

        AddPlace(row);
    }

    private void LeaveOut(TableRow row, RowKind kind)
    {
        var text = string.Join(' ', row.Cells.Append(row.Beyond?.Value).Where(cell => !string.IsNullOrWhiteSpace(cell)).Distinct());
        LeftOut.Add(new(row.Number, kind, text.Length <= LongestText ? text : text[..LongestText]));
        if (kind is RowKind.Note && IsOfUnits(text))
        {
            OfUnits.Add((row.Number, text));
        }

        if (kind is RowKind.Part && OfParts.Count < MostParts)
        {
            var shown = TableException.Shown(row.Cells.First(cell => !string.IsNullOrWhiteSpace(cell))!.Trim());
            OfParts.Add(new(
                $"Row {row.Number} ({shown}) is left out, because the row above includes it. If it is a row of its own, write its name " +
                "without 其中.",
                $"第 {row.Number} 行（{shown}）已计入上一行，未导入。" +
                "如为单独一行，请去掉名称前的“其中”。"));
        }

        if (kind is RowKind.Header)
        {
            throw new TableException(row.Number, null, text, new(
                "rows of the table above, but this is the header of a second table: save each table in its own sheet or file",
                "上方表格的数据行，但此行是第二张表的标题行；请将各表分别存为一个工作表或文件"));
        }

        if (kind is RowKind.Total or RowKind.Subtotal)
        {
            totals.Add(row, kind);
        }
    }

    // A note below the header that states another unit than that of a column, or one that is not understood.
    private bool IsOfUnits(string text) => StatedUnits.InNote(text) is var stated && (stated.Unread.Count > 0
        || columns.Any(column => column.Field is { IsNumber: true, Unit: not null } field
            && stated.Units.Any(unit => ColumnUnit.FactorOf(field, unit) is { } factor && factor != field.Scale)));

    private void AddValue(int at, string text, NumberNotation numbers)
    {
        if (values[at] is { } known && known.Count < MostValues && columns[at].Field is { } field)
        {
            var plain = CountyPlaces.Plain(text);
            if (!known.ContainsKey(plain) && RegisterTable.WordOf(field, text) is { Length: > 0 } word)
            {
                var (value, problem) = ImportValue.Read(field, word, numbers);
                var stored = problem is null ? CellValue.TextOf(value) : null;
                if (IsNotable(field, plain, stored))
                {
                    known.Add(plain, stored);
                }
            }
        }
    }

    // Of dates and numbers, those that are not what they seem: a month that is its last day, and whatever a mapping may explain.
    private static bool IsNotable(ImportField field, string text, string? stored) => stored is null || field.Type.IsEnum
        || field.Type.ClrType == typeof(bool) || field.Values!.ContainsKey(text) || OfficeDate.IsPeriod(field, text);

    private void AddPlace(TableRow row)
    {
        var own = PlainAt(row, township);
        isRepeated |= own.Length > 0 && own == above;
        above = own.Length > 0 ? own : above;
        leading += above.Length == 0 ? 1 : 0;
        var other = classifier.InheritedTownship(above);
        var written = new PlaceName(own.Length > 0 ? own : other, RegisterTable.VillageIn(village < 0 ? null : row.Cells[village]));
        var named = plan.Places.Known(written);
        var below = plan.Places.Known(written with { Township = above.Length > 0 ? above : other });
        var code = PlainAt(row, villageCode) is { Length: > 0 } text ? text : null;
        Add(places, named, (row.Number, code));
        Add(filled, below, (row.Number, code));
        Codes.Add(row, named, below);
    }

    private static string PlainAt(TableRow row, int at) => at < 0 ? string.Empty : CountyPlaces.Plain(row.Cells[at] ?? string.Empty);

    private static void Add(Dictionary<PlaceName, (int Row, string? Code)> places, PlaceName named, (int Row, string? Code) where)
    {
        if (named is not { Township: "", Village: "" } && places.TryAdd(named, where) && places.Count > MostPlaces)
        {
            throw TableException.OverLimit(where.Row, null, MostPlaces,
                new("different townships and villages", "个不同的乡镇和村社区"));
        }
    }
}
