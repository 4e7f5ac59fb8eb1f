namespace ReformGraph.Data.Errors;

/// <summary>The application cannot start. The message is one line that tells the user why.</summary>
internal class StartupException(string message, Exception? cause = null) : Exception(message, cause);
