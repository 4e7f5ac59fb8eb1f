using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>The fields of a difference that are derived from its row: the code, if it has one, and what differs.</summary>
internal static class DifferenceFields
{
    public static IEnumerable<Field> Create(IEntityType type, EntityModel differences, EntityModel rows)
    {
        if (type.FindProperty(Differences.Code) is { } code && rows.Find("code") is ScalarField field)
        {
            yield return field with { Access = Column(type, code), Property = code };
        }

        var (before, after) = ((ReferenceField)differences.Find("before")!, (ReferenceField)differences.Find("after")!);
        yield return new DifferencesField(
            "fields",
            "The differences, field by field. For a row that was added or withdrawn, all fields that have a value. Fields that the role " +
            "of the request may not read are left out.",
            before,
            after,
            [.. after.Target.Fields.OfType<ScalarField>().Where(
                compared => compared.Property is not null && compared != after.Target.Key && compared.Name is not ("rowId" or "version"))]);
    }

    /// <summary>The code of the row within which the code of a row is unique, which no client selects; null if there is none.</summary>
    public static ScalarField? WithinCode(IEntityType type, EntityModel differences) =>
        type.FindProperty(Differences.Within) is { } property && differences.Within is { } scope
            ? scope.Code with { Name = $"#{Differences.Within}", Access = Column(type, property), Property = property }
            : null;

    private static LambdaExpression Column(IEntityType type, IProperty property)
    {
        var row = Expression.Parameter(type.ClrType, "row");
        return Expression.Lambda(
            Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name)), row);
    }
}
