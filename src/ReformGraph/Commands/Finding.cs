namespace ReformGraph.Commands;

/// <summary>Whether a check of <c>doctor</c> found a fault.</summary>
internal enum FindingState
{
    /// <summary>Nothing is wrong.</summary>
    Ok,

    /// <summary>The server starts, but something is limited or soon will be.</summary>
    Warning,

    /// <summary>The server does not start, or cannot answer.</summary>
    Error,
}

/// <summary>What a check found.</summary>
/// <param name="Check">The name of the check.</param>
/// <param name="State">Whether it is a fault.</param>
/// <param name="Message">What is so or what is wrong, and then what to do about it.</param>
internal sealed record Finding(string Check, FindingState State, string Message)
{
    /// <summary>How long before something expires there is a warning.</summary>
    public const int DaysOfWarning = 30;

    /// <summary>The state, for people and programs.</summary>
    public string Word => State.ToString().ToUpperInvariant();
}
