using Microsoft.OData.Edm;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>
/// The EDM types of fields: for each scalar the one whose JSON is what the engine writes. An id is text there, and so it is here;
/// an enum is text with the names of its values, which every BI tool reads as a plain column.
/// </summary>
internal static class EdmTypes
{
    // A decimal is a whole number of ten-thousandths in 64 bits; an instant is kept to the microsecond.
    private const int DecimalPrecision = 19;
    private const int DecimalScale = 4;
    private const int InstantPrecision = 6;

    /// <param name="field">The field.</param>
    /// <param name="isLoose">Whether it can be null whatever is declared.</param>
    public static IEdmTypeReference Of(ScalarField field, bool isLoose) => Of(field.Type, isLoose || field.IsNullable);

    public static IEdmTypeReference Text(bool isNullable) => EdmCoreModel.Instance.GetString(isNullable);

    private static IEdmTypeReference Of(ScalarType type, bool isNullable) =>
        type.IsEnum || type == ScalarType.Id ? Text(isNullable)
        : type.ClrType == typeof(decimal) ? EdmCoreModel.Instance.GetDecimal(DecimalPrecision, DecimalScale, isNullable)
        : type.ClrType == typeof(DateTime) ? EdmCoreModel.Instance.GetTemporal(EdmPrimitiveTypeKind.DateTimeOffset, InstantPrecision, isNullable)
        : EdmCoreModel.Instance.GetPrimitive(KindOf(type.ClrType), isNullable);

    private static EdmPrimitiveTypeKind KindOf(Type type) =>
        type == typeof(bool) ? EdmPrimitiveTypeKind.Boolean
        : type == typeof(byte) ? EdmPrimitiveTypeKind.Byte
        : type == typeof(short) ? EdmPrimitiveTypeKind.Int16
        : type == typeof(int) ? EdmPrimitiveTypeKind.Int32
        : type == typeof(long) ? EdmPrimitiveTypeKind.Int64
        : type == typeof(double) ? EdmPrimitiveTypeKind.Double
        : type == typeof(DateOnly) ? EdmPrimitiveTypeKind.Date
        : type == typeof(TimeOnly) ? EdmPrimitiveTypeKind.TimeOfDay
        : type == typeof(TimeSpan) ? EdmPrimitiveTypeKind.Duration
        : type == typeof(Guid) ? EdmPrimitiveTypeKind.Guid
        : EdmPrimitiveTypeKind.String;
}
