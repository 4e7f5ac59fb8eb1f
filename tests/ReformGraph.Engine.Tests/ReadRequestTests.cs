using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;
using ReformGraph.Engine.Writing;
using Xunit;

namespace ReformGraph.Engine.Tests;

/// <summary>A host reads rows on its own account by what the package gives to everyone.</summary>
public sealed class ReadRequestTests : IAsyncLifetime, IDisposable
{
    private readonly LibraryServer server = new();

    public Task InitializeAsync() => server.StartAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task It_gives_rows_and_what_they_refer_to_without_a_document()
    {
        var sequence = await server.StockAsync();
        var (books, found) = (Books, new List<string>());
        var author = (ReferenceField)books.Find("author")!;
        var request = new ReadRequest(ReadField.Rows(
            books,
            [
                ReadArgument.Where(Value("where", """{ "pages": { "gt": 300 } }""")),
                ReadArgument.Order(Value("order", """[{ "pages": "DESC" }]""")),
                ReadArgument.First(Value("first", "1")),
            ],
            ReadField.TotalCount,
            ReadField.PageInfo(ReadField.HasNextPage, ReadField.EndCursor),
            ReadField.Nodes(ReadField.Of(books.Find("title")!), ReadField.Of(author, ReadField.Of(author.Target.NaturalKey)),
                ReadField.Of(books.Find("pages")!))))
        {
            IsStamped = true,
        };
        var head = await server.Engine.ReadAsync(
            request,
            result =>
            {
                var page = result.Page(0);
                found.Add(
                    $"{page.Count} of {page.Total}, {page.HasNextPage}, {page.EndCursor is not null}: {page[0].Text(0)} by " +
                    $"{page[0].Row(1).Text(0)}");
                using var json = new JsonText();
                page[0].Write(json);
                found.Add(Encoding.UTF8.GetString(json.Written));
            },
            CancellationToken.None);
        Assert.Equal(["1 of 2, True, True: Red Sorghum by A-1", """{"title":"Red Sorghum","author":{"code":"A-1"},"pages":360}"""], found);
        Assert.Equal(sequence, head.Stamp!.Sequence);
    }

    [Fact]
    public async Task It_gives_one_row_with_its_lists_or_none()
    {
        await server.StockAsync();
        var authors = Books.Find("author") is ReferenceField { Target: var target } ? target : null!;
        var list = authors.Fields.OfType<ListField>().First(field => field.Target == Books);
        foreach (var (id, expected) in new[] { ("1", "B-1 B-2 B-3"), ("7", "none") })
        {
            var found = string.Empty;
            var request = new ReadRequest(
                ReadField.Row(authors, Value("id", $"\"{id}\""), ReadField.Of(list, [], ReadField.Nodes(ReadField.Of(Books.NaturalKey)))));
            await server.Engine.ReadAsync(request, result => found = result.Row(0) is { IsNull: false } row
                ? string.Join(' ', Codes(row.Page(0))) : "none", CancellationToken.None);
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public async Task A_wrong_value_is_refused_under_its_name()
    {
        var request = new ReadRequest(
            ReadField.Rows(Books, [ReadArgument.Where(Value("filter", """{ "pages": { "gt": "many" } }"""))], ReadField.TotalCount));
        var refused =
            await Assert.ThrowsAsync<RequestErrorException>(() => server.Engine.ReadAsync(request, _ => { }, CancellationToken.None));
        Assert.Same(ErrorCodes.VariableInvalid, Assert.Single(refused.Errors).Code);
        Assert.StartsWith("filter.pages.gt is not valid: ", refused.Errors[0].Message, StringComparison.Ordinal);
    }

    private EntityModel Books => server.Engine.DataModel[typeof(Book)];

    private static ReadValue Value(string name, string json) => new(name, JsonElement.Parse(json));

    private static IEnumerable<string?> Codes(ReadPage page)
    {
        for (var number = 0; number < page.Count; number++)
        {
            yield return page[number].Text(0);
        }
    }
}
