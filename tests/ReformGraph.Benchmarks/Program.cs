using ReformGraph.Benchmarks;

return await CommandLine.RunAsync(args);
