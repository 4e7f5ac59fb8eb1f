using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The fields that a version has of its row: the columns, what is computed from them, and the ids of the rows that it refers to.
/// These may have been
/// others then: who wants them as they were asks for the row as of the change.
/// </summary>
internal static class VersionFields
{
    public static IEnumerable<ScalarField> Create(IEntityType versions, EntityModel rows) =>
        rows.Fields.Select(field => field switch
        {
            ScalarField scalar when scalar != rows.Key => Create(versions, scalar),
            ReferenceField reference when rows.Find(IdOf(reference)) is null => Create(versions,
                reference), // else the row shows its foreign key itself
            _ => null,
        }).OfType<ScalarField>();

    private static string IdOf(ReferenceField field) => $"{field.Name}Id";

    private static ScalarField? Create(IEntityType versions, ScalarField field)
    {
        var row = Expression.Parameter(versions.ClrType, "version");
        var columns = new Columns(field.Access.Parameters[0], row, versions);
        var body = columns.Visit(field.Access.Body);
        return columns.IsComplete
            ? field with
            {
                Access = Expression.Lambda(body, row),
                Property = field.Property is null ? null : versions.FindProperty(field.Property.Name)
            }
            : null;
    }

    private static ScalarField Create(IEntityType versions, ReferenceField field)
    {
        var property = versions.FindProperty(field.Navigation.ForeignKey.Properties[0].Name)!;
        var row = Expression.Parameter(versions.ClrType, "version");
        return new ScalarField(IdOf(field), $"{field.Description} Its id.", ScalarType.Id, property.IsNullable,
            Expression.Lambda(Column(row, property), row), property)
        {
            HasMixedUnits = true,
            Readers = field.Readers,
            LabelZh = Labels.OfId(versions.Model, field),
        };
    }

    private static MethodCallExpression Column(Expression row, IProperty property) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name));

    /// <summary>Puts the columns of a version in the place of those of its row.</summary>
    private sealed class Columns(ParameterExpression row, ParameterExpression version, IEntityType versions) : ExpressionVisitor
    {
        /// <summary>Whether everything that was read of the row is a column of it.</summary>
        public bool IsComplete { get; private set; } = true;

        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == row && versions.FindProperty(node.Member.Name) is { } property
                ? Column(version, property) : base.VisitMember(node);

        protected override Expression VisitParameter(ParameterExpression node)
        {
            IsComplete &= node != row;
            return node;
        }
    }
}
