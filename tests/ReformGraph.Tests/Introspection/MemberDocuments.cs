using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding;

namespace ReformGraph.Tests.Introspection;

/// <summary>A member of a schema, a document that names it by the shortest way, and whether a role is shown it.</summary>
internal sealed record MemberDocument(string Member, string Document, bool IsShown);

/// <summary>
/// Queries for the members of the whole schema that stand on types that a role is shown: fields of objects, and of inputs.
/// They are reached by what the role is
/// shown, so that only the member itself decides. Keys of groups are left out: they can be named only where rows are grouped by them.
/// </summary>
internal sealed class MemberDocuments(ISchema shown, ISchema whole)
{
    private readonly Queue<(IObjectGraphType Type, Func<string, string> Around)> objects = new();
    private readonly Queue<(IInputObjectGraphType Type, Func<string, string> Around)> inputs = new();
    private readonly HashSet<string> seen = [];

    /// <summary>Those of a role.</summary>
    public static IEnumerable<MemberDocument> Of(DataModel dataModel, string role, bool writes) =>
        new MemberDocuments(SchemaBuilder.Build(dataModel.For(role, writes)), SchemaBuilder.Build(dataModel)).All();

    private IEnumerable<MemberDocument> All()
    {
        objects.Enqueue((shown.Query, inner => $"{{ {inner} }}"));
        while (objects.TryDequeue(out var next))
        {
            foreach (var document in Fields(next.Type, next.Around))
            {
                yield return document;
            }
        }

        while (inputs.TryDequeue(out var next))
        {
            foreach (var document in InputFields(next.Type, next.Around))
            {
                yield return document;
            }
        }
    }

    private IEnumerable<MemberDocument> Fields(IObjectGraphType type, Func<string, string> around)
    {
        foreach (var field in ((IObjectGraphType)whole.AllTypes[type.Name]!).Fields.Where(
            _ => !type.Name.EndsWith("Key", StringComparison.Ordinal)))
        {
            var isShown = type.Fields.Find(field.Name) is not null;
            var named = Named(field.ResolvedType!);
            var call = field.Name + Arguments(field, null, null);
            yield return new($"{type.Name}.{field.Name}", around(call + Leaf(named, 0)), isShown);
            if (!isShown)
            {
                continue;
            }

            foreach (var argument in field.Arguments ?? [])
            {
                Follow(argument.ResolvedType!, literal => around(field.Name + Arguments(field, argument.Name, literal) + Leaf(named, 0)));
            }

            if (named is IObjectGraphType && seen.Add(named.Name))
            {
                objects.Enqueue(((IObjectGraphType)shown.AllTypes[named.Name]!, inner => around($"{call} {{ {inner} }}")));
            }
        }
    }

    private IEnumerable<MemberDocument> InputFields(IInputObjectGraphType type, Func<string, string> around)
    {
        var all = ((IInputObjectGraphType)whole.AllTypes[type.Name]!).Fields;
        foreach (var field in all)
        {
            var isShown = type.Fields.Find(field.Name) is not null;
            var others = type.IsOneOf
                ? "" : string.Concat(all.Where(other => other != field && other.ResolvedType is NonNullGraphType)
                .Select(other => $", {other.Name}: {Sample(other.ResolvedType!, 0)}"));
            yield return new($"{type.Name}.{field.Name}",
                around($"{{ {field.Name}: {Sample(field.ResolvedType!, isShown ? 0 : 4)}{others} }}"), isShown);
            if (isShown)
            {
                Follow(field.ResolvedType!, literal => around($"{{ {field.Name}: {literal}{others} }}"));
            }
        }
    }

    private void Follow(IGraphType type, Func<string, string> around)
    {
        if (Named(type) is IInputObjectGraphType input && !input.Name.EndsWith("GroupKeySortInput", StringComparison.Ordinal)
            && seen.Add(input.Name))
        {
            inputs.Enqueue(((IInputObjectGraphType)shown.AllTypes[input.Name]!, around));
        }
    }

    private static string Arguments(FieldType field, string? name, string? literal)
    {
        var given = (field.Arguments ?? []).Where(
            argument => argument.Name == name || (argument.ResolvedType is NonNullGraphType && argument.DefaultValue is null))
            .Select(argument => $"{argument.Name}: {(argument.Name == name ? literal : Sample(argument.ResolvedType!, 0))}").ToList();
        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    // A selection that reaches a value: of a hidden object something in it must be hidden.
    private string Leaf(IGraphType type, int depth) => type is not IObjectGraphType complex ? ""
        : shown.AllTypes[type.Name] is not null || depth > 3 ? " { __typename }"
        : complex.Fields.First() is var first
        ? $" {{ {first.Name}{Arguments(first, null, null)}{Leaf(Named(first.ResolvedType!), depth + 1)} }}"
        : "";

    private static string Sample(IGraphType type, int depth) => type switch
    {
        NonNullGraphType required => Sample(required.ResolvedType!, depth),
        ListGraphType list => Sample(list.ResolvedType!, depth),
        EnumerationGraphType values => values.Values.First().Name,
        IInputObjectGraphType input =>
            $"{{ {string.Join(", ", Given(input, depth).Select(field => $"{field.Name}: {Sample(field.ResolvedType!, depth - 1)}"))} }}",
        _ => type.Name switch
        {
            "Boolean" => "true",
            "Int" or "Long" or "Decimal" or "Float" or "Short" or "Byte" => "1",
            "LocalDate" => "\"2026-01-01\"",
            "DateTime" => "\"2026-01-01T00:00:00Z\"",
            _ => "\"1\"",
        },
    };

    private static IEnumerable<FieldType> Given(IInputObjectGraphType input, int depth) =>
        input.IsOneOf ? input.Fields.Take(1)
        : depth > 0 ? input.Fields.Where(field => field.Name is not ("and" or "or" or "where" or "count")).Take(1)
        : input.Fields.Where(field => field.ResolvedType is NonNullGraphType);

    private static IGraphType Named(IGraphType type) => type is IProvideResolvedType around ? Named(around.ResolvedType!) : type;
}
