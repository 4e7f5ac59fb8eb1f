using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Data.Import;

/// <summary>
/// The codes that earlier seed files had and the present ones replace. A code never changes, so a row whose code was wrong is withdrawn,
/// and the files add it under the right one.
/// </summary>
internal static class WithdrawnCodes
{
    /// <summary>A JSON object: the names of collections, each with the codes.</summary>
    public const string FileName = "withdrawn-codes.json";

    private const string Expected =
        "expected an object that has each collection once, with a list of codes, such as {\"initiatives\": [\"wrong-code\"]}.";

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Withdraws the rows that have such a code, of the counties to which the folder's rows belong, and their parts. Must be
    /// called in a change, after the files have been loaded.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="dataModel">The entities.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="within">The ids of the counties; none if the folder does not say.</param>
    /// <param name="placeOf">Returns where the folder has a row with an id; null if it does not.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>The entities that the file names, each with the codes of the rows that were withdrawn.</returns>
    /// <exception cref="StartupException">The file is damaged, a file of the folder has such a row, or other rows still refer to
    /// one.</exception>
    public static async Task<IReadOnlyDictionary<EntityModel, IReadOnlyList<string>>> ApplyAsync(ReformDbContext context,
        DataModel dataModel, string folder, IReadOnlySet<int> within, Func<EntityModel, int, string?> placeOf,
        CancellationToken cancellation)
    {
        var withdrawn = new Dictionary<EntityModel, IReadOnlyList<string>>();
        // A reference to such a row is then found here, and not at the end of the transaction.
        await context.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = OFF", cancellation);
        foreach (var (plural, codes) in Read(Path.Combine(folder, FileName)))
        {
            var entity = dataModel.Entities.FirstOrDefault(entity => entity.Plural == plural && entity.IsVersioned
                && entity.Find("code") is not null)
                ?? throw new StartupException($"{FileName}: {plural} is not a collection of rows that have a code and a history.");
            var statements = Statements(context.Model.FindEntityType(entity.ClrType)!).ToList();
            var gone = new List<string>();
            foreach (var code in codes)
            {
                foreach (var id in await IdsAsync(context, entity, code, within, cancellation))
                {
                    if (placeOf(entity, id) is { } place)
                    {
                        throw new StartupException($"{FileName}: {plural} {code} is also in {place}: remove it from one of the two files.");
                    }

                    await WithdrawAsync(context, statements, id, plural, code, cancellation);
                    gone.Add(code);
                }
            }

            withdrawn[entity] = gone;
        }

        return withdrawn;
    }

    // Rows without a code that are identified by the withdrawn row are parts of it: the inputs of a check or of a figure.
    private static IEnumerable<string> Statements(IEntityType rows) => rows.GetReferencingForeignKeys()
        .Where(key => key.DeclaringEntityType.FindProperty("Code") is null && key.DeclaringEntityType.GetIndexes()
            .Any(index => index.IsUnique && index.Properties[0] == key.Properties[0]))
        .Select(key => $"DELETE FROM {Quoted(key.DeclaringEntityType.GetTableName()!)} WHERE {Column(key.Properties[0])} = {{0}}")
        .Append($"DELETE FROM {Quoted(rows.GetTableName()!)} WHERE \"Id\" = {{0}}");

    private static async Task<IReadOnlyList<int>> IdsAsync(ReformDbContext context, EntityModel entity, string code,
        IReadOnlySet<int> within, CancellationToken cancellation)
    {
        var rows = await RowLookup.OfCodeAsync(context, entity, code, cancellation);
        return within.Count > 0 && entity.Within is not null ? [.. rows.Where(row => within.Contains(row.Within)).Select(row => row.Id)]
            : rows.Count <= 1 ? [.. rows.Select(row => row.Id)]
            : throw new StartupException(
                $"{FileName}: rows of several {entity.Within!.Entity.Plural} have the code {code} of {entity.Plural}, and no file of the " +
                "folder says which one is meant.");
    }

    private static async Task WithdrawAsync(ReformDbContext context, IReadOnlyList<string> statements, int id, string plural, string code,
        CancellationToken cancellation)
    {
        try
        {
            foreach (var sql in statements)
            {
                await context.Database.ExecuteSqlRawAsync(sql, [id], cancellation);
            }
        }
        catch (SqliteException cause) when (cause.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            throw new StartupException(
                $"{FileName}: other rows refer to {plural} {code}; give them another reference first.", cause);
        }
    }

    private static Dictionary<string, string[]> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            var read = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(path), Strict);
            return read is not null && read.Values.All(codes => codes is not null && !codes.Contains(null))
                ? read : throw new StartupException($"{FileName}: {Expected}");
        }
        catch (JsonException damaged)
        {
            throw new StartupException($"{FileName}, line {(damaged.LineNumber ?? 0) + 1}: {Expected}", damaged);
        }
    }
}
