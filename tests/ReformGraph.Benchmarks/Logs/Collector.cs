namespace ReformGraph.Benchmarks.Logs;

/// <summary>Takes what is sent to it by OTLP over HTTP.</summary>
internal sealed class Collector : IDisposable
{
    private readonly WebApplication app;

    /// <param name="receive">Takes a request. By default, its body is read and not kept.</param>
    public Collector(RequestDelegate? receive = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(receive ?? (context => context.Request.Body.CopyToAsync(Stream.Null)));
        app.StartAsync().GetAwaiter().GetResult();
    }

    public string Address => app.Urls.First();

    public void Dispose() => app.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
