using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Query;

namespace ReformGraph.Engine.Modeling;

/// <summary>One bound of a quantity.</summary>
/// <param name="Value">The bound; null if there is none.</param>
/// <param name="Excluded">1 if the bound itself is not possible, otherwise null: its values are counted.</param>
public sealed record BoundFields(ScalarField Value, ScalarField Excluded);

/// <summary>What shows whether values add. The texts consist of keys.</summary>
/// <param name="Rates">The stored values of the units in which values do not add.</param>
/// <param name="Areas">The references to the area that a value is for, from the largest to the smallest.</param>
/// <param name="Area">The subject and the area of a value, as a text.</param>
/// <param name="Occasion">The same with its source and its period.</param>
/// <param name="Times">The times of values; null if they have none.</param>
public sealed record AdditionFields(IReadOnlyList<long> Rates, IReadOnlyList<ReferenceField> Areas, ScalarField Area,
    ScalarField Occasion, TimeFields? Times);

/// <summary>The times of values.</summary>
/// <param name="Flow">The stored value of the role of values for periods.</param>
/// <param name="Period">The name of the period's field.</param>
/// <param name="Stated">The period or the day that a row states, as a text.</param>
/// <param name="AreaTime">The same with the subject and the area.</param>
/// <param name="Begins">The first month of the period; null if it is not known.</param>
/// <param name="Ends">The last month.</param>
/// <param name="Months">The number of months; null if it is not known.</param>
/// <param name="Year">The year of the first month.</param>
/// <param name="Uneven">1 if the period is not one of those into which periods of its length divide a year, otherwise null.</param>
/// <param name="Source">The reference to the source.</param>
/// <param name="SourceDay">Of a source, the day of values that state none.</param>
/// <param name="SourceBegins">The first day of their period.</param>
public sealed record TimeFields(long Flow, string Period, ScalarField Stated, ScalarField AreaTime, ScalarField Begins, ScalarField Ends,
    ScalarField Months, ScalarField Year, ScalarField Uneven, ReferenceField Source, ScalarField SourceDay, ScalarField SourceBegins);

/// <summary>The rates from which values are derived.</summary>
/// <param name="Inputs">The list of the rows from which a value is derived.</param>
/// <param name="Code">For such a row, the code of the rate; null if it is no rate.</param>
public sealed record RateFields(ListField Inputs, ScalarField Code);

/// <summary>
/// The quantities in an entity's rows, as declared by its <see cref="MeasureAttribute"/>. The conditions are computed fields that the
/// schema does not show: a row without a value, or with one that only repeats another row's, meets none of them.
/// </summary>
public sealed class MeasureModel
{
    private const int MonthsOfYear = 12;

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
        Addition = AdditionOf(entity, declared);
        Rate = declared is { Inputs: { } inputs, InputRate: { } rate }
            ? RateOf((ListField)entity.Find(SchemaNames.CamelCase(inputs))!, rate) : null;

        var counts = new[] { declared.Repeats, declared.ReplacedBy }.OfType<string>()
            .Select(name => (Expression)IsNull(Key(Reference(entity, name)), negated: false))
            .Aggregate(Value.IsNullable ? IsNull(Member(Value), negated: true) : (Expression)Expression.Constant(true),
                Expression.AndAlso);
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

    /// <summary>What shows whether values add.</summary>
    public AdditionFields Addition { get; }

    /// <summary>The rates from which values are derived; null if there are none.</summary>
    public RateFields? Rate { get; }

    /// <summary>The stored value of the unit of percentages.</summary>
    public long Percent { get; }

    /// <summary>The stored value of the unit of their differences.</summary>
    public long PercentagePoint { get; }

    /// <summary>Whether a row's value is added: it exists, does not repeat another, and nothing takes its place.</summary>
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

    private AdditionFields AdditionOf(EntityModel entity, MeasureAttribute declared)
    {
        List<ReferenceField> areas = [.. declared.Areas.Select(area => Reference(entity, area))];
        var area = areas.Aggregate(Text(Key(Subject)), (text, reference) => Joined(text, Key(reference)));
        var source = Reference(entity, declared.Source);
        var occasion = Joined(area, Key(source));
        TimeFields? times = null;
        if (declared is { Flow: { } flow, Stated: [var first, .. var further] })
        {
            var stated = further.Aggregate(Text(Declared(first, row)), (text, name) => Joined(text, Declared(name, row)));
            occasion = Joined(occasion, stated);
            times = TimesOf(declared, Number(flow), (Computed("stated", stated), Computed("areaTime", Joined(area, stated))), source);
        }

        return new([.. declared.Rates.Select(Number)], areas, Computed("area", area), Computed("occasion", occasion), times);
    }

    private TimeFields TimesOf(MeasureAttribute declared, long flow, (ScalarField Time, ScalarField AreaTime) stated,
        ReferenceField source)
    {
        var (begins, months) = (Declared(declared.Begins!, row), Declared(declared.Months!, row));
        var (before, year, none) = (Expression.Subtract(begins, Whole(1)), Whole(MonthsOfYear), Expression.Constant(null, typeof(int?)));
        var isEven = Expression.AndAlso(Expression.Equal(Expression.Modulo(before, months), Whole(0)),
            Expression.Equal(Expression.Modulo(year, months), Whole(0)));
        return new(flow, SchemaNames.CamelCase(declared.Period!), stated.Time, stated.AreaTime, Computed("begins", begins),
            Computed("ends", Declared(declared.Ends!, row)), Computed("months", months), Computed("year", Expression.Divide(before, year)),
            Computed("uneven", Expression.Condition(isEven, none, Whole(1))), source, OfSource(declared.SourceDay!),
            OfSource(declared.SourceBegins!));

        ScalarField OfSource(string name)
        {
            var of = Expression.Parameter(source.Target.ClrType, "source");
            return Computed(name, Declared(name, of), of);
        }
    }

    private static ConstantExpression Whole(int number) => Expression.Constant(number, typeof(int?));

    private MemberExpression Key(ReferenceField reference) =>
        Expression.Property(row, reference.Navigation.ForeignKey.Properties[0].PropertyInfo!);

    private static BinaryExpression Joined(Expression text, Expression part) =>
        Concat(Concat(text, Expression.Constant("/")), Text(part));

    private static BinaryExpression Concat(Expression left, Expression right) =>
        Expression.Add(left, right, typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)]));

    // A number that is missing is 0, which no key is.
    private static Expression Text(Expression part) => part.Type == typeof(string) ? part : Expression.Call(
        Nullable.GetUnderlyingType(part.Type) is null ? part : Expression.Coalesce(part, Expression.Constant(0)), nameof(ToString), null);

    private static RateFields RateOf(ListField inputs, string rate)
    {
        var input = Expression.Parameter(inputs.Target.ClrType, "input");
        return new(inputs, Computed("rate", Declared(rate, input), input) with { IsNullable = true });
    }

    private static Expression Declared(string name, ParameterExpression row)
    {
        var lambda = (LambdaExpression)row.Type.GetProperty(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .GetValue(null)!;
        return ReplacingExpressionVisitor.Replace(lambda.Parameters[0], row, lambda.Body);
    }

    private BinaryExpression IsRole(object role) => Expression.Equal(Member(Role), Expression.Constant(role, Member(Role).Type));

    private MemberExpression Member(ScalarField field) => Expression.Property(row, field.Property!.PropertyInfo!);

    private ScalarField Computed(string name, Expression value) => Computed(name, value, row);

    private static ScalarField Computed(string name, Expression value, ParameterExpression of) =>
        new($"#{name}", name, ScalarType.For(value.Type)!, Nullable.GetUnderlyingType(value.Type) is not null,
            Expression.Lambda(value, of), null);

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
