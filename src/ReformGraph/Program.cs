using ReformGraph;
using ReformGraph.CompiledModel;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;

try
{
    DatabaseFile.UseCompiledModel(ReformDbContextModel.Instance);
    return await CommandLine.RunAsync(args);
}
catch (StartupException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
