using System.Text.Json;

namespace ReformGraph.Engine.Planning;

/// <summary>Aggregates over all rows of a list, as of several instants.</summary>
/// <param name="Number">Its index among the timelines of its list.</param>
/// <param name="Instants">The instants, in a plan parameter that no statement uses.</param>
/// <param name="Step">The plan parameter of the sequence number as of which the aggregates are read; the executor binds it to that of each
/// instant.</param>
/// <param name="Aggregates">The aggregates.</param>
internal sealed record TimelinePlan(int Number, PlannedInstant Instants, PlanParameter Step, IReadOnlyList<AggregatePlan> Aggregates);

/// <summary>Aggregates over all nodes, step by step.</summary>
internal sealed record TimelineOutput(JsonEncodedText Key, int Number, IReadOnlyList<StepOutput> Fields) : ConnectionOutput(Key);

/// <summary>What is written under one key of a step: aggregates, or what its name says.</summary>
internal sealed record StepOutput(JsonEncodedText Key, string Name, AggregateOutput? Aggregate, string TypeName);
