namespace ReformGraph.Benchmarks.Logs;

/// <summary>Takes what is sent to it by OTLP over HTTP, and keeps nothing.</summary>
internal sealed class Collector : IDisposable
{
    private readonly WebApplication app;

    public Collector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(context => context.Request.Body.CopyToAsync(Stream.Null));
        app.StartAsync().GetAwaiter().GetResult();
    }

    public string Address => app.Urls.First();

    public void Dispose() => app.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
