using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReformGraph.Engine;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Writing;
using Xunit.Sdk;

namespace ReformGraph.Tests.Postgres;

/// <summary>The engine as it is, and its stages run and write over the statements that are compiled for PostgreSQL.</summary>
/// <param name="engine">The engine, over SQLite.</param>
/// <param name="contexts">Makes contexts of a database in PostgreSQL that holds the same rows.</param>
/// <param name="past">Makes contexts that see its past.</param>
internal sealed class BothProviders(QueryEngine engine, Func<DbContext> contexts, Func<PastContext> past)
{
    /// <summary>Asks both, and fails unless the answers are the same, byte for byte.</summary>
    /// <exception cref="RequestErrorException">The request is refused before anything is read.</exception>
    public async Task AgreeAsync(QueryRequest request)
    {
        var query = engine.Prepare(request);
        var sqlite = await AnswerAsync(output => engine.RunAsync(engine.Prepare(request), output, _ => { }, CancellationToken.None));
        var postgres = await AnswerAsync(output => RunAsync(query, output, sqlite));
        if (postgres != sqlite)
        {
            using var context = contexts();
            using var pastContext = past();
            throw new XunitException($"""
                SQLite and PostgreSQL give different answers.
                Document: {request.Document}
                Variables: {request.Variables}
                SQLite: {sqlite}
                PostgreSQL: {postgres}
                {string.Join("\n\n", QueryEngine.Explain(query, context, pastContext))}
                """);
        }
    }

    private async Task RunAsync(PreparedQuery query, PipeWriter output, string sqlite)
    {
        if (query.Kept is { } kept)
        {
            await output.WriteAsync(kept.Json); // no row is read for it
            return;
        }

        using var context = contexts();
        using var pastContext = past();
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await connection.OpenAsync();
        using var buffer = new ResponseBuffer(output, (_, _) => { }, CancellationToken.None);
        foreach (var (planned, asOf) in query.Instants)
        {
            query.Values[planned.PlanParameter.Number] = (asOf ?? query.Request.AsOf)?.Sequence
                ?? Revisions.Open - 1; // of an instant SQLite alone finds the change
        }

        using var run = new QueryExecutor(StatementCompiler.Compile(query.Compiled.Plan, context, pastContext), query.Values,
            new PostgreSqlSource(connection), new RowBufferTotal(engine.Options));
        run.Gather();
        await new ResponseWriter(query.Form, run,
            (root, json) => query.Metadata!.Write(root, json, new Deadline(engine.Options.Timeout, CancellationToken.None)), buffer,
            async sent => await sent, AboutTheAnswer(sqlite)).WriteAsync();
        await buffer.CompleteAsync();
    }

    /// <summary>What is said of an answer is the same for both.</summary>
    private static byte[]? AboutTheAnswer(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.TryGetProperty("extensions", out var extensions) ? Encoding.UTF8.GetBytes(extensions.GetRawText()) : null;
    }

    private static async Task<string> AnswerAsync(Func<PipeWriter, Task> answer)
    {
        using var body = new MemoryStream();
        var output = PipeWriter.Create(body);
        try
        {
            await answer(output);
        }
        catch (RequestErrorException refused)
        {
            return JsonSerializer.Serialize(refused.Errors.Select(
                error => error.Code == ErrorCodes.SumOverflow ? error.Code.Name : $"{error.Code.Name}: {error.Message}"));
        }

        await output.CompleteAsync();
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
