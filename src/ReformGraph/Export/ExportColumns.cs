using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Export;

/// <summary>The columns of an export: the requested ones, or the default ones.</summary>
internal static class ExportColumns
{
    /// <summary>The fields of an entity that a role may read, and what identifies the rows that it refers to.</summary>
    public static IReadOnlyList<string> Usual(EntityModel entity, RoleScope role) =>
    [
        .. entity.Fields.Where(field => field.IsFor(role)).SelectMany(field => field switch
        {
            ScalarField scalar => [scalar.Name],
            ReferenceField reference when reference.Target.NaturalKey.IsFor(role) => Identifying(entity, reference, role),
            _ => (string[])[],
        }),
    ];

    // A row that does not itself say within which one its codes are unique needs that one for the code of the row that says so.
    private static string[] Identifying(EntityModel entity, ReferenceField reference, RoleScope role)
    {
        var code = $"{reference.Name}.{reference.Target.NaturalKey.Name}";
        return entity.Within is { } scope && scope.First.Name == reference.Name && scope.IsThatOf(reference.Target)
            && scope.Path.All(step => step.IsFor(role))
            ? [code, string.Join('.', [.. scope.Path.Select(step => step.Name), scope.Code.Name])] : [code];
    }

    /// <summary>The fields of an entity, and what identifies the rows that it refers to: those of its flat view.</summary>
    public static IReadOnlyList<string> Wide(EntityModel entity) =>
        [.. FlatRow.ReachableFrom(entity)
            .SelectMany(row => row.Fields, (row, field) => string.Join('.', [.. row.Path.Select(step => step.Name), field.Name]))];

    /// <summary>An export with the headings of its columns and the forms of its enums: one form, or each form in a column of its
    /// own.</summary>
    /// <exception cref="RequestErrorException">Two columns would have the same name.</exception>
    public static ExportQuery LaidOut(ExportQuery asked, IReadOnlyList<EnumText> labels, HeadingLanguage headings)
    {
        var columns = asked.Columns.Zip(asked.Names).SelectMany(
            column => asked.ColumnOf(column.First).Type.IsEnum ? labels : labels.Take(1),
            (column, text) => (Path: column.First, Name: NameOf(column.First, column.Second, text), Text: text)).ToList();
        var changes = ColumnHeading.OfChanges(headings);
        var names = columns.Select(column => column.Name).Concat(asked.Since is null ? [] : [changes.Action, changes.Token]);
        return names.GroupBy(name => name).FirstOrDefault(alike => alike.Count() > 1) is { Key: var twice }
            ? throw Refusal(ServerErrorCodes.InvalidParameter, twice,
                $"Two columns would be called '{twice}'. Use the names of the fields as headings, or select other columns.")
            : asked with
            {
                Columns = [.. columns.Select(column => column.Path)],
                Names = [.. columns.Select(column => column.Name)],
                Enums = [.. columns.Select(column => column.Text)],
                ActionName = changes.Action,
                TokenName = changes.Token,
            };

        // An alias in a query is kept.
        string NameOf(string path, string name, EnumText text)
        {
            var heading = asked.ColumnOf(path).Path == name ? asked.Groups is null ? ColumnHeading.Format(asked.Entity, path, headings)
                : GroupHeading.Format(asked.Entity, path, headings) : name;
            return text == labels[0] ? heading : ColumnHeading.OfLabels(heading, headings);
        }
    }

    /// <summary>The columns in <c>select</c>, separated by commas.</summary>
    /// <exception cref="RequestErrorException">One is not a column, or is given twice.</exception>
    public static IReadOnlyList<string> Selected(EntityModel entity, string select)
    {
        string[] columns = [.. select.Split(',', StringSplitOptions.TrimEntries)];
        foreach (var (number, column) in columns.Index())
        {
            Check(entity, column);
            if (columns.IndexOf(column) < number)
            {
                throw Refusal(ServerErrorCodes.InvalidParameter, column, $"select names {column} twice.");
            }
        }

        return columns;
    }

    private static void Check(EntityModel entity, string path)
    {
        var steps = path.Split('.');
        foreach (var (number, step) in steps.Index())
        {
            var so = string.Join('.', steps.Take(number + 1));
            var isLast = number == steps.Length - 1;
            switch (entity.Find(step))
            {
                case ListField:
                    throw Refusal(ErrorCodes.ExportOfList, so,
                        $"select: {so} is a list, but a row of an export has one value in each column. Export the list by itself, with " +
                        "the code of its owner as a column.");
                case ReferenceField reference when isLast:
                    throw Refusal(ServerErrorCodes.ExportColumnUnknown, so,
                        $"select: {so} refers to a {reference.Target.Name}. Name one of its fields, such as " +
                        $"{so}.{reference.Target.NaturalKey.Name}.");
                case ReferenceField reference:
                    entity = reference.Target;
                    break;
                case ScalarField or LookupField when isLast:
                    return;
                default:
                    var known = string.Join(", ", entity.Fields.Where(field => field is not ListField).Select(field => field.Name));
                    throw Refusal(ServerErrorCodes.ExportColumnUnknown, so,
                        $"select: '{SourceText.Shorten(so)}' is not a column. {entity.Name} has {known}; after a field that refers to a " +
                        "row, write a point and one of that row's fields.");
            }
        }
    }

    private static RequestErrorException Refusal(ErrorCode code, string path, string message) =>
        new(new RequestError(code, message) { Details = new Dictionary<string, object> { ["column"] = SourceText.Shorten(path) } });
}
