using ReformGraph.Data.Contexts;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Registers;

/// <summary>What an office should look at in its table, although nothing is rejected for it.</summary>
internal static class RegisterWarnings
{
    private const int MostNames = 20;

    /// <summary>The synonyms of the county that name nothing.</summary>
    public static IEnumerable<Bilingual> OfSynonyms(RegisterSynonyms synonyms, EntityModel entity) =>
        synonyms.Unusable.Select(code => new Bilingual(
            $"The synonym {code} of the county names no field or value of {entity.Plural}, and is ignored.",
            $"本县台账用语 {code} 所指字段或取值在 {entity.Plural} 中不存在，已忽略。"));

    /// <summary>The places that the county lacks, and that may be others that it has.</summary>
    public static IEnumerable<Bilingual> OfNames(IReadOnlyList<KeyValuePair<PlaceName, (int Row, string? Code)>> missing,
        CountyPlaces places) =>
        missing.Select(place => OfName(place.Key, place.Value.Row, places)).OfType<Bilingual>().Take(MostNames);

    /// <summary>The rows without a township.</summary>
    public static IEnumerable<Bilingual> OfTownships(RegisterPlan plan, RegisterSurvey survey)
    {
        if (plan.PositionOf("township") is >= 0 and var township && !plan.FillsTownshipsDown
            && !plan.HasTownshipRows && survey.Given(township) > 0 && survey.WithoutTownship is > 0 and var without)
        {
            var heading = plan.Columns[township].Heading;
            yield return new(
                $"{without} of {English.Count(survey.Rows, "row")} {(without == 1 ? "has" : "have")} no {heading}, and none is " +
                "stored: the cells are not merged with the one above. If its township is meant, fill it in.",
                $"{survey.Rows} 行中有 {without} 行未填“{heading}”，未与上方单元格合并，" +
                "因此不沿用上一行的乡镇；如属同一乡镇，请逐行填写。");
        }
    }

    /// <summary>The register that the table resembles more, such as that of risk villages if it is sent as one of problems.</summary>
    public static IEnumerable<Bilingual> OfEntity(ReformDbContext context, RegisterHeader header, EntityModel entity)
    {
        var own = header.Meanings.Count(column => column.Problem is null);
        return own == header.Meanings.Count ? []
            : DataModel.Create(context.Model).Entities.Where(other => RegisterVocabulary.Registers.Contains(other.Plural))
                .Select(other => (Entity: other, Known: KnownIn(other))).Where(other => other.Known > own)
                .OrderByDescending(other => other.Known).Take(1).Select(other => new Bilingual(
                    $"The headings are those of {other.Entity.Plural} rather than of {entity.Plural}: {other.Known} of " +
                    $"{English.Count(header.Meanings.Count, "heading")} are known there, and {own} here.",
                    $"列标题更像“{other.Entity.LabelZh}”（{other.Entity.Plural}），" +
                    $"而不是“{entity.LabelZh}”（{entity.Plural}）：" +
                    $"共 {header.Meanings.Count} 列，前者可识别 {other.Known} 列，后者 {own} 列。"));

        int KnownIn(EntityModel other)
        {
            var meanings = new HeadingMeanings(new ImportHeadings(other), new RegisterVocabulary(other.Plural), null);
            return header.Meanings.Count(column => meanings.IsKnown(column.Heading.Split('/')));
        }
    }

    private static Bilingual? OfName(PlaceName place, int row, CountyPlaces places) =>
        (place.Village.Length > 0 ? place.Village : place.Township) is var name
            && places.WhyNotNew(place) is null && places.LikeOf(place) is { } like ? new(
            $"Row {row}: {TableException.Shown(name)} is new to the county, which has {TableException.Shown(like)}. If they are the same " +
            "place, use the name that the county has.",
            $"第 {row} 行：“{TableException.Shown(name)}”为新地名，而本县已有“{TableException.Shown(like)}”。" +
            "如为同一地方，请改用已有名称。") : null;

    /// <summary>A unit that is not applied.</summary>
    public static Bilingual OfUnits((int Row, string Text) note) => new(
        $"Row {note.Row}: \"{TableException.Shown(note.Text)}\" states a unit that is not applied. Give it in a note above the header, " +
        "such as 单位：万元、平方米, or in the headings, such as 账面原值（万元）.",
        $"第 {note.Row} 行：“{TableException.Shown(note.Text)}”所写单位未采用。请在标题行上方注明，例如" +
        "“单位：万元、平方米”，或写入列标题，例如“账面原值（万元）”。");
}
