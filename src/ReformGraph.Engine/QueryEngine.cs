using System.IO.Pipelines;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.SchemaBuilding;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Telemetry;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>The one path from a request to a response: parse, limits, validate, plan, compile, run, write.</summary>
public sealed class QueryEngine : IDisposable
{
    private const int StatementBytesPerConnection = 4 * 1024 * 1024;
    private const int OpenConnections = 64;

    private readonly ChangeClock changeClock;
    private readonly EngineOptions options;
    private readonly ISchema schema;
    private readonly PlanModel model;
    private readonly MetadataResponses metadata;
    private readonly IReadOnlyDictionary<Type, FieldLookup> lookups;
    private readonly ReadOnlyDatabase database;
    private readonly ResponseLimit limit;
    private readonly DocumentCache documents;
    private readonly PlanCache plans;
    private readonly EngineMetrics metrics = new();
    private readonly RowWriter? writer;

    /// <summary>Builds the schema and prepares the engine; opens no connection yet.</summary>
    /// <param name="contexts">Creates contexts of one database; the entities are read from their model.</param>
    /// <param name="pastContexts">Creates contexts of the same database that see its past.</param>
    /// <param name="lookups">The sources of fields that no table contains.</param>
    /// <param name="options">The settings.</param>
    /// <param name="changeClock">The clock from which every writer to the database takes the times of changes.</param>
    /// <param name="writer">Writes the changes that mutations request; without it, mutations are rejected.</param>
    /// <exception cref="ModelException">A declaration is incomplete, or the database does not keep what responses rely on.</exception>
    /// <exception cref="NotSupportedException">The database is not SQLite.</exception>
    public QueryEngine(Func<DbContext> contexts, Func<PastContext> pastContexts, IEnumerable<FieldLookup> lookups, EngineOptions options,
        ChangeClock changeClock, RowWriter? writer = null)
    {
        this.changeClock = changeClock;
        this.writer = writer;
        this.options = options;
        this.lookups = lookups.ToDictionary(lookup => lookup.GetType());
        using var context = contexts();
        var dialect = SqlDialect.For(context);
        if (dialect is not SqliteDialect)
        {
            throw new NotSupportedException(
                $"A {nameof(QueryEngine)} reads from SQLite: it can generate SQL for {context.Database.ProviderName}, but opens no " +
                "connections to it.");
        }

        var dataModel = DataModel.Create(context.Model);
        schema = SchemaBuilder.Build(dataModel, options.Paging);
        model = new PlanModel(dataModel, new ConnectionNames(dataModel), schema, options);
        metadata = new MetadataResponses(new RoleSchemas(dataModel, schema, writer, options.Paging), options);
        documents = new DocumentCache(schema, options);
        plans = new PlanCache(model, contexts, pastContexts, this.lookups);
        limit = new ResponseLimit(options, new TableSizes(dataModel, dialect));
        var connections = new ReadConnectionPool(Storage.DatabaseCheck.ConnectionStringOf(context), (Environment.ProcessorCount * 2) + 1,
            OpenConnections, StatementBytesPerConnection, metrics);
        database = new ReadOnlyDatabase(connections, options.Timeout);
        metrics.Observe(() => connections.Counts, OpenConnections);
        metrics.Observe([.. documents.Sizes, ("plans", () => plans.Bytes), ("responses", () => metadata.Bytes)]);
    }

    /// <summary>The part of the schema that a role may use, as SDL; as its core, only the part about rows.</summary>
    public string SdlOf(RoleScope role, bool core = false) => core ? metadata.SchemaOf(role).Core : metadata.SchemaOf(role).Text;

    /// <summary>The entities.</summary>
    public DataModel DataModel => model.DataModel;

    /// <summary>The queries that scanned a table, at most the hundred heaviest, in descending order.</summary>
    public IReadOnlyList<ScannedQuery> Scans => database.Scans.Snapshot();

    /// <summary>Begins to observe a GraphQL operation: its request states the result in <see cref="EngineRequest.Observed"/>. Null if
    /// nobody listens.</summary>
    public ObservedOperation? Observe() => ObservedOperation.Begin(metrics);

    /// <summary>Parses, checks, plans and binds a request. Uses no connection.</summary>
    /// <exception cref="RequestErrorException">The request is rejected; nothing was read.</exception>
    public PreparedQuery Prepare(QueryRequest request)
    {
        var (document, operation) = OperationOf(request);
        using var stage = EngineTelemetry.Stage("plan");
        if (operation.Operation != OperationType.Query)
        {
            var nothing = new ReadPlan([], []);
            var form = ResponseSerializer.Create(nothing, lookups, ResponsePath.Start);
            return new PreparedQuery(request, document.Text, (new CompiledPlan(nothing, []), form), VariableValues.None)
            {
                Operation = operation,
                Mutations = operation.Operation == OperationType.Mutation && writer is not null && schema.Mutation is not null
                    ? PrepareMutations(document, operation, request) : null,
            };
        }

        var variables = VariableReader.Read(document, operation, request.Variables, schema, options.Limits, request.TakesValueConditions);
        var known = plans.Get(document, operation, variables, request);
        var (about, kept) = metadata.Get(known.Form, request, variables, new Place(document.Text, operation.Location.Start));
        return new PreparedQuery(request, document.Text, known, variables) { Operation = operation, Metadata = about, Kept = kept };
    }

    /// <summary>Checks, plans and binds a request that the program makes itself. Uses no connection.</summary>
    /// <exception cref="RequestErrorException">The request is rejected; nothing was read.</exception>
    /// <exception cref="ArgumentException">The schema does not have these fields.</exception>
    public PreparedQuery Prepare(ReadRequest request)
    {
        using var stage = EngineTelemetry.Stage("plan");
        var document = documents.Get(request);
        var variables = VariableReader.Read(document, request.Values(), options.Limits, request.TakesValueConditions);
        return new PreparedQuery(request, document.Text, plans.Get(document, variables, request), variables);
    }

    private PreparedMutations PrepareMutations(ParsedDocument document, GraphQLOperationDefinition operation, QueryRequest request)
    {
        writer!.Require(request.Role.Name);
        if (request.AsOf is not null)
        {
            throw new Place(document.Text, operation.Location.Start).Refusal(ErrorCodes.OperationNotSupported,
                "A mutation cannot change the past: send it without the As-Of header.");
        }

        var variables = VariableReader.Read(document, operation, request.Variables, schema, options.Limits);
        var (steps, cost) = plans.GetMutations(document, operation, variables, request.Role);
        var inputs = new WriteInputs(variables, model.DataModel);
        return new PreparedMutations(steps, [.. steps.All.Select(step => step.Form.Payload is not { } payload ? null : new PreparedMutation(
            payload,
            inputs.Read(payload.Field, request.Actor, request.Role),
            payload.Plans.ToDictionary(plan => plan, plan => PlanBinding.Bind(plan.Plan, variables))))], cost.At(variables));
    }

    /// <summary>The document in a JSON string, with quotes and escapes as the client sent them; for known bytes, no text is
    /// created.</summary>
    public DocumentText Document(ReadOnlySpan<byte> json) => documents.Text(json);

    /// <summary>A tag for the present state of the data, for conditional requests of an actor, or of the program itself.</summary>
    /// <exception cref="RequestErrorException">No connection became free in time.</exception>
    public async ValueTask<string> StateTagAsync(CancellationToken cancellation, string? actor = null)
    {
        using var transaction = await database.BeginAsync(cancellation, sender: actor);
        transaction.Complete();
        return transaction.StateTag;
    }

    /// <summary>
    /// Runs the statements in one read transaction and writes the response's JSON. <paramref name="start"/> is called once, before the
    /// first byte; a later failure leaves an incomplete response, which its reader must not take for a complete one.
    /// </summary>
    /// <exception cref="RequestErrorException">The request was rejected before the first byte: not a query, too slow, or too
    /// large.</exception>
    public Task RunAsync(PreparedQuery query, PipeWriter output, Action<ResponseHead> start, CancellationToken cancellation) =>
        query.Request.Observed is null ? AnswerAsync(query, output, start, cancellation) : ObserveAsync(query, output, start, cancellation);

    private Task ObserveAsync(PreparedQuery query, PipeWriter output, Action<ResponseHead> start, CancellationToken cancellation) =>
        query.Request.Observed!.RunAsync(() => AnswerAsync(query, output, start, cancellation));

    private async Task AnswerAsync(PreparedQuery query, PipeWriter output, Action<ResponseHead> start, CancellationToken cancellation)
    {
        if (!query.IsQuery && query.Mutations is null)
        {
            throw new Place(query.Document, query.Operation!.Location.Start).Refusal(ErrorCodes.OperationNotSupported,
                $"This schema has no {query.Operation.Operation.ToString().ToLowerInvariant()}s; send a query.");
        }

        if (query.Kept is { } kept)
        {
            await kept.SendAsync(output, start, cancellation);
            return;
        }

        var instants = new ResponseInstants(query, changeClock);
        if (query.Mutations is not null)
        {
            using var answer = new ResponseBuffer(output, (tag, length) => start(new ResponseHead(tag, length)), cancellation);
            await new MutationExecutor(writer!, database, limit, options).RunAsync(query, answer.Json, instants.Extensions(), cancellation);
            await answer.CompleteAsync();
            return;
        }

        await instants.AwaitAsync(cancellation);
        using var buffer =
            new ResponseBuffer(output, (tag, length) => start(
            new ResponseHead(tag, length) { AsOf = instants.OfRequest, Stamp = instants.Stamp, Token = instants.Token }), cancellation);
        await ReadAsync(query, instants, buffer, cancellation);
        await buffer.CompleteAsync();
    }

    /// <summary>Runs the statements of a read request in one read transaction. After it is complete, <paramref name="write"/> receives the
    /// result; it must not wait for anything.</summary>
    /// <returns>What is known of the response besides its rows.</returns>
    /// <exception cref="RequestErrorException">The request took too long, or the response would be too large.</exception>
    public Task<ResponseHead> ReadAsync(ReadRequest request, Action<QueryResult> write, CancellationToken cancellation) =>
        ReadAsync(Prepare(request), write, cancellation);

    /// <summary>The same for a prepared query.</summary>
    public async Task<ResponseHead> ReadAsync(PreparedQuery query, Action<QueryResult> write, CancellationToken cancellation)
    {
        var instants = new ResponseInstants(query, changeClock);
        await instants.AwaitAsync(cancellation);
        QueryExecutor? run = null;
        try
        {
            string state;
            using (var transaction = await BeginAsync(query, cancellation))
            {
                run = Gather(query, instants, transaction);
                state = instants.TagOf(transaction.StateTag);
                transaction.Complete();
            }

            using var stage = EngineTelemetry.Stage("serialize");
            write(new QueryResult(query.Form, run));
            return new ResponseHead(state, null) { AsOf = instants.OfRequest, Stamp = instants.Stamp, Token = instants.Token };
        }
        finally
        {
            run?.Dispose();
        }
    }

    /// <summary>The export that a query of one collection requests: its rows or its groups as a table, without a page limit.</summary>
    /// <exception cref="RequestErrorException">The request is rejected, or does not select a table.</exception>
    public ExportQuery ExportOf(QueryRequest request)
    {
        var (document, operation) = OperationOf(request);
        var variables = VariableReader.Read(document, operation, request.Variables, schema, options.Limits);
        return ExportSelection.Read(model, document, operation, variables, request);
    }

    /// <summary>Checks, plans and binds an export. Uses no connection.</summary>
    /// <exception cref="RequestErrorException">The export is rejected; nothing was read.</exception>
    public PreparedExport Prepare(ExportQuery query) =>
        query.Groups is not null ? new PreparedGroups(this, query) : new PreparedRows(this, query, lookups, () =>
            new ExportExecutor(database, changeClock, metadata.SchemaOf(query.Role).Hash, limit.Gathered));

    /// <summary>Makes the first requests as fast as later ones, by compiling a small one in advance.</summary>
    public void WarmUp() =>
        Prepare(new QueryRequest($"{{ {model.DataModel.Entities[0].Plural}(first: 1) {{ nodes {{ __typename }} }} }}", null, default));

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        metrics.Dispose();
        database.Dispose();
    }

    /// <summary>The estimated number of bytes kept for reuse.</summary>
    internal long CachedBytes => documents.Sizes.Sum(cache => cache.Bytes()) + plans.Bytes;

    /// <summary>The settings with which it was created.</summary>
    internal EngineOptions Options => options;

    /// <summary>A compiled request, with contexts of any provider, for callers that want to see the SQL.</summary>
    internal static IEnumerable<string> Explain(PreparedQuery query, DbContext context, PastContext past) =>
        StatementCompiler.Compile(query.Compiled.Plan, context, past).Roots.OfType<ListStatements>().SelectMany(root => root.InOrder)
            .Select(statement => statement.Sql);

    private async Task ReadAsync(PreparedQuery query, ResponseInstants instants, ResponseBuffer buffer, CancellationToken cancellation)
    {
        using var transaction = await BeginAsync(query, cancellation);
        buffer.StateTag = instants.TagOf(transaction.StateTag);
        using var run = Gather(query, instants, transaction);
        using var stage = EngineTelemetry.Stage("serialize");
        await new ResponseWriter(
            query.Form, run, (form, json) => query.Metadata!.Write(form, json, transaction.Clock), buffer, transaction.AwaitClientAsync,
                instants.Extensions()).WriteAsync();
        query.Request.Observed?.Note(run.Errors);
        transaction.Complete();
    }

    private ValueTask<ReadTransaction> BeginAsync(PreparedQuery query, CancellationToken cancellation) =>
        database.BeginAsync(cancellation, query.Document, query.Name, query.Request.Count, query.Request.Actor);

    private QueryExecutor Gather(PreparedQuery query, ResponseInstants instants, ReadTransaction transaction)
    {
        using var stage = EngineTelemetry.Stage("execute");
        instants.Resolve(transaction, metadata.SchemaOf(query.Request.Role).Hash);
        limit.Check([(query.Compiled.Plan, query.Values)], transaction, instants.TagOf(transaction.StateTag));
        return QueryExecutor.Gather(query.Compiled, query.Values, transaction, limit.Gathered);
    }

    private (ParsedDocument Document, GraphQLOperationDefinition Operation) OperationOf(QueryRequest request)
    {
        var document = documents.Get(request.Document);
        var operation = document.Operation(request.OperationName);
        request.Observed?.Identify(operation.Operation.ToString().ToLowerInvariant(), operation.Name?.StringValue);
        return (document, operation);
    }
}
