using System.Linq.Expressions;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>
/// The headings that a table of an entity can have: those of every column that an export of it can have, as field names or in Chinese.
/// Columns that an import can set are read; all others are compared with the row.
/// </summary>
internal sealed class ImportHeadings : TableHeadings
{
    private const int Longest = 200;

    private static readonly ScalarType Text = ScalarType.For(typeof(string))!;

    private readonly Dictionary<string, ImportField?> found = [];

    /// <summary>The headings of an entity.</summary>
    public ImportHeadings(EntityModel entity)
    {
        Entity = entity;
        Given = ImportColumn.Create(entity);
        Key = ImportColumn.KeyOf(entity, Given);
        var known = string.Join(", ", Given.Select(column => column.Name));
        Expectation = new($"one of the columns {known}", $"以下各列之一（也可用中文列名）：{known}");
    }

    /// <summary>The entity.</summary>
    public EntityModel Entity { get; }

    /// <summary>The columns that a table can set.</summary>
    public IReadOnlyList<ImportColumn> Given { get; }

    public override IReadOnlyList<ImportColumn> Key { get; }

    public override Bilingual Expectation { get; }

    public override ImportField? Find(string heading)
    {
        heading = heading.Trim();
        if (!found.TryGetValue(heading, out var field))
        {
            found.Add(heading, field = Resolved(heading));
        }

        return field;
    }

    private ImportField? Resolved(string heading) => heading.Length > Longest ? null : Plain(heading) ?? LabelOf(heading);

    private ImportField? Plain(string heading) =>
        (Path(Entity, heading, Code)
        ?? Path(Entity, heading, Zh)
        ?? Path(Entity, char.ToLowerInvariant(heading.FirstOrDefault()) + heading[Math.Min(1, heading.Length)..], En)) is { } path
        ? FieldOf(path) : null;

    // The heading of labels next to a column of a code list, as exports write it.
    private ImportField? LabelOf(string heading)
    {
        foreach (var form in Enum.GetValues<HeadingLanguage>())
        {
            var end = ColumnHeading.OfLabels(string.Empty, form);
            if (heading.EndsWith(end, StringComparison.Ordinal) && Plain(heading[..^end.Length]) is { Type.IsEnum: true } codes)
            {
                return codes with
                {
                    Name = ColumnHeading.OfLabels(codes.Name, HeadingLanguage.Code),
                    Compared = codes.Compared
                    ?? ((ScalarField)Entity.Find(codes.Name)!).Access,
                    IsLabel = true
                };
            }
        }

        return null;
    }

    /// <summary>The fields along a heading; null if it is unknown.</summary>
    /// <param name="from">The entity on which they begin.</param>
    /// <param name="heading">The rest of the heading.</param>
    /// <param name="form">The name of a field, and its separator from the next one.</param>
    private static List<Field>? Path(EntityModel from, string heading, Func<Field, (string? Name, string Between)> form)
    {
        foreach (var field in from.Fields)
        {
            if (field is ListField || form(field) is not ({ Length: > 0 } name, var between)
                || !heading.StartsWith(name, StringComparison.Ordinal))
            {
                continue;
            }

            var rest = heading[name.Length..];
            if (rest.Length == 0)
            {
                return [field];
            }

            if (field is ReferenceField reference && rest.StartsWith(between, StringComparison.Ordinal)
                && Path(reference.Target, rest[between.Length..], form) is { } path)
            {
                return [field, .. path];
            }
        }

        return null;
    }

    private static (string? Name, string Between) Code(Field field) => (field.Name, ".");

    private static (string? Name, string Between) Zh(Field field) => (field.LabelZh, string.Empty);

    private static (string? Name, string Between) En(Field field) => (SchemaNames.Words(field.Name), " ");

    private ImportField? FieldOf(List<Field> path)
    {
        var name = string.Join('.', path.Select(field => field.Name));
        return path switch
        {
            [ReferenceField reference] when GivenOf(reference) is { } given => new(name, Text, null) { Given = given },
            [ReferenceField reference, ScalarField key] when key == reference.Target.NaturalKey && GivenOf(reference) is { } given =>
                new(name, Text, null) { Given = given },
            [ScalarField own] when GivenOf(own) is { } given => new(name, own.Type, own.Unit) { Given = given },
            [ScalarField own] => new(name, own.Type, own.Unit) { Compared = own.Access },
            [ReferenceField first, .. var between, ScalarField last] => new(name, last.Type, last.Unit)
            {
                Through = GivenOf(first) ?? ImportColumn.Of(first),
                Within = first.Target.Within is { } within && last == within.Code && between.SequenceEqual(within.Path)
                    ? GivenOf(first) : null,
                Compared = Access(first.Target, between, last),
            },
            [.., ReferenceField last] => FieldOf([.. path, last.Target.NaturalKey]),
            [.., LookupField] => new(name, Text, null),
            _ => null,
        };
    }

    private static LambdaExpression Access(EntityModel from, IEnumerable<Field> between, ScalarField last)
    {
        var row = Expression.Parameter(from.ClrType, "row");
        var to = between.Cast<ReferenceField>()
            .Aggregate((Expression)row, (at, reference) => Expression.Property(at, reference.Navigation.PropertyInfo!));
        return Expression.Lambda(Expression.Invoke(last.Access, to), row);
    }

    private ImportColumn? GivenOf(Field field) => Given.FirstOrDefault(column => column.Name == field.Name);
}
