using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Compilation;

/// <summary>Where conditions and keys find their values: in a row, in a row joined with others, in a group.</summary>
internal abstract class RowValues
{
    /// <summary>A value.</summary>
    public abstract Expression Resolve(FieldPath path);

    /// <summary>A row reached through to-one fields, or the row itself.</summary>
    public abstract Expression Resolve(ReferencePath path);

    /// <summary>The elements of a list of a row.</summary>
    public virtual Expression Resolve(ReferencePath owner, ListField list) =>
        Expression.Property(Resolve(owner), list.Navigation.PropertyInfo!);
}

/// <summary>A row as EF Core knows it: EF Core joins the rows to which its to-one fields refer.</summary>
internal sealed class EntityRow(Expression row) : RowValues
{
    public override Expression Resolve(FieldPath path) => QueryExpressions.Translate(path, row);

    public override Expression Resolve(ReferencePath path) => QueryExpressions.Translate(path, row);
}
