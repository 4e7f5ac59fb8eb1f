using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Versions;

/// <summary>The schema as the migrations make it, in a database in memory.</summary>
internal static class DeclaredSchema
{
    /// <summary>The schema that a file of this build has: a database in memory is made for it.</summary>
    public static Task<SchemaContent> ReadAsync(CancellationToken cancellation = default) =>
        ReadAsync(null, MigrationSet.OfProgram, SchemaContent.Read, cancellation);

    /// <summary>Reads off a database in memory that is made for it.</summary>
    /// <param name="migration">The last migration, after which an earlier version had triggers and views of its own, which are not made;
    /// null for all that this build makes.</param>
    /// <param name="migrations">Of which it is the last.</param>
    /// <param name="read">Reads.</param>
    /// <param name="cancellation">Stops it.</param>
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
