namespace ReformGraph.Engine.Modeling;

/// <summary>How a value stands in a SQLite column.</summary>
internal enum StoredKind
{
    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A double.</summary>
    Real,

    /// <summary>A text in UTF-8.</summary>
    Text,
}

/// <summary>Which scalars are stored how; <see cref="ModelConventions"/> and EF Core's provider make it so.</summary>
internal static class StoredKinds
{
    public static StoredKind ForType(ScalarType type) => ForType(type.ClrType);

    private static StoredKind ForType(Type type) =>
        type == typeof(double) ? StoredKind.Real
        : type == typeof(string) || type == typeof(Uri) || type == typeof(Guid)
            || type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(TimeOnly) ? StoredKind.Text
        : StoredKind.Integer;
}
