using Microsoft.OData.Edm;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>A scalar in OData.</summary>
/// <param name="TypeReference">Creates the type of a field, nullable or not.</param>
internal sealed record EdmScalar(Func<ScalarField, bool, IEdmTypeReference> TypeReference)
{
    /// <summary>The least and the greatest of its numbers, and their decimal places; null if its values are not numbers.</summary>
    public (decimal Least, decimal Greatest, int Places)? Range { get; init; }

    /// <summary>Whether its numbers can be inexact for a client whose numbers are IEEE 754 doubles.</summary>
    public bool IsExact { get; init; }
}

/// <summary>
/// The EDM types of fields: for each scalar, the type whose JSON is what the engine writes. An id is a string there, and so it is here; an
/// enum is a string with the name of its value, which every BI tool reads as a plain column.
/// </summary>
internal static class EdmTypes
{
    // An instant is kept to the microsecond.
    private const int InstantPrecision = 6;

    /// <summary>Every scalar.</summary>
    public static ScalarTable<EdmScalar> Scalars { get; } = new("OData", Primitive(EdmPrimitiveTypeKind.String),
        new Dictionary<string, EdmScalar>
        {
            ["ID"] = Primitive(EdmPrimitiveTypeKind.String),
            ["String"] = Primitive(EdmPrimitiveTypeKind.String),
            ["Boolean"] = Primitive(EdmPrimitiveTypeKind.Boolean),
            ["Byte"] = Primitive(EdmPrimitiveTypeKind.Byte) with { Range = (byte.MinValue, byte.MaxValue, 0) },
            ["Short"] = Primitive(EdmPrimitiveTypeKind.Int16) with { Range = (short.MinValue, short.MaxValue, 0) },
            ["Int"] = Primitive(EdmPrimitiveTypeKind.Int32) with { Range = (int.MinValue, int.MaxValue, 0) },
            ["Long"] = Primitive(EdmPrimitiveTypeKind.Int64) with { Range = (long.MinValue, long.MaxValue, 0), IsExact = true },
            ["Float"] = Primitive(EdmPrimitiveTypeKind.Double) with { Range = (decimal.MinValue, decimal.MaxValue, 0) },
            ["Decimal"] = new((field, isNullable) =>
                EdmCoreModel.Instance.GetDecimal(field.Precision, ModelConventions.DecimalPlaces, isNullable))
            {
                Range = (-ModelConventions.LargestDecimal, ModelConventions.LargestDecimal, ModelConventions.DecimalPlaces),
                IsExact = true,
            },
            ["DateTime"] = new((_, isNullable) =>
                EdmCoreModel.Instance.GetTemporal(EdmPrimitiveTypeKind.DateTimeOffset, InstantPrecision, isNullable)),
            ["LocalDate"] = Primitive(EdmPrimitiveTypeKind.Date),
            ["LocalTime"] = Primitive(EdmPrimitiveTypeKind.TimeOfDay),
            ["TimeSpan"] = Primitive(EdmPrimitiveTypeKind.Duration),
            ["UUID"] = Primitive(EdmPrimitiveTypeKind.Guid),
            ["URL"] = Primitive(EdmPrimitiveTypeKind.String),
        });

    /// <param name="field">The field.</param>
    /// <param name="isLoose">Whether it can be null whatever is declared.</param>
    public static IEdmTypeReference TypeReference(ScalarField field, bool isLoose) =>
        Scalars[field.Type].TypeReference(field, isLoose || field.IsNullable);

    public static IEdmTypeReference Text(bool isNullable) => EdmCoreModel.Instance.GetString(isNullable);

    private static EdmScalar Primitive(EdmPrimitiveTypeKind kind) =>
        new((_, isNullable) => EdmCoreModel.Instance.GetPrimitive(kind, isNullable));
}
