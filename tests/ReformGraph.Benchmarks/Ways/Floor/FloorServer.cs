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
        var idle = new ConcurrentBag<FloorLane>();
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
            var lane = idle.TryTake(out var free) ? free : new FloorLane(database);
            Fill(lane, work, context.Request.QueryString.Value);
            var response = context.Response;
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = lane.Json.Written.Length;
            var sent = response.BodyWriter.WriteAsync(lane.Json.Written); // copies before it waits
            idle.Add(lane);
            await sent;
        }
    }

    private static void Fill(FloorLane lane, int work, string? query)
    {
        lane.Json.Clear();
        lane.BeginRead();
        try
        {
            lane.Answers[work].Write(lane.Json, new FloorParameters(query));
        }
        finally
        {
            lane.EndRead();
        }
    }
}
