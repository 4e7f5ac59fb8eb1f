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
internal sealed record Violation(string Field, string Rule, string Message);

/// <summary>
/// What a row must keep to beyond the types of its columns, whoever writes it. All of it is declared on the entity: that a text is not
/// optional, <see cref="RangeAttribute"/>, <see cref="RegularExpressionAttribute"/>, <see cref="NotBeforeAttribute"/>; and what concerns
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
    public static IReadOnlyList<Violation> Check(object row)
    {
        List<Violation> found = [.. Fields.GetOrAdd(row.GetType(), Declared).SelectMany(field => field.Check(row))];
        if (row is IValidatableObject several)
        {
            found.AddRange(
                from result in several.Validate(new ValidationContext(row))
                from member in result.MemberNames
                select new Violation(SchemaNames.CamelCase(member), "CONSISTENT", result.ErrorMessage!));
        }

        return found;
    }

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
        _ when string.IsNullOrWhiteSpace(text) => new(field, "NOT_BLANK", "must not be blank"),
        _ when text.Any(character => char.IsControl(character) && !Tab.Contains(character, StringComparison.Ordinal)) => new(field, "CHARACTERS", "must have no control characters"),
        _ when !IsUnicode(text) => new(field, "CHARACTERS", "must have no half of a surrogate pair"),
        _ when field == "code" && (text.Any(char.IsControl) || text != text.Trim()) => new(field, "CHARACTERS", "must be one line without spaces around it"),
        _ when text.Length > (field == "code" ? LongestCode : LongestText) => new(field, "LENGTH", FormattableString.Invariant($"must have at most {(field == "code" ? LongestCode : LongestText)} characters")),
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

        public IEnumerable<Violation> Check(object row)
        {
            var value = member.GetValue(row);
            if (value is null)
            {
                return isRequired ? [new(name, "REQUIRED", "must be given")] : [];
            }

            // One violation of a field is enough to find it, and those of its own rules say nothing more of a value that is none.
            return OfValue(value) is { } found ? [found] : rules.Where(rule => !rule.IsValid(value)).Select(Broken).Concat(OfOrder(row, value));
        }

        private Violation? OfValue(object value) => value switch
        {
            string text => OfText(name, text),
            decimal number when !ModelConventions.CanHold(number) => new(name, "DECIMAL", "must have at most four decimals and fifteen digits before them"),
            DateOnly date when date < Earliest || date > Latest => new(name, "RANGE", $"must be from {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}"),
            Enum one when !Enum.IsDefined(one.GetType(), one) => new(name, "VALUE", "must be a value of its code list"),
            _ => null,
        };

        private IEnumerable<Violation> OfOrder(object row, object value) =>
            earlier is { } other && other.Member.GetValue(row) is IComparable least && least.CompareTo(value) > 0
                ? [new(name, "ORDER", $"must not be before {other.Name}")]
                : [];

        private Violation Broken(ValidationAttribute rule) => rule switch
        {
            RangeAttribute range => new(name, "RANGE", string.Create(CultureInfo.InvariantCulture, $"must be from {range.Minimum} to {range.Maximum}")),
            _ => new(name, "PATTERN", $"must be {rule.ErrorMessage}"),
        };
    }
}
