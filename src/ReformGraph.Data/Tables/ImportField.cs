using System.Linq.Expressions;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>The meaning of a column of a table.</summary>
/// <param name="Name">The name of the column, as in exports.</param>
/// <param name="Type">The scalar of its values; for a reference, that of codes.</param>
/// <param name="Unit">The unit of its values; null if they have none.</param>
internal sealed record ImportField(string Name, ScalarType Type, string? Unit)
{
    /// <summary>The column whose value it sets; null if the table's values are only compared with the row.</summary>
    public ImportColumn? Given { get; init; }

    /// <summary>The path to the value that it is compared with: from a row of <see cref="Through"/>, or of the entity.</summary>
    public LambdaExpression? Compared { get; init; }

    /// <summary>The reference to the row that it is compared with; null for the row itself.</summary>
    public ImportColumn? Through { get; init; }

    /// <summary>The reference whose code is looked up within the row that the column names; null if it names no such row.</summary>
    public ImportColumn? Within { get; init; }

    /// <summary>Whether it contains the labels of a code list next to a column of its codes, with which they must agree.</summary>
    public bool IsLabel { get; init; }

    /// <summary>What a number without a unit is multiplied by, as in a column in 万元.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>What else its values may be called, with their names; null for nothing. An empty name is no value.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>Whether it is a column of an office, whose dates have the forms of <see cref="OfficeDate"/>.</summary>
    public bool IsOfOffice { get; init; }

    /// <summary>Whether it contains deadlines.</summary>
    public bool IsDeadline => Given?.Property.PropertyInfo?.IsDefined(typeof(DeadlineAttribute), inherit: false) is true;

    /// <summary>Whether it contains numbers.</summary>
    public bool IsNumber => CellValue.Scalars[Type].Convert is not null;

    /// <summary>Whether it contains texts, including codes.</summary>
    public bool IsText => CellValue.Scalars[Type].IsText;

    /// <summary>Whether its values are codes, of the row or of another.</summary>
    public bool IsCode => Given is { Reference: not null } or { Name: "code" } || Name.EndsWith(".code", StringComparison.Ordinal);
}
