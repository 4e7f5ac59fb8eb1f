using System.ComponentModel;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// A row that differs between two instants. It has no table: it is derived from the two versions of the row in <see cref="Revisions"/>, for
/// any two instants.
/// </summary>
/// <typeparam name="T">The entity of the row.</typeparam>
public sealed class DifferenceOf<T>
    where T : Versioned
{
    /// <summary>The key of the row.</summary>
    [Description("The id of the row.")]
    public int Id { get; init; }

    /// <summary>What was done to the row.</summary>
    [Description("Whether the row was added, changed or withdrawn between the two instants.")]
    public ChangeAction Action { get; init; }

    /// <summary>The key of the earlier version.</summary>
    public int? BeforeId { get; init; }

    /// <summary>The earlier version.</summary>
    [Description("The version as of the first instant. Null for a row that was added.")]
    public VersionOf<T>? Before { get; init; }

    /// <summary>The key of the later version.</summary>
    public int? AfterId { get; init; }

    /// <summary>The later version.</summary>
    [Description("The version as of the second instant. Null for a row that was withdrawn.")]
    public VersionOf<T>? After { get; init; }

    /// <summary>The key of the row as of the second instant.</summary>
    public int? RowId { get; init; }

    /// <summary>The row as of the second instant.</summary>
    [Description("The row as of the second instant, with everything that it refers to and lists. Null for a row that was withdrawn.")]
    public T? Row { get; init; }

    internal static void AddTo(ModelBuilder model)
    {
        var differences = model.Entity<DifferenceOf<T>>();
        differences.ToTable((string?)null);
        differences.HasOne(difference => difference.Before).WithMany().HasForeignKey(difference => difference.BeforeId);
        differences.HasOne(difference => difference.After).WithMany().HasForeignKey(difference => difference.AfterId);
        differences.HasOne(difference => difference.Row).WithMany().HasForeignKey(difference => difference.RowId);
        if (model.Model.FindEntityType(typeof(T))!.FindProperty(Differences.Code) is { } code)
        {
            differences.Property(code.ClrType, code.Name).IsRequired(!code.IsNullable);
            if (CodeScope.PathOf(model.Model.FindEntityType(typeof(T))!) is [_, ..])
            {
                differences.Property<string>(Differences.Within).IsRequired();
            }
        }
    }

    internal static IQueryable<DifferenceOf<T>> Between(DbContext context, string from, string to)
    {
        var sql = Differences.Sql(context.Model.FindEntityType(typeof(VersionOf<T>))!, from, to);
        return context.Set<DifferenceOf<T>>().FromSqlRaw(sql, Parameter(from), Parameter(to));

        // Only the text of the statement is needed: the value is bound later.
        object Parameter(string name)
        {
            var parameter = context.Set<DataState>().CreateDbCommand().CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, 0L);
            return parameter;
        }
    }
}

/// <summary>The differences between the versions of every versioned entity.</summary>
internal static class Differences
{
    /// <summary>The column with the code of a row, if its entity has codes.</summary>
    public const string Code = "Code";

    /// <summary>The column with the code of the row within which the code of a row is unique, if there is such a row.</summary>
    public const string Within = "Within";

    /// <summary>Adds them to a model that has the versions.</summary>
    public static void AddTo(ModelBuilder model)
    {
        foreach (var versions in model.Model.GetEntityTypes().Select(entity => entity.ClrType)
            .Where(type => Versions.RowsOf(type) is not null).ToList())
        {
            Method(Versions.RowsOf(versions)!, nameof(DifferenceOf<>.AddTo)).Invoke(null, [model]);
        }
    }

    /// <summary>The class of the rows whose versions a class compares; null if it is not a difference.</summary>
    public static Type? RowsOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DifferenceOf<>) ? type.GenericTypeArguments[0] : null;

    /// <summary>The rows that differ between two sequence numbers, which two parameters hold; the first is not greater than the
    /// second.</summary>
    public static IQueryable Between(DbContext context, Type rows, string from, string to) =>
        (IQueryable)Method(rows, nameof(DifferenceOf<>.Between)).Invoke(null, [context, from, to])!;

    /// <summary>
    /// A row that existed before and differs or does not exist after has a version that ended in between; a row that did not exist has a
    /// version that was recorded in between. Both are found by an index, so the cost depends on what was changed, not on the size of the
    /// table.
    /// </summary>
    public static string Sql(IEntityType versions, string from, string to)
    {
        var (table, code) = (versions.GetViewName(), versions.FindProperty(Code)?.GetColumnName());
        var differs = string.Join(" OR ",
            versions.GetProperties().Where(column => column.PropertyInfo is null && column.Name != nameof(Versioned.Version))
            .Select(column => $"b.\"{column.GetColumnName()}\" IS DISTINCT FROM a.\"{column.GetColumnName()}\""));
        var (withinThen, withinNow) = (WithinSql(versions, "b", from), WithinSql(versions, "a", to));
        var (either, now) = (new List<string> { "b.\"Id\"" }, new List<string> { "a.\"Id\"" });
        if (code is not null)
        {
            either.Add($"coalesce(a.\"{code}\", b.\"{code}\") AS \"{Code}\"");
            now.Add($"a.\"{code}\"");
        }

        if (withinNow is not null)
        {
            either.Add($"CASE WHEN a.\"Id\" IS NULL THEN {withinThen} ELSE {withinNow} END AS \"{Within}\"");
            now.Add(withinNow);
        }

        either.Add($"CASE WHEN a.\"Id\" IS NULL THEN {(int)ChangeAction.Withdrawn} ELSE {(int)ChangeAction.Changed} END AS \"Action\"");
        either.AddRange([$"b.\"{Revisions.Key}\" AS \"BeforeId\"", $"a.\"{Revisions.Key}\" AS \"AfterId\"", "a.\"Id\" AS \"RowId\""]);
        now.AddRange([$"{(int)ChangeAction.Added}", "NULL", $"a.\"{Revisions.Key}\"", "a.\"Id\""]);
        return $"""
            SELECT {string.Join(", ", either)}
            FROM "{table}" AS b LEFT JOIN "{table}" AS a ON a."Id" = b."Id" AND a."{Revisions.From}" <= {to} AND a."{Revisions.To}" > {to}
            WHERE b."{Revisions.From}" <= {from} AND b."{Revisions.To}" > {from} AND b."{Revisions.To}" <= {to} AND b."{Revisions.To}" < {Revisions.Open} AND (a."Id" IS NULL OR {differs})
            UNION ALL
            SELECT {string.Join(", ", now)}
            FROM "{table}" AS a
            WHERE a."{Revisions.From}" > {from} AND a."{Revisions.From}" <= {to} AND a."{Revisions.To}" > {to}
              AND NOT EXISTS (SELECT 1 FROM "{table}" AS b WHERE b."Id" = a."Id" AND b."{Revisions.From}" <= {from} AND b."{Revisions.To}" > {from})
            """;
    }

    /// <summary>The code of the row within which a version lay at an instant; null if its codes are unique by themselves.</summary>
    private static string? WithinSql(IEntityType versions, string version, string at)
    {
        var rows = versions.Model.FindEntityType(Versions.RowsOf(versions.ClrType)!)!;
        if (versions.FindProperty(Code) is null || CodeScope.PathOf(rows) is not [_, ..] path)
        {
            return null;
        }

        var columns = path.Select(step => step.ForeignKey.Properties[0].GetColumnName())
            .Append(path[^1].TargetEntityType.FindProperty(Code)!.GetColumnName()).ToList();
        return path.Index().Aggregate($"{version}.\"{columns[0]}\"", (id, step) =>
            $"(SELECT w.\"{columns[step.Index + 1]}\" FROM \"{TableOf(step.Item)}\" AS w WHERE w.\"Id\" = {id} " +
            $"AND w.\"{Revisions.From}\" <= {at} AND w.\"{Revisions.To}\" > {at})");

        string TableOf(IReadOnlyNavigation step) =>
            versions.Model.FindEntityType(typeof(VersionOf<>).MakeGenericType(step.TargetEntityType.ClrType))!.GetViewName()!;
    }

    private static MethodInfo Method(Type rows, string name) =>
        typeof(DifferenceOf<>).MakeGenericType(rows).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
