// Serves a small model with the engine's package, as its README describes, and asks one question. It is not part of the solution:
// the package comes from a folder.
using System.ComponentModel;
using System.IO.Pipelines;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Storage;

var file = Path.Combine(Directory.CreateTempSubdirectory("package-sample-").FullName, "library.db");
using (var library = Library.Open(file))
{
    await DerivedSchema.CreateAsync(library);
    library.Add(new Shelf { Code = "A", Books = { new() { Title = "红楼梦", Pages = 1200 }, new() { Title = "Walden", Pages = 352 } } });
    library.SaveChanges();
}

using var engine = new QueryEngine(() => Library.Open(file), () => LibraryPast.Open(file), [], new EngineOptions(), new ChangeClock());
var query =
    engine.Prepare(
    new QueryRequest(
    """{ books(where: { pages: { gt: 400 } }) { totalCount nodes { title shelf { code } } aggregate { sum { pages } } } }""",
    null, default));
var answer = new MemoryStream();
var output = PipeWriter.Create(answer, new StreamPipeWriterOptions(leaveOpen: true));
await engine.RunAsync(query, output, _ => { }, CancellationToken.None);
await output.CompleteAsync();

var text = Encoding.UTF8.GetString(answer.ToArray());
Console.WriteLine(text);
Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
return text == """{"data":{"books":{"totalCount":1,"nodes":[{"title":"红楼梦","shelf":{"code":"A"}}],"aggregate":{"sum":{"pages":1200}}}}}""" ? 0 : 1;

[Entity("shelves")]
[Description("A shelf.")]
internal sealed class Shelf
{
    [Description("The primary key.")]
    public int Id { get; init; }

    [Description("The code on its label.")]
    public required string Code { get; init; }

    [Description("The books that stand on it.")]
    public List<Book> Books { get; init; } = [];
}

[Entity("books")]
[Description("A book.")]
internal sealed class Book
{
    [Description("The primary key.")]
    public int Id { get; init; }

    [Description("The title, in the language of the book.")]
    public required string Title { get; init; }

    [Description("How many pages it has.")]
    public int Pages { get; init; }

    public int ShelfId { get; init; }

    [Description("The shelf that it stands on.")]
    public Shelf Shelf { get; init; } = null!;
}

internal sealed class Library(DbContextOptions<Library> options) : DbContext(options)
{
    public static Library Open(string file) =>
        new(new DbContextOptionsBuilder<Library>().UseSqlite($"Data Source={file};Pooling=False").Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities([typeof(Shelf), typeof(Book)]);
        modelBuilder.FitToProvider(Database.ProviderName);
    }
}

internal sealed class LibraryPast(DbContextOptions<LibraryPast> options) : PastContext(options)
{
    public static LibraryPast Open(string file) =>
        new(new DbContextOptionsBuilder<LibraryPast>().UseSqlite($"Data Source={file};Pooling=False").Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities([typeof(Shelf), typeof(Book)]);
        modelBuilder.FitToProvider(Database.ProviderName, isPast: true);
        ReadRevisions(modelBuilder);
    }
}
