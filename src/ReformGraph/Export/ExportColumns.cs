using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Export;

/// <summary>The columns of an export: those that are asked for, or all that are usual.</summary>
internal static class ExportColumns
{
    /// <summary>The fields of an entity that a role may read, and what the rows are known by that it refers to.</summary>
    public static IReadOnlyList<string> Usual(EntityModel entity, string role) =>
    [
        .. entity.Fields.Where(field => MayRead(field.Readers, role)).SelectMany(field => field switch
        {
            ScalarField scalar => [scalar.Name],
            ReferenceField reference when MayRead(reference.Target.Readers, role) && MayRead(reference.Target.NaturalKey.Readers, role) => [$"{field.Name}.{reference.Target.NaturalKey.Name}"],
            _ => (string[])[],
        }),
    ];

    /// <summary>The columns that <c>select</c> names, with commas between them.</summary>
    /// <exception cref="RequestRefusedException">One is no column, or stands there twice.</exception>
    public static IReadOnlyList<string> Selected(EntityModel entity, string select)
    {
        string[] columns = [.. select.Split(',', StringSplitOptions.TrimEntries)];
        foreach (var (number, column) in columns.Index())
        {
            Check(entity, column);
            if (columns.IndexOf(column) < number)
            {
                throw Refusal(ErrorCodes.InvalidParameter, column, $"select names {column} twice.");
            }
        }

        return columns;
    }

    /// <summary>Whether a role is among the readers of something; null for all.</summary>
    public static bool MayRead(IReadOnlyList<string>? readers, string role) => readers?.Contains(role) != false;

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
                    throw Refusal(ErrorCodes.ExportOfList, so, $"select: {so} is a list, and a row of an export has one value in each column; export the list by itself, with the code of its owner as a column.");
                case ReferenceField reference when isLast:
                    throw Refusal(ErrorCodes.ExportColumnUnknown, so, $"select: {so} leads to a {reference.Target.Name}; name a field of it, such as {so}.{reference.Target.NaturalKey.Name}.");
                case ReferenceField reference:
                    entity = reference.Target;
                    break;
                case ScalarField or LookupField when isLast:
                    return;
                default:
                    var known = string.Join(", ", entity.Fields.Where(field => field is not ListField).Select(field => field.Name));
                    throw Refusal(ErrorCodes.ExportColumnUnknown, so, $"select: '{SourceText.Shorten(so)}' is no column; {entity.Name} has {known}, and behind a field that leads to a row stand a point and a field of that.");
            }
        }
    }

    private static RequestRefusedException Refusal(ErrorCode code, string path, string message) =>
        new(new RequestError(code, message) { Details = new Dictionary<string, object> { ["column"] = SourceText.Shorten(path) } });
}
