using ReformGraph.Data.Errors;

namespace ReformGraph.Data.Ledger;

/// <summary>There is not what a proof was asked of. The message says what, and nothing of files.</summary>
internal sealed class NothingToProveException(string message) : StartupException(message);
