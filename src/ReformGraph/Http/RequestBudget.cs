using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Access;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Http;

/// <summary>What the sender of a request may use: the budget of its address, that of its key, or both.</summary>
internal sealed partial class RequestBudget(HttpContext context, bool isReported, ILogger log)
{
    public const string PolicyHeader = "RateLimit-Policy", StateHeader = "RateLimit";

    private readonly List<(ClientLimits Limits, string Client)> budgets = [];

    /// <summary>Those of the requests that have one.</summary>
    public static RequestBudget? Of(HttpContext context) => context.Features.Get<RequestBudget>();

    /// <summary>Begins a request that is a write as a whole: by POST, of a sender whose role may write.</summary>
    /// <returns>The sender.</returns>
    /// <exception cref="RequestErrorException">The method is different, the role may not write, or there are too many
    /// writes.</exception>
    public static Actor BeginPostedWrite(HttpContext context)
    {
        RequestErrors.UnlessPost(context.Request);
        var actor = context.Features.GetRequiredFeature<Actor>();
        Permissions.Write.Require(actor.Role.Name());
        Of(context)?.BeginWrite();
        return actor;
    }

    /// <summary>Adds a budget, and counts the request.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="client">The client.</param>
    /// <exception cref="RequestErrorException">It is used up.</exception>
    public void Count(ClientLimits limits, string client)
    {
        var budget = limits.BudgetOf(client);
        budgets.Add((limits, budget));
        Use(limits, limits.Requests, budget, 1);
    }

    /// <summary>Spends the cost of an operation before it runs; if one budget refuses it, no other is charged.</summary>
    /// <exception cref="RequestErrorException">There is not enough left.</exception>
    public void Spend(long cost)
    {
        foreach (var (limits, client) in budgets.OrderBy(budget => budget.Limits.Cost?.LeftOf(budget.Client) ?? long.MaxValue))
        {
            Use(limits, limits.Cost, client, cost);
        }
    }

    /// <summary>Begins a write, which ends with the request.</summary>
    /// <exception cref="RequestErrorException">There are too many.</exception>
    public void BeginWrite()
    {
        foreach (var (limits, client) in budgets)
        {
            if (Use(limits, limits.Writes, client, 1) is { } lease)
            {
                context.Response.RegisterForDispose(lease);
            }
        }
    }

    /// <summary>Writes the headers about the budgets.</summary>
    public Task WriteAsync()
    {
        var quotas = budgets.SelectMany(budget => budget.Limits.All.Select(quota => (quota, budget.Client))).ToList();
        var headers = context.Response.Headers;
        headers[PolicyHeader] = string.Join(", ", quotas.Select(one => one.quota.Policy));
        headers[StateHeader] = string.Join(", ", quotas.Select(one => one.quota.StateOf(one.Client)));
        return Task.CompletedTask;
    }

    private RateLimitLease? Use(ClientLimits limits, Quota? quota, string client, long wanted)
    {
        if (quota is null)
        {
            return null;
        }

        var lease = wanted > quota.Limit ? null : quota.Limiter.AttemptAcquire(client, (int)wanted);
        if (lease?.IsAcquired == true)
        {
            return lease;
        }

        var refusal = lease is null ? TooHigh(limits, quota, wanted) : UsedUp(limits, quota, client, wanted);
        lease?.Dispose();
        if (!isReported)
        {
            throw refusal;
        }

        LogBeyond(client == ClientLimits.Others ? "A client without a budget of its own" : client, context.TraceIdentifier,
            refusal.Message);
        return null;
    }

    private static RequestErrorException TooHigh(ClientLimits limits, Quota quota, long cost) => RequestErrors.OverLimit(
        ServerErrorCodes.CostTooHigh,
        $"The operation costs {cost}. {limits.Client} may spend {quota.Limit} within a minute ({quota.Setting}). Ask for smaller pages, " +
        "or for fewer lists inside lists.",
        quota.Setting, cost, quota.Limit);

    private static RequestErrorException UsedUp(ClientLimits limits, Quota quota, string client, long wanted)
    {
        var seconds = Math.Max(1, quota.SecondsUntil(client, wanted));
        var message = ReferenceEquals(quota, limits.Requests)
                ? $"{limits.Client} may send {quota.Limit} requests within a minute ({quota.Setting})."
            : ReferenceEquals(quota, limits.Cost)
                ? $"The operation costs {wanted}, and {quota.LeftOf(client)} is left of the {quota.Limit} that " +
                $"{Lower(limits.Client)} may spend within a minute ({quota.Setting})."
            : $"{limits.Client} may have {quota.Limit} writes in progress at once ({quota.Setting}).";
        return RequestErrors.Create(ServerErrorCodes.TooManyRequests,
            $"{message} Try again in {English.Count(seconds, "second")}.",
            ("limit", quota.Setting), ("allowed", (long)quota.Limit), (ErrorHeaders.RetryAfter, seconds));
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    [LoggerMessage(LogLevel.Warning, "{Client} is beyond a limit in the request {TraceId}, which is answered: {Reason}")]
    private partial void LogBeyond(string client, string traceId, string reason);
}
