using System.Linq.Expressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>Two values as one object that is transparent to EF Core; they can in turn be pairs.</summary>
internal sealed class Projection<TLeft, TRight>
{
    public required TLeft Left { get; init; }

    public required TRight Right { get; init; }
}

/// <summary>The expressions of pairs.</summary>
internal static class Projections
{
    public static MemberInitExpression Create(Expression left, Expression right)
    {
        var pair = typeof(Projection<,>).MakeGenericType(left.Type, right.Type);
        return Expression.MemberInit(
            Expression.New(pair),
            Expression.Bind(pair.GetProperty("Left")!, left),
            Expression.Bind(pair.GetProperty("Right")!, right));
    }

    /// <summary>Any number of values as a tree of pairs and, for each of them, the expression that reads it from the tree.</summary>
    public static (Expression Tree, IReadOnlyList<Func<Expression, Expression>> Readers) Tree(IReadOnlyList<Expression> values)
    {
        if (values.Count == 1)
        {
            return (values[0], [tree => tree]);
        }

        var (left, right) = (Tree([.. values.Take(values.Count / 2)]), Tree([.. values.Skip(values.Count / 2)]));
        return (Create(left.Tree, right.Tree),
            [.. left.Readers.Select(read => Below(read, "Left")), .. right.Readers.Select(read => Below(read, "Right"))]);
    }

    private static Func<Expression, Expression> Below(Func<Expression, Expression> read, string side) =>
        tree => read(Expression.Property(tree, side));
}
