using System.Text.Json;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Telemetry;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>Plans and compiles requests, once for each shape of a request, and keeps the results.</summary>
/// <param name="model">The schema.</param>
/// <param name="contexts">Creates contexts of the database.</param>
/// <param name="pastContexts">Creates contexts that see its past.</param>
/// <param name="lookups">The sources of fields that no table contains.</param>
internal sealed class PlanCache(
    PlanModel model, Func<DbContext> contexts, Func<PastContext> pastContexts, IReadOnlyDictionary<Type, FieldLookup> lookups)
{
    private readonly BoundedCache<PlanKey, (CompiledPlan Compiled, ResponseSerializer Form)> plans =
        new(model.Options.CachedBytes / 2, (key, plan) => key.Size([plan.Compiled]));

    private readonly BoundedCache<PlanKey, (Members<MutationStep> Steps, CostPlan Cost)> mutations =
        new(model.Options.CachedBytes / 16, (key, plan) => key.Size(plan.Steps.All.SelectMany(step => step.Form.Payload?.Plans ?? [])));

    /// <summary>The estimated number of bytes that it holds.</summary>
    public long Bytes => plans.Bytes + mutations.Bytes;

    /// <summary>The plan of a query.</summary>
    public (CompiledPlan Compiled, ResponseSerializer Form) Get(
        ParsedDocument document, GraphQLOperationDefinition operation, VariableValues variables, EngineRequest request)
    {
        var key = new PlanKey(document, operation, variables.Shape, request.Role.Key, request.AsOf is not null);
        return plans.TryGet(key, out var known) ? known : plans.Add(key, Compile(OperationPlanner.Plan(
            model,
            SelectionReader.Roots(document, operation, variables, model.Schema, model.Schema.Query.Name),
            variables,
            request.Role,
            key.IsPast)));
    }

    /// <summary>The plan of a read request. Its rows are buffered, because they are not written in order.</summary>
    public (CompiledPlan Compiled, ResponseSerializer Form) Get(ReadDocument document, VariableValues variables, ReadRequest request)
    {
        var key = new PlanKey(document, null, variables.Shape, request.Role.Key, request.AsOf is not null);
        return plans.TryGet(key, out var known) ? known : plans.Add(key, Compile(OperationPlanner.Plan(
            model, document.Roots(request.Fields, variables), variables, request.Role, key.IsPast).Held()));
    }

    /// <summary>The steps of a mutation, and their cost.</summary>
    public (Members<MutationStep> Steps, CostPlan Cost) GetMutations(
        ParsedDocument document, GraphQLOperationDefinition operation, VariableValues variables, RoleScope role)
    {
        var key = new PlanKey(document, operation, variables.Shape, role.Key, IsPast: true);
        return mutations.TryGet(key, out var known) ? known
            : mutations.Add(key, Compile(MutationPlanner.Plan(model, document, operation, variables, role)));
    }

    private (CompiledPlan Compiled, ResponseSerializer Form) Compile(ReadPlan plan)
    {
        using var stage = EngineTelemetry.Stage("compile");
        using var context = contexts();
        using var past = plan.Instants.Count + plan.Timelines.Count > 0 ? pastContexts() : null;
        return (StatementCompiler.Compile(plan, context, past), ResponseSerializer.Create(plan, lookups, ResponsePath.Start));
    }

    private (Members<MutationStep> Steps, CostPlan Cost) Compile(MutationPlan plan)
    {
        using var stage = EngineTelemetry.Stage("compile");
        using var context = contexts();
        using var past = pastContexts();
        return (new([.. plan.Roots.Select(root => (JsonEncodedText.Encode(root.Key), root is MutationField field
            ? new MutationStep(CompiledPayload.Compile(field, context, past, lookups), null)
            : new MutationStep(null, ((MutationTypeNameRoot)root).TypeName)))]), plan.Cost);
    }

    /// <summary>The key of a plan.</summary>
    /// <param name="Source">The parsed document, or that of a read request.</param>
    /// <param name="Operation">Its operation; null for a read request.</param>
    /// <param name="Shape">The shape of the variables.</param>
    /// <param name="Role">The key of the role for which it is planned.</param>
    /// <param name="IsPast">Whether the whole request is about the past.</param>
    private readonly record struct PlanKey(object Source, GraphQLOperationDefinition? Operation, string Shape, string Role, bool IsPast)
    {
        public long Size(IEnumerable<CompiledPlan> plans) => CachedSizes.EstimateBytes(
            Source is ParsedDocument document ? document.Text : ((ReadDocument)Source).Text, plans) + (sizeof(char) * Shape.Length);
    }
}
