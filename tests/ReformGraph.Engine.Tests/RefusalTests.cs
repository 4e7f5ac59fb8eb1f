using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Storage;
using Xunit;

namespace ReformGraph.Engine.Tests;

/// <summary>What cannot be answered rightly is refused at start, by a sentence that names class and member.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string Key = "; the primary key of an entity must be int Id, with a [Description].";

    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public void A_primary_key_of_another_kind_is_refused()
    {
        Refuses<GuidKey>("Row.Id is a primary key of the type Guid" + Key);
        Refuses<LongKey>("Row.Id is a primary key of the type Int64" + Key);
        Refuses<TextKey>("Row.Isbn is its primary key" + Key);
        Refuses<TwoKeys>("Row has the primary key (Id, Part)" + Key);
        Refuses<NoKey>("Row has no primary key" + Key);
        Refuses<UntoldKey>("Row.Id has no [Description]" + Key);
        Refuses<RenamedKey>("Row.Id is stored in the column row_id" + Key);
    }

    [Fact]
    public void A_class_that_shares_the_table_of_another_is_refused() => Refuses<SharedTable>(
        "LongRow derives from Row, which is also an entity, but each entity needs its own table. Move what they share to a base class " +
        "that is not " +
        "mapped.");

    [Fact]
    public void A_navigation_that_cannot_be_read_is_refused()
    {
        Refuses<ShadowForeignKey>("Row.Next uses a foreign key without a property: declare int? NextId in Row.");
        Refuses<OneToOne>("Row.Note is the principal end of a one-to-one relationship with Note: describe only the reference on Note.");
        Refuses<ManyToMany>(
            "Row.Tags is a many-to-many relationship with Tag: make the join class an entity, and describe its references.");
    }

    [Fact]
    public void A_past_that_would_show_the_present_is_refused() => Refuses<HalfAHistory>(
        "Row.Shelf refers to Shelf, which has no history, so the past of Row would show it as it is now: derive Shelf from " +
        "Versioned<Shelf>.");

    [Fact]
    public void Mutations_of_what_cannot_be_written_are_refused()
    {
        Refuses<WritableWithoutHistory>("Row is [Writable] but has no history: derive it from Versioned<Row>.");
        Refuses<WritableByNoCode>(
            "Row.Next is set by mutations to the code of a row of Row, which has no Code: declare a described string Code there.");
    }

    [Fact]
    public void A_member_whose_name_is_none_in_the_schema_is_refused()
    {
        Refuses<ChineseName>(
            "Row.名称 would be called 名称 in the schema; such a name may contain only letters from A to Z, digits and underscores, " +
            "and must begin with " +
            "a letter.");
        Refuses<NameOfVersions>("Row.RowId has a name that the versions of its rows use themselves: rename it.");
        Refuses<LookedUpByNothing>("Row.Card is looked up by Number, which is not a described string property of Row.");
        Refuses<Twins>("Row.Name and Row.name would both be the field name: rename one of them.");
    }

    [Fact]
    public void A_code_within_a_row_that_has_no_unique_code_is_refused()
    {
        const string Rule = "[CodeWithin] of Row must name required references that lead to a row with a unique code, but ";
        Refuses<WithinNothing>(Rule + "Row.Whole is not a required reference.");
        Refuses<WithinItself>(Rule + "Row has no Code that is unique by itself.");
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    [InlineData("Data Source=file:shared?mode=memory")]
    public void A_database_in_memory_is_refused(string connection)
    {
        var refused =
            Assert.Throws<ModelException>(
            () => new QueryEngine(() => new LibraryContext(new DbContextOptionsBuilder<LibraryContext>().UseSqlite(connection).Options),
            Never, [], new EngineOptions(), new ChangeClock()));
        Assert.StartsWith("LibraryContext uses an in-memory database (Data Source=", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("), and each connection of the engine would get a database of its own: use a file.", refused.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DROP TRIGGER rollup_BooksByGenre_insert", "the rollup of Book by Genre")]
    [InlineData("DROP TRIGGER history_AuthorsRevisions_update", "the history of Author")]
    [InlineData("DROP VIEW ChangedRows", "the rows that changes concern")]
    public async Task A_database_that_does_not_keep_what_answers_rest_on_is_refused(string damage, string what)
    {
        await using var context = new LibraryContext(file.Options<LibraryContext>());
        await DerivedSchema.CreateAsync(context);
        using (Start())
        {
        }

        await context.Database.ExecuteSqlRawAsync(damage);
        Assert.Equal(
            $"The database of LibraryContext does not keep {what}: call DerivedSchema.Make after its tables are created or changed.",
            Assert.Throws<ModelException>(Start).Message);

        await context.Database.OpenConnectionAsync();
        DerivedSchema.Make(context.Database.GetDbConnection(), context.Model);
        Start().Dispose();
    }

    [Fact]
    public async Task Rows_from_before_the_history_are_recorded_before_the_engine_starts()
    {
        await using var context =
            new LibraryContext(file.Options<LibraryContext>(options => options.AddInterceptors(RecordingInterceptor.Instance)));
        await DerivedSchema.CreateAsync(context);
        await context.Database.OpenConnectionAsync();
        DerivedSchema.Drop(context.Database.GetDbConnection(), context.Model);
        await context.Database.ExecuteSqlRawAsync(
            "DELETE FROM DataState; INSERT INTO Authors (Id, Code, Name, Version) VALUES (7, 'A', 'Lu Xun', 1)");
        DerivedSchema.Make(context.Database.GetDbConnection(), context.Model);
        Assert.Equal(
            "The database of LibraryContext has rows of Author from before their history was kept: record them with " +
            "ChangeRecording.RecordPresentRowsAsync.", Assert.Throws<ModelException>(Start).Message);

        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            var recording = await ChangeRecording.BeginAsync(context, new ChangeNote("Ada", ChangeKind.Seed, "They were there."));
            await recording.RecordPresentRowsAsync();
            await recording.EndAsync(DateTime.UtcNow);
            await transaction.CommitAsync();
        }

        using var engine = new QueryEngine(() => new LibraryContext(file.Options<LibraryContext>()),
            () => new LibraryPast(file.Options<LibraryPast>()), [], new EngineOptions(), new ChangeClock());
        Assert.Equal("""{"authors":{"nodes":[{"name":"Lu Xun"}]}}""",
            await LibraryServer.AskAsync(engine, "{ authors { nodes { name } } }", new AsOf(1, null)));
    }

    [Fact]
    public async Task A_database_without_a_state_is_refused()
    {
        await using var context = new LibraryContext(file.Options<LibraryContext>());
        await DerivedSchema.CreateAsync(context);
        await context.Database.ExecuteSqlRawAsync("DELETE FROM DataState");
        Assert.Equal("The database of LibraryContext has no DataState: create it with DerivedSchema.CreateAsync, or record a first change.",
            Assert.Throws<ModelException>(Start).Message);
    }

    [Fact]
    public async Task A_context_that_would_give_rows_no_versions_records_nothing()
    {
        await using var context = new LibraryContext(file.Options<LibraryContext>());
        await DerivedSchema.CreateAsync(context);
        await using var transaction = await context.Database.BeginTransactionAsync();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ChangeRecording.BeginAsync(context, new ChangeNote("Ada", ChangeKind.Seed, "A test.")));
        Assert.Equal("LibraryContext has no RecordingInterceptor in its options: without it, rows get no versions.", refused.Message);
    }

    [Fact]
    public async Task Rows_without_a_history_are_answered_as_they_are_now_and_never_as_of_then()
    {
        using var engine = await UnusualAsync();
        Assert.Equal("""{"rows":{"nodes":[{"name":"今"}]}}""", await LibraryServer.AskAsync(engine, "{ rows { nodes { name } } }"));
        Assert.StartsWith("GRAPHQL_VALIDATION_FAILED ",
            await LibraryServer.AskAsync(engine, "{ rows(asOf: { sequence: 1 }) { totalCount } }"), StringComparison.Ordinal);
        Assert.Equal(
            "AS_OF_BEFORE_FIRST_CHANGE As-Of: rows have no history. Ask for them as they are now, in a separate request without " +
            "As-Of.",
            await LibraryServer.AskAsync(engine, "{ leaves { totalCount } rows { totalCount } }", new AsOf(1, null)));
    }

    [Fact]
    public async Task Columns_may_have_names_of_their_own()
    {
        using var engine = await UnusualAsync();
        Assert.Equal(
            """{"leaves":{"nodes":[{"code":"L","title":"乙","history":{"nodes":[{"title":"甲"},{"title":"乙"}]}}]},"leafDiff":{"nodes":[{"code":"L","fields":[{"name":"title","before":"甲","after":"乙"}]}]}}""",
            await LibraryServer.AskAsync(engine,
                "{ leaves { nodes { code title history { nodes { title } } } } leafDiff(from: { sequence: 1 }) { nodes { code fields { " +
                "name before after } } } }"));
        Assert.Equal("""{"leaves":{"nodes":[{"title":"甲"}]}}""",
            await LibraryServer.AskAsync(engine, "{ leaves { nodes { title } } }", new AsOf(1, null)));
        Assert.Equal("""{"changedRows":{"nodes":[{"code":"L","action":"ADDED"},{"code":"L","action":"CHANGED"}]}}""",
            await LibraryServer.AskAsync(engine, "{ changedRows { nodes { code action } } }"));
    }

    [Fact]
    public async Task A_model_without_any_history_has_no_changes()
    {
        await using (var context = new ModelOf<Plain>(file.Options<ModelOf<Plain>>()))
        {
            await DerivedSchema.CreateAsync(context);
        }

        using var engine = Start<Plain>();
        Assert.Equal("""{"changedRows":{"totalCount":0},"rows":{"totalCount":0}}""",
            await LibraryServer.AskAsync(engine, "{ changedRows { totalCount } rows { totalCount } }"));
    }

    private static PastContext Never() => throw new InvalidOperationException("Nothing is asked.");

    private void Refuses<T>(string sentence) => Assert.Equal(sentence, Assert.Throws<ModelException>(Start<T>).Message);

    private QueryEngine Start() =>
        new(() => new LibraryContext(file.Options<LibraryContext>()), Never, [], new EngineOptions(), new ChangeClock());

    private QueryEngine Start<T>() =>
        new(() => new ModelOf<T>(file.Options<ModelOf<T>>()), () => new PastOf<T>(file.Options<PastOf<T>>()), [], new EngineOptions(),
            new ChangeClock());

    private async Task<QueryEngine> UnusualAsync()
    {
        await using var context =
            new ModelOf<Unusual>(file.Options<ModelOf<Unusual>>(options => options.AddInterceptors(RecordingInterceptor.Instance)));
        await DerivedSchema.CreateAsync(context);
        var leaf = new Unusual.Leaf { Code = "L", Title = "甲" };
        await RecordAsync(() => context.AddRange(leaf, new Unusual.Row { Name = "昔" }));
        await RecordAsync(() =>
        {
            leaf.Title = "乙";
            context.Set<Unusual.Row>().Single().Name = "今";
        });
        return Start<Unusual>();

        async Task RecordAsync(Action write)
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            var recording = await ChangeRecording.BeginAsync(context, new ChangeNote("Ada", ChangeKind.Correction, "A test."));
            write();
            await context.SaveChangesAsync();
            await recording.EndAsync(DateTime.UtcNow);
            await transaction.CommitAsync();
        }
    }
}
