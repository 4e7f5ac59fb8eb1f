using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>What a mutation operation writes and how its response is assembled, for every request with the same shape.</summary>
/// <param name="Roots">The root fields in the order of the response, which is that of their execution.</param>
/// <param name="Cost">The cost of the operation.</param>
internal sealed record MutationPlan(IReadOnlyList<MutationRoot> Roots, CostPlan Cost);

/// <summary>A root field of a mutation operation.</summary>
internal abstract record MutationRoot(string Key);

/// <summary>The name of the mutation type.</summary>
internal sealed record MutationTypeNameRoot(string Key, string TypeName) : MutationRoot(Key);

/// <summary>A mutation.</summary>
/// <param name="Key">Its key in the response.</param>
/// <param name="Name">Its name.</param>
/// <param name="At">Its place.</param>
/// <param name="Mutation">What it does; null for a batch, and for one of the application's own.</param>
/// <param name="Own">The application's own mutation; null for any other.</param>
/// <param name="Input">Its input, which each request reads.</param>
/// <param name="Payload">How its payload is read.</param>
internal sealed record MutationField(string Key, string Name, Place At, Mutation? Mutation, OwnMutation? Own,
    InputObject Input, PayloadPlan Payload) : MutationRoot(Key);

/// <summary>How the payload of a mutation is read.</summary>
/// <param name="Rows">What is read if the write was stored.</param>
/// <param name="RowId">The plan parameter of the row's id.</param>
/// <param name="ChangeId">The plan parameter of the change's.</param>
/// <param name="Outputs">What is written of it.</param>
internal sealed record PayloadPlan(ReadPlan Rows, PlanParameter RowId, PlanParameter ChangeId, IReadOnlyList<PayloadOutput> Outputs);

/// <summary>What is written under one key of a payload.</summary>
internal abstract record PayloadOutput(string Key);

/// <summary>A row, by the number of its root field in what is read.</summary>
internal sealed record PayloadRow(string Key, int Root) : PayloadOutput(Key);

/// <summary>The name of the payload's type.</summary>
internal sealed record PayloadTypeName(string Key, string TypeName) : PayloadOutput(Key);

/// <summary>The errors, by the names of their types.</summary>
internal sealed record PayloadErrors(string Key, IReadOnlyDictionary<string, ErrorPlan> Types) : PayloadOutput(Key);

/// <summary>How an error of one type is written.</summary>
/// <param name="Outputs">What is written of it.</param>
/// <param name="Rows">What is read for it: the row as it is now.</param>
/// <param name="RowId">The plan parameter of the row's id.</param>
internal sealed record ErrorPlan(IReadOnlyList<ErrorOutput> Outputs, ReadPlan Rows, PlanParameter RowId);

/// <summary>What is written under one key of an error.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">The field.</param>
/// <param name="Root">For a row, the number of its root field in what is read.</param>
internal sealed record ErrorOutput(string Key, string Name, int? Root);
