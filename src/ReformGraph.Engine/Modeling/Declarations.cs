namespace ReformGraph.Engine.Modeling;

/// <summary>
/// Declares a class as an entity: a table, an object type, a root collection with its by-id field, and a by-code field
/// where it has a <c>Code</c>. Its members that carry a <see cref="System.ComponentModel.DescriptionAttribute"/> are its fields.
/// Every entity has a primary key <c>int Id</c>.
/// </summary>
/// <param name="plural">The name of the root collection field in camel case, for example <c>riskVillages</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EntityAttribute(string plural) : Attribute
{
    /// <summary>The name of the root collection field.</summary>
    public string Plural { get; } = plural;

    /// <summary>What a list of its rows is called in Chinese, as in the names of files; null where it has no such name.</summary>
    public string? LabelZh { get; init; }
}

/// <summary>The labels of an enum value, for charts and spreadsheets; without, its name in words.
/// Every enum that a field uses is a code list.</summary>
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

/// <summary>What a field is called in Chinese, as in the catalogue of the data.</summary>
/// <param name="label">Its name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LabelZhAttribute(string label) : Attribute
{
    /// <summary>Its name.</summary>
    public string Label { get; } = label;
}

/// <summary>
/// Declares a field that no table holds: its value is looked up in the process by the value of another text field of the
/// same row. Such a field can be selected, but not filtered or ordered by.
/// </summary>
/// <param name="by">The name of the property whose value is looked up.</param>
/// <param name="source">The <see cref="FieldLookup"/> that is asked.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LookupAttribute(string by, Type source) : Attribute
{
    /// <summary>The name of the property whose value is looked up.</summary>
    public string By { get; } = by;

    /// <summary>The type of the <see cref="FieldLookup"/> that is asked; the host registers it as a singleton.</summary>
    public Type Source { get; } = source;
}

/// <summary>
/// Declares that a field tells a row wherever another row that refers to it is shown flat, as in <see cref="FlatRow"/>.
/// Its code does so too, or
/// its id where it has none.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RowLabelAttribute : Attribute;

/// <summary>Declares the unit of a field's values, for files that name it beside the description.</summary>
/// <param name="unit">Its symbol.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeasuredInAttribute(string unit) : Attribute
{
    /// <summary>Its symbol.</summary>
    public string Unit { get; } = unit;
}

/// <summary>
/// Declares that the values of a field are in different units from row to row. They can be counted, but not added, averaged or
/// compared across rows.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MixedUnitsAttribute : Attribute;

/// <summary>
/// Declares the value of a quantity, a <c>Decimal</c> whose unit differs from row to row. Its entity's aggregates add, average and
/// compare such values where they agree in unit, role and subject, and carry their bounds. The members that are named are
/// described properties of the same class. An entity has one measure at most.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeasureAttribute : Attribute
{
    /// <summary>The property that holds the unit, an enum.</summary>
    public required string Unit { get; init; }

    /// <summary>The property that says what the value stands for, an enum.</summary>
    public required string Role { get; init; }

    /// <summary>The property that leads to what is measured.</summary>
    public required string Subject { get; init; }

    /// <summary>
    /// The property of the subject that leads to the subject of a total: values of subjects that lead to the same one may be added.
    /// </summary>
    public required string AddsTo { get; init; }

    /// <summary>The property that leads to the row whose value this one only repeats; null in it for a value of its own.</summary>
    public required string Repeats { get; init; }

    /// <summary>The property that holds the lower bound; null in it where there is none.</summary>
    public required string Lower { get; init; }

    /// <summary>The property that says whether the lower bound itself is possible.</summary>
    public required string LowerIncluded { get; init; }

    /// <summary>The property that holds the upper bound; null in it where there is none.</summary>
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
/// Declares that only some may read an entity, or one field of it: select it, filter or order by it, or learn of it by an aggregate.
/// Everyone may read what does not carry this. A field that is computed from restricted ones says itself who may read it.
/// </summary>
/// <param name="roles">The roles that may.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class ReadableByAttribute(params string[] roles) : Attribute
{
    /// <summary>The roles that may read it.</summary>
    public IReadOnlyList<string> Roles { get; } = roles;
}

/// <summary>
/// Declares a rollup: a table that holds, for each combination of the values of a few columns, how many rows there are and the
/// exact sum of each number that can be added. It is kept in the transactions that change the rows, and the planner reads it in their
/// place wherever it can. Name columns of few values (enums, booleans, references): a rollup is the faster the fewer rows it has.
/// </summary>
/// <param name="dimensions">
/// The names of the properties, of a reference that of its foreign key. <c>nameof(HandedOverOn) + RollupAttribute.Month</c> takes the
/// days of a month together.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RollupAttribute(params string[] dimensions) : Attribute
{
    /// <summary>Behind the name of a date: its month.</summary>
    public const string Month = ":MONTH";

    /// <summary>The names of the properties.</summary>
    public IReadOnlyList<string> Dimensions { get; } = dimensions;
}

/// <summary>
/// Declares that rows of a versioned entity are created, updated and withdrawn by mutations, which follow from its fields. The entity
/// has a <c>Code</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WritableAttribute : Attribute;

/// <summary>The application itself gives the value: whoever adds or changes a row does not.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ComputedAttribute : Attribute;

/// <summary>A source of field values outside the database.</summary>
public abstract class FieldLookup
{
    /// <summary>Names all that it can find: another source has the same only if it finds the same values. Answers are kept by it.</summary>
    public abstract string Fingerprint { get; }

    /// <summary>The value for a key, or null when there is none. Called while an answer is written: it must not block.</summary>
    public abstract string? Find(string key);
}
