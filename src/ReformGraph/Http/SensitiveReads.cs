using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Logging;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>Records the requests that read sensitive fields, where that is switched on.</summary>
internal sealed class SensitiveReads(RequestDelegate next, ReadRecord record, TimeProvider time)
{
    /// <summary>Registers the record, if the settings ask for it.</summary>
    public static void AddTo(IServiceCollection services, ReformGraphOptions options)
    {
        if (options.RecordSensitiveReads)
        {
            services.AddSingleton(provider => new ReadRecord(options.Database.File, provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>()));
        }
    }

    /// <summary>Adds it to the pipeline, if there is a record.</summary>
    /// <exception cref="StartupException">The record cannot be written.</exception>
    public static void AddTo(WebApplication app)
    {
        if (app.Services.GetService<ReadRecord>() is not null)
        {
            app.UseMiddleware<SensitiveReads>();
        }
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var (began, request) = (time.GetUtcNow(), context.Request);
        var read = new SensitiveRead(record, RequestLog.LineOf(context)?.Count ?? new ReadCount());
        context.Features.Set(read);
        try
        {
            await next(context);
        }
        finally
        {
            if (read.Fields.Count > 0)
            {
                var actor = context.Features.GetRequiredFeature<Actor>();
                record.Add(new(began, ClientText.Shown(actor.Name), actor.Role.Name(), ClientText.Shown(request.Method),
                    RequestLog.PathOf(request), read.Operation, [.. read.Fields], read.Rows, context.TraceIdentifier));
            }
        }
    }
}

/// <summary>What a request reads of sensitive fields. Whatever answers the request adds to it before it reads.</summary>
/// <param name="record">The record.</param>
/// <param name="count">Counts what is read for the request.</param>
internal sealed class SensitiveRead(ReadRecord record, ReadCount count)
{
    private long others;

    /// <summary>The fields.</summary>
    public SortedSet<string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>The name of the operation, as the log shows it; null if it has none.</summary>
    public string? Operation { get; private set; }

    /// <summary>The number of rows with values of the fields.</summary>
    public long Rows => count.SensitiveRows + others;

    /// <summary>Counts what is read for a request; null if nobody wants to know.</summary>
    public static ReadCount? CountOf(HttpContext context) => Of(context) is { } read ? read.Count : RequestLog.LineOf(context)?.Count;

    /// <summary>The sensitive fields of an entity; none if there is no entity.</summary>
    public static IReadOnlyCollection<string> FieldsOf(EntityModel? entity) =>
        [.. (entity?.Fields ?? []).Where(field => field.IsSensitive).Select(field => $"{entity!.Name}.{field.Name}")];

    /// <summary>That of a request; null if nothing is recorded.</summary>
    public static SensitiveRead? Of(HttpContext context) => context.Features.Get<SensitiveRead>();

    private ReadCount Count => count;

    /// <summary>Adds fields that are about to be read.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="operation">The name of the operation; null if it has none.</param>
    /// <exception cref="ReformGraph.Engine.Errors.RequestErrorException">The read could not be recorded.</exception>
    public static void Begin(HttpContext context, IReadOnlyCollection<string> fields, string? operation = null)
    {
        if (fields.Count > 0 && Of(context) is { } read)
        {
            read.Begin(fields, operation);
        }
    }

    /// <summary>Adds rows that were read elsewhere than by the engine for this request.</summary>
    public static void Add(HttpContext context, long rows)
    {
        if (Of(context) is { } read)
        {
            read.others += rows;
        }
    }

    private void Begin(IReadOnlyCollection<string> fields, string? operation)
    {
        if (record.IsFailing)
        {
            throw RequestErrors.Create(ServerErrorCodes.ReadNotRecorded,
                "The request reads sensitive fields, and such reads cannot be recorded now; see the server's log. Leave the fields out, " +
                "or try again later.", ("fields", fields));
        }

        Fields.UnionWith(fields);
        Operation = operation is null ? Operation : ClientText.Shown(operation);
    }
}
