using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.OData;

public sealed class MetadataTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_metadata_is_valid_by_every_rule_and_has_each_entity_with_each_field()
    {
        var model = await ModelAsync(server);
        Assert.True(model.Validate(ValidationRuleSet.GetEdmModelRuleSet(new Version(4, 0)), out var errors), string.Join('\n', errors));
        Assert.Empty(errors);
        var entities = server.Engine.DataModel.Entities.Where(entity => !entity.IsVersion && !entity.IsDifference).ToList();
        Assert.Equal(entities.Select(entity => entity.Plural).Order(), model.EntityContainer.EntitySets().Select(set => set.Name).Order());
        foreach (var entity in entities)
        {
            var type = model.EntityContainer.FindEntitySet(entity.Plural).EntityType;
            Assert.Equal("id", Assert.Single(type.Key()).Name);
            var fields = entity.Fields.Where(field => field is ScalarField or LookupField or ReferenceField
                || (field is ListField list && entities.Contains(list.Target))).ToList();
            Assert.Equal(fields.Select(field => field.Name).Order(), type.DeclaredProperties.Select(property => property.Name).Order());
            foreach (var field in fields)
            {
                var property = type.FindProperty(field.Name);
                Assert.StartsWith(field.Description, model.GetDescriptionAnnotation(property), StringComparison.Ordinal);
                Assert.Equal(field is not (ScalarField { IsNullable: false } or ReferenceField { IsNullable: false } or ListField),
                    field is ListField ? false : property.Type.IsNullable);
            }
        }
    }

    [Fact]
    public async Task Numbers_days_and_instants_have_their_types_and_enums_their_values()
    {
        var model = await ModelAsync(server);
        var figure = (IEdmEntityType)model.FindDeclaredType("ReformGraph.Figure");
        var value = Assert.IsAssignableFrom<IEdmDecimalTypeReference>(figure.FindProperty("value").Type);
        Assert.Equal((19, 4), (value.Precision, value.Scale));
        Assert.Equal("Edm.Date", TypeOf("RiskVillage", "assessedOn"));
        Assert.Equal("Edm.DateTimeOffset", TypeOf("Change", "recordedAt"));
        Assert.Equal("Edm.String", TypeOf("RiskVillage", "level"));
        var level = ((IEdmEntityType)model.FindDeclaredType("ReformGraph.RiskVillage")).FindProperty("level");
        Assert.EndsWith(" One of LOW, MEDIUM, HIGH.", model.GetDescriptionAnnotation(level), StringComparison.Ordinal);

        string TypeOf(string entity, string property) =>
            ((IEdmEntityType)model.FindDeclaredType("ReformGraph." + entity)).FindProperty(property).Type.FullName();
    }

    [Fact]
    public async Task The_service_document_names_the_sets_of_the_metadata()
    {
        var service = await Feed.GetAsync(server, "/odata");
        Assert.Equal($"{server.Address}odata/$metadata", service.GetProperty("@odata.context").GetString());
        var model = await ModelAsync(server);
        Assert.Equal(model.EntityContainer.EntitySets().Select(set => set.Name),
            service.GetProperty("value").EnumerateArray().Select(set => set.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task A_role_sees_what_it_may_read()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var (reader, auditor) = (await guarded.KeyAsync(Role.Reader), await guarded.KeyAsync(Role.Auditor));
        Assert.Null(await ActorOf(reader));
        Assert.NotNull(await ActorOf(auditor));
        var row = await Feed.GetAsync(guarded.Server, Feed.Address("changes", "$top=1"), "Authorization: Bearer " + reader);
        Assert.False(row.GetProperty("value")[0].TryGetProperty("actor", out _));
        Assert.Equal((400, "ODATA_MALFORMED", "$filter"), await Feed.RefusalAsync(guarded.Server,
            Feed.Address("changes", "$filter=actor eq 'local'"), "Authorization: Bearer " + reader));

        async Task<IEdmProperty?> ActorOf(string key) =>
            ((IEdmEntityType)(await ModelAsync(guarded.Server, "Authorization: Bearer " + key)).FindDeclaredType(
            "ReformGraph.Change")).FindProperty("actor");
    }

    private static async Task<IEdmModel> ModelAsync(RunningServer server, params string[] headers)
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/odata/$metadata", null, headers);
        Assert.Equal("application/xml", response.Content.Headers.ContentType!.MediaType);
        using var xml = XmlReader.Create(await response.Content.ReadAsStreamAsync());
        Assert.True(CsdlReader.TryParse(xml, out var model, out var errors), string.Join('\n', errors));
        Assert.Empty(errors);
        return model;
    }
}
