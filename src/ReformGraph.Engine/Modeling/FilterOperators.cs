namespace ReformGraph.Engine.Modeling;

/// <summary>The conditions on a scalar. The compiler has one expression for each.</summary>
public enum FilterOperator
{
    /// <summary>Equal; both null counts as equal.</summary>
    Eq,

    /// <summary>Not <see cref="Eq"/>.</summary>
    Neq,

    /// <summary>Contains a text.</summary>
    Contains,

    /// <summary>Not <see cref="Contains"/>.</summary>
    NContains,

    /// <summary>Equal to one of a list.</summary>
    In,

    /// <summary>Not <see cref="In"/>.</summary>
    Nin,

    /// <summary>Begins with a text.</summary>
    StartsWith,

    /// <summary>Not <see cref="StartsWith"/>.</summary>
    NStartsWith,

    /// <summary>Ends with a text.</summary>
    EndsWith,

    /// <summary>Not <see cref="EndsWith"/>.</summary>
    NEndsWith,

    /// <summary>Greater.</summary>
    Gt,

    /// <summary>Not <see cref="Gt"/>: less, equal or null.</summary>
    Ngt,

    /// <summary>Greater or equal.</summary>
    Gte,

    /// <summary>Not <see cref="Gte"/>: less or null.</summary>
    Ngte,

    /// <summary>Less.</summary>
    Lt,

    /// <summary>Not <see cref="Lt"/>: greater, equal or null.</summary>
    Nlt,

    /// <summary>Less or equal.</summary>
    Lte,

    /// <summary>Not <see cref="Lte"/>: greater or null.</summary>
    Nlte,
}

/// <summary>The conditions on a list of entities.</summary>
public enum ListOperator
{
    /// <summary>Every element meets the condition.</summary>
    All,

    /// <summary>No element meets it.</summary>
    None,

    /// <summary>At least one does.</summary>
    Some,

    /// <summary>Whether there are elements.</summary>
    Any,
}

/// <summary>One row of the table of operators.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Name">Its name in filter inputs.</param>
/// <param name="TakesList">Whether its operand is a list.</param>
/// <param name="Description">What it matches, including null.</param>
public sealed record FilterOperatorRow(FilterOperator Operator, string Name, bool TakesList, string Description);

/// <summary>One row of the table of operators on lists.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Name">Its name in filter inputs.</param>
/// <param name="Description">What it matches.</param>
public sealed record ListOperatorRow(ListOperator Operator, string Name, string Description);

/// <summary>
/// The only table of filter operators. A negated operator matches exactly the rows that its positive counterpart does not, so it matches
/// null too; a positive order operator never matches null.
/// </summary>
public static class FilterOperators
{
    private static readonly (FilterOperatorRow Row, OperatorFamily[] Families)[] Table =
    [
        (One(FilterOperator.Eq, "eq", "Equal to this. With null: there is no value."), Enum.GetValues<OperatorFamily>()),
        (One(FilterOperator.Neq, "neq", "Not equal to this; matches null. With null: there is a value."), Enum.GetValues<OperatorFamily>()),
        (One(FilterOperator.Contains, "contains", "Contains this text, case-sensitively."), [OperatorFamily.Text]),
        (One(FilterOperator.NContains, "ncontains", "Does not contain this text, case-sensitively; matches null."), [OperatorFamily.Text]),
        (Many(FilterOperator.In, "in",
            "Equal to one of these; a null in the list, if its type allows one, matches null. An empty list matches nothing."), Listed),
        (Many(FilterOperator.Nin, "nin",
            "Equal to none of these; matches null unless null is in the list. An empty list matches everything."), Listed),
        (One(FilterOperator.StartsWith, "startsWith", "Begins with this text, case-sensitively."), [OperatorFamily.Text]),
        (One(FilterOperator.NStartsWith, "nstartsWith", "Does not begin with this text, case-sensitively; matches null."),
            [OperatorFamily.Text]),
        (One(FilterOperator.EndsWith, "endsWith", "Ends with this text, case-sensitively."), [OperatorFamily.Text]),
        (One(FilterOperator.NEndsWith, "nendsWith", "Does not end with this text, case-sensitively; matches null."), [OperatorFamily.Text]),
        (One(FilterOperator.Gt, "gt", "Greater than this."), [OperatorFamily.Comparable]),
        (One(FilterOperator.Ngt, "ngt", "Not greater than this; matches null."), [OperatorFamily.Comparable]),
        (One(FilterOperator.Gte, "gte", "Greater than or equal to this."), [OperatorFamily.Comparable]),
        (One(FilterOperator.Ngte, "ngte", "Not greater than or equal to this; matches null."), [OperatorFamily.Comparable]),
        (One(FilterOperator.Lt, "lt", "Less than this; does not match null."), [OperatorFamily.Comparable]),
        (One(FilterOperator.Nlt, "nlt", "Not less than this; matches null."), [OperatorFamily.Comparable]),
        (One(FilterOperator.Lte, "lte", "Less than or equal to this; does not match null."), [OperatorFamily.Comparable]),
        (One(FilterOperator.Nlte, "nlte", "Not less than or equal to this; matches null."), [OperatorFamily.Comparable]),
    ];

    private static readonly Dictionary<OperatorFamily, IReadOnlyList<FilterOperatorRow>> ByFamily = Enum.GetValues<OperatorFamily>()
        .ToDictionary(family => family, family =>
            (IReadOnlyList<FilterOperatorRow>)[.. Table.Where(entry => entry.Families.Contains(family)).Select(entry => entry.Row)]);

    /// <summary>The operators on lists of entities.</summary>
    public static IReadOnlyList<ListOperatorRow> OnLists { get; } =
    [
        new(ListOperator.All, "all", "Every element meets this condition; true for an empty list."),
        new(ListOperator.None, "none", "No element meets this condition; true for an empty list."),
        new(ListOperator.Some, "some", "At least one element meets this condition."),
        new(ListOperator.Any, "any", "true: the list has elements; false: it is empty."),
    ];

    private static OperatorFamily[] Listed => [OperatorFamily.Equatable, OperatorFamily.Comparable, OperatorFamily.Text];

    /// <summary>The operators of a family, in the order of the schema.</summary>
    public static IReadOnlyList<FilterOperatorRow> InFamily(OperatorFamily family) => ByFamily[family];

    private static FilterOperatorRow One(FilterOperator filterOperator, string name, string description) =>
        new(filterOperator, name, false, description);

    private static FilterOperatorRow Many(FilterOperator filterOperator, string name, string description) =>
        new(filterOperator, name, true, description);
}
