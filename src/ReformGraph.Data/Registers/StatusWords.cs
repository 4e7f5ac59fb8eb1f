using System.Text.Json;
using System.Text.RegularExpressions;
using ReformGraph.Data.Tables;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Registers;

/// <summary>
/// What offices write in a column of statuses, whatever the register: a code list with a value for what is done and one for what has not
/// begun. From 已处置 follow 处置 and 未处置, and a heading 是否处置, in which 是 means 已处置.
/// </summary>
internal sealed partial class StatusWords
{
    private const string Already = "已", NotYet = "未";

    private readonly IReadOnlyList<string> yes, no;
    private readonly (IReadOnlyList<string> Values, IReadOnlyList<string> Words) done, underWay, notBegun;

    /// <summary>The words.</summary>
    /// <param name="part">Their part of <c>register-headings.json</c>.</param>
    public StatusWords(JsonElement part)
    {
        (yes, no) = (Texts(part, "yes"), Texts(part, "no"));
        (done, underWay, notBegun) = (Group("done"), Group("underWay"), Group("notBegun"));

        (IReadOnlyList<string> Values, IReadOnlyList<string> Words) Group(string name) =>
            (Texts(part.GetProperty(name), "values"), Texts(part.GetProperty(name), "words"));
    }

    /// <summary>What a heading such as 是否已处置 asks for: 处置; null for another heading.</summary>
    public static string? AskedIn(string heading) => Question().Match(heading) is { Success: true } question
        ? question.Groups["what"].Value : null;

    /// <summary>Adds the words for the values of a list of statuses; nothing for another list.</summary>
    /// <param name="words">The words with their values.</param>
    /// <param name="list">The list.</param>
    /// <param name="asked">What the heading asks for; null if it does not ask.</param>
    public void AddTo(Dictionary<string, string> words, ScalarType list, string? asked)
    {
        if (ValueIn(list, done.Values) is not { } isDone || ValueIn(list, notBegun.Values) is not { } isNot)
        {
            return;
        }

        Add(done.Words, isDone);
        Add(underWay.Words, ValueIn(list, underWay.Values));
        Add(notBegun.Words, isNot);
        foreach (var value in list.EnumValues())
        {
            words.TryAdd(value.LabelZh, value.Name);
        }

        foreach (var (word, value) in words.Where(one => IsAnswer(one.Value, list) && one.Key.Length > 1
            && one.Key.StartsWith(Already, StringComparison.Ordinal)).ToList())
        {
            Add(value == isDone ? [word[1..]] : [], value);
            words.TryAdd(NotYet + word[1..], isNot);
        }

        if ((asked is null ? isDone : AnswerTo(asked, words, list)) is { } answer)
        {
            Add(yes, answer);
            Add(no, isNot);
        }

        void Add(IEnumerable<string> added, string? value) =>
            added.Where(_ => value is not null).ToList().ForEach(word => words.TryAdd(word, value!));
    }

    /// <summary>What 是 means below a heading that asks; null if the list does not say whether something is done.</summary>
    /// <param name="asked">What the heading asks for.</param>
    /// <param name="words">The words for the values of the list.</param>
    /// <param name="list">The list.</param>
    public string? AnswerTo(string asked, Dictionary<string, string> words, ScalarType list) =>
        words.TryGetValue(Already + asked, out var value) && IsAnswer(value, list) ? value : null;

    private bool IsAnswer(string value, ScalarType list) => ValueIn(list, notBegun.Values) is not null
        && (done.Values.Contains(value) || underWay.Values.Contains(value));

    private static string? ValueIn(ScalarType list, IReadOnlyList<string> values) =>
        list.IsEnum ? list.EnumValues().Select(value => value.Name).FirstOrDefault(values.Contains) : null;

    private static IReadOnlyList<string> Texts(JsonElement part, string name) =>
        [.. part.GetProperty(name).EnumerateArray().Select(text => PlainText.Normalize(text.GetString()!))];

    [GeneratedRegex("^是否(?:已经?)?(?:全部)?(?<what>.+)$")]
    private static partial Regex Question();
}
