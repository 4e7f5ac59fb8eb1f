using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Writes;

/// <summary>A rule that a row does not keep.</summary>
/// <param name="Field">The field, as the API names it.</param>
/// <param name="Rule">Which rule, in UPPER_SNAKE_CASE.</param>
/// <param name="Message">What the field must be, behind its name.</param>
internal sealed record Violation(string Field, string Rule, string Message)
{
    /// <summary>Whether it may come of another field than the one that it names.</summary>
    public bool IsOfSeveral => Rule is "ORDER" or "CONSISTENT";
}

/// <summary>
/// What a row must keep to beyond the types of its columns, whoever writes it. All of it is declared on the entity: that a text is not
/// optional, <see cref="RangeAttribute"/>, <see cref="RegularExpressionAttribute"/>, <see cref="NotBeforeAttribute"/>,
/// <see cref="NotInFutureAttribute"/>; and what concerns
/// several fields by <see cref="IValidatableObject"/>. That a code is free and a reference leads to a row is for whoever finds rows.
/// </summary>
internal static class RowRules
{
    /// <summary>The longest code, in characters.</summary>
    public const int LongestCode = 100;

    /// <summary>The longest text of any other field.</summary>
    public const int LongestText = 2_000;

    private const string Tab = "\t\r\n";
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<RuledField>> Fields = [];

    /// <summary>What a row violates, in the order of its fields.</summary>
    /// <param name="row">An entity.</param>
    /// <param name="today">The present day.</param>
    public static IReadOnlyList<Violation> Check(object row, DateOnly today)
    {
        List<Violation> found = [.. Fields.GetOrAdd(row.GetType(), Declared).SelectMany(field => field.Check(row, today))];
        if (row is IValidatableObject several)
        {
            found.AddRange(
                from result in several.Validate(new ValidationContext(row))
                from member in result.MemberNames
                select new Violation(SchemaNames.CamelCase(member), "CONSISTENT", result.ErrorMessage!));
        }

        return found;
    }

    /// <summary>The fields of an entity that are bound to more than their types and that they are given, and to what, in a few words.</summary>
    /// <param name="entity">Its class.</param>
    public static IEnumerable<(string Field, string Rules)> Described(Type entity) =>
        from field in Fields.GetOrAdd(entity, Declared)
        where field.Described.Length > 0
        select (field.Name, field.Described);

    private static List<RuledField> Declared(Type entity)
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. from member in entity.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where member.CanWrite && member.Name != "Id" && member.IsDefined(typeof(DescriptionAttribute)) && !member.IsDefined(typeof(ComputedAttribute))
               where ScalarType.For(member.PropertyType) is not null
               orderby member.MetadataToken
               select new RuledField(member, nullability.Create(member).WriteState is NullabilityState.NotNull),
        ];
    }

    private static Violation? OfText(string field, string text) => text switch
    {
        _ when !IsUnicode(text) => new(field, "CHARACTERS", "must have no half of a surrogate pair"),
        _ when field == "code" && CodeText.UnseenIn(CodeText.Normal(text)) is { } unseen => new(field, "CHARACTERS", FormattableString.Invariant($"must have no invisible characters and no spaces but U+0020, while it has U+{unseen.Value:X4}")),
        _ when UnicodeText.IsBlank(text) => new(field, "NOT_BLANK", "must not be blank"),
        _ when text.Any(character => char.IsControl(character) && !Tab.Contains(character, StringComparison.Ordinal)) => new(field, "CHARACTERS", "must have no control characters"),
        _ when field == "code" && text != CodeText.Normal(text) => new(field, "CHARACTERS", "must be in Unicode's normalization form C, without spaces around it"),
        _ when UnicodeText.IsLongerThan(text, field == "code" ? LongestCode : LongestText) => new(field, "LENGTH", FormattableString.Invariant($"must have at most {(field == "code" ? LongestCode : LongestText)} characters")),
        _ => null,
    };

    private static bool IsUnicode(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !char.IsSurrogatePair(text, at++))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class RuledField(PropertyInfo member, bool isRequired)
    {
        private readonly string name = SchemaNames.CamelCase(member.Name);
        private readonly IReadOnlyList<ValidationAttribute> rules = [.. member.GetCustomAttributes<ValidationAttribute>()];
        private readonly (PropertyInfo Member, string Name)? earlier = member.GetCustomAttribute<NotBeforeAttribute>() is { Member: { } before }
            ? (member.DeclaringType!.GetProperty(before)!, SchemaNames.CamelCase(before))
            : null;

        private readonly NotInFutureAttribute? past = member.GetCustomAttribute<NotInFutureAttribute>();

        public string Name => name;

        /// <summary>What its declarations say.</summary>
        public string Described => string.Join("; ", rules.Select(Expected).Append(earlier is { } other ? $"not before `{other.Name}`" : null).Append(OfToday()).OfType<string>());

        public IEnumerable<Violation> Check(object row, DateOnly today)
        {
            var value = member.GetValue(row);
            if (value is null)
            {
                return isRequired ? [new(name, "REQUIRED", "must be given")] : [];
            }

            // One violation of a field is enough to find it, and those of its own rules say nothing more of a value that is none.
            return OfValue(value) is { } found ? [found] : rules.Where(rule => !rule.IsValid(value)).Select(Broken).Concat(OfOrder(row, value)).Concat(OfToday(row, value, today));
        }

        private Violation? OfValue(object value) => value switch
        {
            string text => OfText(name, text),
            decimal number when !ModelConventions.CanHold(number) => new(name, "DECIMAL", $"must be a number of {ModelConventions.HeldDecimals}"),
            DateOnly date when date < Earliest || date > Latest => new(name, "RANGE", $"must be from {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}"),
            Enum one when !Enum.IsDefined(one.GetType(), one) => new(name, "VALUE", "must be a value of its code list"),
            _ => null,
        };

        private IEnumerable<Violation> OfOrder(object row, object value) =>
            earlier is { } other && other.Member.GetValue(row) is IComparable least && least.CompareTo(value) > 0
                ? [new(name, "ORDER", $"must not be before {other.Name}")]
                : [];

        private static string Expected(ValidationAttribute rule) => rule is RangeAttribute range
            ? string.Create(CultureInfo.InvariantCulture, $"from {range.Minimum} to {range.Maximum}")
            : rule.ErrorMessage!;

        private string? OfToday() => past switch
        {
            { Member: { } other } => $"not after {Today.Named}, unless `{SchemaNames.CamelCase(other)}` is `{Exception}`",
            { } => $"not after {Today.Named}",
            _ when (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType) == typeof(DateOnly) => "may lie in the future",
            _ => null,
        };

        private string Exception => SchemaNames.UpperSnake(past!.Value!.ToString()!);

        private IEnumerable<Violation> OfToday(object row, object value, DateOnly today) => past switch
        {
            { Member: null } when (DateOnly)value > today => [new(name, "FUTURE", Today.Rule(today))],
            { Member: { } other } when (DateOnly)value > today && !Equals(member.DeclaringType!.GetProperty(other)!.GetValue(row), past.Value) =>
                [new(name, "CONSISTENT", $"{Today.Rule(today)}, unless {SchemaNames.CamelCase(other)} is {Exception}")],
            _ => [],
        };

        private Violation Broken(ValidationAttribute rule) => new(name, rule is RangeAttribute ? "RANGE" : "PATTERN", $"must be {Expected(rule)}");
    }
}
