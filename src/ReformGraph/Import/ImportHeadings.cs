using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Seeding;
using ReformGraph.Writes;

namespace ReformGraph.Import;

/// <summary>
/// The headings that a table of an entity can have: those of every column that an export of it can have, in code or in Chinese. What an import can
/// give a value, it takes; everything else is held against the row.
/// </summary>
internal sealed class ImportHeadings
{
    private static readonly ScalarType Text = ScalarType.For(typeof(string))!;

    private readonly EntityModel entity;
    private readonly Dictionary<string, ImportField?> found = [];

    /// <summary>Those of an entity.</summary>
    public ImportHeadings(EntityModel entity)
    {
        this.entity = entity;
        Given = SeedColumn.Of(entity);
        Key = SeedColumn.KeyOf(entity, Given);
        var known = string.Join(", ", Given.Select(column => column.Name));
        Expectation = new($"no such column, but {known}", $"以下各列之一（也可用中文列名）：{known}");
    }

    /// <summary>The columns that a table can give a value.</summary>
    public IReadOnlyList<SeedColumn> Given { get; }

    /// <summary>Those of them by which a row is recognised.</summary>
    public IReadOnlyList<SeedColumn> Key { get; }

    /// <summary>What a heading should be that is none.</summary>
    public Bilingual Expectation { get; }

    /// <summary>What the column of a heading stands for; null where there is no such column.</summary>
    public ImportField? Find(string heading)
    {
        heading = heading.Trim();
        if (!found.TryGetValue(heading, out var field))
        {
            found.Add(heading, field = Resolved(heading));
        }

        return field;
    }

    private ImportField? Resolved(string heading)
    {
        var (from, through, expression, row) = (entity, (SeedColumn?)null, (Expression?)null, (ParameterExpression?)null);
        var steps = heading.Split('.');
        foreach (var step in steps[..^1])
        {
            if (Step(from, step) is not ReferenceField reference)
            {
                return null;
            }

            if (through is null)
            {
                through = GivenOf(reference);
                expression = row = Expression.Parameter(reference.Target.ClrType, "row");
            }
            else
            {
                expression = Expression.Property(expression!, reference.Navigation.PropertyInfo!);
            }

            from = reference.Target;
        }

        return Step(from, steps[^1]) switch
        {
            ReferenceField reference when through is null => OfReference(reference),
            ScalarField scalar when through is not null && steps.Length == 2 && scalar == from.NaturalKey => new(heading, Text, null) { Given = through },
            ScalarField scalar when through is null && GivenOf(scalar) is { } given => new(scalar.Name, scalar.Type, scalar.Unit) { Given = given },
            ScalarField scalar when through is null => new(scalar.Name, scalar.Type, scalar.Unit) { Compared = scalar.Access },
            ScalarField scalar => new(heading, scalar.Type, scalar.Unit) { Through = through, Compared = Expression.Lambda(Expression.Invoke(scalar.Access, expression!), row!) },
            LookupField => new(heading, Text, null),
            _ => null,
        };
    }

    private ImportField OfReference(ReferenceField reference) => new(reference.Name, Text, null) { Given = GivenOf(reference) };

    private SeedColumn? GivenOf(Field field) => Given.FirstOrDefault(column => column.Name == field.Name);

    private static Field? Step(EntityModel from, string step) => from.Find(step) ?? from.Fields.FirstOrDefault(field => field.LabelZh == step);
}
