using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Access;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Access;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Reference.MarkdownWriter;

namespace ReformGraph.Reference;

/// <summary>
/// The reference page, docs/reference.md. Input: the data model, the settings and the error codes. Output: Markdown that adds nothing about
/// any of them.
/// </summary>
internal sealed class ReferenceDocument(DataModel dataModel)
{
    private readonly MarkdownWriter page = new();
    private readonly ConnectionNames connections = new(dataModel);

    /// <summary>Writes the page.</summary>
    public static string Write(DataModel dataModel, IReadOnlyList<SettingDescription> settings, IReadOnlyList<ErrorCode> codes,
        IReadOnlyList<(string Name, string Description)> commands)
    {
        var document = new ReferenceDocument(dataModel);
        document.Opening();
        document.Entities();
        document.Mutations();
        document.Imports();
        document.Operators();
        document.Aggregates();
        document.Scalars();
        document.CodeLists();
        document.Access();
        document.Commands(commands);
        document.Settings(settings);
        document.Errors(codes);
        return document.page.ToString();
    }

    private void Opening()
    {
        page.Heading(1, "Reference");
        page.Paragraph("This page is generated from the declarations in the code. Edit those, not this page.");
        page.Paragraph(
            "Every list, at every level, takes `first`, `after`, `last`, `before`, `where` and `order`, and returns `pageInfo`, `edges`, " +
            "`nodes`, `totalCount` and `aggregate`. "
            + "Conditions in one object of `where` must all hold. `order` is a list: its first entry is the most significant, and the " +
            "primary key breaks all ties, in the direction of the last entry. "
            + "Text is compared and ordered by code point, case-sensitively, so Chinese is not in pinyin order. Null is the least value " +
            "everywhere.");
    }

    private void Entities()
    {
        page.Heading(2, "Entities");
        page.Table(["Root field", "Type", "Meaning"], dataModel.Entities.SelectMany(RootFields));
        page.Paragraph(
            "Each entity is followed by its indexes, separated by `;`. [performance](performance.md) explains which filters and orders " +
            "they serve, and what rollups are for.");
        foreach (var entity in dataModel.Entities)
        {
            page.Heading(3, entity.Name);
            page.Paragraph(entity.Description);
            if (!entity.IsDifference)
            {
                page.Paragraph($"Indexes: {string.Join("; ", Indexes(entity))}.");
            }

            if (Rollups(entity).ToList() is { Count: > 0 } rollups)
            {
                page.Paragraph($"Rollups: {string.Join("; ", rollups)}.");
            }

            page.Table(["Field", "Type", "Null", "Filter", "Order", "Meaning"], entity.Fields.Select(field => Row(entity, field)));
        }
    }

    private void Imports()
    {
        page.Heading(2, "Imports");
        page.Paragraph(
            "The tables that can be imported, with the columns that identify a row and the other columns that a table may have. A " +
            "reference is the code of its row. [imports](import.md) explains how to import a table.");
        page.Table(
            ["Table", "Identified by", "Other columns"],
            from entity in ImportRequest.EntitiesOf(dataModel)
            let columns = ImportColumn.Create(entity)
            let key = ImportColumn.KeyOf(entity, columns)
            select (IReadOnlyList<string>)[Code(ImportRequest.NameOf(entity)), Names(key), Names(columns.Except(key))]);

        static string Names(IEnumerable<ImportColumn> columns) => string.Join(", ", columns.Select(column => Code(column.Name)));
    }

    private void Mutations()
    {
        if (dataModel.Mutations is [])
        {
            return;
        }

        page.Heading(2, "Mutations");
        page.Paragraph(
            $"Each takes an `{Mutation.Input}`, whose `{Mutation.Change}` says why, and which contains the fields of the entity that are " +
            $"given. `{Mutation.Batch}` executes several of them as one change. "
            + "Computed fields cannot be given. [writes.md](writes.md) describes versions, errors and retries.");
        page.Table(["Mutation", "Returns", "Input fields"], dataModel.Mutations.Select(mutation => (IReadOnlyList<string>)
        [
            Code(mutation.Name),
            mutation.RowField is { } row ? $"{Code(row)}, {Code(Mutation.Change)}" : Code(Mutation.Change),
            string.Join(", ", mutation.GivenFields.Select(field => Code(field.Name))),
        ]).Concat(dataModel.OwnMutations.Select(own => (IReadOnlyList<string>)
        [
            Code(own.Name),
            $"{Code(Mutation.RowFieldOf(own.Entity))}, {Code(Mutation.Change)}",
            string.Join(", ", own.Input.Members.Select(member => Code(member.Name))),
        ])));
        page.Heading(2, "Rules");
        page.Paragraph(
            $"The rules for values beyond their type, in mutations and imports alike. A decimal has {ModelConventions.HeldDecimals}; a " +
            $"text has at most {RowRules.LongestText:N0} characters, a code at most {RowRules.LongestCode}, "
            + "both counted as Unicode code points. Rules that concern several fields are explained by their error messages. " +
            "[writes.md](writes.md#values) has more details.");
        page.Table(
            ["Entity", "Field", "Rule"],
            from entity in dataModel.Entities.Where(entity => entity.IsVersioned)
            from field in RowRules.Described(entity.ClrType)
            select (IReadOnlyList<string>)[Code(entity.Name), Code(field.Field), field.Rules]);
    }

    private static IEnumerable<IReadOnlyList<string>> RootFields(EntityModel entity) =>
    [
        [Code($"{entity.Plural}{(entity.IsDifference ? "(from: AsOfInput!)" : "")}"), Code(ConnectionNames.TypeName(entity)),
            entity.Description],
        .. entity.SingleKeys.Select(key => (IReadOnlyList<string>)
            [Code($"{entity.SingleFieldName(key)}({key.Name}: {key.Type.Name}!{OtherArguments(entity, key)})"),
                Code(entity.Name), $"The one with this {key.Name}, or null."]),
    ];

    private static string OtherArguments(EntityModel entity, ScalarField key) =>
        (key.Name == "code" && entity.Within is { } scope ? $", {scope.Name}: String" : "")
        + (entity.IsDifference ? ", from: AsOfInput!" : "");

    private static IEnumerable<string> Indexes(EntityModel entity) =>
        ((IEntityType)entity.Key.Property!.DeclaringType).GetIndexes()
            .Select(index => index.Properties.Select(property => NameOf(entity, property)))
        .Prepend([entity.Key.Name])
        .Select(names => string.Join(", ", names.Select(Code)));

    private static IEnumerable<string> Rollups(EntityModel entity) =>
        Rollup.DeclaredIn((IEntityType)entity.Key.Property!.DeclaringType).Select(rollup => string.Join(
        ", ", rollup.Dimensions.Select(dimension => Code(NameOf(entity, dimension.Property)) + (dimension.IsMonth ? " by month" : ""))));

    // A foreign key is not a field; its reference is.
    private static string NameOf(EntityModel entity, IReadOnlyProperty property) =>
        entity.Fields.OfType<ReferenceField>().FirstOrDefault(field => field.Navigation.ForeignKey.Properties[0] == property)?.Name
            ?? SchemaNames.CamelCase(property.Name);

    private string[] Row(EntityModel entity, Field field)
    {
        var (type, isNullable, filter, order) = field switch
        {
            ScalarField scalar => (scalar.Type.Name, scalar.IsNullable, scalar.Type.FilterInputName, "SortEnumType"),
            ReferenceField reference =>
                (reference.Target.Name, reference.IsNullable, $"{reference.Target.Name}FilterInput", $"{reference.Target.Name}SortInput"),
            ListField list => (connections.TypeName(entity, list), false, $"ListFilterInputTypeOf{list.Target.Name}FilterInput", null),
            ArgumentField computed => (computed.Value.Type.Name, computed.Value.IsNullable, null, null),
            _ => ("String", true, (string?)null, (string?)null),
        };
        var name = field.Name + (field is ArgumentField asked ? $"({asked.ArgumentName}: {asked.Argument.Name}!)" : "");
        return [Code(name), Code(type), isNullable ? "yes" : "", Code(filter), Code(order), field.Description];
    }

    private void Operators()
    {
        page.Heading(2, "Filter operators");
        page.Paragraph("A negated operator matches exactly the rows that its positive counterpart does not, including null.");
        foreach (var family in Enum.GetValues<OperatorFamily>())
        {
            var scalars = ScalarType.All.Where(scalar => scalar.Operators == family).Select(scalar => Code(scalar.Name));
            page.Heading(3, string.Join(", ", family == OperatorFamily.Equatable ? [.. scalars, "enums"] : scalars));
            page.Table(
                ["Operator", "Operand", "Meaning"],
                FilterOperators.InFamily(family)
                    .Select(row => (IReadOnlyList<string>)[Code(row.Name), row.TakesList ? "a list" : "a value", row.Description]));
        }

        page.Heading(3, "Lists");
        page.Table(
            ["Operator", "Operand", "Meaning"],
            FilterOperators.OnLists.Select(row => (IReadOnlyList<string>)
                [Code(row.Name), row.Operator == ListOperator.Any ? "true or false" : "a filter of the element", row.Description]));
        page.Paragraph("Filters of entities and of `String` also take `and` and `or`, each a list of filters of the same kind.");
    }

    private void Aggregates()
    {
        page.Heading(2, "Aggregates");
        page.Paragraph(
            "`aggregate` of a list gives `count`, the number of rows, and an object for each of these functions, with a field for each " +
            "field of the entity for which it makes sense. "
            + "A field in several units can only be counted, and a `Float` has no sum. "
            + $"{string.Join(", ", dataModel.Entities.Where(entity => entity.Measure is not null).Select(entity => Code(entity.Plural)))} also has `quantity`, which aggregates values in one unit as far as their bounds allow. "
            + "[aggregates.md](aggregates.md) shows how to use them.");
        page.Table(
            ["Function", "Over", "Meaning"],
            AggregateFunctions.All.Select(function => (IReadOnlyList<string>)[Code(function.Name), Over(function), function.Description]));
    }

    private static string Over(AggregateFunctionRow function) => function.IsCount
        ? "every field"
        : string.Join(", ", ScalarType.BuiltIn.Where(type => function.ResultOf(type) is not null).Select(type => Code(type.Name)))
            + (function.Function is AggregateFunction.Min or AggregateFunction.Max ? ", enums" : "");

    private void Scalars()
    {
        page.Heading(2, "Scalars");
        page.Table(
            ["Scalar", "Format", "Specification"],
            ScalarType.All.Select(scalar => (IReadOnlyList<string>)
                [Code(scalar.Name), scalar.Description!, scalar.SpecifiedBy is { } url ? $"<{url}>" : ""]));
    }

    private void CodeLists()
    {
        page.Heading(2, "Code lists");
        foreach (var list in dataModel.Enums)
        {
            page.Heading(3, list.Name);
            page.Table(
                ["Value", "Chinese", "English", "Meaning"],
                list.EnumValues()
                    .Select(value => (IReadOnlyList<string>)[Code(value.Name), value.LabelZh, value.LabelEn,
                        value.DeprecationReason is { } reason ? $"{value.Description} Deprecated: {reason}" : value.Description]));
        }
    }

    private void Access()
    {
        page.Heading(2, "Access");
        page.Paragraph(
            $"{string.Join("; ", Enum.GetValues<Role>().Select(role => $"`{role.Name()}` {role.Meaning()}"))}. On a server that requires " +
            $"no key, everyone is `{Actor.LocalName}`, in the role `{Actor.Local.Role.Name()}`. "
            + "Reading a field includes filtering, ordering, grouping and counting by it. [access.md](access.md) explains how keys are " +
            "created and sent.");
        page.Table(
            ["May", .. RoleNames.All],
            [
                .. AccessTable.Restricted(dataModel).Select(one => Row($"read {Code(one.Name)}", one.Readers.Contains)),
                Row("read every other type and field", _ => true),
                .. AccessTable.Mutations(dataModel).Select(mutation => Row($"call {Code(mutation)}", Permissions.Write.Names.Contains)),
                Row($"send a table to {Code("/import")}, or a report to {Code("/reports")}", Permissions.Write.Names.Contains),
                Row($"get {Code("/checkpoint")} and {Code("/proofs/consistency")}", _ => true),
                Row($"get {Code("/proofs/inclusion")}", Permissions.Prove(dataModel, nameof(Change)).Names.Contains),
            ]);

        if (AccessTable.Sensitive(dataModel).Select(Code).ToList() is { Count: > 0 } sensitive)
        {
            page.Paragraph("Requests that read these fields are [recorded](access.md#record-of-sensitive-reads) with " +
                $"`RecordSensitiveReads`: {string.Join(", ", sensitive)}; likewise in versions and differences.");
        }

        static IReadOnlyList<string> Row(string what, Func<string, bool> may) =>
            [what, .. RoleNames.All.Select(role => may(role) ? "yes" : "")];
    }

    private void Commands(IReadOnlyList<(string Name, string Description)> commands)
    {
        page.Heading(2, "Commands");
        page.Paragraph("Commands do not check roles: anyone who may write the database file may run them.");
        page.Table(["Command", "What it does"],
            commands.Select(command => (IReadOnlyList<string>)[Code(command.Name), command.Description]));
    }

    private void Settings(IReadOnlyList<SettingDescription> settings)
    {
        page.Heading(2, "Settings");
        page.Table(
            ["Key", "Type", "Default", "Range", "What it does"],
            settings.Select(setting => (IReadOnlyList<string>)
                [Code(setting.Key), setting.Type, setting.Default.Length == 0 ? "" : Code(setting.Default), setting.Range ?? "",
                    setting.Description]));
    }

    private void Errors(IReadOnlyList<ErrorCode> codes)
    {
        page.Heading(2, "Error codes");
        page.Paragraph(
            "Every error carries its code in `extensions.code`. The status of a response without data depends on its media type: " +
            "the third column is for `application/graphql-response+json`, the fourth for `application/json`. " +
            "Errors of the stage write come with data, at the path of the field that is null because of them, in a response with " +
            "status 200.");
        page.Table(
            ["Code", "Stage", "Status", "Status (JSON)", "Meaning"],
            codes.Select(code => (IReadOnlyList<string>)
                [Code(code.Name), code.Stage.ToString().ToLowerInvariant(), FormattableString.Invariant($"{code.Status}"),
                    FormattableString.Invariant($"{code.JsonStatus}"), code.Meaning]));
    }
}
