using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;

namespace ReformGraph.Benchmarks.Ways.Usual;

/// <summary>
/// The works as one would serve them with GraphQL.NET and EF Core, well but without an engine of one's own: graph types with
/// resolvers, LINQ without tracking over pooled contexts, batch loaders, and documents that are parsed and validated once.
/// </summary>
internal static class UsualServer
{
    public static async Task RunAsync(string database)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        builder.Services.AddPooledDbContextFactory<ReformDbContext>(options => options.UseSqlite($"Data Source={database}"));
        await using var app = builder.Build();
        app.UseRouting();
        var contexts = app.Services.GetRequiredService<IDbContextFactory<ReformDbContext>>();
        var schema = new Schema { Query = new UsualQuery() };
        var executer = new DocumentExecuter();
        var serializer = new GraphQLSerializer(options => options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var documents = new ConcurrentDictionary<string, GraphQLDocument>();
        app.MapPost("/graphql", (RequestDelegate)AnswerAsync);
        await app.StartAsync();
        Console.WriteLine("Listening on " + app.Urls.First());
        await app.WaitForShutdownAsync();

        async Task AnswerAsync(HttpContext context)
        {
            var request = await serializer.ReadAsync<GraphQLRequest>(context.Request.Body, context.RequestAborted);
            var known = documents.GetValueOrDefault(request!.Query!);
            var result = await executer.ExecuteAsync(new ExecutionOptions
            {
                Schema = schema,
                Query = request.Query,
                Document = known,
                ValidationRules = known is null ? null : [],
                Variables = request.Variables,
                UserContext = new UsualContext(contexts),
                CancellationToken = context.RequestAborted,
            });
            if (known is null && result.Errors is null)
            {
                documents.TryAdd(request.Query!, result.Document!);
            }

            context.Response.ContentType = "application/json; charset=utf-8";
            await serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
        }
    }
}
