using System.Text.Json.Nodes;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;

namespace ReformGraph.OData;

/// <summary>Translates <c>$orderby</c> to the engine's <c>order</c>.</summary>
internal static class OrderTranslation
{
    /// <summary>The order of rows; null if none is requested.</summary>
    /// <exception cref="RequestErrorException">It uses something other than a field.</exception>
    public static JsonArray? Translate(OrderByClause? clause, FeedModel model, FeedNow now, string option)
    {
        if (clause is null)
        {
            return null;
        }

        var keys = new JsonArray();
        for (var at = clause; at is not null; at = at.ThenBy)
        {
            keys.Add(new ValueTranslation(model, now, at.RangeVariable.Name, option).Translate(at.Expression) switch
            {
                FieldValue field => field.Route.Around(DirectionOf(at)),
                CountValue { Which: null } count => count.List.Around(new JsonObject { ["count"] = DirectionOf(at) }),
                var other => throw FeedErrors.NotSupported(option, $"Rows cannot be ordered by {other.Name}."),
            });
        }

        return keys;
    }

    public static string DirectionOf(OrderByClause clause) => clause.Direction == OrderByDirection.Descending ? "DESC" : "ASC";
}
