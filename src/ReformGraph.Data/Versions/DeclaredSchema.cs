using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Versions;

/// <summary>The schema that the migrations create, in a database in memory.</summary>
internal static class DeclaredSchema
{
    /// <summary>The schema of a file of this build: a database in memory is created for it.</summary>
    public static Task<SchemaContent> ReadAsync(CancellationToken cancellation = default) =>
        ReadAsync(null, MigrationSet.OfProgram, SchemaContent.Read, cancellation);

    /// <summary>Reads from a database in memory that is created for it.</summary>
    /// <param name="migration">The last migration; the triggers and views that an earlier version had after it are not created. Null for
    /// everything that this build creates.</param>
    /// <param name="migrations">The set that contains it.</param>
    /// <param name="read">Reads the result.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static async Task<T> ReadAsync<T>(string? migration, MigrationSet migrations, Func<SqliteConnection, T> read,
        CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(cancellation);
        if (migration is not null && Prerelease.Migrations.Contains(migration))
        {
            Prerelease.Make(connection, migration);
            return read(connection);
        }

        await using var context = DatabaseFile.ContextOf(connection, migrations.Use);
        await context.GetService<IMigrator>().MigrateAsync(migration, cancellation);
        if (migration is null)
        {
            DerivedSchema.Make(connection, context.Model);
        }

        return read(connection);
    }
}
