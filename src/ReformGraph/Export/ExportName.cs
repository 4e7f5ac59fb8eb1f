using System.Globalization;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Export;

/// <summary>The names of exports: in addresses that of the collection, and of the file besides of which day it is,
/// and as of which change where it is of the past.</summary>
internal static class ExportName
{
    /// <summary>The entities that are exported, by their names in addresses. (Differences are between two instants,
    /// which an export has no parameters for.)</summary>
    public static IReadOnlyDictionary<string, EntityModel> EntitiesOf(DataModel dataModel) =>
        dataModel.Entities.Where(entity => !entity.IsDifference).ToDictionary(entity => SchemaNames.KebabCase(entity.Plural));

    /// <summary>The header that gives it, in English and where there is one in Chinese.</summary>
    /// <param name="entity">What is listed.</param>
    /// <param name="format">The format.</param>
    /// <param name="on">The day on which it is exported.</param>
    /// <param name="asOf">The sequence number of the change that was asked for; null for the present.</param>
    public static string Disposition(EntityModel entity, ExportFormat format, DateOnly on, long? asOf)
    {
        var english = Name(SchemaNames.KebabCase(entity.Plural), "as-of");
        return entity.LabelZh is { } label
            ? $"attachment; filename=\"{english}\"; filename*=UTF-8''{Uri.EscapeDataString(Name(label, "截至变更"))}"
            : $"attachment; filename=\"{english}\"";

        string Name(string list, string past) =>
            string.Create(CultureInfo.InvariantCulture,
            $"{list}-{on:yyyy-MM-dd}{(asOf is { } change ? $"-{past}-{change}" : "")}.{format.Extension}");
    }
}
