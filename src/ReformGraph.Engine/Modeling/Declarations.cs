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
}

/// <summary>The labels of an enum value, for charts and spreadsheets. Every enum that a field uses is a code list.</summary>
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
/// Declares that the values of a field are in different units from row to row. They can be counted, but not added, averaged or
/// compared across rows.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MixedUnitsAttribute : Attribute;

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

/// <summary>A source of field values outside the database.</summary>
public abstract class FieldLookup
{
    /// <summary>The value for a key, or null when there is none. Called while an answer is written: it must not block.</summary>
    public abstract string? Find(string key);
}
