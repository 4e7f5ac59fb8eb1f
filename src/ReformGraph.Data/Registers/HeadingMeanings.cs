using System.Text.RegularExpressions;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Registers;

/// <summary>A column of the table of an office, with its meaning.</summary>
/// <param name="Position">Its position in the file, from 0.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Field">The field; null if its values are not stored.</param>
internal sealed record RegisterColumn(int Position, string Heading, ImportField? Field) : HeaderColumn(Position, Heading, Field)
{
    /// <summary>The name of what it means, which may be one of <see cref="RegisterVocabulary"/>; null for nothing.</summary>
    public string? Means { get; init; }

    /// <summary>Why its values are not stored; null if they are.</summary>
    public Bilingual? NotStored { get; init; }

    /// <summary>Why its heading is rejected; null if it is understood.</summary>
    public CellProblem? Problem { get; init; }

    /// <summary>The unit of its numbers, if it is not that of the field.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether it is hidden in the sheet.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>Says what the headings of a register mean: by the mapping of the county, by the names and labels of fields, and by what offices
/// call them.</summary>
/// <param name="headings">The names and labels of the fields.</param>
/// <param name="vocabulary">What offices call them.</param>
/// <param name="mapping">What the county calls them; null for nothing else.</param>
internal sealed partial class HeadingMeanings(ImportHeadings headings, RegisterVocabulary vocabulary, TableMapping? mapping)
{
    private static readonly string[] Vague = ["名称", "单位", "姓名"];
    private static readonly string[] Endings = ["情况", "信息", "方面"];

    private readonly Dictionary<string, Dictionary<string, string>?> words = []; // of fields, whatever the heading

    /// <summary>Whether a heading, whose parts are from top to bottom, is understood.</summary>
    public bool IsKnown(IReadOnlyList<string> parts) => parts.Count > 0 && Understood(parts) is not null;

    /// <summary>Whether a heading alone, or a value of a field, has a meaning.</summary>
    /// <param name="field">The field whose value it is; null for a heading.</param>
    /// <param name="wording">The heading or the value.</param>
    /// <param name="meaning">The field or the value; null for a column that is left out, and for no value.</param>
    public bool Understands(string? field, string wording, string? meaning)
    {
        if (field is null)
        {
            return Understood([wording]) is { } understood && understood.Fields.FirstOrDefault(Exists) == meaning;
        }

        var own = FieldOf(field);
        var word = RegisterTable.WordOf(own, wording);
        var (value, problem) = word.Length == 0 ? (null, null) : ImportValue.Read(own, word, NumberNotation.Usual);
        return problem is null && CellValue.TextOf(value) == (meaning ?? string.Empty);
    }

    /// <summary>A field as a column of the register sets it, with what its values may be called.</summary>
    public ImportField FieldOf(string name)
    {
        var known = headings.Find(name)!;
        return known with { Values = ValuesOf(known, asked: null), IsOfOffice = true };
    }

    /// <summary>The meanings of all columns.</summary>
    /// <param name="columns">The positions of the columns, the parts of their headings, and whether they are hidden.</param>
    /// <param name="units">The units that a note above the header names.</param>
    public IReadOnlyList<RegisterColumn> Assign(IReadOnlyList<(int Position, IReadOnlyList<string> Parts, bool IsHidden)> columns,
        IReadOnlyList<string> units)
    {
        var (taken, assigned) = (new Dictionary<string, string>(), new RegisterColumn?[columns.Count]);
        var understood = columns.Select(column => Understood(column.Parts)).ToList();
        foreach (var rank in Enum.GetValues<Rank>())
        {
            foreach (var (at, column) in columns.Index().Where(one => assigned[one.Index] is null && understood[one.Index]?.Rank == rank))
            {
                assigned[at] = ColumnOf(column.Position, column.Parts, understood[at]!, taken, units) with { IsHidden = column.IsHidden };
            }
        }

        return [.. columns.Select((column, at) => assigned[at] ?? new RegisterColumn(column.Position, Joined(column.Parts), null)
        {
            IsHidden = column.IsHidden,
            Problem = new("HEADING", new(
                $"is not known: map it to a field, or to null to leave it out, in a mapping; {headings.Expectation.En}",
                $"无法识别：请在映射文件中将其对应到字段，或对应到 null 以忽略；{headings.Expectation.Zh}")),
        })];
    }

    private static string Joined(IReadOnlyList<string> parts) =>
        string.Join('/', parts.Select(part => LineBreaks().Replace(part.Trim(), string.Empty)));

    private RegisterColumn ColumnOf(int position, IReadOnlyList<string> parts, Meaning meaning, Dictionary<string, string> taken,
        IReadOnlyList<string> units)
    {
        var column = new RegisterColumn(position, Joined(parts), null);
        var existing = meaning.Fields.Where(Exists).ToList();
        if (existing is [])
        {
            return column with
            {
                NotStored = meaning.Fields is [] ? meaning.Why!
                    : new($"the register has no field {meaning.Fields[0]}", $"登记表没有字段 {meaning.Fields[0]}"),
            };
        }

        if (existing.Find(field => !taken.ContainsKey(field)) is { } free)
        {
            taken.Add(free, column.Heading);
            return RegisterVocabulary.NoFields.Contains(free)
                ? column with { Means = free } : StoredAs(column, free, meaning, parts, units);
        }

        var first = taken[existing[0]];
        return column with
        {
            Problem = new("HEADING", new($"means {existing[0]}, as {first} does: map one of them to null",
                $"与“{first}”同为 {existing[0]}：请将其中一列对应到 null")),
        };
    }

    private RegisterColumn StoredAs(RegisterColumn column, string free, Meaning meaning, IReadOnlyList<string> parts,
        IReadOnlyList<string> units)
    {
        var field = headings.Find(free)!;
        var (unit, problem) = field.IsNumber ? ColumnUnit.Of(field, meaning.Unit, [.. parts.SkipLast(1)], units) : (null, null);
        return problem is not null ? column with { Problem = problem } : column with
        {
            Means = free,
            Unit = unit,
            Field = field with
            {
                Scale = unit is null ? 1 : ColumnUnit.FactorOf(field, unit) ?? 1,
                Values = ValuesOf(field, AskedBy(parts[^1])),
                IsOfOffice = true,
            },
        };
    }

    private Dictionary<string, string>? ValuesOf(ImportField field, string? asked)
    {
        if (field.IsText || field.IsCode)
        {
            return null;
        }

        var found = new Dictionary<string, string>(mapping?.ValuesOf(field.Name) ?? new Dictionary<string, string>());
        foreach (var (text, value) in vocabulary.ValuesOf(field.Name))
        {
            found.TryAdd(text, value);
        }

        vocabulary.Statuses.AddTo(found, field.Type, asked);
        if (field.Type.ClrType == typeof(bool))
        {
            Array.ForEach(["√", "✓", "✔", "已", "有"], text => found.TryAdd(text, "true"));
            Array.ForEach(["×", "✗", "未", "无"], text => found.TryAdd(text, "false"));
        }

        foreach (var (yes, cell) in new[] { ("是", "true"), ("否", "false") }.Where(one => found.ContainsKey(one.Item1)))
        {
            found.TryAdd(cell, found[yes]);
            found.TryAdd(cell.ToUpperInvariant(), found[yes]);
        }

        return found;
    }

    private bool Exists(string field) => RegisterVocabulary.NoFields.Contains(field)
        || headings.Find(field) is { Given: not null } or { Compared: not null };

    /// <summary>How a heading is understood; the first way applies that does.</summary>
    private Meaning? Understood(IReadOnlyList<string> parts)
    {
        var forms = FormsOf(parts);
        return forms.Select(ByMapping).FirstOrDefault(found => found is not null)
            ?? forms.Select(ByLabel).FirstOrDefault(found => found is not null)
            ?? forms.Select(ByVocabulary).FirstOrDefault(found => found is not null);
    }

    private Meaning? ByMapping(string form)
    {
        var (normal, read) = (HeadingText.Normal(form), HeadingText.Read(form));
        return mapping is not null && (mapping.TryColumn(normal, out var field) || mapping.TryColumn(read.Name, out field))
            ? new(Rank.Mapping, field is null ? [] : [field], read.Unit)
            {
                Why = new("the mapping leaves it out", "映射文件指定忽略"),
            }
            : null;
    }

    private Meaning? ByLabel(string form)
    {
        var read = HeadingText.Read(form);
        return (headings.Find(form) ?? headings.Find(read.Name)) is { IsLabel: false, Given: { } given }
            ? new(Rank.Label, [given.Name], read.Unit) : null;
    }

    private Meaning? ByVocabulary(string form)
    {
        var (normal, read) = (HeadingText.Normal(form), HeadingText.Read(form));
        foreach (var name in new[] { normal, read.Name }.Distinct())
        {
            if (vocabulary.FieldsOf(name).ToList() is [_, ..] fields)
            {
                return new(Rank.Vocabulary, fields, read.Unit);
            }

            if (vocabulary.IsNotStored(name))
            {
                return new(Rank.Vocabulary, [], null) { Why = new("such values are not stored", "此类信息不存储") };
            }
        }

        return headings.Find(form) is { IsLabel: false, Given: null, Compared: not null } compared
            ? new(Rank.Vocabulary, [compared.Name], null)
            : AskedBy(form) is { } asked && headings.Given.FirstOrDefault(column => Answers(column.Name, asked)) is { } status
            ? new(Rank.Vocabulary, [status.Name], null) : null;
    }

    private static string? AskedBy(string heading) => StatusWords.AskedIn(HeadingText.Read(heading).Name);

    private bool Answers(string name, string asked)
    {
        var field = headings.Find(name)!;
        if (!words.TryGetValue(name, out var known))
        {
            words.Add(name, known = ValuesOf(field, asked: null));
        }

        return known is not null && vocabulary.Statuses.AnswerTo(asked, known, field.Type) is not null;
    }

    private static List<string> FormsOf(IReadOnlyList<string> parts)
    {
        var leaf = parts[^1];
        if (parts.Count == 1)
        {
            return [leaf];
        }

        var above = HeadingText.Read(parts[^2]) is { Unit: { } unit } group && StatedUnits.InHeading(unit).Units is [_, ..]
            ? group.Name : parts[^2].Trim();
        var stem = Array.Find(Endings, above.EndsWith) is { } ending ? above[..^ending.Length] : above;
        List<string> forms = [Joined(parts), above + leaf, stem + leaf, leaf];
        if (Vague.Contains(HeadingText.Normal(leaf)))
        {
            forms.Insert(3, above);
        }

        return forms;
    }

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineBreaks();

    private enum Rank
    {
        Mapping,
        Label,
        Vocabulary,
    }

    private sealed record Meaning(Rank Rank, IReadOnlyList<string> Fields, string? Unit)
    {
        public Bilingual? Why { get; init; }
    }
}
