using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Derivations;

/// <summary>
/// The rows that a check counts. Input: riskVillages(level: HIGH), a collection and the values that its fields must have; for
/// a reference, the code of its row. Output: their number. It rejects names and values that the model does not have.
/// </summary>
internal sealed partial class RowSelection
{
    private readonly EntityModel entity;
    private readonly LambdaExpression condition;

    private RowSelection(EntityModel entity, LambdaExpression condition)
    {
        this.entity = entity;
        this.condition = condition;
    }

    /// <summary>Reads a selection.</summary>
    /// <exception cref="BilingualException">The text is not a selection; the message says what would be right.</exception>
    public static RowSelection Parse(string text, DataModel dataModel)
    {
        var match = Pattern().Match(text);
        var plural = match.Groups["plural"].Value;
        var entity = dataModel.Entities.FirstOrDefault(candidate => candidate.Plural == plural)
            ?? throw new BilingualException(new("a collection and values of its fields, such as riskVillages(level: HIGH)",
                "集合名及其字段取值，例如 riskVillages(level: HIGH)"));
        var row = Expression.Parameter(entity.ClrType, "row");
        var terms = match.Groups["field"].Captures.Zip(match.Groups["value"].Captures,
            (field, value) => Term(entity, row, field.Value, value.Value));
        return new(entity, Expression.Lambda(terms.Aggregate((Expression)Expression.Constant(true), Expression.AndAlso), row));
    }

    /// <summary>Whether a write can change the number of rows that a text selects.</summary>
    public static bool IsConcerned(string text, WrittenRows written) =>
        Pattern().Match(text) is var match && match.Groups["plural"].Value == written.Entity.Plural
        && (written.Fields is null || match.Groups["field"].Captures.Any(field => written.Fields.Contains(field.Value)));

    /// <summary>Counts the rows in the database.</summary>
    public Task<int> CountAsync(DbContext context, CancellationToken cancellation)
    {
        var count = new Func<DbContext, Expression<Func<object, bool>>, CancellationToken, Task<int>>(CountAsync<object>).Method
            .GetGenericMethodDefinition().MakeGenericMethod(entity.ClrType);
        return (Task<int>)count.Invoke(null, [context, condition, cancellation])!;
    }

    private static Task<int> CountAsync<T>(DbContext context, Expression<Func<T, bool>> condition, CancellationToken cancellation)
        where T : class => context.Set<T>().CountAsync(condition, cancellation);

    private static BinaryExpression Term(EntityModel entity, ParameterExpression row, string name, string text)
    {
        if (entity.Find(name) is ReferenceField { Navigation.PropertyInfo: { } reference, Target: var target }
            && target.Find("code") is ScalarField { Property.PropertyInfo: { } code })
        {
            return Expression.Equal(Expression.Property(Expression.Property(row, reference), code), Expression.Constant(text));
        }

        if (entity.Find(name) is not ScalarField { Property.PropertyInfo: { } member, Type: var type })
        {
            throw new BilingualException(
                new($"a stored field of {entity.Name} instead of {name}", $"{entity.Name} 中存储的字段，而不是 {name}"));
        }

        var value = CellValue.Parse(type, text) ?? throw new BilingualException(
            new($"{CellValue.Expectation(type)} as {name}", $"{name} 的值：{CellValue.Scalars[type].ExpectedZh(type)}"));
        return Expression.Equal(Expression.Property(row, member), Expression.Constant(value, member.PropertyType));
    }

    [GeneratedRegex(@"^(?<plural>\w+)(\((?<field>\w+): (?<value>[\w-]+)(, (?<field>\w+): (?<value>[\w-]+))*\))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
