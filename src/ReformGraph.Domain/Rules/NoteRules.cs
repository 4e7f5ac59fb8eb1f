using System.Text.RegularExpressions;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Rules;

/// <summary>The rules for what a change states about itself.</summary>
internal static partial class NoteRules
{
    public const int LongestReason = 2_000;
    public const int LongestReference = 500;
    public const int LongestKey = 200;

    /// <summary>What a request violates, apart from its rows.</summary>
    public static IEnumerable<InvalidInput> Check(WriteRequest request, DateOnly today) => Check(request.Note, today).Concat(new[]
    {
        request.IdempotencyKey is { } key ? OfText(key, LongestKey, "idempotencyKey") : null,
        request.Rows.Count == 0 && request.Own is null
            ? Broken("REQUIRED", "A batch must have at least one operation.", "operations") : null,
    }.OfType<InvalidInput>());

    /// <summary>What is wrong with the note about a change.</summary>
    /// <param name="note">The note.</param>
    /// <param name="today">Today's date, after which nothing has taken effect yet.</param>
    public static IEnumerable<InvalidInput> Check(WriteNote note, DateOnly today) =>
        new[]
        {
            OfText(note.Reason, LongestReason, "change", "reason"),
            (note.Kind, note.EffectiveOn) switch
            {
                (ChangeKindInput.Event, null) =>
                    Broken("REQUIRED", "An event must have effectiveOn, the day on which it took effect.", "change", "effectiveOn"),
                (ChangeKindInput.Correction, not null) =>
                    Broken("NOT_ALLOWED", "A correction must not have effectiveOn: only an event takes effect on a day.",
                    "change", "effectiveOn"),
                (_, { } day) when day > today => Broken("FUTURE", $"effectiveOn {Today.Rule(today).En}.", "change", "effectiveOn"),
                _ => null,
            },
            note.Evidence is { } evidence ? OfText(evidence.Reference, LongestReference, "change", "evidence", "reference") : null,
            note.Evidence?.Sha256 is { } hash && !Hash().IsMatch(hash)
                ? Broken("PATTERN", "sha256 must be 64 hexadecimal digits.", "change", "evidence", "sha256") : null,
        }.OfType<InvalidInput>();

    private static InvalidInput? OfText(string text, int longest, params string[] path) =>
        UnicodeText.IsBlank(text) ? Broken("NOT_BLANK", $"{path[^1]} must not be blank.", path)
        : UnicodeText.IsLongerThan(text, longest)
        ? Broken("LENGTH", FormattableString.Invariant($"{path[^1]} must have at most {longest} characters."), path)
        : null;

    private static InvalidInput Broken(string rule, string message, params string[] path) => new(message, ["input", .. path], rule);

    [GeneratedRegex(@"\A[0-9a-fA-F]{64}\z")]
    private static partial Regex Hash();
}
