using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;
using Microsoft.OData.Edm.Vocabularies.V1;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>
/// The entities as one role sees them in OData. Input: the data model. Output: the EDM model with which addresses are parsed and
/// <c>$metadata</c> is written. It omits versions and differences, which GraphQL has.
/// </summary>
internal sealed class FeedModel
{
    private const string Namespace = "ReformGraph";

    private readonly DataModel dataModel;
    private readonly Dictionary<string, EntityModel> byName;
    private readonly RoleScope role;
    private readonly bool isForParser;
    private readonly EdmModel model = new();

    /// <param name="dataModel">The entities.</param>
    /// <param name="role">The role.</param>
    public FeedModel(DataModel dataModel, RoleScope role)
        : this(dataModel, role, isForParser: false) => Parsed = new FeedModel(dataModel, role, isForParser: true).model;

    private FeedModel(DataModel dataModel, RoleScope role, bool isForParser)
    {
        (this.dataModel, this.role, this.isForParser) = (dataModel, role, isForParser);
        Parsed = model;
        var entities = dataModel.Entities.Where(entity => !entity.IsVersion && !entity.IsDifference && entity.IsFor(role)).ToList();
        byName = entities.ToDictionary(entity => entity.Name);
        var types = entities.ToDictionary(entity => entity, TypeOf);
        var container = new EdmEntityContainer(Namespace, "Container");
        model.AddElement(container);
        var sets = entities.ToDictionary(entity => entity, entity => container.AddEntitySet(entity.Plural, types[entity]));
        foreach (var entity in entities)
        {
            Describe(types[entity], entity.Description);
            foreach (var field in entity.Fields.Where(
                field => field.IsFor(role) && TargetOf(field) is { } target && types.ContainsKey(target)))
            {
                var navigation = types[entity].AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
                {
                    Name = field.Name,
                    Target = types[TargetOf(field)!],
                    TargetMultiplicity = field is not ReferenceField reference
                        ? EdmMultiplicity.Many : reference.IsNullable ? EdmMultiplicity.ZeroOrOne : EdmMultiplicity.One,
                });
                Describe(navigation, field.Description);
                sets[entity].AddNavigationTarget(navigation, sets[TargetOf(field)!]);
            }
        }

        Entities = entities;
        model.SetEdmReferences([Vocabulary()]);
    }

    /// <summary>The entities that the role may read.</summary>
    public IReadOnlyList<EntityModel> Entities { get; }

    /// <summary>The model that clients see.</summary>
    public IEdmModel Edm => model;

    /// <summary>The model with which addresses are parsed: there any property may be null, because the parser accepts no null in a list
    /// compared with a non-nullable one.</summary>
    public IEdmModel Parsed { get; }

    /// <summary>The entity of an EDM type.</summary>
    public EntityModel this[IEdmType type] => byName[((IEdmEntityType)type).Name];

    /// <summary>The differences between the versions of an entity.</summary>
    public EntityModel DifferencesOf(EntityModel entity) => dataModel.DifferencesOf(entity);

    /// <summary>The fields with one value that the role may read.</summary>
    public IEnumerable<Field> Columns(EntityModel entity) => entity.Fields.Where(IsColumn);

    private bool IsColumn(Field field) =>
        field is ScalarField or LookupField && field.IsFor(role);

    private static EntityModel? TargetOf(Field field) => field switch
    {
        ReferenceField reference => reference.Target,
        ListField list => list.Target,
        _ => null,
    };

    private EdmEntityType TypeOf(EntityModel entity)
    {
        var type = new EdmEntityType(Namespace, entity.Name);
        foreach (var field in Columns(entity))
        {
            var property = type.AddStructuralProperty(field.Name, field is ScalarField scalar ? EdmTypes.TypeReference(scalar, isForParser)
                : EdmTypes.Text(isNullable: true));
            Describe(property, DescriptionOf(field));
            if (field == entity.Key)
            {
                type.AddKeys(property);
            }
        }

        model.AddElement(type);
        return type;
    }

    // The vocabulary also has a term for allowed values, but its own library's validation rejects its content.
    private static string DescriptionOf(Field field) => field is ScalarField { Type: { IsEnum: true } values }
        ? $"{field.Description} One of {string.Join(", ", values.EnumValues().Select(value => value.Name))}."
        : field.Description;

    private void Describe(IEdmVocabularyAnnotatable what, string text)
    {
        var annotation = new EdmVocabularyAnnotation(what, CoreVocabularyModel.DescriptionTerm, new EdmStringConstant(text));
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }

    private static EdmReference Vocabulary()
    {
        var reference = new EdmReference(new Uri("https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml"));
        reference.AddInclude(new EdmInclude("Core", "Org.OData.Core.V1"));
        return reference;
    }
}
