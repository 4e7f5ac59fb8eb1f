using System.Text.Json;

namespace ReformGraph.Engine.Planning;

/// <summary>Numbers about all rows of a list, as of several instants.</summary>
/// <param name="Number">Its place among the time lines of its list.</param>
/// <param name="Instants">The instants, in a plan parameter that no statement has.</param>
/// <param name="Step">The plan parameter of the sequence number as of which the numbers are read;
/// the run binds it to that of each instant.</param>
/// <param name="Aggregates">The numbers.</param>
internal sealed record TimelinePlan(int Number, PlannedInstant Instants, PlanParameter Step, IReadOnlyList<AggregatePlan> Aggregates);

/// <summary>Numbers about all nodes, step by step.</summary>
internal sealed record TimelineOutput(JsonEncodedText Key, int Number, IReadOnlyList<StepOutput> Fields) : ConnectionOutput(Key);

/// <summary>What stands under one key of a step: numbers, or else what its name says.</summary>
internal sealed record StepOutput(JsonEncodedText Key, string Name, AggregateOutput? Aggregate, string TypeName);
