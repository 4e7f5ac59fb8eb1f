using System.ComponentModel;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// All entities of an application. Input: EF Core's model and the declarations on its classes. Output: the names, types and fields that the
/// schema, the planner and the seeds share. It rejects a declaration that cannot become a field.
/// </summary>
public sealed class DataModel
{
    private readonly Dictionary<Type, EntityModel> byType = [];
    private readonly IReadOnlyModel model; // contains the labels

    private DataModel(IReadOnlyModel model) => this.model = model;

    /// <summary>The entities, in the order of their root fields.</summary>
    public IReadOnlyList<EntityModel> Entities { get; private set; } = [];

    /// <summary>The mutations of the writable entities, grouped by entity.</summary>
    public IReadOnlyList<Mutation> Mutations { get; private set; } = [];

    /// <summary>The mutations that the application carries out itself, grouped by entity.</summary>
    public IReadOnlyList<OwnMutation> OwnMutations { get; private set; } = [];

    /// <summary>Every enum that a field uses, by name.</summary>
    public IReadOnlyList<ScalarType> Enums { get; private set; } = [];

    /// <summary>The entity of a class.</summary>
    public EntityModel this[Type type] => byType[type];

    /// <summary>The differences between the versions of an entity.</summary>
    public EntityModel DifferencesOf(EntityModel versioned) => byType[typeof(DifferenceOf<>).MakeGenericType(versioned.ClrType)];

    /// <summary>A scalar or an enum; an enum has the labels that the model declares.</summary>
    internal ScalarType Labelled(ScalarType type) => type.IsEnum ? type with { Model = model } : type;

    /// <summary>Reads the entities from an EF Core model.</summary>
    /// <exception cref="ModelException">A declaration is incomplete.</exception>
    public static DataModel Create(IModel model)
    {
        var dataModel = new DataModel(model);
        foreach (var entity in model.GetEntityTypes())
        {
            if (EntityOf(model, entity.ClrType) is { } declared)
            {
                dataModel.byType.Add(entity.ClrType, declared);
            }
        }

        foreach (var (type, entity) in dataModel.byType)
        {
            dataModel.Fill(entity, model.FindEntityType(type)!);
        }

        dataModel.AddDerived(model);
        dataModel.Complete(_ => true);
        return dataModel;
    }

    /// <summary>Adds what follows from the declared fields of several entities.</summary>
    private void AddDerived(IModel model)
    {
        foreach (var (type, entity) in byType)
        {
            entity.Within = CodeScope.Create(model.FindEntityType(Differences.RowsOf(type) ?? type)!, byType);
        }

        foreach (var (type, versions) in byType)
        {
            if (Versions.RowsOf(type) is { } rows)
            {
                versions.Fields = [.. versions.Fields, .. VersionFields.Create(model.FindEntityType(type)!, this[rows])];
            }
        }

        foreach (var (type, differences) in byType)
        {
            if (Differences.RowsOf(type) is { } rows)
            {
                differences.Fields =
                    [.. differences.Fields, .. DifferenceFields.Create(model.FindEntityType(type)!, differences, this[rows])];
                differences.WithinCode = DifferenceFields.WithinCode(model.FindEntityType(type)!, differences);
            }
        }

        foreach (var entity in byType.Values)
        {
            entity.Measure = MeasureModel.Create(entity);
        }
    }

    private static EntityModel? EntityOf(IModel model, Type type) =>
        type.GetCustomAttribute<EntityAttribute>() is { } declared
            ? new(type, type.Name, declared.Plural, Described(model, type, Readers.RolesFor(type)))
            {
                LabelZh = Labels.Of(model, type),
                Readers = Readers.RolesFor(type),
                IsWritable = type.IsDefined(typeof(WritableAttribute)),
            }
        : Versions.RowsOf(type) is { } rows
            ? new(type, $"{rows.Name}Version", $"{SchemaNames.CamelCase(rows.Name)}Versions",
                $"One version of a row of {rows.Name}: what was recorded about it.")
            {
                LabelZh = Labels.OfVersions(model, rows),
                Readers = Readers.RolesFor(rows),
            }
        : Differences.RowsOf(type) is { } compared
            ? new(type, $"{compared.Name}Difference", $"{SchemaNames.CamelCase(compared.Name)}Diff",
                $"A row of {compared.Name} that differs between two instants.")
            {
                Readers = Readers.RolesFor(compared),
            }
        : null;

    private void Fill(EntityModel entity, IEntityType declared)
    {
        var members = Members(entity.ClrType).ToList();
        ModelRules.Check(declared, members);
        entity.Fields = [.. members.Select(member => FieldOf(declared, member))];
        entity.GivenFields = [.. entity.Fields.Where(field => IsGiven(entity, field))];
        entity.Rollups = [.. Rollup.DeclaredIn(declared)];
        entity.Tables = [.. TablesOf(Differences.RowsOf(entity.ClrType) is { } rows ? declared.Model.FindEntityType(rows)! : declared)];
        entity.TextColumns =
            entity.IsDifference ? [] : [.. declared.GetProperties().Where(IsText).Select(property => property.GetColumnName())];
        _ = entity.Key;
    }

    /// <summary>The part that a role may use: the entities and fields that it may read, and mutations if it may write. Returns the same
    /// object if that is everything.</summary>
    /// <param name="role">The role, with its scope.</param>
    /// <param name="writes">Whether the role may write.</param>
    public DataModel For(RoleScope role, bool writes) =>
        (Mutations is [] && OwnMutations is [] || (writes && Entities.All(role.CoversWrites)))
        && Entities.All(entity => entity.IsFor(role) && entity.Fields.All(field => field.IsFor(role)))
            ? this
            : Part(entity => entity.IsFor(role), field => field.IsFor(role), entity => writes && role.CoversWrites(entity), isCore: false);

    /// <summary>The present rows, with their filters and orders: no aggregates, versions, differences and mutations.</summary>
    public DataModel Core() => Part(IsRow, field => field is not ListField list || IsRow(list.Target), _ => false, isCore: true);

    private DataModel Part(Func<EntityModel, bool> hasEntity, Func<Field, bool> hasField, Func<EntityModel, bool> writes, bool isCore)
    {
        var part = new DataModel(model);
        foreach (var entity in Entities.Where(hasEntity))
        {
            part.byType.Add(entity.ClrType, entity.WithoutFields(isCore));
        }

        foreach (var entity in part.byType.Values)
        {
            entity.Fields = [.. this[entity.ClrType].Fields.Where(hasField).Select(part.Redirected)];
            entity.Within = entity.Within?.Path.All(step => part.byType.ContainsKey(step.Target.ClrType)) == true
                ? entity.Within.Select(step => (ReferenceField)part.Redirected(step)) : null;
        }

        part.Complete(writes);
        return part;
    }

    private static bool IsRow(EntityModel entity) => !entity.IsVersion && !entity.IsDifference;

    // References lead to the entities of this part.
    private Field Redirected(Field field) => field switch
    {
        ReferenceField reference => reference with { Target = this[reference.Target.ClrType] },
        ListField list => list with { Target = this[list.Target.ClrType] },
        _ => field,
    };

    private void Complete(Func<EntityModel, bool> writes)
    {
        Entities = [.. byType.Values.OrderBy(entity => entity.Plural, StringComparer.Ordinal)];
        Mutations = [.. Entities.Where(entity => writes(entity) && entity.IsWritable)
            .SelectMany(_ => Enum.GetValues<WriteAction>(), (entity, action) => new Mutation(action, entity))];
        OwnMutations = [.. Entities.Where(writes).SelectMany(OwnMutation.DeclaredBy)];
        Enums =
        [
            .. Entities.SelectMany(entity => entity.Fields).OfType<ScalarField>().Select(field => field.Type)
                .Concat(Entities.Any(entity => entity.Measure is not null) ? [MeasureModel.PrecisionType] : [])
                .Where(type => type.IsEnum).Select(Labelled).Distinct().OrderBy(type => type.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(string Table, string Column)> TablesOf(IEntityType rows)
    {
        yield return ((rows.GetTableName() ?? rows.GetViewName())!, rows.FindPrimaryKey()!.Properties[0].GetColumnName());
        if (rows.ClrType.IsSubclassOf(typeof(Versioned)))
        {
            yield return (Revisions.NameOf(rows), rows.FindPrimaryKey()!.Properties[0].GetColumnName());
        }
    }

    private static bool IsText(IProperty property) => ScalarType.For(property.ClrType) is { IsText: true };

    // A foreign key is represented by its reference.
    private static bool IsGiven(EntityModel entity, Field field) =>
        (field is ReferenceField { Navigation.PropertyInfo: { } navigation } && !navigation.IsDefined(typeof(ComputedAttribute)))
        || (field is ScalarField { Name: not "id", Property: { PropertyInfo: { } member } property }
        && !member.IsDefined(typeof(ComputedAttribute))
            && !entity.Fields.OfType<ReferenceField>().Any(reference => reference.Navigation.ForeignKey.Properties.Contains(property)));

    private static IEnumerable<PropertyInfo> Members(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        .Where(property => property.IsDefined(typeof(DescriptionAttribute)))
        .OrderBy(property => property.DeclaringType != type) // inherited members come last
        .ThenBy(property => property.MetadataToken);

    private static string Described(IReadOnlyModel model, MemberInfo member, IReadOnlyList<string>? readers) =>
        Labels.Description(model, member)
            + (readers is { } roles ? $" Only these roles may read it: {string.Join(", ", roles)}." : string.Empty);

    private Field FieldOf(IEntityType entity, PropertyInfo member) =>
        UnrestrictedFieldOf(entity, member) with
        {
            Readers = Readers.RolesFor(entity, member),
            LabelZh = Labels.Of(model, member),
            IsSensitive = member.IsDefined(typeof(SensitiveAttribute)),
        };

    private Field UnrestrictedFieldOf(IEntityType entity, PropertyInfo member)
    {
        var name = SchemaNames.CamelCase(member.Name);
        var description = Described(model, member, Readers.RolesFor(entity, member));
        if (member.GetMethod!.IsStatic)
        {
            return ComputedFields.Create(entity, member, name, description, type => Scalar(member, type));
        }

        if (entity.FindNavigation(member) is { } navigation)
        {
            var target = byType.TryGetValue(navigation.TargetEntityType.ClrType, out var found)
                ? found
                : throw new ModelException($"{entity.ClrType.Name}.{member.Name} refers to a class without [Entity].");
            return navigation.IsCollection
                ? new ListField(name, description, target, navigation)
                : new ReferenceField(name, description, target, !navigation.ForeignKey.IsRequired, navigation);
        }

        if (member.GetCustomAttribute<LookupAttribute>() is { } lookup)
        {
            var by = entity.ClrType.GetProperty(lookup.By)!;
            return new LookupField(name, description, ColumnField(entity, by) with { Readers = Readers.RolesFor(entity, by) },
                lookup.Source, lookup.Bytes);
        }

        return ColumnField(entity, member);
    }

    private ScalarField ColumnField(IEntityType entity, PropertyInfo member)
    {
        var property = entity.FindProperty(member)
            ?? throw new ModelException($"{entity.ClrType.Name}.{member.Name} is described, but EF Core does not map it.");
        var row = Expression.Parameter(entity.ClrType, "row");
        var type = property.IsPrimaryKey() ? ScalarType.Id : Scalar(member, member.PropertyType);
        return new ScalarField(
            SchemaNames.CamelCase(member.Name),
            Described(model, member, Readers.RolesFor(entity, member)),
            type,
            property.IsNullable,
            Expression.Lambda(Expression.Property(row, member), row),
            property)
        {
            HasMixedUnits = member.IsDefined(typeof(MixedUnitsAttribute)) || member.IsDefined(typeof(MeasureAttribute)),
            IsRowLabel = member.IsDefined(typeof(RowLabelAttribute)),
            Unit = member.GetCustomAttribute<MeasuredInAttribute>()?.Unit,
            Precision = ModelConventions.PrecisionOf(member),
        };
    }

    private ScalarType Scalar(PropertyInfo member, Type type) => ScalarType.For(type) is { } scalar
        ? Labelled(scalar)
        : throw new ModelException($"{member.DeclaringType!.Name}.{member.Name} is a {type.Name}, for which there is no scalar.");
}
