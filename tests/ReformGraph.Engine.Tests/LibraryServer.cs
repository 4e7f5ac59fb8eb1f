using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Engine.Tests;

/// <summary>The engine over a library's database, put together as its users would.</summary>
public sealed class LibraryServer : IDisposable
{
    private readonly TemporaryDatabase file = new();
    private readonly ChangeClock clock = new();
    private SerialRowWriter? writer;
    private QueryEngine? engine;

    /// <summary>Makes the database and starts the engine.</summary>
    public async Task StartAsync()
    {
        await using (var context = Open())
        {
            await DerivedSchema.CreateAsync(context);
        }

        writer = new SerialRowWriter(Open, clock, role => role == "librarian");
        engine = new QueryEngine(Open, () => new LibraryPast(file.Options<LibraryPast>()), [], new EngineOptions(), clock, writer);
    }

    public void Dispose()
    {
        engine?.Dispose();
        writer?.Dispose();
        file.Dispose();
    }

    /// <summary>The engine.</summary>
    public QueryEngine Engine => engine!;

    /// <summary>The schema as everyone sees it.</summary>
    public string Sdl => engine!.SdlOf("librarian");

    /// <summary>A context that writes.</summary>
    public LibraryContext Open() => new(file.Options<LibraryContext>(options => options.AddInterceptors(RecordingInterceptor.Instance)));

    /// <summary>The answer to a request, or the code and the message by which it is refused.</summary>
    public Task<string> AskAsync(string document, AsOf? asOf = null, string role = "librarian") => AskAsync(engine!, document, asOf, role);

    /// <summary>The same of another engine.</summary>
    public static async Task<string> AskAsync(QueryEngine engine, string document, AsOf? asOf = null, string role = "librarian")
    {
        try
        {
            using var body = new MemoryStream();
            var output = PipeWriter.Create(body);
            await engine.RunAsync(engine.Prepare(new QueryRequest(document, null, default) { AsOf = asOf, Role = role, Actor = "Ada" }),
                output, _ => { }, CancellationToken.None);
            await output.CompleteAsync();
            using var answer = JsonDocument.Parse(body.ToArray());
            return answer.RootElement.TryGetProperty("errors", out var errors)
                ? errors.GetRawText() : answer.RootElement.GetProperty("data").GetRawText();
        }
        catch (RequestErrorException refused)
        {
            return $"{refused.Errors[0].Code.Name} {refused.Errors[0].Message}";
        }
    }

    /// <summary>Puts three books on the shelves in one change, and gives its sequence number.</summary>
    public async Task<long> StockAsync()
    {
        await using var context = Open();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var recording = await ChangeRecording.BeginAsync(context, new ChangeNote("Ada", ChangeKind.Seed, "The library opens."));
        var author = new Author { Code = "A-1", Name = "Mo Yan" };
        context.AddRange(
            new Book { Code = "B-1", Title = "Frog", Genre = Genre.Novel, Pages = 340, Author = author },
            new Book { Code = "B-2", Title = "Red Sorghum", Genre = Genre.Novel, Pages = 360, Author = author },
            new Book { Code = "B-3", Title = "Memoirs", Genre = Genre.History, Pages = 200, Author = author });
        await context.SaveChangesAsync();
        await recording.EndAsync(clock.Publish());
        await transaction.CommitAsync();
        clock.Published();
        return recording.Sequence;
    }
}

/// <summary>A database in a file of its own, which goes with it.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"engine-{Guid.NewGuid():N}.db");

    public string ConnectionString => $"Data Source={path};Pooling=False";

    public DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder>? more = null)
        where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>().UseSqlite(ConnectionString);
        more?.Invoke(options);
        return options.Options;
    }

    public void Dispose()
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(path + suffix);
        }
    }
}
