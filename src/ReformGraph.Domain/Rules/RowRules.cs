using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Rules;

/// <summary>A rule that a row violates.</summary>
/// <param name="Field">The field, as named in the API.</param>
/// <param name="Rule">The rule, in UPPER_SNAKE_CASE.</param>
/// <param name="Message">What the field must be, to be read after its name.</param>
internal sealed record Violation(string Field, string Rule, Bilingual Message)
{
    /// <summary>Whether another field than the named one may be the cause.</summary>
    public bool IsOfSeveral => Rule is "ORDER" or "CONSISTENT";
}

/// <summary>
/// The rules for a row beyond the types of its columns, whoever writes it. All of them are declared on the entity: required text,
/// <see cref="RangeAttribute"/>, <see cref="PatternAttribute"/>, <see cref="NotBeforeAttribute"/>, <see cref="NotInFutureAttribute"/> and,
/// for rules that involve several fields, <see cref="IValidatableObject"/>. Whoever finds rows checks that a code is unique and that a
/// reference refers to a row.
/// </summary>
internal static class RowRules
{
    /// <summary>The maximum length of a code, in characters.</summary>
    public const int LongestCode = 100;

    /// <summary>The maximum length of any other text, in characters.</summary>
    public const int LongestText = 2_000;

    /// <summary>The message for a required field without a value.</summary>
    public static readonly Bilingual MustBeGiven = new("must be given", "必须填写");

    private const string Tab = "\t\r\n";
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<RuledField>> Fields = [];

    /// <summary>What a row violates, in the order of its fields.</summary>
    /// <param name="row">An entity.</param>
    /// <param name="today">Today's date.</param>
    public static IReadOnlyList<Violation> Check(object row, DateOnly today)
    {
        List<Violation> found = [.. Fields.GetOrAdd(row.GetType(), Declared).SelectMany(field => field.Check(row, today))];
        if (row is IValidatableObject several)
        {
            found.AddRange(
                from result in several.Validate(new ValidationContext(row))
                from member in result.MemberNames
                select new Violation(SchemaNames.CamelCase(member), "CONSISTENT", ((BilingualResult)result).Message));
        }

        return found;
    }

    /// <summary>The fields of an entity with rules beyond their types and being required, and those rules in a few words.</summary>
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
               where member.CanWrite && member.Name != "Id" && member.IsDefined(typeof(DescriptionAttribute))
                   && !member.IsDefined(typeof(ComputedAttribute))
               where ScalarType.For(member.PropertyType) is not null
               orderby member.MetadataToken
               select new RuledField(member, nullability.Create(member).WriteState is NullabilityState.NotNull),
        ];
    }

    private static Violation? OfText(string field, string text)
    {
        var (isCode, most) = (field == "code", field == "code" ? LongestCode : LongestText);
        return text switch
        {
            _ when !IsUnicode(text) =>
                new(field, "CHARACTERS", new("must not contain half of a surrogate pair", "不得含有半个代理对")),
            _ when isCode && CodeText.UnseenIn(CodeText.Normal(text)) is { } unseen => new(field, "CHARACTERS", new(
                FormattableString.Invariant(
                    $"must not contain invisible characters or spaces other than U+0020, but contains U+{unseen.Value:X4}"),
                FormattableString.Invariant($"不得含有不可见字符或 U+0020 以外的空格，此处有 U+{unseen.Value:X4}"))),
            _ when UnicodeText.IsBlank(text) => new(field, "NOT_BLANK", new("must not be blank", "不得为空白")),
            _ when text.Any(character => char.IsControl(character) && !Tab.Contains(character, StringComparison.Ordinal)) =>
                new(field, "CHARACTERS", new("must not contain control characters", "不得含有控制字符")),
            _ when isCode && text != CodeText.Normal(text) =>
                new(field, "CHARACTERS",
                new("must be in Unicode Normalization Form C (NFC), without leading or trailing spaces",
                    "必须采用 Unicode 规范化形式 C（NFC），且首尾不得有空格")),
            _ when UnicodeText.IsLongerThan(text, most) =>
                new(field, "LENGTH", new(FormattableString.Invariant($"must have at most {most} characters"),
                FormattableString.Invariant($"最多 {most} 个字符"))),
            _ => null,
        };
    }

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
        private readonly (PropertyInfo Member, string Name)? earlier =
            member.GetCustomAttribute<NotBeforeAttribute>() is { Member: { } before }
            ? (member.DeclaringType!.GetProperty(before)!, SchemaNames.CamelCase(before))
            : null;

        private readonly NotInFutureAttribute? past = member.GetCustomAttribute<NotInFutureAttribute>();

        public string Name => name;

        /// <summary>The rules that it declares.</summary>
        public string Described =>
            string.Join("; ", rules.Select(rule => Expected(rule).En).Append(earlier is { } other ? $"not before `{other.Name}`" : null)
            .Append(OfToday()).OfType<string>());

        public IEnumerable<Violation> Check(object row, DateOnly today)
        {
            var value = member.GetValue(row);
            if (value is null)
            {
                return isRequired ? [new(name, "REQUIRED", MustBeGiven)] : [];
            }

            // One violation per field is enough to find it, and its declared rules say nothing more about an invalid value.
            return OfValue(value) is { } found
                ? [found]
                : rules.Where(rule => !rule.IsValid(value)).Select(Broken).Concat(OfOrder(row, value)).Concat(OfToday(row, value, today));
        }

        private Violation? OfValue(object value) => value switch
        {
            string text => OfText(name, text),
            decimal number when !ModelConventions.CanHold(number) =>
                new(name, "DECIMAL",
                new($"must be a number with {ModelConventions.HeldDecimals}",
                $"必须是最多 {ModelConventions.DecimalPlaces} 位小数的数字，绝对值不超过 " +
                $"{ModelConventions.LargestDecimalText}")),
            DateOnly date when date < Earliest || date > Latest =>
                new(name, "RANGE", new($"must be from {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}",
                $"必须在 {Earliest:yyyy-MM-dd} 至 {Latest:yyyy-MM-dd} 之间")),
            Enum one when !Enum.IsDefined(one.GetType(), one) =>
                new(name, "VALUE", new("must be a value of its code list", "必须是代码表中的值")),
            _ => null,
        };

        private IEnumerable<Violation> OfOrder(object row, object value) =>
            earlier is { } other && other.Member.GetValue(row) is IComparable least && least.CompareTo(value) > 0
                ? [new(name, "ORDER", new($"must not be before {other.Name}", $"不得早于（小于）{other.Name}"))]
                : [];

        private static Bilingual Expected(ValidationAttribute rule) => rule is RangeAttribute range
            ? new(string.Create(CultureInfo.InvariantCulture, $"from {range.Minimum} to {range.Maximum}"),
                string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} 至 {range.Maximum} 之间的数"))
            : ((PatternAttribute)rule).Expected;

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
            { Member: { } other } when (DateOnly)value > today
                && !Equals(member.DeclaringType!.GetProperty(other)!.GetValue(row), past.Value) =>
                [new(name, "CONSISTENT", new($"{Today.Rule(today).En}, unless {SchemaNames.CamelCase(other)} is {Exception}",
                    $"{Today.Rule(today).Zh}，除非 {SchemaNames.CamelCase(other)} 为 {Exception}"))],
            _ => [],
        };

        private Violation Broken(ValidationAttribute rule) =>
            new(name, rule is RangeAttribute ? "RANGE" : "PATTERN", new($"must be {Expected(rule).En}", $"必须是{Expected(rule).Zh}"));
    }
}
