using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Engine.Storage;

/// <summary>A rule that a row violates.</summary>
/// <param name="Field">The field, as the API names it.</param>
/// <param name="Rule">The rule, in UPPER_SNAKE_CASE.</param>
/// <param name="Message">What the field must be, to be read after its name.</param>
/// <param name="IsOfSeveral">Whether another field than the named one may be the cause.</param>
public sealed record RuleViolation(string Field, string Rule, string Message, bool IsOfSeveral);

/// <summary>
/// Writes the rows of one change, one after the other. Errors are collected, and the remaining rows are tried all the same, so that a
/// client learns everything at once; the caller then rolls back what was written.
/// </summary>
/// <param name="context">A context with a change in progress.</param>
/// <param name="rules">Returns the rules that a row violates.</param>
public sealed class RowChanges(DbContext context, Func<Versioned, IEnumerable<RuleViolation>> rules)
{
    private readonly Dictionary<Versioned, int> versions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, RowWrite> writes = new(ReferenceEqualityComparer.Instance);
    private readonly List<WriteError> errors = [];
    private readonly CodeLookup codes = new(context);

    /// <summary>The errors of the rows written so far.</summary>
    public IReadOnlyList<WriteError> Errors => errors;

    /// <summary>The request for a row; null if it is none of these.</summary>
    public RowWrite? WriteOf(object row) => writes.GetValueOrDefault(row);

    /// <summary>Writes one row.</summary>
    /// <returns>The row; null if there is an error, or if it was withdrawn.</returns>
    public async Task<Versioned?> WriteAsync(RowWrite write)
    {
        var before = errors.Count;
        if (write.Within is { } within && (await codes.FindAsync(write.Entity.Within!.Entity, within, null)).Problem is { } problem)
        {
            var scope = write.Entity.Within;
            Refuse(write, scope.Name, "REFERENCE", $"{scope.Name} must be the code of a row of {scope.Entity.Name}; {problem}.");
            return null;
        }

        var row = write.Action == WriteAction.Create ? WritableRows.Get(write.Entity).Create() : await FindAsync(write);
        if (row is null)
        {
            return null;
        }

        await (write.Action == WriteAction.Withdraw ? WithdrawAsync(write, row) : FillAsync(write, row));
        if (errors.Count > before)
        {
            context.Entry(row).State = EntityState.Detached;
            return null;
        }

        writes[row] = write;
        await context.SaveChangesAsync();
        return write.Action == WriteAction.Withdraw ? null : row;
    }

    /// <summary>The id of a row of an entity.</summary>
    public static int IdOf(EntityModel entity, Versioned row) => WritableRows.Get(entity).IdOf(row);

    private async Task<Versioned?> FindAsync(RowWrite write)
    {
        if (write.Id is null == write.Code is null)
        {
            errors.Add(new InvalidInput("Name the row by either its id or its code.", write.Path, "ID_OR_CODE"));
            return null;
        }

        var id = write.Id ?? await IdOfCodeAsync(write);
        var row = id is null ? null : await WritableRows.Get(write.Entity).FindAsync(context, id.Value);
        if (row is null)
        {
            if (write.Id is not null)
            {
                var given = id == RowWrite.OfNoRow ? "given" : FormattableString.Invariant($"{id}");
                errors.Add(new RowNotFound($"There is no {write.Entity.Name} with the id {given}; it may have been withdrawn.",
                    write.PathOf("id")));
            }

            return null;
        }

        // Within a change, the version that counts is the one that the row had at its beginning.
        if (!versions.TryGetValue(row, out var version))
        {
            versions.Add(row, version = row.Version);
        }

        if (version != write.Version)
        {
            errors.Add(new VersionConflict($"The row now has version {version}, not {write.Version}.", write.PathOf("version"),
                write.Entity, WritableRows.Get(write.Entity).IdOf(row)));
            return null;
        }

        return row;
    }

    // Of rows that share the code, the field that says where the row belongs means the one that is there already: no other can move there.
    private async Task<int?> IdOfCodeAsync(RowWrite write)
    {
        var named = write.Within;
        if (named is null && write.Entity.Within is { Path: [_] } own)
        {
            named = write.Values.GetValueOrDefault(own.Name) as string;
        }

        var within = await WithinAsync(write, named);
        var found = await codes.FindAsync(write.Entity, write.Code!, within);
        if (found.Id is null && within is not null && write.Within is null)
        {
            found = await codes.FindAsync(write.Entity, write.Code!, null);
        }

        if (found.IsAmbiguous)
        {
            Refuse(write, "code", ErrorCodes.CodeAmbiguous.Name,
                $"{found.Problem}: say which one is meant by {write.Entity.Within!.Name}.");
        }
        else if (found.Id is null)
        {
            var where = write.Within is { } code ? $" in the {write.Entity.Within!.Entity.Name} {code}" : "";
            errors.Add(new RowNotFound(
                $"There is no {write.Entity.Name} with the code {write.Code}{where}; it may have been withdrawn.", write.PathOf("code")));
        }

        return found.Id;
    }

    /// <summary>The id of the row that a write names as the one within which it looks up codes.</summary>
    private async Task<int?> WithinAsync(RowWrite write, string? code) =>
        code is null ? null : (await codes.FindAsync(write.Entity.Within!.Entity, code, null)).Id;

    private async Task WithdrawAsync(RowWrite write, Versioned row)
    {
        var id = WritableRows.Get(write.Entity).IdOf(row);
        foreach (var reference in context.Model.FindEntityType(write.Entity.ClrType)!.GetReferencingForeignKeys()
            .Where(reference => reference.DeclaringEntityType.GetTableName() is not null)) // its versions remain
        {
            if (await ExistsAsync(reference.DeclaringEntityType, $"{Column(reference.Properties[0])} = {{0}}", id))
            {
                errors.Add(
                    new RowStillReferenced(
                    $"Rows of {reference.DeclaringEntityType.ClrType.Name} still refer to it: change their references or withdraw them " +
                    "first.", write.Path));
            }
        }

        context.Remove(row);
    }

    private async Task FillAsync(RowWrite write, Versioned row)
    {
        var isNew = write.Action == WriteAction.Create;
        var values = new Dictionary<string, object?>();

        // The first reference says within which row the others are looked up.
        foreach (var (name, value) in write.Values.OrderByDescending(given => given.Key == write.Entity.Within?.First.Name))
        {
            var field = write.Entity.GivenFields.First(given => given.Name == name);
            if (value is null && field is ScalarField { IsNullable: false } or ReferenceField { IsNullable: false })
            {
                Refuse(write, name, "REQUIRED", $"{name} cannot be null.");
            }
            else if (field is ReferenceField reference)
            {
                await SetAsync(write, row, reference, (string?)value);
            }
            else
            {
                values.Add(name, name == "code" ? CodeText.Normal((string)value!) : value);
            }
        }

        WritableRows.Get(write.Entity).Fill(row, values);
        foreach (var violation in rules(row)
            .Where(violation => isNew || write.Values.ContainsKey(violation.Field) || violation.IsOfSeveral))
        {
            Refuse(write, violation.Field, violation.Rule, $"{violation.Field} {violation.Message}.");
        }

        await RefuseTakenAsync(write, row);
        if (isNew)
        {
            context.Add(row);
        }
    }

    private async Task SetAsync(RowWrite write, Versioned row, ReferenceField reference, string? code)
    {
        var found = code is null ? new(null, null, false)
            : await codes.FindAsync(reference.Target, code, await WithinAsync(write, row, reference));
        if (found.Problem is not null)
        {
            Refuse(write, reference.Name, found.IsAmbiguous ? ErrorCodes.CodeAmbiguous.Name : "REFERENCE",
                $"{reference.Name} must be the code of a row of {reference.Target.Name}; {found.Problem}.");
            return;
        }

        reference.Navigation.ForeignKey.Properties[0].PropertyInfo!.SetValue(row, found.Id);
    }

    /// <summary>The id of the row within which a reference of a row is looked up; null if that is not known, or does not matter.</summary>
    private async Task<int?> WithinAsync(RowWrite write, Versioned row, ReferenceField reference) =>
        write.Entity.Within is not { } scope || !scope.IsThatOf(reference.Target) ? null
        : reference.Name == scope.First.Name ? await WithinAsync(write, write.Within) ?? await codes.WithinAsync(write.Entity, row)
        : await codes.WithinAsync(write.Entity, row);

    // A row is identified by its code, or by several fields together.
    private async Task RefuseTakenAsync(RowWrite write, Versioned row)
    {
        var moved = write.Entity.Within is { } path ? new[] { "code", path.First.Name }.FirstOrDefault(write.Values.ContainsKey) : null;
        var within = moved is null ? null : await codes.WithinAsync(write.Entity, row);
        foreach (var index in context.Model.FindEntityType(write.Entity.ClrType)!.GetIndexes().Where(index => index.IsUnique))
        {
            var names = index.Properties.Select(NameOf).ToList();
            if (within is { } scope && names[0] == "code")
            {
                await RefuseTakenAsync(write, row, scope, moved!);
            }
            else if (names.Exists(write.Values.ContainsKey) && await IsTakenAsync(index, write, row))
            {
                var others = names is [.. var before, _] && before.Count > 0 ? $" with the same {string.Join(" and ", before)}" : "";
                Refuse(write, names[^1], "UNIQUE",
                    $"{names[^1]} must be unique: another row of {write.Entity.Name}{others} already has this value.");
            }
        }

        static string NameOf(IProperty property) =>
            SchemaNames.CamelCase(property.GetContainingForeignKeys().FirstOrDefault()?.DependentToPrincipal?.Name ?? property.Name);
    }

    // An index reaches only the first row of the path that leads to the one within which a code is unique.
    private async Task RefuseTakenAsync(RowWrite write, Versioned row, int within, string moved)
    {
        var scope = write.Entity.Within!;
        var code = (string)((ScalarField)write.Entity.Find("code")!).Property!.PropertyInfo!.GetValue(row)!;
        var taken = await WritableRows.Get(write.Entity).OfCodeAsync(context, code, within);
        if (taken.Any(other => other.Id != WritableRows.Get(write.Entity).IdOf(row)))
        {
            Refuse(write, moved, "UNIQUE",
                $"code must be unique: another row of {write.Entity.Name} within the {scope.Entity.Name} " +
                $"{await WritableRows.Get(scope.Entity).CodeOfAsync(context, within)} already has this value.");
        }
    }

    private async Task<bool> IsTakenAsync(IIndex index, RowWrite write, Versioned row)
    {
        var id = WritableRows.Get(write.Entity).IdOf(row);
        var same = index.Properties.Select((property, number) => $"{Column(property)} = {{{number + 1}}}");
        return await ExistsAsync(
            index.DeclaringEntityType, $"{Column(write.Entity.Key.Property!)} <> {{0}} AND {string.Join(" AND ", same)}",
                [id, .. index.Properties.Select(property => property.PropertyInfo!.GetValue(row)!)]);
    }

    private async Task<bool> ExistsAsync(IEntityType rows, string condition, params object[] values)
    {
        var sql =
            $"SELECT CASE WHEN EXISTS (SELECT 1 FROM {Quoted(rows.GetTableName()!)} WHERE {condition}) THEN 1 ELSE 0 END AS \"Value\"";
        return (await context.Database.SqlQueryRaw<int>(sql, values).ToListAsync())[0] == 1;
    }

    private void Refuse(RowWrite write, string field, string rule, string message) =>
        errors.Add(new InvalidInput(message, write.PathOf(field), rule));
}
