using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;
using ReformGraph.Tests.Engine;
using Xunit;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Tests.Postgres;

/// <summary>What PostgreSQL keeps of history and rollups is what SQLite keeps, by statements of its own.</summary>
[Collection(PostgresCluster.Name)]
public sealed class DerivedSchemaTests(PostgresCluster cluster)
{
    private const int Steps = 40;

    // What both databases understand. A {0} is a number that differs from step to step.
    private static readonly string[] Statements =
    [
        """UPDATE "Books" SET "Wear" = NULLIF("Id" % 4, 3), "Version" = "Version" + 1 WHERE "Id" % 5 = {0} % 5""",
        """UPDATE "Books" SET "Pages" = "Pages" + {0}, "Plates" = NULL WHERE "Id" % 7 = {0} % 7""",
        """UPDATE "Books" SET "Plates" = {0} - 9, "EditorId" = NULL WHERE "Id" % 7 = {0} % 7""",
        """UPDATE "Books" SET "Price" = -"Price" WHERE "Id" % 3 = {0} % 3""",
        """UPDATE "Books" SET "ShelfId" = (SELECT MIN("Id") FROM "Shelves") WHERE "Id" % 11 = {0} % 11""",
        """UPDATE "Books" SET "Title" = 'Title {0}' WHERE "Id" = {0}""",
        """UPDATE "Loans" SET "Liked" = NOT "Reserved", "Serial" = "Serial" / 3 WHERE "Id" % 6 = {0} % 6""",
        """UPDATE "Loans" SET "Liked" = NULL, "RemindedOn" = "DueOn", "Fine" = "Deposit" WHERE "Id" % 6 = {0} % 6""",
        """UPDATE "Loans" SET "RemindedOn" = NULL, "ReadFor" = "Queued", "OldSerial" = "Serial", "DaysLate" = -{0} WHERE "Id" % 9 = {0} % 9""",
        """DELETE FROM "Loans" WHERE "Id" % 13 = {0} % 13 AND "Id" NOT IN (SELECT "RenewsId" FROM "Loans" WHERE "RenewsId" IS NOT NULL)""",
        """INSERT INTO "Authors" ("Id", "Name", "Version") VALUES (1000 + {0}, 'Author {0}', 1)""",
    ];

    [FactIfPostgres]
    public async Task After_random_changes_history_and_rollups_are_those_of_SQLite()
    {
        using var sqlite = new TinyDatabase();
        var postgres = Create(sqlite);
        await ChangeAsync(new DbContextOptionsBuilder<TinyContext>(sqlite.Options));
        await ChangeAsync(new DbContextOptionsBuilder<TinyContext>(postgres));
        await using var ofSqlite = sqlite.Open();
        await using var ofPostgres = new TinyContext(postgres);
        Assert.Equal(Kept(ofSqlite), Kept(ofPostgres));
        Assert.Equal(ChangedRows(ofSqlite), ChangedRows(ofPostgres));
        Assert.Equal(Steps + 1, await ofPostgres.Set<Change>().CountAsync());
        var (found, expected) =
            (await RollupVerification.RunAsync(ofPostgres, default), await RollupVerification.RunAsync(ofSqlite, default));
        Assert.Equal(expected.Select(rollup => (rollup.Name, rollup.Groups)), found.Select(rollup => (rollup.Name, rollup.Groups)));
        Assert.All(found, rollup => Assert.Empty(rollup.Mismatches));
    }

    [FactIfPostgres]
    public async Task What_is_missing_or_disabled_is_noticed_and_recreated()
    {
        using var sqlite = new TinyDatabase();
        await using var context = new TinyContext(Create(sqlite));
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        Assert.True(DerivedSchema.IsCurrent(connection, context.Model));
        Assert.Null(DerivedSchema.FaultOf(connection, context.Model));
        foreach (var (damage, lack) in (IEnumerable<(string, string?)>)[
            ("""ALTER TABLE "Books" DISABLE TRIGGER "rollup_BooksByEditor_update" """, "the rollup of Book by Editor"),
            ("""DROP TRIGGER "history_LoansRevisions_delete" ON "Loans" """, "the history of Loan"),
            ("""DROP VIEW "ChangedRows" CASCADE""", "the rows that changes concern"),
            ("DROP VIEW v_books", null)])
        {
            await context.Database.ExecuteSqlRawAsync(damage);
            Assert.False(DerivedSchema.IsCurrent(connection, context.Model));
            Assert.Equal(
                lack is null ? null : $"does not keep {lack}: call DerivedSchema.Make after its tables are created or changed",
                DerivedSchema.FaultOf(connection, context.Model));
            await context.Database.ExecuteSqlRawAsync(
                """UPDATE "Books" SET "EditorId" = 1, "Pages" = "Pages" + 1; CREATE OR REPLACE VIEW mine AS SELECT 1""");
            DerivedSchema.Make(connection, context.Model);
            Assert.True(DerivedSchema.IsCurrent(connection, context.Model));
            Assert.All(await RollupVerification.RunAsync(context, default), rollup => Assert.Empty(rollup.Mismatches));
        }

        Assert.Equal(1,
            (await context.Database.SqlQueryRaw<int>("SELECT count(*)::integer AS \"Value\" FROM mine").ToListAsync()).Single());
    }

    [FactIfPostgres]
    public async Task No_table_is_emptied_past_the_triggers()
    {
        using var sqlite = new TinyDatabase();
        await using var context = new TinyContext(Create(sqlite));
        Assert.StartsWith(
            "P0001: TRUNCATE would remove rows of Loans without a trace: use DELETE",
            (await Assert.ThrowsAsync<PostgresException>(() => context.Database.ExecuteSqlRawAsync("""TRUNCATE "Loans" """))).Message,
                StringComparison.Ordinal);
        await context.Database.ExecuteSqlRawAsync("""DELETE FROM "Loans" """);
        Assert.False(await context.Set<Dictionary<string, object>>("LoansByRemindedOnMonthLikedReserved").AnyAsync());
    }

    [FactIfPostgres]
    public async Task Two_writers_who_add_to_a_group_at_once_share_its_row()
    {
        using var sqlite = new TinyDatabase();
        var options = Create(sqlite);
        await Task.WhenAll(Enumerable.Range(1, 6).Select(async writer =>
        {
            await using var context = new TinyContext(options);
            var columns = context.Model.FindEntityType(typeof(Book))!.GetProperties().ToList();
            var values = columns.Select(column => column.Name switch
            {
                "Id" => $"{1000 * writer} + \"Id\"",
                "Code" => $"'{writer}-' || \"Code\"",
                "ShelfId" or "EditorId" => "1",
                _ => Column(column),
            });
            var insert =
                $"INSERT INTO \"Books\" ({string.Join(", ", columns.Select(Column))}) SELECT {string.Join(", ", values)} FROM \"Books\" " +
                "WHERE \"Id\" <= 20";
            await context.Database.ExecuteSqlRawAsync(insert);
        }));
        await using var after = new TinyContext(options);
        Assert.All(await RollupVerification.RunAsync(after, default), rollup => Assert.Empty(rollup.Mismatches));
    }

    [FactIfPostgres]
    public async Task A_mutations_rows_are_written_and_refused_as_on_SQLite()
    {
        using var sqlite = new TinyDatabase();
        var postgres = Create(sqlite);
        await using (var context = new TinyContext(postgres))
        {
            await context.Database.ExecuteSqlRawAsync(
                """ALTER TABLE "Shelves" ALTER "Id" RESTART WITH 1000"""); // the rows came with their keys
        }

        var found = await WriteAsync(new DbContextOptionsBuilder<TinyContext>(postgres), sqlite.DataModel);
        Assert.Equal(await WriteAsync(new DbContextOptionsBuilder<TinyContext>(sqlite.Options), sqlite.DataModel), found);
        Assert.Contains("code must be unique: another row of Shelf already has this value.", found);
        Assert.Contains("Rows of Book still refer to it: change their references or withdraw them first.", found);
    }

    private DbContextOptions<TinyContext> Create(TinyDatabase sqlite)
    {
        var options = cluster.Create<TinyContext>(options => new TinyContext(options));
        using var from = sqlite.Open();
        using var to = new TinyContext(options);
        to.TakeOver(from, sqlite.Rows.All);
        return options;
    }

    private static async Task ChangeAsync(DbContextOptionsBuilder<TinyContext> options)
    {
        options.AddInterceptors(RecordingInterceptor.Instance);
        var random = new Random(3);
        for (var step = 1; step <= Steps; step++)
        {
            await using var context = new TinyContext(options.Options);
            await using var transaction = await context.Database.BeginTransactionAsync();
            var recording = await ChangeRecording.BeginAsync(context, new ChangeNote("a test", ChangeKind.Correction, "A test."));
            foreach (var statement in random.GetItems(Statements[..^1], 3).Append(Statements[^1]))
            {
                await context.Database.ExecuteSqlRawAsync(string.Format(CultureInfo.InvariantCulture, statement, step));
            }

            Assert.NotNull(await recording.EndAsync(new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc)));
            await transaction.CommitAsync();
        }
    }

    private static async Task<List<string>> WriteAsync(DbContextOptionsBuilder<TinyContext> options, DataModel dataModel)
    {
        var shelf = dataModel[typeof(Shelf)];
        await using var context = new TinyContext(options.AddInterceptors(RecordingInterceptor.Instance).Options);
        await using var transaction = await context.Database.BeginTransactionAsync();
        var recording = await ChangeRecording.BeginAsync(context, new ChangeNote("a test", ChangeKind.Correction, "A test."));
        var changes = new RowChanges(context, _ => []);
        var first = await context.Set<Book>().OrderBy(book => book.Id).Select(book => new { book.Shelf.Code, book.Shelf.Version })
            .FirstAsync();
        await changes.WriteAsync(Write(WriteAction.Create, new() { ["code"] = "NEW", ["boards"] = (byte)3 }));
        await changes.WriteAsync(Write(WriteAction.Create, new() { ["code"] = "NEW", ["boards"] = (byte)4 }));
        await changes.WriteAsync(Write(WriteAction.Update, new() { ["boards"] = (byte)5 }) with { Code = "NEW", Version = 1 });
        await changes.WriteAsync(Write(WriteAction.Withdraw, []) with { Code = first.Code, Version = first.Version });
        recording.Abandon();
        return [.. changes.Errors.Select(error => error.Message),
            .. await context.Set<Shelf>().Where(row => row.Code == "NEW").Select(row => $"{row.Boards}").ToListAsync()];

        RowWrite Write(WriteAction action, Dictionary<string, object?> values) => new(action, shelf, values, []);
    }

    /// <summary>The rows of rollups and revisions but for their own keys, each with its table.</summary>
    private static List<string> Kept(TinyContext context) =>
    [
        .. from table in context.Model.GetEntityTypes()
           where table.HasSharedClrType
           let columns = table.GetProperties().Where(column => !column.IsPrimaryKey())
               .OrderBy(column => column.Name, StringComparer.Ordinal).ToList()
           from text in context.Set<Dictionary<string, object?>>(table.Name).AsNoTracking().AsEnumerable()
               .Select(row => Said(table, columns, row)).Order(StringComparer.Ordinal)
           select text,
    ];

    private static string Said(IEntityType table, List<IProperty> columns, Dictionary<string, object?> row) =>
        $"{table.Name}: {string.Join(", ", columns.Select(column => row[column.Name] is decimal number
            ? number.ToString("G29", CultureInfo.InvariantCulture) : Convert.ToString(row[column.Name], CultureInfo.InvariantCulture)))}";

    private static List<string> ChangedRows(TinyContext context) =>
    [
        .. context.Set<ChangedRow>().AsNoTracking().AsEnumerable()
            .Select(row => $"{row.ChangeId} {row.Entity} {row.RowId} {row.Code} {row.Version} {row.Action}").Order(StringComparer.Ordinal),
    ];
}
