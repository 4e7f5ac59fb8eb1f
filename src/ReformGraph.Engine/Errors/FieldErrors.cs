namespace ReformGraph.Engine.Errors;

/// <summary>The errors of single fields of one answer, whose other fields stand. Only so many are kept; the others are counted.</summary>
/// <param name="allowed">How many are kept.</param>
public sealed class FieldErrors(int allowed)
{
    private readonly List<RequestError> errors = [];
    private int count;

    /// <summary>Whether there are any.</summary>
    public bool Any => count > 0;

    /// <summary>Adds the error of a field.</summary>
    /// <param name="error">Makes it, where it is kept.</param>
    public void Add(Func<RequestError> error)
    {
        if (++count <= allowed)
        {
            errors.Add(error());
        }
    }

    /// <summary>Those that were kept, and one that says how many there were in all if some were not.</summary>
    public IReadOnlyList<RequestError> All => count <= allowed ? errors :
    [
        .. errors,
        new(ErrorCodes.ErrorsLeftOut, $"{count} fields of the response have an error; only the first {allowed} are listed (Limits:Errors).")
        {
            Details = new Dictionary<string, object> { ["limit"] = "Limits:Errors", ["found"] = count, ["allowed"] = allowed },
        },
    ];
}
