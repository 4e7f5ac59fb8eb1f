using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.PostgreSql;
using ReformGraph.Engine.Storage.Sql;
using ReformGraph.Engine.Storage.Sqlite;

namespace ReformGraph.Engine.Storage;

/// <summary>The storage dialect of a model's provider.</summary>
internal static class StorageDialects
{
    /// <summary>The dialect of a model that <see cref="ModelConventions.FitToProvider"/> has fitted.</summary>
    public static StorageDialect For(IReadOnlyModel model) => ModelConventions.DialectOf(model) switch
    {
        SqliteDialect => SqliteStorageDialect.Instance,
        _ => PostgreSqlStorageDialect.Instance,
    };
}
