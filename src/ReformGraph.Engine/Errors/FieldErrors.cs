namespace ReformGraph.Engine.Errors;

/// <summary>The errors of single fields of one response, whose other fields are valid. Only a limited number is kept; the rest are
/// counted.</summary>
/// <param name="allowed">The number of errors to keep.</param>
public sealed class FieldErrors(int allowed)
{
    private readonly List<RequestError> errors = [];
    private int count;

    /// <summary>Whether there are any.</summary>
    public bool Any => count > 0;

    /// <summary>Adds the error of a field.</summary>
    /// <param name="error">Creates the error, if it is kept.</param>
    public void Add(Func<RequestError> error)
    {
        if (++count <= allowed)
        {
            errors.Add(error());
        }
    }

    /// <summary>The errors that were kept and, if there were more, one that states the total number.</summary>
    public IReadOnlyList<RequestError> All => count <= allowed ? errors :
    [
        .. errors,
        new(ErrorCodes.ErrorsLeftOut, $"{count} fields of the response have an error; only the first {allowed} are listed (Limits:Errors).")
        {
            Details = new Dictionary<string, object> { ["limit"] = "Limits:Errors", ["found"] = count, ["allowed"] = allowed },
        },
    ];
}
