using System.Collections.Concurrent;

namespace ReformGraph.Benchmarks.Ways.Floor;

/// <summary>
/// What one would write by hand for exactly these works and nothing else: an endpoint for each, prepared statements, rows from
/// SQLite's columns straight into JSON. It checks no input, limits nothing and plans nothing.
/// </summary>
internal static class FloorServer
{
    public static async Task RunAsync(string database)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        await using var app = builder.Build();
        app.UseRouting();
        var idle = new ConcurrentBag<FloorConnection>();
        for (var number = 0; number < Work.All.Count; number++)
        {
            var work = number;
            app.MapGet("/" + Work.All[work].Name, (RequestDelegate)(context => AnswerAsync(context, work)));
        }

        await app.StartAsync();
        Console.WriteLine("Listening on " + app.Urls.First());
        await app.WaitForShutdownAsync();

        async Task AnswerAsync(HttpContext context, int work)
        {
            var connection = idle.TryTake(out var free) ? free : new FloorConnection(database);
            Fill(connection, work, context.Request.QueryString.Value);
            var response = context.Response;
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = connection.Json.Written.Length;
            var sent = response.BodyWriter.WriteAsync(connection.Json.Written); // copies before it waits
            idle.Add(connection);
            await sent;
        }
    }

    private static void Fill(FloorConnection connection, int work, string? query)
    {
        connection.Json.Clear();
        connection.BeginRead();
        try
        {
            connection.Answers[work].Write(connection.Json, new FloorParameters(query));
        }
        finally
        {
            connection.EndRead();
        }
    }
}
