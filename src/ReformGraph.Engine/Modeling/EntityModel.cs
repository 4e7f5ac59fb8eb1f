using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>One entity: its names and its fields. Built once at startup from the declarations and EF Core's model.</summary>
public sealed class EntityModel
{
    internal EntityModel(Type clrType, string name, string plural, string description)
    {
        ClrType = clrType;
        Name = name;
        Plural = plural;
        Description = description;
        Collection = (Versions.RowsOf(clrType) ?? Differences.RowsOf(clrType))?.GetCustomAttribute<EntityAttribute>()!.Plural ?? plural;
    }

    /// <summary>The entity class.</summary>
    public Type ClrType { get; }

    /// <summary>Whether its rows have a history.</summary>
    public bool IsVersioned => ClrType.IsSubclassOf(typeof(Versioned));

    /// <summary>Whether its past can be read: that of its rows, or of what it shows of other rows.</summary>
    public bool HasPast => IsRecorded(ClrType);

    /// <summary>Whether its rows are versions of others.</summary>
    public bool IsVersion => Versions.RowsOf(ClrType) is not null;

    /// <summary>Whether its rows are the differences of others between two instants.</summary>
    public bool IsDifference => Differences.RowsOf(ClrType) is not null;

    /// <summary>Whether its rows can be aggregated. Versions and differences are only listed: the log itself has the numbers of
    /// changes.</summary>
    public bool HasAggregates => !IsVersion && !IsDifference && !IsCore;

    /// <summary>Whether only its rows are shown, without aggregates, versions and differences.</summary>
    public bool IsCore { get; private set; }

    /// <summary>Whether mutations change its rows.</summary>
    public bool IsWritable { get; internal init; }

    internal static bool IsRecorded(Type type) =>
        type.IsSubclassOf(typeof(Versioned)) || type == typeof(Change) || type == typeof(ChangedRow)
        || Versions.RowsOf(type) is not null || Differences.RowsOf(type) is not null;

    /// <summary>The name of the object type.</summary>
    public string Name { get; }

    /// <summary>The name of the root collection field.</summary>
    public string Plural { get; }

    /// <summary>The collection in which scopes include it: its own; for versions and differences, that of their rows.</summary>
    public string Collection { get; }

    /// <summary>The Chinese name of a list of its rows; null if it has none.</summary>
    public string? LabelZh { get; internal init; }

    /// <summary>The name of the field that finds one row by its id or by its code.</summary>
    public string SingleFieldName(ScalarField by) => $"{SchemaNames.CamelCase(Name)}By{SchemaNames.PascalCase(by.Name)}";

    /// <summary>Its description.</summary>
    public string Description { get; }

    /// <summary>The roles that may read it; null for all.</summary>
    public IReadOnlyList<string>? Readers { get; internal init; }

    /// <summary>Its fields in order of declaration.</summary>
    public IReadOnlyList<Field> Fields { get; internal set; } = [];

    /// <summary>The quantities in its rows; null if there are none.</summary>
    public MeasureModel? Measure { get; internal set; }

    /// <summary>Its rollups.</summary>
    public IReadOnlyList<Rollup> Rollups { get; internal set; } = [];

    /// <summary>The tables that contain its rows, each with its key column: those of the present and of the past.</summary>
    internal IReadOnlyList<(string Table, string Column)> Tables { get; set; } = [];

    /// <summary>The columns of its text fields.</summary>
    internal IReadOnlyList<string> TextColumns { get; set; } = [];

    /// <summary>The primary key.</summary>
    public ScalarField Key => (ScalarField)Fields.First(candidate => candidate.Name == "id");

    /// <summary>What identifies a row outside the database: its code or, for a change, its sequence number; otherwise the primary
    /// key.</summary>
    public ScalarField NaturalKey => (Find("code") ?? Find("sequence")) as ScalarField ?? Key;

    /// <summary>The row within which its codes are unique; null if they are unique by themselves.</summary>
    public CodeScope? Within { get; internal set; }

    /// <summary>For differences, the code of that row; null if there is none.</summary>
    internal ScalarField? WithinCode { get; set; }

    /// <summary>The fields by which a single row can be found: the key and, if there is one, the code. The versions of a row share its
    /// code.</summary>
    public IEnumerable<ScalarField> SingleKeys =>
        Fields.OfType<ScalarField>().Where(candidate => candidate.Name is "id" || (candidate.Name is "code" && !IsVersion));

    /// <summary>The fields that clients set when they add or change a row: the stored ones except the key and the computed ones, and the
    /// references.</summary>
    public IReadOnlyList<Field> GivenFields { get; internal set; } = [];

    /// <summary>Whether a role may read it.</summary>
    public bool IsFor(RoleScope role) => Readers?.Contains(role.Name) != false && role.Covers(this);

    /// <summary>The same entity, before its fields are known.</summary>
    /// <param name="isCore">Whether only its rows are shown.</param>
    internal EntityModel WithoutFields(bool isCore)
    {
        var copy = (EntityModel)MemberwiseClone();
        (copy.Fields, copy.IsCore) = ([], isCore);
        return copy;
    }

    /// <summary>The field of that name, or null.</summary>
    public Field? Find(string name) => Fields.FirstOrDefault(candidate => candidate.Name == name);

    /// <summary>The fields along the path to a value, such as those of <c>township.county.code</c>; all of them must exist.</summary>
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
    /// <summary>The roles that may read it; null for all that may read its entity.</summary>
    public IReadOnlyList<string>? Readers { get; internal init; }

    /// <summary>Its Chinese name; null if none is declared.</summary>
    public string? LabelZh { get; internal init; }

    /// <summary>Whether its values are sensitive, as <see cref="SensitiveAttribute"/> declares.</summary>
    public bool IsSensitive { get; internal init; }

    /// <summary>Whether a role may read it and its target, provided that the role may read its entity.</summary>
    public virtual bool IsFor(RoleScope role) => Readers?.Contains(role.Name) != false;
}

/// <summary>A field whose value is a column, or an expression over the columns of its row.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it means, with its unit.</param>
/// <param name="Type">Its scalar.</param>
/// <param name="IsNullable">Whether it can be null.</param>
/// <param name="Access">The expression from the entity to its value.</param>
/// <param name="Property">The column; null for a computed field.</param>
public sealed record ScalarField(string Name, string Description, ScalarType Type, bool IsNullable, LambdaExpression Access,
    IProperty? Property)
    : Field(Name, Description)
{
    /// <summary>Whether its values have different units in different rows.</summary>
    public bool HasMixedUnits { get; init; }

    /// <summary>Whether it identifies a row to which another refers, as <see cref="RowLabelAttribute"/> declares.</summary>
    public bool IsRowLabel { get; init; }

    /// <summary>The unit of its values; null if they have none, or several.</summary>
    public string? Unit { get; init; }

    /// <summary>The maximum number of digits of its values, including decimal places, if it is a decimal.</summary>
    public int Precision { get; init; } = ModelConventions.DecimalDigits;
}

/// <summary>A text field whose value is looked up outside the database by the value of another field of its row.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it means.</param>
/// <param name="By">The field whose value is looked up.</param>
/// <param name="Source">The type of the <see cref="FieldLookup"/>.</param>
/// <param name="Bytes">The number of bytes that a value counts in the size of a response.</param>
public sealed record LookupField(string Name, string Description, ScalarField By, Type Source, long Bytes)
    : Field(Name, Description)
{
    /// <inheritdoc/>
    public override bool IsFor(RoleScope role) => base.IsFor(role) && By.IsFor(role);
}

/// <summary>A field whose value is computed from the columns of its row and an argument.</summary>
/// <param name="Value">The computed value, as an expression over the row and the argument.</param>
/// <param name="Argument">The scalar of the argument, which must be given.</param>
/// <param name="ArgumentDescription">What the argument means.</param>
public sealed record ArgumentField(ScalarField Value, ScalarType Argument, string ArgumentDescription)
    : Field(Value.Name, Value.Description)
{
    /// <summary>The name of the argument.</summary>
    public string ArgumentName => Value.Access.Parameters[1].Name!;
}

/// <summary>What differs between two versions of a row, field by field.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it means.</param>
/// <param name="Before">The reference to the earlier version.</param>
/// <param name="After">The reference to the later version.</param>
/// <param name="Compared">The fields of a version that are compared.</param>
public sealed record DifferencesField(string Name, string Description, ReferenceField Before, ReferenceField After,
    IReadOnlyList<ScalarField> Compared)
    : Field(Name, Description)
{
    /// <summary>The name of the type of its elements.</summary>
    public const string TypeName = "FieldDifference";
}

/// <summary>A field that refers to one other entity.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it means.</param>
/// <param name="Target">The entity to which it refers.</param>
/// <param name="IsNullable">Whether there may be none.</param>
/// <param name="Navigation">EF Core's navigation.</param>
public sealed record ReferenceField(string Name, string Description, EntityModel Target, bool IsNullable, INavigation Navigation)
    : Field(Name, Description)
{
    /// <inheritdoc/>
    public override bool IsFor(RoleScope role) => base.IsFor(role) && Target.IsFor(role);
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
    public override bool IsFor(RoleScope role) => base.IsFor(role) && Target.IsFor(role);
}
