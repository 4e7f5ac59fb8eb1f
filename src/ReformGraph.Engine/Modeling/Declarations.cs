namespace ReformGraph.Engine.Modeling;

/// <summary>
/// Declares a class as an entity: a table, an object type, a root collection with its by-id field, and a by-code field if it has a
/// <c>Code</c>. Its members with a <see cref="System.ComponentModel.DescriptionAttribute"/> are its fields. Every entity has a primary key
/// <c>int Id</c>.
/// </summary>
/// <param name="plural">The name of the root collection field in camel case, for example <c>riskVillages</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EntityAttribute(string plural) : Attribute
{
    /// <summary>The name of the root collection field.</summary>
    public string Plural { get; } = plural;

    /// <summary>The Chinese name of a list of its rows, as in file names; null if it has none.</summary>
    public string? LabelZh { get; init; }
}

/// <summary>
/// Declares the row within which the codes of an entity are unique, such as the county of a village: rows of different counties may have
/// the same code. Whoever finds a row by its code can say which county is meant, and a row refers by code to rows of its own county. An
/// entity without a <c>Code</c> can have it too, for its references.
/// </summary>
/// <param name="path">The names of the required references that lead there. That row's own code must be unique.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CodeWithinAttribute(params string[] path) : Attribute
{
    /// <summary>The names of the references.</summary>
    public IReadOnlyList<string> Path { get; } = path;
}

/// <summary>The labels of an enum value, for charts and spreadsheets; without them, the words of its name. Every enum that a field uses is
/// a code list.</summary>
/// <param name="zh">The label in Chinese.</param>
/// <param name="en">The label in English.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string zh, string en) : Attribute
{
    /// <summary>The label in Chinese.</summary>
    public string Zh { get; } = zh;

    /// <summary>The label in English.</summary>
    public string En { get; } = en;
}

/// <summary>The Chinese name of a field, as in the catalogue of the data.</summary>
/// <param name="label">Its name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LabelZhAttribute(string label) : Attribute
{
    /// <summary>Its name.</summary>
    public string Label { get; } = label;
}

/// <summary>
/// Declares a field that no table contains: its value is looked up in the process by the value of another text field of the same row. Such
/// a field can be selected, but cannot be used in filters or orders.
/// </summary>
/// <param name="by">The name of the property whose value is looked up.</param>
/// <param name="source">The type of the <see cref="FieldLookup"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LookupAttribute(string by, Type source) : Attribute
{
    /// <summary>The name of the property whose value is looked up.</summary>
    public string By { get; } = by;

    /// <summary>The type of the <see cref="FieldLookup"/>; the host registers it as a singleton.</summary>
    public Type Source { get; } = source;

    /// <summary>The number of bytes that a value counts when the size of a response is computed.</summary>
    public long Bytes { get; init; } = 1_000;
}

/// <summary>
/// Describes the argument of a computed field whose expression has a second parameter. The parameter gives the argument its name and its
/// type. Such a field can be selected, but cannot be used in filters or orders.
/// </summary>
/// <param name="description">What the argument means.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ArgumentAttribute(string description) : Attribute
{
    /// <summary>What the argument means.</summary>
    public string Description { get; } = description;
}

/// <summary>
/// Declares that a field identifies a row wherever a row that refers to it is shown flat, as in <see cref="FlatRow"/>. So does its code or,
/// if it has none, its id.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RowLabelAttribute : Attribute;

/// <summary>Declares the unit of a field's values, for files that state it next to the description.</summary>
/// <param name="unit">Its symbol.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeasuredInAttribute(string unit) : Attribute
{
    /// <summary>Its symbol.</summary>
    public string Unit { get; } = unit;
}

/// <summary>
/// Declares that the values of a field have different units in different rows. They can be counted, but not added, averaged or compared
/// across rows.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MixedUnitsAttribute : Attribute;

/// <summary>
/// Declares the value of a quantity, a <c>Decimal</c> whose unit differs from row to row. Its entity's aggregates add, average and compare
/// such values if they agree in unit, role and subject, and carry their bounds. The named members are described properties of the same
/// class. An entity has at most one measure.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeasureAttribute : Attribute
{
    /// <summary>The property with the unit, an enum.</summary>
    public required string Unit { get; init; }

    /// <summary>The property that says what the value stands for, an enum.</summary>
    public required string Role { get; init; }

    /// <summary>The property that refers to what is measured.</summary>
    public required string Subject { get; init; }

    /// <summary>
    /// The property of the subject that refers to the subject of a total: values of subjects with the same total may be added.
    /// </summary>
    public required string AddsTo { get; init; }

    /// <summary>
    /// The properties that refer to the area that the value is for, from the largest to the smallest; a smaller one may be null. Values of
    /// areas of several sizes do not add: one may be part of another.
    /// </summary>
    public required string[] Areas { get; init; }

    /// <summary>
    /// The property that refers to the source of the value. Values of several sources for one subject and area do not add: they are of
    /// several times.
    /// </summary>
    public required string Source { get; init; }

    /// <summary>
    /// The units in which values do not add at all, such as percentages and averages: they have no sum, and no average without weights.
    /// </summary>
    public required object[] Rates { get; init; }

    /// <summary>The role of values for a period; null if values have no times. Those of different periods add, for the same area
    /// too.</summary>
    public object? Flow { get; init; }

    /// <summary>The property with the period as it is worded.</summary>
    public string? Period { get; init; }

    /// <summary>The static expressions over a row that state the period or the day of its value, numbers or texts, as far as the row
    /// does.</summary>
    public string[]? Stated { get; init; }

    /// <summary>The static expression over a row that gives the first month of its period, counted from the year 0; null if it is not
    /// known. A period is within a year.</summary>
    public string? Begins { get; init; }

    /// <summary>The same for the last month.</summary>
    public string? Ends { get; init; }

    /// <summary>The static expression over a row that gives the number of months in its period; null if it is not known.</summary>
    public string? Months { get; init; }

    /// <summary>The static expression over a source that gives the day of values without one of their own. Never null.</summary>
    public string? SourceDay { get; init; }

    /// <summary>The same for the first day of a period.</summary>
    public string? SourceBegins { get; init; }

    /// <summary>The list of the rows from which the value is derived; null if there is none.</summary>
    public string? Inputs { get; init; }

    /// <summary>
    /// The static expression over such a row that gives the code of the rate, if the value is derived from a later one and the rate of
    /// change between them; otherwise null.
    /// </summary>
    public string? InputRate { get; init; }

    /// <summary>The property that refers to the row whose value this one only repeats; it is null for an independent value.</summary>
    public required string Repeats { get; init; }

    /// <summary>The property that refers to what takes the place of the value, which then counts no longer; null if nothing does.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The property with the lower bound; it is null if there is none.</summary>
    public required string Lower { get; init; }

    /// <summary>The property that says whether the lower bound itself is possible.</summary>
    public required string LowerIncluded { get; init; }

    /// <summary>The property with the upper bound; it is null if there is none.</summary>
    public required string Upper { get; init; }

    /// <summary>The property that says whether the upper bound itself is possible.</summary>
    public required string UpperIncluded { get; init; }

    /// <summary>The role of the earlier value in a change.</summary>
    public required object Baseline { get; init; }

    /// <summary>The roles that the later value in a change can have.</summary>
    public required object[] Levels { get; init; }

    /// <summary>The unit of percentages.</summary>
    public required object Percent { get; init; }

    /// <summary>The unit of the difference of two percentages.</summary>
    public required object PercentagePoint { get; init; }
}

/// <summary>
/// Declares that only some roles may read an entity or a field: select it, filter or order by it, or aggregate it. Everyone may read what
/// does not have this attribute. A field that is computed from restricted ones needs its own.
/// </summary>
/// <param name="roles">The roles that may read it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class ReadableByAttribute(params string[] roles) : Attribute
{
    /// <summary>The roles that may read it.</summary>
    public IReadOnlyList<string> Roles { get; } = roles;
}

/// <summary>
/// Declares that the values of a field are sensitive, such as names of persons: a request that selects the field, or filters, orders,
/// groups or aggregates by it, states so in <c>PreparedQuery.Sensitive</c>, and the rows that it reads are counted. A field that is
/// computed from sensitive ones needs its own.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SensitiveAttribute : Attribute;

/// <summary>
/// Declares a rollup: a table with, for each combination of the values of a few columns, the number of rows and the exact sum of each
/// number that can be added. It is updated in the transactions that change the rows, and the planner reads it instead of them wherever it
/// can. Choose columns with few values (enums, booleans, references): the fewer rows a rollup has, the faster it is.
/// </summary>
/// <param name="dimensions">
/// The names of the properties; for a reference, that of its foreign key. <c>nameof(HandedOverOn) + RollupAttribute.Month</c> groups dates
/// by month.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RollupAttribute(params string[] dimensions) : Attribute
{
    /// <summary>Suffix of the name of a date: groups by its month.</summary>
    public const string Month = ":MONTH";

    /// <summary>The names of the properties.</summary>
    public IReadOnlyList<string> Dimensions { get; } = dimensions;
}

/// <summary>
/// Declares that rows of a versioned entity are created, updated and withdrawn by mutations, which are derived from its fields. The entity
/// must have a <c>Code</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WritableAttribute : Attribute;

/// <summary>The application sets the value itself: clients that add or change a row do not.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ComputedAttribute : Attribute;

/// <summary>A source of field values outside the database.</summary>
public abstract class FieldLookup
{
    /// <summary>Identifies everything that it can find: another source has the same tag only if it finds the same values. Responses are
    /// cached by it.</summary>
    public abstract string Fingerprint { get; }

    /// <summary>The value for a key, or null if there is none. Called while a response is written: it must not block.</summary>
    public abstract string? Find(string key);
}
