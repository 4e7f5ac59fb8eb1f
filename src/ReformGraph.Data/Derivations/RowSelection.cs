using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Derivations;

/// <summary>
/// What a check counts in a county. Input: riskVillages(level: HIGH), a collection and the values that its fields must have; for a
/// reference, the code of its row. After it, { sum { bookValue } } or { countDistinct { township } } measures a field instead. Output: a
/// number. It rejects names and values that the model does not have.
/// </summary>
internal sealed partial class RowSelection
{
    private readonly EntityModel entity;
    private readonly Expression county;
    private readonly ParameterExpression row;
    private readonly Expression condition;
    private readonly MemberExpression? summed;
    private readonly MemberExpression? distinct;
    private readonly List<string> termsZh = [];

    private RowSelection(EntityModel entity, CodeScope path, Match match)
    {
        this.entity = entity;
        var id = path.ToId();
        (row, county) = (id.Parameters[0], id.Body);
        condition = match.Groups["field"].Captures.Zip(match.Groups["value"].Captures,
                (field, value) => Term(field.Value, value.Value.Trim('"')))
            .Aggregate((Expression)Expression.Constant(true), Expression.AndAlso);
        summed = match.Groups["summed"] is { Success: true, Value: var number } ? Summed(number) : null;
        distinct = match.Groups["distinct"] is { Success: true, Value: var value } ? Distinct(value) : null;
        var measured = match.Groups[summed is null ? "distinct" : "summed"].Value;
        NameZh = (entity.LabelZh ?? entity.Plural)
            + (summed is not null ? $"的{LabelOf(measured)}合计" : distinct is not null ? $"涉及的{LabelOf(measured)}数" : "数")
            + (termsZh.Count > 0 ? $"（{string.Join('、', termsZh)}）" : string.Empty);
    }

    /// <summary>What it counts or adds, in Chinese: 风险村数（风险等级：高风险）.</summary>
    public string NameZh { get; }

    /// <summary>Reads a selection.</summary>
    /// <exception cref="BilingualException">The text is not a selection; the message says what would be right.</exception>
    public static RowSelection Parse(string text, DataModel dataModel)
    {
        if (Pattern().Match(text) is not { Success: true } match)
        {
            throw new BilingualException(new(
                "a collection and values of its fields, such as riskVillages(level: HIGH), optionally followed by a measure such as " +
                "{ sum { bookValue } } or { countDistinct { township } }",
                "集合名及其字段取值，例如 riskVillages(level: HIGH)，其后可加度量，例如 { sum { bookValue } } " +
                "或 { countDistinct { township } }"));
        }

        if (EntityOf(match, dataModel) is not { } entity || CountyPath.Of(entity) is not { } path)
        {
            var known = string.Join(", ", dataModel.Entities.Where(one => one.IsVersioned && CountyPath.Of(one) is not null)
                .Select(one => one.Plural));
            throw Instead(match.Groups["plural"].Value,
                new($"a collection of a county's rows ({known})", $"县内数据的集合（{known}）"));
        }

        return new(entity, path, match);
    }

    /// <summary>Whether a write can change what a text selects in the county of the written rows.</summary>
    public static bool IsConcerned(string text, DataModel dataModel, WrittenRows written)
    {
        var match = Pattern().Match(text);
        return EntityOf(match, dataModel) is { } entity
            && ((entity.ClrType == written.Entity.ClrType && Fields(match).Any(written.Concern))
            || (CountyPath.Of(entity)?.StepFrom(written.Entity) is { } step && written.Concern(step.Name)));
    }

    /// <summary>The number of rows of a county, or their measure; null if there is no value to add.</summary>
    public Task<decimal?> MeasureAsync(DbContext context, int ofCounty, CancellationToken cancellation)
    {
        var measured = summed ?? distinct;
        var measure = new Func<DbContext, LambdaExpression, LambdaExpression?, CancellationToken, Task<decimal?>>(
            MeasureAsync<object, object>).Method.GetGenericMethodDefinition()
            .MakeGenericMethod(entity.ClrType, measured?.Type ?? typeof(int));
        var isOfCounty = Expression.Equal(county, Parameter(ofCounty, typeof(int)));
        return (Task<decimal?>)measure.Invoke(this, [context, Expression.Lambda(Expression.AndAlso(isOfCounty, condition), row),
            measured is null ? null : Expression.Lambda(measured, row), cancellation])!;
    }

    private async Task<decimal?> MeasureAsync<T, TValue>(DbContext context, LambdaExpression condition, LambdaExpression? measured,
        CancellationToken cancellation)
        where T : class
    {
        var rows = context.Set<T>().Where((Expression<Func<T, bool>>)condition);
        if (measured is null)
        {
            return await rows.CountAsync(cancellation);
        }

        var values = rows.Select((Expression<Func<T, TValue>>)measured).Where(value => value != null);
        if (distinct is not null)
        {
            return await values.Distinct().CountAsync(cancellation);
        }

        decimal? sum = null;
        await foreach (var value in values.AsAsyncEnumerable().WithCancellation(cancellation)) // SQLite's own sum can overflow
        {
            sum = (sum ?? 0) + Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        }

        return sum;
    }

    private static EntityModel? EntityOf(Match match, DataModel dataModel) =>
        dataModel.Entities.FirstOrDefault(candidate => candidate.Plural == match.Groups["plural"].Value);

    private static IEnumerable<string> Fields(Match match) =>
        ((string[])["field", "summed", "distinct"]).SelectMany(group => match.Groups[group].Captures).Select(field => field.Value);

    private BinaryExpression Term(string name, string text)
    {
        if (entity.Find(name) is ReferenceField { Navigation.PropertyInfo: { } reference, Target: var target }
            && target.Find("code") is ScalarField { Property.PropertyInfo: { } code })
        {
            termsZh.Add($"{LabelOf(name)}：{text}");
            return Expression.Equal(Expression.Property(Expression.Property(row, reference), code), Parameter(text, typeof(string)));
        }

        if (entity.Find(name) is not ScalarField { Property.PropertyInfo: { } member, Type: var type })
        {
            throw Unknown(name, _ => true, new("a stored field", "中存储的字段"));
        }

        var value = CellValue.Parse(type, text)
            ?? throw Instead(text,
                new($"{CellValue.Expectation(type)} as {name}", $"{name} 的值：{CellValue.Scalars[type].ExpectedZh(type)}"));
        termsZh.Add($"{LabelOf(name)}：{WordOf(type, value)}");
        return Expression.Equal(Expression.Property(row, member), Parameter(value, member.PropertyType));
    }

    private string LabelOf(string name) => entity.Find(name)?.LabelZh ?? name;

    private static string WordOf(ScalarType type, object value) => value is bool truth ? truth ? "是" : "否"
        : type.IsEnum ? type.EnumValues().First(one => one.Value.Equals(value)).LabelZh : CellValue.TextOf(value);

    private MemberExpression Summed(string name)
    {
        return entity.Find(name) is ScalarField { Property.PropertyInfo: { } member } field && IsSummable(field)
            ? Expression.Property(row, member) : throw Unknown(name, IsSummable, new("a field with amounts", "中的数额字段"));

        static bool IsSummable(Field field) => field is ScalarField { HasMixedUnits: false, Name: not "id" } scalar
            && scalar.Unit != AggregateFunctions.Percent
            && CellValue.Scalars[scalar.Type].Convert is not null;
    }

    private MemberExpression Distinct(string name) => entity.Find(name) switch
    {
        ReferenceField { Navigation.ForeignKey: var key } => Expression.Property(row, key.Properties[0].PropertyInfo!),
        ScalarField { Property.PropertyInfo: { } member } => Expression.Property(row, member),
        _ => throw Unknown(name, _ => true, new("a stored field", "中存储的字段")),
    };

    private BilingualException Unknown(string name, Func<Field, bool> fits, Bilingual what)
    {
        var known = string.Join(", ", entity.Fields.Where(field => field is ScalarField { Property: not null } or ReferenceField)
            .Where(fits).Select(field => field.Name).DefaultIfEmpty("-"));
        return Instead(name, new($"{what.En} of {entity.Name} ({known})", $"{entity.Name} {what.Zh}（{known}）"));
    }

    private static BilingualException Instead(string found, Bilingual expected) =>
        new(new($"{expected.En} instead of {found}", $"{expected.Zh}，而不是 {found}"));

    // EF Core makes it a parameter of the statement, and not a part of its text.
    private static MemberExpression Parameter(object value, Type type) =>
        Expression.Field(Expression.Constant(Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(type), value)),
            nameof(StrongBox<>.Value));

    [GeneratedRegex("""
        ^\s*(?<plural>\w+)\s*
        (\(\s*(?<field>\w+)\s*:\s*(?<value>"[^"]*"|[^\s"(){},:]+)\s*(,\s*(?<field>\w+)\s*:\s*(?<value>"[^"]*"|[^\s"(){},:]+)\s*)*\)\s*)?
        (\{\s*(sum\s*\{\s*(?<summed>\w+)|countDistinct\s*\{\s*(?<distinct>\w+))\s*\}\s*\}\s*)?$
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
