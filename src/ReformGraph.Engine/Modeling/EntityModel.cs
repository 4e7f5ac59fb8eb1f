using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>One entity: its names and its fields. Built once at start from the declarations and EF Core's model.</summary>
public sealed class EntityModel
{
    internal EntityModel(Type clrType, string name, string plural, string description)
    {
        ClrType = clrType;
        Name = name;
        Plural = plural;
        Description = description;
    }

    /// <summary>The entity class.</summary>
    public Type ClrType { get; }

    /// <summary>Whether its rows have a history.</summary>
    public bool IsVersioned => ClrType.IsSubclassOf(typeof(Versioned));

    /// <summary>Whether its past can be read: that of its rows, or of what is told of others.</summary>
    public bool HasPast => IsRecorded(ClrType);

    /// <summary>Whether its rows are versions of others.</summary>
    public bool IsVersion => Versions.RowsOf(ClrType) is not null;

    /// <summary>Whether its rows are the differences of others between two instants.</summary>
    public bool IsDifference => Differences.RowsOf(ClrType) is not null;

    /// <summary>Whether its rows are added up. Versions and differences are only listed:
    /// of changes the log itself gives the numbers.</summary>
    public bool HasAggregates => !IsVersion && !IsDifference && !IsCore;

    /// <summary>Whether its rows are shown alone, without what is told about them.</summary>
    public bool IsCore { get; private set; }

    /// <summary>Whether its rows are changed by mutations.</summary>
    public bool IsWritable { get; internal init; }

    internal static bool IsRecorded(Type type) =>
        type.IsSubclassOf(typeof(Versioned)) || type == typeof(Change) || type == typeof(ChangedRow)
        || Versions.RowsOf(type) is not null || Differences.RowsOf(type) is not null;

    /// <summary>The name of the object type.</summary>
    public string Name { get; }

    /// <summary>The name of the root collection field.</summary>
    public string Plural { get; }

    /// <summary>What a list of its rows is called in Chinese; null where it has no such name.</summary>
    public string? LabelZh { get; internal init; }

    /// <summary>The name of the field that finds one by its id, or of the one that finds it by its code.</summary>
    public string SingleFieldName(ScalarField by) => $"{SchemaNames.CamelCase(Name)}By{SchemaNames.PascalCase(by.Name)}";

    /// <summary>What it is.</summary>
    public string Description { get; }

    /// <summary>The roles that may read it; null where all may.</summary>
    public IReadOnlyList<string>? Readers { get; internal init; }

    /// <summary>Its fields in the order of their declaration.</summary>
    public IReadOnlyList<Field> Fields { get; internal set; } = [];

    /// <summary>The quantities that its rows hold; null where they hold none.</summary>
    public MeasureModel? Measure { get; internal set; }

    /// <summary>What is kept of its rows by a few of their columns.</summary>
    public IReadOnlyList<Rollup> Rollups { get; internal set; } = [];

    /// <summary>The tables that its rows stand in, each with the column that tells them apart:
    /// those of the present and of the past.</summary>
    internal IReadOnlyList<(string Table, string Column)> Tables { get; set; } = [];

    /// <summary>The columns of its texts.</summary>
    internal IReadOnlyList<string> TextColumns { get; set; } = [];

    /// <summary>The primary key.</summary>
    public ScalarField Key => (ScalarField)Fields.First(candidate => candidate.Name == "id");

    /// <summary>What a row is known by outside of the database: its code, or as a change its sequence number;
    /// else the primary key.</summary>
    public ScalarField NaturalKey => (Find("code") ?? Find("sequence")) as ScalarField ?? Key;

    /// <summary>The fields by which a single one can be found: the key, and the code where there is one.
    /// The versions of a row share its code.</summary>
    public IEnumerable<ScalarField> SingleKeys =>
        Fields.OfType<ScalarField>().Where(candidate => candidate.Name is "id" || (candidate.Name is "code" && !IsVersion));

    /// <summary>The fields that whoever adds or changes a row gives: the stored ones but the key and the computed,
    /// and the references.</summary>
    public IReadOnlyList<Field> GivenFields { get; internal set; } = [];

    /// <summary>Whether a role may read it.</summary>
    public bool IsFor(string role) => Readers?.Contains(role) != false;

    /// <summary>The same entity before its fields are known.</summary>
    /// <param name="isCore">Whether its rows are shown alone.</param>
    internal EntityModel WithoutFields(bool isCore)
    {
        var copy = (EntityModel)MemberwiseClone();
        (copy.Fields, copy.IsCore) = ([], isCore);
        return copy;
    }

    /// <summary>The field of that name, or null.</summary>
    public Field? Find(string name) => Fields.FirstOrDefault(candidate => candidate.Name == name);

    /// <summary>The fields that lead to a value, such as those of <c>township.county.code</c>; all of them must be there.</summary>
    public IReadOnlyList<Field> PathOf(string column)
    {
        var path = new List<Field>();
        foreach (var step in column.Split('.'))
        {
            path.Add((path is [.., ReferenceField reference] ? reference.Target : this).Find(step)!);
        }

        return path;
    }
}

/// <summary>A field of an entity.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it means, with its unit.</param>
public abstract record Field(string Name, string Description)
{
    /// <summary>The roles that may read it; null where all may who may read its entity.</summary>
    public IReadOnlyList<string>? Readers { get; internal init; }

    /// <summary>What it is called in Chinese; null where that is not declared.</summary>
    public string? LabelZh { get; internal init; }

    /// <summary>Whether a role may read it, and what it leads to, who may read its entity.</summary>
    public virtual bool IsFor(string role) => Readers?.Contains(role) != false;
}

/// <summary>A field whose value is a column, or an expression over the columns of its row.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it means, with its unit.</param>
/// <param name="Type">Its scalar.</param>
/// <param name="IsNullable">Whether it can be null.</param>
/// <param name="Access">From the entity to its value.</param>
/// <param name="Property">The column; null for a computed field.</param>
public sealed record ScalarField(string Name, string Description, ScalarType Type, bool IsNullable, LambdaExpression Access,
    IProperty? Property)
    : Field(Name, Description)
{
    /// <summary>Whether its values are in different units from row to row.</summary>
    public bool HasMixedUnits { get; init; }

    /// <summary>Whether it tells a row where another refers to it, as <see cref="RowLabelAttribute"/> declares.</summary>
    public bool IsRowLabel { get; init; }

    /// <summary>The unit of its values; null where they have none, or not one.</summary>
    public string? Unit { get; init; }

    /// <summary>How many digits its values have at most, the decimal places among them, where it is a decimal.</summary>
    public int Precision { get; init; } = ModelConventions.DecimalDigits;
}

/// <summary>A text field that is looked up outside the database by the value of another field of its row.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it means.</param>
/// <param name="By">The field whose value is looked up.</param>
/// <param name="Source">The type of the <see cref="FieldLookup"/>.</param>
public sealed record LookupField(string Name, string Description, ScalarField By, Type Source)
    : Field(Name, Description)
{
    /// <inheritdoc/>
    public override bool IsFor(string role) => base.IsFor(role) && By.IsFor(role);
}

/// <summary>What of a row differs between two versions of it, field by field.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it means.</param>
/// <param name="Before">Leads to the earlier version.</param>
/// <param name="After">Leads to the later version.</param>
/// <param name="Compared">The fields of a version that are compared.</param>
public sealed record DifferencesField(string Name, string Description, ReferenceField Before, ReferenceField After,
    IReadOnlyList<ScalarField> Compared)
    : Field(Name, Description)
{
    /// <summary>The name of the type of its elements.</summary>
    public const string TypeName = "FieldDifference";
}

/// <summary>A field that leads to one other entity.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it means.</param>
/// <param name="Target">The entity that it leads to.</param>
/// <param name="IsNullable">Whether there may be none.</param>
/// <param name="Navigation">EF Core's navigation.</param>
public sealed record ReferenceField(string Name, string Description, EntityModel Target, bool IsNullable, INavigation Navigation)
    : Field(Name, Description)
{
    /// <inheritdoc/>
    public override bool IsFor(string role) => base.IsFor(role) && Target.IsFor(role);
}

/// <summary>A field that leads to a list of entities, each of which refers back to its owner by a foreign key.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it means.</param>
/// <param name="Target">The entity that it lists.</param>
/// <param name="Navigation">EF Core's navigation.</param>
public sealed record ListField(string Name, string Description, EntityModel Target, INavigation Navigation)
    : Field(Name, Description)
{
    /// <inheritdoc/>
    public override bool IsFor(string role) => base.IsFor(role) && Target.IsFor(role);
}
