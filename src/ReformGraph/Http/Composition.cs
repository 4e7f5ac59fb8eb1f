using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;
using ReformGraph.Access;
using ReformGraph.Catalog;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Reports;
using ReformGraph.Data.Tables;
using ReformGraph.Data.Writes;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Reports;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Export;
using ReformGraph.OData;
using ReformGraph.Scans;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>Composes the application, for the host, the tests and the benchmarks alike.</summary>
public static class Composition
{
    /// <summary>What each format has for each scalar.</summary>
    internal static IReadOnlyList<ScalarTable> ScalarTables { get; } =
    [
        CellValue.Scalars, DeclaredType.Scalars, EdmTypes.Scalars, XlsxColumn.Scalars, ParquetColumn.Scalars, DataPackage.Scalars,
    ];

    /// <summary>Registers everything in the application.</summary>
    /// <exception cref="ModelException">A format has nothing for a scalar.</exception>
    public static IServiceCollection AddReformGraph(this IServiceCollection services, ReformGraphOptions options)
    {
        foreach (var table in ScalarTables)
        {
            table.Require();
        }

        services.AddSingleton(options).AddSingleton(options.Engine);
        services.AddSingleton(_ => new KeptTextLookup(options.Database.File));
        services.AddSingleton<FieldLookup>(provider => TextsOf(options, provider.GetRequiredService<KeptTextLookup>()));
        services.AddSingleton(provider => new WriteQueue(
            options.Database.File,
            options.Writes.LockWait,
            provider.GetRequiredService<ChangeClock>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(LogLevelOptions.Changes))));
        services.AddSingleton(TimeProvider.System).AddSingleton<ChangeClock>();
        services.AddSingleton(provider => new QueryEngine(
            () => DatabaseFile.ContextOf(options.Database.File),
            () => DatabaseFile.PastContextOf(options.Database.File),
            provider.GetServices<FieldLookup>(),
            options.Engine,
            provider.GetRequiredService<ChangeClock>(),
            provider.GetRequiredService<WriteQueue>()));
        services.AddSingleton<Authentication>().AddSingleton<FailedLogins>();
        services.AddSingleton<TrustedDocuments>().AddSingleton<EntityTags>().AddSingleton<KeptEncodings>()
            .AddSingleton<GraphQLEndpoint>().AddSingleton<ImportEndpoint>().AddSingleton<ExtractEndpoint>().AddSingleton<ReportEndpoint>()
            .AddSingleton(_ => new ExportFiles(options.Exports.KeptBytes, Path.GetTempPath())).AddSingleton<ExportResponse>()
            .AddSingleton<ExportEndpoint>().AddSingleton<ODataEndpoint>().AddSingleton<RateLimits>();
        services.AddSingleton(provider => new PublishedLog(
            options.Database.File,
            options.LedgerKeyFile,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LedgerEndpoint>().AddSingleton<CatalogReader>().AddSingleton<CatalogEndpoint>();
        services.AddSingleton<ServerMetrics>();
        SensitiveReads.AddTo(services.AddHealth(options), options);
        services.AddHostedService<ScanFileWriter>();
        services.AddRoutingCore();
        services.AddCors(cors => cors.AddDefaultPolicy(policy => Allow(policy, options.AllowedOrigins)));
        services.AddResponseCompression(Compress);
        services.AddSingleton<IResponseCompressionProvider, ContentCompression>();
        return services;
    }

    /// <summary>Builds the pipeline and maps the addresses.</summary>
    /// <exception cref="StartupException">A trusted document is not valid, or the keys of tokens cannot be read.</exception>
    public static WebApplication MapReformGraph(this WebApplication app)
    {
        app.UseMiddlewares();
        var graphQL = app.Services.GetRequiredService<GraphQLEndpoint>();
        app.Map("/", context => Redirect(context.Response, context.Request.PathBase + GraphQLEndpoint.Path));
        app.Map(GraphQLEndpoint.Path, (RequestDelegate)graphQL.HandleAsync);
        app.Map(ImportEndpoint.Path, (RequestDelegate)app.Services.GetRequiredService<ImportEndpoint>().HandleAsync)
            .WithMetadata(ResponseMediaType.Problem);
        app.Map(ExtractEndpoint.Path, (RequestDelegate)app.Services.GetRequiredService<ExtractEndpoint>().HandleAsync)
            .WithMetadata(ResponseMediaType.Problem);
        app.Map(ReportEndpoint.Path, (RequestDelegate)app.Services.GetRequiredService<ReportEndpoint>().HandleAsync)
            .WithMetadata(ResponseMediaType.Problem);
        var ledger = app.Services.GetRequiredService<LedgerEndpoint>();
        app.Map(LedgerEndpoint.CheckpointPath, (RequestDelegate)ledger.CheckpointAsync).WithMetadata(ResponseMediaType.Problem);
        app.Map(LedgerEndpoint.InclusionPath, (RequestDelegate)ledger.InclusionAsync).WithMetadata(ResponseMediaType.Problem);
        app.Map(LedgerEndpoint.ConsistencyPath, (RequestDelegate)ledger.ConsistencyAsync).WithMetadata(ResponseMediaType.Problem);
        app.Map(ExportEndpoint.Path, (RequestDelegate)app.Services.GetRequiredService<ExportEndpoint>().HandleAsync)
            .WithMetadata(ResponseMediaType.Problem);
        app.Map(ODataEndpoint.Path, (RequestDelegate)app.Services.GetRequiredService<ODataEndpoint>().HandleAsync);
        var dataModel = app.Services.GetRequiredService<CatalogEndpoint>();
        app.Map(CatalogEndpoint.PagePath, (RequestDelegate)dataModel.PageAsync).WithMetadata(ResponseMediaType.Problem);
        app.Map(CatalogEndpoint.DataPackagePath, (RequestDelegate)dataModel.DataPackageAsync).WithMetadata(ResponseMediaType.Problem);
        app.Map(CatalogEndpoint.DcatPath, (RequestDelegate)dataModel.DcatAsync).WithMetadata(ResponseMediaType.Problem);
        app.MapFallback("{*path}",
            (RequestDelegate)(context => throw RequestErrors.Create(ServerErrorCodes.PathNotFound,
            $"Nothing is served at this path; the API is at {GraphQLEndpoint.Path}.")));
        return app;
    }

    private static void UseMiddlewares(this WebApplication app)
    {
        app.Services.GetService<TelemetryExport>()?.MapMetrics(app);
        var options = app.Services.GetRequiredService<ReformGraphOptions>();
        if (options.TrustedProxies is { } proxies)
        {
            app.UseForwardedHeaders(AddressesBehind(proxies));
        }

        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseHealth();
        app.UseMiddleware<HostMiddleware>();
        if (options.PublicUrl is not null)
        {
            app.UseMiddleware<PublicAddress>();
        }

        app.UseMiddleware<OriginMiddleware>();
        if (options.AllowedOrigins.Length > 0)
        {
            app.UseCors();
        }

        app.UseResponseCompression();
        app.UseMiddleware<WebMiddleware>();
        var limits = app.Services.GetRequiredService<RateLimits>();
        app.Count(limits.HasAddresses, limits.CountAddress);
        app.UseMiddleware<AccessMiddleware>(); // after CORS, whose preflights have no key, and the pages, which ask for it
        app.Count(limits.HasKeys, limits.CountKey);
        SensitiveReads.AddTo(app);
        app.UseRouting();
    }

    private static void Count(this WebApplication app, bool hasLimits, Action<HttpContext> count)
    {
        if (hasLimits)
        {
            app.Use(next => context =>
            {
                count(context);
                return next(context);
            });
        }
    }

    private static ForwardedHeadersOptions AddressesBehind(string proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in NetworksAttribute.Parse(proxies)!)
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }

    private static void Compress(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true;
        ContentCoding.All.ToList().ForEach(compression.Providers.Add); // the first is preferred of what a client likes equally
        compression.MimeTypes =
            [ResponseMediaType.GraphQLResponse.Name, "text/plain", "text/html", "text/css", "text/javascript", "image/svg+xml",
            ODataMediaType.Xml, ODataBatch.Multipart,
            DcatCatalog.MediaType, .. ExportFormat.All.Where(format => !format.IsFile).Select(format => format.MediaType)];
    }

    private static TextsByHash TextsOf(ReformGraphOptions options, KeptTextLookup kept)
    {
        if (options.Report.File is null)
        {
            return new TextsByHash(null, [], kept.Find);
        }

        using var context = DatabaseFile.ContextOf(options.Database.File);
        return new TextsByHash(
            ReportFile.Read(options.Report.File), context.Set<Report>().Select(report => report.Sha256), kept.Find);
    }

    private static Task Redirect(HttpResponse response, string location)
    {
        response.Redirect(location, permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }

    // A page may send every header that an endpoint reads, and read every header that it sets.
    private static void Allow(CorsPolicyBuilder policy, string origins) => policy
        .WithOrigins(origins.Split(';', StringSplitOptions.RemoveEmptyEntries))
        .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post)
        .WithHeaders(
            HeaderNames.Accept, HeaderNames.Authorization, HeaderNames.ContentEncoding, HeaderNames.ContentType,
            HeaderNames.IfMatch, HeaderNames.IfModifiedSince, HeaderNames.IfNoneMatch, HeaderNames.IfRange, HeaderNames.IfUnmodifiedSince,
                HeaderNames.Range,
            GraphQLEndpoint.PreflightHeader, CostHeaders.Asked, HistoryHeaders.AsOf, HistoryHeaders.Stamp, ODataResponse.Prefer,
                ODataResponse.Version, ODataResponse.MaxVersion, ODataBatch.MimeVersion, ODataBatch.Token)
        .WithExposedHeaders(
            HeaderNames.AcceptRanges, HeaderNames.Allow, HeaderNames.ContentDisposition, HeaderNames.ContentRange, HeaderNames.ETag,
                HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate,
            CostHeaders.OperationCost, RequestBudget.PolicyHeader, RequestBudget.StateHeader,
            HistoryHeaders.AsOfSequence, HistoryHeaders.ChangeToken, HistoryHeaders.Stamp, ODataResponse.PreferenceApplied,
                ODataResponse.Version)
        .SetPreflightMaxAge(TimeSpan.FromMinutes(10));
}
