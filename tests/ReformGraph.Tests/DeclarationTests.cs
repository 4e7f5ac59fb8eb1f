using ReformGraph.Engine.Modeling;
using ReformGraph.Export;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests;

public sealed class DeclarationTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private readonly DataModel dataModel = DataModel.Create(database.Open().Model);

    [Fact]
    public void Every_entity_field_and_value_is_described_in_a_sentence()
    {
        var descriptions = dataModel.Entities.Select(entity => (entity.Name, entity.Description))
            .Concat(dataModel.Entities.SelectMany(
                entity => entity.Fields.Select(field => ($"{entity.Name}.{field.Name}", field.Description))))
            .Concat(dataModel.Enums.SelectMany(
                type => type.EnumValues().Select(value => ($"{type.Name}.{value.Name}", value.Description))));
        Assert.All(descriptions, described => Assert.Matches(@"^.{8,}(\.|\.\.\.)$", described.Item2));
    }

    [Fact]
    public void Every_collection_that_is_exported_has_a_name_in_chinese() =>
        Assert.All(ExportName.EntitiesOf(dataModel).Values, entity => Assert.True(entity.LabelZh is { Length: > 0 }, entity.Name));

    [Fact]
    public void Every_field_with_one_value_and_every_reference_has_a_name_in_chinese() => Assert.All(
        ExportName.EntitiesOf(dataModel).Values.SelectMany(entity => entity.Fields, (entity, field) => (entity, field))
            .Where(each => each.field is ScalarField or LookupField or ReferenceField),
        each => Assert.True(each.field.LabelZh is { Length: > 0 }, $"{each.entity.Name}.{each.field.Name}"));

    [Fact]
    public void Every_value_is_labelled_in_chinese_and_in_english() => Assert.All(
        dataModel.Enums.SelectMany(type => type.EnumValues()),
        value => Assert.True(value.IsLabelled && value.LabelZh.Length > 0 && value.LabelEn.Length > 0, value.Name));

    [Fact]
    public void Every_versioned_entity_has_a_seed_file_but_problems_and_synonyms() => Assert.Equal(["problems", "registerSynonyms"],
        dataModel.Entities.Where(entity => entity.IsVersioned).Select(entity => entity.Plural)
            .Where(plural => !File.Exists(Path.Combine(SeededDatabase.SeedFolder, $"{SchemaNames.KebabCase(plural)}.csv"))));

    [Fact]
    public void The_levels_of_risk_rise() => Assert.Equal(
        ["LOW", "MEDIUM", "HIGH"],
        dataModel.Enums.Single(type => type.Name == "RiskLevel").EnumValues().OrderBy(value => (int)value.Value)
            .Select(value => value.Name));
}
