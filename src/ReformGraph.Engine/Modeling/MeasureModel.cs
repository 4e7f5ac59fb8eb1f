using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace ReformGraph.Engine.Modeling;

/// <summary>One bound of a quantity.</summary>
/// <param name="Value">The bound; null if there is none.</param>
/// <param name="Excluded">1 if the bound itself is not possible, otherwise null: its values are counted.</param>
public sealed record BoundFields(ScalarField Value, ScalarField Excluded);

/// <summary>
/// The quantities in an entity's rows, as declared by its <see cref="MeasureAttribute"/>. The conditions are computed fields that the
/// schema does not show: a row without a value, or with one that only repeats another row's, meets none of them.
/// </summary>
public sealed class MeasureModel
{
    private readonly Type owner;
    private readonly ParameterExpression row;

    private MeasureModel(EntityModel entity, PropertyInfo member, MeasureAttribute declared)
    {
        owner = entity.ClrType;
        row = Expression.Parameter(owner, "row");
        Value = Scalar(entity, member.Name, field => field.Type == ValueType, "a decimal");
        Unit = Scalar(entity, declared.Unit, field => field is { Type.IsEnum: true, IsNullable: false }, "an enum that is never null");
        Role = Scalar(entity, declared.Role, field => field is { Type.IsEnum: true, IsNullable: false }, "an enum that is never null");
        Subject = Reference(entity, declared.Subject) is { IsNullable: false } subject
            ? subject : throw Unfit(entity, declared.Subject, "a reference that is never null");
        AddsTo = Reference(Subject.Target, declared.AddsTo);
        Lower = Bound(entity, declared.Lower, declared.LowerIncluded);
        Upper = Bound(entity, declared.Upper, declared.UpperIncluded);
        (Percent, PercentagePoint) = (Number(declared.Percent), Number(declared.PercentagePoint));

        var counts = Expression.AndAlso(
            Value.IsNullable ? IsNull(Member(Value), negated: true) : Expression.Constant(true),
            IsNull(Expression.Property(row, Reference(entity, declared.Repeats).Navigation.ForeignKey.Properties[0].PropertyInfo!),
                negated: false));
        var (baseline, level) = (IsRole(declared.Baseline), declared.Levels.Select(IsRole).Aggregate(Expression.OrElse));
        Counts = Computed("counts", counts);
        IsBaseline = Computed("baseline", Expression.AndAlso(counts, baseline));
        IsLevel = Computed("level", Expression.AndAlso(counts, level));
        IsCompared = Computed("compared", Expression.AndAlso(counts, Expression.OrElse(baseline, level)));
    }

    /// <summary>The type that states how exactly an aggregated quantity is known.</summary>
    public static ScalarType PrecisionType { get; } = ScalarType.For(typeof(QuantityPrecision))!;

    /// <summary>The same type, with the labels that the model declares.</summary>
    internal ScalarType Precision => PrecisionType with { Model = Unit.Type.Model };

    /// <summary>The type of its numbers.</summary>
    public static ScalarType ValueType { get; } = ScalarType.For(typeof(decimal))!;

    /// <summary>The value.</summary>
    public ScalarField Value { get; }

    /// <summary>Its unit.</summary>
    public ScalarField Unit { get; }

    /// <summary>What it stands for.</summary>
    public ScalarField Role { get; }

    /// <summary>What is measured.</summary>
    public ReferenceField Subject { get; }

    /// <summary>The path from a subject to the subject of the total to which its values are added.</summary>
    public ReferenceField AddsTo { get; }

    /// <summary>The lower bound.</summary>
    public BoundFields Lower { get; }

    /// <summary>The upper bound.</summary>
    public BoundFields Upper { get; }

    /// <summary>The stored value of the unit of percentages.</summary>
    public long Percent { get; }

    /// <summary>The stored value of the unit of their differences.</summary>
    public long PercentagePoint { get; }

    /// <summary>Whether a row's value is added: it exists, and does not repeat another.</summary>
    public ScalarField Counts { get; }

    /// <summary>Whether it is also the earlier value of a change.</summary>
    public ScalarField IsBaseline { get; }

    /// <summary>Whether it is the later one.</summary>
    public ScalarField IsLevel { get; }

    /// <summary>Whether it is either.</summary>
    public ScalarField IsCompared { get; }

    /// <summary>The measure of an entity whose fields are known; null if it declares none.</summary>
    /// <exception cref="ModelException">It declares two, or one with unsuitable members.</exception>
    internal static MeasureModel? Create(EntityModel entity)
    {
        var declared = entity.ClrType.GetProperties().Where(property => property.IsDefined(typeof(MeasureAttribute))).ToList();
        return declared.Count switch
        {
            0 => null,
            1 => new MeasureModel(entity, declared[0], declared[0].GetCustomAttribute<MeasureAttribute>()!),
            _ => throw new ModelException(
                $"{entity.Name} has two measures, {declared[0].Name} and {declared[1].Name}; an entity can have only one."),
        };
    }

    private BoundFields Bound(EntityModel entity, string value, string included) => new(
        Scalar(entity, value, field => field.Type == ValueType, "a decimal"),
        Computed($"{value}Excluded", Expression.Condition(
            Member(Scalar(entity, included, field => field.Type.ClrType == typeof(bool) && !field.IsNullable,
                "a boolean that is never null")), Expression.Constant(null, typeof(int?)), Expression.Constant(1, typeof(int?)))));

    private BinaryExpression IsRole(object role) => Expression.Equal(Member(Role), Expression.Constant(role, Member(Role).Type));

    private MemberExpression Member(ScalarField field) => Expression.Property(row, field.Property!.PropertyInfo!);

    private ScalarField Computed(string name, Expression value) =>
        new($"#{name}", name, ScalarType.For(value.Type)!, Nullable.GetUnderlyingType(value.Type) is not null,
            Expression.Lambda(value, row), null);

    private ScalarField Scalar(EntityModel entity, string name, Func<ScalarField, bool> fits, string expected) =>
        entity.Find(SchemaNames.CamelCase(name)) is ScalarField { Property: not null, Readers: null } field && fits(field)
            ? field : throw Unfit(entity, name, expected);

    private ReferenceField Reference(EntityModel entity, string name) =>
        entity.Find(SchemaNames.CamelCase(name)) is ReferenceField { Readers: null, Target.Readers: null } field
            ? field : throw Unfit(entity, name, "a reference");

    private ModelException Unfit(EntityModel entity, string name, string expected) =>
        new($"The measure of {owner.Name} needs {entity.Name}.{name} to be {expected} with a description and a column, and without " +
            "[ReadableBy].");

    private static BinaryExpression IsNull(Expression value, bool negated)
    {
        var missing = Expression.Constant(null, value.Type);
        return negated ? Expression.NotEqual(value, missing) : Expression.Equal(value, missing);
    }

    private static long Number(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
