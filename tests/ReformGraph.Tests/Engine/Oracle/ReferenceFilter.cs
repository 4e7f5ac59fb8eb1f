using System.Globalization;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>What a <c>where</c> means, word for word: of a row, a list or a value alike.</summary>
internal static class ReferenceFilter
{
    public static bool Matches(object? subject, object? where) =>
        ((IDictionary<string, object?>)where!).All(condition => Holds(subject, condition.Key, condition.Value));

    private static bool Holds(object? subject, string name, object? operand) => name switch
    {
        "and" => Items(operand).All(one => Matches(subject, one)),
        "or" => !Items(operand).Any() || Items(operand).Any(one => Matches(subject, one)),

        "eq" => AreEqual(subject, operand),
        "gt" => subject is not null && Compare(subject, operand) > 0,
        "gte" => subject is not null && Compare(subject, operand) >= 0,
        "lt" => subject is not null && Compare(subject, operand) < 0,
        "lte" => subject is not null && Compare(subject, operand) <= 0,
        "in" => Items(operand).Any(one => AreEqual(subject, one)),
        "contains" => subject is string text && text.Contains((string)operand!, StringComparison.Ordinal),
        "startsWith" => subject is string text && text.StartsWith((string)operand!, StringComparison.Ordinal),
        "endsWith" => subject is string text && text.EndsWith((string)operand!, StringComparison.Ordinal),
        "neq" or "ngt" or "ngte" or "nlt" or "nlte" or "nin" or "ncontains" or "nstartsWith" or "nendsWith" =>
            !Holds(subject, Positive(name), operand),

        "some" => Items(subject).Any(element => Matches(element, operand)),
        "all" => Items(subject).All(element => Matches(element, operand)),
        "none" => !Items(subject).Any(element => Matches(element, operand)),
        "aggregate" => ReferenceHaving.Matches([.. Items(subject).OfType<object>()], operand),
        "any" => Items(subject).Any() == (bool)operand!,

        _ when operand is null => ReferenceValues.Of(subject, name) is null,
        _ => Matches(ReferenceValues.Of(subject, name), operand),
    };

    private static string Positive(string name) => name == "nin" ? "in" : name[1..];

    private static bool AreEqual(object? value, object? operand) => Compare(value, operand) == 0;

    // An id may be written as a text.
    private static int Compare(object? value, object? operand) => ReferenceValues.Order.Compare(
        value, value is int && operand is string id ? int.Parse(id, CultureInfo.InvariantCulture) : operand);

    private static IEnumerable<object?> Items(object? list) => ReferenceValues.Items(list);
}
