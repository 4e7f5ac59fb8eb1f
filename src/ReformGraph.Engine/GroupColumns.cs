using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>Finds the columns of an export of groups: the values that a query selects of each group, at any depth.</summary>
/// <param name="model">The schema.</param>
internal sealed class GroupColumns(PlanModel model)
{
    private const int DecimalDigits = 19;

    private static readonly ScalarType Text = ScalarType.For(typeof(string))!;
    private static readonly ScalarType Inexact = ScalarType.For(typeof(double))!;

    private readonly Dictionary<string, ScalarType> scalars = model.DataModel.Entities
        .SelectMany(entity => entity.Fields.OfType<ScalarField>()).Select(field => field.Type).Where(type => type.IsEnum)
        .Concat(ScalarType.All).DistinctBy(type => type.Name).ToDictionary(type => type.Name);

    /// <summary>The columns.</summary>
    /// <param name="entity">The entity whose rows are grouped.</param>
    /// <param name="nodes">The selection of the groups.</param>
    /// <param name="place">Its path in the response.</param>
    /// <exception cref="Errors.RequestErrorException">A group would not be flat.</exception>
    public IEnumerable<ExportColumn> Read(EntityModel entity, SelectedField nodes, string place) =>
        Read(nodes, (IObjectGraphType)model.Schema.AllTypes[GroupNames.Group(entity)]!, string.Empty, string.Empty, place, false);

    private IEnumerable<ExportColumn> Read(SelectedField parent, IObjectGraphType type, string path, string name, string place,
        bool isNullable)
    {
        foreach (var field in parent.Below(type.Name).Where(field => field.Name != "__typename"))
        {
            var declared = type.Fields.Find(field.Name)!;
            var (fieldPath, fieldName) = (path + field.Name, name + field.Key);
            var canBeNull = isNullable || declared.ResolvedType is not NonNullGraphType;
            switch (declared.ResolvedType is NonNullGraphType { ResolvedType: var inner } ? inner : declared.ResolvedType)
            {
                case IObjectGraphType below when !below.Fields.Any(each => each.Name == "nodes"):
                    foreach (var column in Read(field, below, $"{fieldPath}.", $"{fieldName}.", $"{place}.{field.Key}", canBeNull))
                    {
                        yield return column;
                    }

                    break;
                case ScalarGraphType value:
                    var scalar = TypeOf(value.Name, fieldPath);
                    yield return new ExportColumn(fieldPath, declared.Description ?? string.Empty, scalar, canBeNull)
                    {
                        Name = fieldName,
                        Precision = scalar.Codec.Arithmetic is Arithmetic.Decimal ? DecimalDigits : 0,
                    };
                    break;
                default:
                    throw ExportSelection.Refusal(field.At, $"{place}.{field.Key}",
                        "a group of an export has one value in each column, and cannot contain a list");
            }
        }
    }

    // Keys and aggregates are exact to four decimal places; shares and rates have more.
    private ScalarType TypeOf(string name, string path)
    {
        var type = scalars.GetValueOrDefault(name) ?? Text;
        var isExact = path.StartsWith("key.", StringComparison.Ordinal)
            || AggregateFunctions.All.Any(function => path.StartsWith($"aggregate.{function.Name}.", StringComparison.Ordinal));
        return type.Codec.Arithmetic is Arithmetic.Decimal && !isExact ? Inexact : type;
    }
}
