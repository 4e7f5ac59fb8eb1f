using System.ComponentModel;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// One version of a row, as stored in <see cref="Revisions"/>. Besides these fields it has the columns of the row. It is read-only: EF Core
/// treats the table as a view.
/// </summary>
/// <typeparam name="T">The entity of the row.</typeparam>
public sealed class VersionOf<T>
    where T : Versioned
{
    /// <summary>The primary key.</summary>
    [Description("The primary key of the version. Later versions of a row have greater keys.")]
    public int Id { get; init; }

    /// <summary>The key of the row.</summary>
    [Description("The id of the row.")]
    [MixedUnits]
    public int RowId { get; init; }

    /// <summary>The key of the change that recorded it.</summary>
    public int RecordedById { get; init; }

    /// <summary>The change that recorded it.</summary>
    [Description("The change that recorded it.")]
    public Change RecordedBy { get; init; } = null!;

    /// <summary>The key of the change that ended it; of no change as long as it is the present version.</summary>
    public int? EndedById { get; init; }

    /// <summary>The change that ended it.</summary>
    [Description("The change that replaced it with another version, or withdrew the row. Null for the current version.")]
    public Change? EndedBy { get; init; }

    internal static void AddTo(ModelBuilder model)
    {
        var rows = model.Model.FindEntityType(typeof(T))!;
        var versions = model.Entity<VersionOf<T>>();
        versions.ToView(Revisions.NameOf(rows));
        versions.Property(version => version.Id).HasColumnName(Revisions.Key);
        versions.Property(version => version.RowId).HasColumnName("Id");
        versions.Property(version => version.RecordedById).HasColumnName(Revisions.From);
        versions.Property(version => version.EndedById).HasColumnName(Revisions.To);
        versions.HasOne(version => version.RecordedBy).WithMany().HasForeignKey(version => version.RecordedById);
        versions.HasOne(version => version.EndedBy).WithMany().HasForeignKey(version => version.EndedById);
        model.Entity<T>().HasMany(nameof(Versioned<>.History)).WithOne().HasForeignKey(nameof(RowId));
        foreach (var column in rows.GetProperties().Where(column => !column.IsPrimaryKey()))
        {
            Revisions.SameColumn(versions.Property(column.ClrType, column.Name).IsRequired(!column.IsNullable), column);
        }
    }
}

/// <summary>The versions of every versioned entity.</summary>
internal static class Versions
{
    /// <summary>Adds them to a model in which all entities are mapped.</summary>
    public static void AddTo(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(entity => entity.ClrType.IsSubclassOf(typeof(Versioned))).ToList())
        {
            typeof(VersionOf<>).MakeGenericType(entity.ClrType)
                .GetMethod(nameof(VersionOf<Nothing>.AddTo), BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [model]);
        }
    }

    /// <summary>The class of the rows whose versions a class contains; null if it is not a version.</summary>
    public static Type? RowsOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(VersionOf<>) ? type.GenericTypeArguments[0] : null;

    /// <summary>Whether a navigation leads from a version to the change that ended it.</summary>
    public static bool IsEnd(INavigation navigation) =>
        navigation.Name == nameof(VersionOf<Nothing>.EndedBy) && RowsOf(navigation.DeclaringEntityType.ClrType) is not null;

    private sealed class Nothing : Versioned;
}
