using System.Globalization;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Export;

/// <summary>The names of exports: in addresses, that of the collection; in file names, also the day and, for the past, the
/// change.</summary>
internal static class ExportName
{
    /// <summary>The entities that can be exported, by their names in addresses. (Differences are between two instants, for which an export
    /// has no parameters.)</summary>
    public static IReadOnlyDictionary<string, EntityModel> EntitiesOf(DataModel dataModel) =>
        dataModel.Entities.Where(entity => !entity.IsDifference).ToDictionary(entity => SchemaNames.KebabCase(entity.Plural));

    /// <summary>The header with the file name, in English and, if there is one, in Chinese.</summary>
    /// <param name="entity">The listed entity.</param>
    /// <param name="format">The format.</param>
    /// <param name="on">The date of the export.</param>
    /// <param name="asOf">The sequence number of the requested change; null for the present.</param>
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
