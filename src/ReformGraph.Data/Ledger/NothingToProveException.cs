using ReformGraph.Data.Errors;

namespace ReformGraph.Data.Ledger;

/// <summary>What a proof was requested for does not exist. The message says what, and reveals nothing about files.</summary>
internal sealed class NothingToProveException(string message) : StartupException(message);
