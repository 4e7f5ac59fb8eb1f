namespace ReformGraph.Engine.Modeling;

/// <summary>How a value is stored in a SQLite column.</summary>
internal enum StoredKind
{
    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A double.</summary>
    Real,

    /// <summary>Text in UTF-8.</summary>
    Text,
}

/// <summary>How each scalar is stored, as <see cref="ModelConventions"/> and EF Core's provider determine.</summary>
internal static class StoredKinds
{
    public static StoredKind ForType(ScalarType type) => ForType(type.ClrType);

    private static StoredKind ForType(Type type) =>
        type == typeof(double) ? StoredKind.Real
        : type == typeof(string) || type == typeof(Uri) || type == typeof(Guid)
            || type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(TimeOnly) ? StoredKind.Text
        : StoredKind.Integer;
}
