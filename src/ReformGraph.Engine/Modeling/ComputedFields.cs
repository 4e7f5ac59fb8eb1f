using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>The fields that are computed from their row, and perhaps from an argument: static expressions of an entity.</summary>
internal static class ComputedFields
{
    /// <summary>Creates one.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="member">The static property.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="description">What it means.</param>
    /// <param name="scalar">The scalar of a type.</param>
    /// <exception cref="ModelException">It is no expression, or would reveal what not everyone may read.</exception>
    public static Field Create(IEntityType entity, PropertyInfo member, string name, string description, Func<Type, ScalarType> scalar)
    {
        var lambda = member.GetValue(null) as LambdaExpression
            ?? throw new ModelException($"{entity.ClrType.Name}.{member.Name} is static, but not an expression.");
        RefuseUnsaid(entity, member, lambda);
        var isNullable = !lambda.ReturnType.IsValueType || Nullable.GetUnderlyingType(lambda.ReturnType) is not null;
        var value = new ScalarField(name, description, scalar(lambda.ReturnType), isNullable, lambda, null);
        return lambda.Parameters is not [_, var argument] ? value
            : member.GetCustomAttribute<ArgumentAttribute>() is { } described
                ? new ArgumentField(value, scalar(argument.Type), described.Description)
                : throw new ModelException($"{entity.ClrType.Name}.{member.Name} has an argument, but no [Argument] that describes it.");
    }

    // A field computed from a restricted field would reveal it.
    private static void RefuseUnsaid(IEntityType entity, PropertyInfo computed, LambdaExpression lambda)
    {
        var read = new ReadMembers();
        read.Visit(lambda);
        if (Readers.RolesFor(entity, computed) is null
            && read.Members.FirstOrDefault(member => Readers.RolesFor(entity, member) is not null) is { } restricted)
        {
            throw new ModelException(
                $"{computed.DeclaringType!.Name}.{computed.Name} is computed from {restricted.Name}, which not every role may read: it " +
                "needs its own [ReadableBy].");
        }
    }

    private sealed class ReadMembers : ExpressionVisitor
    {
        public List<MemberInfo> Members { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            Members.Add(node.Member);
            return base.VisitMember(node);
        }
    }
}
