using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using ReformGraph.Domain.Access;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Http;

/// <summary>
/// What an auditor gets from a running server: the signed checkpoint of its log, and proofs that <c>audit check-proof</c> reads. It rejects
/// requests by method, role and parameters.
/// </summary>
internal sealed class LedgerEndpoint(PublishedLog log, QueryEngine engine, TrustedDocuments documents, ILogger<LedgerEndpoint> errors)
{
    public const string CheckpointPath = "/checkpoint", InclusionPath = "/proofs/inclusion", ConsistencyPath = "/proofs/consistency";

    private const string Caching = "private, no-cache";

    /// <summary>The checkpoint of the present state of the log.</summary>
    public Task CheckpointAsync(HttpContext context)
    {
        ParametersOf(context.Request);
        var note = Read(log.Checkpoint);
        return HttpResponses.TextAsync(context, "text/plain", note, EntityTags.OfText(note), Caching);
    }

    /// <summary>The proof that a version of a row was recorded, or its withdrawal.</summary>
    public Task InclusionAsync(HttpContext context)
    {
        var parameters = ParametersOf(context.Request, "entity", "id", "code", "county", "version", "size");
        documents.RefuseOthers(); // it contains the row
        var entity = parameters.GetValueOrDefault("entity")
            ?? throw Wrong("entity is missing: name the type of the row, for example RiskVillage");
        var role = context.Features.GetRequiredFeature<Actor>().RoleScope;
        Permissions.Prove(engine.DataModel, entity).Require(role.Name);
        var proven = engine.DataModel.Entities.FirstOrDefault(known => known.Name == entity);
        if (engine.DataModel.Entities.FirstOrDefault(known => (known.Name == entity || known.ClrType == typeof(Change))
            && !role.Covers(known)) is { } outside)
        {
            throw new RequestErrorException(role.Refusal(outside));
        }

        var (id, code) = (Number(parameters, "id"), parameters.GetValueOrDefault("code"));
        if (id is null == code is null)
        {
            throw Wrong("name the row by either id or code");
        }

        var county = parameters.GetValueOrDefault("county");
        if (county is not null && code is null)
        {
            throw Wrong("county says which row has the code: give it with code only");
        }

        if (id is { } number && number.ToString(CultureInfo.InvariantCulture) != parameters["id"])
        {
            throw RequestErrors.Create(ServerErrorCodes.ProofNotFound, $"There is no {entity} with this id.");
        }

        var (version, size) = (Number(parameters, "version"), Number(parameters, "size"));
        SensitiveRead.Begin(context, SensitiveRead.FieldsOf(proven));
        SensitiveRead.Add(context, 1);
        return ProofAsync(context, maker => maker.Inclusion(entity, id ?? maker.IdOf(entity, code!, county), version, size));
    }

    /// <summary>The proof that the log at one size begins with the log at another.</summary>
    public Task ConsistencyAsync(HttpContext context)
    {
        var parameters = ParametersOf(context.Request, "from", "to");
        var from = Number(parameters, "from") ?? throw Wrong("from is missing: give the size of the earlier checkpoint");
        if (from == 0)
        {
            throw Wrong("from must be at least 1: every log starts empty, so there is nothing to prove");
        }

        var to = Number(parameters, "to");
        return ProofAsync(context, maker => maker.Consistency(from, to));
    }

    private Task ProofAsync(HttpContext context, Func<ProofMaker, Proof> make)
    {
        var text = Read(() => log.Prove(make)).ToJson() + "\n";
        return HttpResponses.TextAsync(context, ResponseMediaType.Json.Name, text, EntityTags.OfText(text), Caching);
    }

    private T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NothingToProveException nothing)
        {
            throw RequestErrors.Create(ServerErrorCodes.ProofNotFound, nothing.Message);
        }
        catch (StartupException cause)
        {
            errors.LogError(cause, "The log cannot be read or signed.");
            throw RequestErrors.Create(ServerErrorCodes.LedgerUnavailable,
                "The server cannot read its log of changes, or the key that signs checkpoints; see the server's own log.");
        }
    }

    private static Dictionary<string, string> ParametersOf(HttpRequest request, params string[] known)
    {
        RequestErrors.UnlessRead(request);

        foreach (var (name, values) in request.Query)
        {
            if (!known.Contains(name) || values.Count > 1)
            {
                throw Wrong(known is [] ? "this address has none" : $"this address has {string.Join(", ", known)}, each at most once");
            }
        }

        return request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString());
    }

    private static long? Number(Dictionary<string, string> parameters, string name) =>
        !parameters.TryGetValue(name, out var text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong($"{name} must be a whole number");

    private static RequestErrorException Wrong(string what) =>
        RequestErrors.Create(ServerErrorCodes.InvalidParameter, $"A parameter is wrong: {what}.");
}
