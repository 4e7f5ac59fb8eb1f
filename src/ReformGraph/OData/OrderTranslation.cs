using System.Text.Json.Nodes;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>From <c>$orderby</c> to the engine's <c>order</c>.</summary>
internal static class OrderTranslation
{
    /// <summary>The order of rows; null where none is asked for.</summary>
    /// <exception cref="RequestRefusedException">It is by something other than a field.</exception>
    public static JsonArray? Of(OrderByClause? clause, FeedModel model, string option)
    {
        if (clause is null)
        {
            return null;
        }

        var keys = new JsonArray();
        for (var at = clause; at is not null; at = at.ThenBy)
        {
            var route = FieldRoute.Of(at.Expression, model, at.RangeVariable.Name, option);
            keys.Add(route.Field is ScalarField
                ? route.Around(DirectionOf(at))
                : throw FeedRefusal.NotSupported(option, $"Rows are not ordered by {(route.Names.Count == 0 ? "themselves" : route)}."));
        }

        return keys;
    }

    public static string DirectionOf(OrderByClause clause) => clause.Direction == OrderByDirection.Descending ? "DESC" : "ASC";
}
