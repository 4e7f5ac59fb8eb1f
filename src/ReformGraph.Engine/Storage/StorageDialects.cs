using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.PostgreSql;
using ReformGraph.Engine.Storage.Sql;
using ReformGraph.Engine.Storage.Sqlite;

namespace ReformGraph.Engine.Storage;

/// <summary>The dialect of what is stored, by the provider of a model.</summary>
internal static class StorageDialects
{
    /// <summary>That of a model which <see cref="ModelConventions.FitToProvider"/> has fitted.</summary>
    public static StorageDialect For(IReadOnlyModel model) => ModelConventions.DialectOf(model) switch
    {
        SqliteDialect => SqliteStorageDialect.Instance,
        _ => PostgreSqlStorageDialect.Instance,
    };
}
