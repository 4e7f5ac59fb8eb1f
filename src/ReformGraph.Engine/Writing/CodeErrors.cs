using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Writing;

/// <summary>Why a code does not identify a row.</summary>
internal static class CodeErrors
{
    /// <summary>Rows within several rows have it.</summary>
    /// <param name="entity">The entity of the rows.</param>
    /// <param name="within">The codes of those within which they lie, in order; one more than can be named stands for all others.</param>
    public static RequestError Ambiguous(EntityModel entity, IReadOnlyCollection<string> within)
    {
        var scope = entity.Within!;
        string[] named = [.. within.Take(SharedCode.MostNamed)];
        return new(ErrorCodes.CodeAmbiguous,
            $"Rows of several {scope.Entity.Plural} have this code: {string.Join(", ", named)}" +
            $"{(within.Count > named.Length ? " and others" : "")}. Say which one is meant by the argument {scope.Name}.")
        {
            Details = new Dictionary<string, object> { ["argument"] = scope.Name, ["values"] = named },
        };
    }
}
