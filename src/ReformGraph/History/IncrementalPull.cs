using System.Globalization;
using System.Text.Json.Nodes;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;

namespace ReformGraph.History;

/// <summary>
/// Requests for only a part of the rows: what has changed since the client's last request, according to the log; or the rows that were
/// first recorded in a span of time, which never move to another span.
/// </summary>
internal static class IncrementalPull
{
    /// <summary>The parameter with a token, a sequence number or an instant.</summary>
    public const string ChangedSince = "changedSince";

    /// <summary>The parameters of the span, whose end is exclusive. The names are those of Power BI.</summary>
    public const string RangeStart = "RangeStart", RangeEnd = "RangeEnd";


    /// <summary>The token of a request; null if it asks for all rows.</summary>
    /// <param name="entity">The rows.</param>
    /// <param name="text">The parameter; null if it is not given.</param>
    /// <exception cref="RequestErrorException">It is malformed, or the rows have no history.</exception>
    public static ChangeToken? Since(EntityModel entity, string? text)
    {
        if (text is null)
        {
            return null;
        }

        RequireHistory(entity, ChangedSince);
        return ChangeToken.Parse(text) ?? throw Refusal(
            ServerErrorCodes.ChangeTokenMalformed, ChangedSince,
                $"changedSince is '{SourceText.Shorten(text)}'; it must be the token from an earlier response, the sequence " +
                "number of a change (0 for the beginning), or an instant with its time and offset, such as 2026-11-25T08:00:00Z.");
    }

    /// <summary>The condition that rows were first recorded in a span of time; null if no span is given.</summary>
    /// <param name="entity">The rows.</param>
    /// <param name="start">Its parameter; null if it is not given.</param>
    /// <param name="end">Its parameter; null if it is not given.</param>
    /// <exception cref="RequestErrorException">One is not an instant, or the rows have no history.</exception>
    public static JsonObject? FirstRecorded(EntityModel entity, string? start, string? end)
    {
        var span = new JsonObject();
        Add(RangeStart, start, "gte");
        Add(RangeEnd, end, "lt");
        return span.Count == 0 ? null : new JsonObject
        {
            ["history"] = new JsonObject
            {
                ["some"] = new JsonObject
                {
                    ["version"] = new JsonObject { ["eq"] = 1 },
                    ["recordedBy"] = new JsonObject { ["recordedAt"] = span }
                }
            },
        };

        void Add(string name, string? text, string condition)
        {
            if (text is not null)
            {
                RequireHistory(entity, name);
                span[condition] = AsOf.Parse(text)?.Instant is { } instant
                    ? instant.ToString("O", CultureInfo.InvariantCulture)
                    : throw Refusal(ServerErrorCodes.InvalidParameter, name,
                        $"{name} must be an instant with its time and offset, such as 2026-11-25T08:00:00Z.");
            }
        }
    }

    /// <summary>
    /// Why the changes of rows do not cover all columns; null if they do. The name of a township can change without a change to its
    /// villages, whereas its code never changes.
    /// </summary>
    /// <param name="entity">The rows.</param>
    /// <param name="columns">The paths of the columns.</param>
    /// <param name="keys">The columns of which one is needed to identify a withdrawn row.</param>
    public static string? Untracked(EntityModel entity, IReadOnlyCollection<string> columns, params string[] keys) =>
        columns.FirstOrDefault(column => !IsTracked(entity, column)) is { } foreign
            ? $"{foreign} belongs to another row, which can change when this row does not. With changedSince, only the id and the " +
            "code of another row can be selected: pull the changes of that row separately."
        : !columns.Intersect(keys).Any()
        ? $"{string.Join(" or ", keys)} must be among the columns, because it identifies a withdrawn row."
        : null;

    /// <summary>Whether a column changes only when its row does.</summary>
    /// <param name="entity">The rows.</param>
    /// <param name="column">The path of the column.</param>
    public static bool IsTracked(EntityModel entity, string column) =>
        column.Split('.') is [var first, .. var rest] && rest is [] or ["id" or "code"] && entity.Find(first) is not ListField;

    /// <summary>Rejects columns that the changes do not cover.</summary>
    /// <param name="entity">The rows.</param>
    /// <param name="columns">The paths of the columns.</param>
    /// <param name="keys">The columns of which one is needed.</param>
    /// <exception cref="RequestErrorException">There is such a column, or none that identifies a withdrawn row.</exception>
    public static void RequireTracked(EntityModel entity, IReadOnlyCollection<string> columns, params string[] keys)
    {
        if (Untracked(entity, columns, keys) is { } reason)
        {
            throw Refusal(ServerErrorCodes.ChangesNotTracked, ChangedSince, reason);
        }
    }

    /// <summary>Rejects a parameter in combination with <c>changedSince</c>: a row that no longer meets a condition would be missing
    /// without notice.</summary>
    /// <exception cref="RequestErrorException">It is given.</exception>
    public static void RefuseBeside(string parameter, bool isGiven)
    {
        if (isGiven)
        {
            throw Refusal(ServerErrorCodes.ChangesNotTracked, parameter,
                $"{parameter} cannot be combined with changedSince, which returns every row that has changed, in the order of ids: a " +
                "row that no longer matches would disappear without notice.");
        }
    }

    private static void RequireHistory(EntityModel entity, string parameter)
    {
        if (!entity.IsVersioned)
        {
            throw Refusal(ServerErrorCodes.ChangesNotTracked, parameter,
                $"{entity.Plural} have no history of their own. Ask for those after the last one that you know, with a condition.");
        }
    }

    private static RequestErrorException Refusal(ErrorCode code, string parameter, string message) =>
        new(new RequestError(code, message) { Details = new Dictionary<string, object> { ["parameter"] = parameter } });
}
