using Microsoft.OData.Edm;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>
/// The EDM types of fields: for each scalar, the type whose JSON is what the engine writes. An id is a string there, and so it is here; an
/// enum is a string with the name of its value, which every BI tool reads as a plain column.
/// </summary>
internal static class EdmTypes
{
    // An instant is kept to the microsecond.
    private const int InstantPrecision = 6;

    /// <param name="field">The field.</param>
    /// <param name="isLoose">Whether it can be null whatever is declared.</param>
    public static IEdmTypeReference TypeReference(ScalarField field, bool isLoose)
    {
        var isNullable = isLoose || field.IsNullable;
        return field.Type.IsEnum || field.Type == ScalarType.Id ? Text(isNullable)
            : field.Type.ClrType == typeof(decimal)
            ? EdmCoreModel.Instance.GetDecimal(field.Precision, ModelConventions.DecimalPlaces, isNullable)
            : field.Type.ClrType == typeof(DateTime)
            ? EdmCoreModel.Instance.GetTemporal(EdmPrimitiveTypeKind.DateTimeOffset, InstantPrecision, isNullable)
            : EdmCoreModel.Instance.GetPrimitive(KindOf(field.Type.ClrType), isNullable);
    }

    public static IEdmTypeReference Text(bool isNullable) => EdmCoreModel.Instance.GetString(isNullable);

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
