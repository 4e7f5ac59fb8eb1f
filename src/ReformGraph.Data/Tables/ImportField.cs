using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>What a column of a table stands for.</summary>
/// <param name="Name">The name of the column, as exports have it.</param>
/// <param name="Type">The scalar of its values; for a reference that of codes.</param>
/// <param name="Unit">In what its values are; null where they have no unit.</param>
internal sealed record ImportField(string Name, ScalarType Type, string? Unit)
{
    /// <summary>The column that it gives a value; null where what the table says is only held against the row.</summary>
    public ImportColumn? Given { get; init; }

    /// <summary>Where the value is that it is held against: from a row of <see cref="Through"/>, or of the entity.</summary>
    public LambdaExpression? Compared { get; init; }

    /// <summary>The reference that leads to the row that it is held against; null for the row itself.</summary>
    public ImportColumn? Through { get; init; }

    /// <summary>Whether it holds the labels of a code list beside a column of its codes, with which they must agree.</summary>
    public bool IsLabel { get; init; }

    /// <summary>Whether it holds numbers.</summary>
    public bool IsNumber => !Type.IsEnum && Type.Name is "Byte" or "Short" or "Int" or "Long" or "Float" or "Decimal" or "ID";

    /// <summary>Whether it holds texts, codes among them.</summary>
    public bool IsText => Type.Name == "String" || Type.Name == "URL";

    /// <summary>Whether its values are codes, that of the row or that of another.</summary>
    public bool IsCode => Given is { Reference: not null } or { Name: "code" } || Name.EndsWith(".code", StringComparison.Ordinal);
}
