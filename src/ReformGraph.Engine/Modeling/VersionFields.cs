using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The fields that a version has from its row: the columns, what is computed from them, and the ids of the rows that it refers to. Those
/// rows may have been different then: to read them as they were, read the row as of the change.
/// </summary>
internal static class VersionFields
{
    public static IEnumerable<ScalarField> Create(IEntityType versions, EntityModel rows) =>
        rows.Fields.Select(field => field switch
        {
            ScalarField scalar when scalar != rows.Key => Create(versions, scalar),
            ReferenceField reference when rows.Find(IdOf(reference)) is null => Create(versions,
                reference), // otherwise the row itself shows its foreign key
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

    /// <summary>Replaces the columns of a row with those of a version.</summary>
    private sealed class Columns(ParameterExpression row, ParameterExpression version, IEntityType versions) : ExpressionVisitor
    {
        /// <summary>Whether everything that was read from the row is one of its columns.</summary>
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
