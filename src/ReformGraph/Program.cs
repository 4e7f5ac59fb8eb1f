using ReformGraph;
using ReformGraph.Data.Errors;

try
{
    return await CommandLine.RunAsync(args);
}
catch (StartupException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
