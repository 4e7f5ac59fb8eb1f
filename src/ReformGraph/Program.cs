using ReformGraph;

try
{
    return await CommandLine.RunAsync(args);
}
catch (StartupException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
