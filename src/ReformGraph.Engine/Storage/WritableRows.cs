using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Storage;

/// <summary>Finds, creates and fills the rows of one entity for mutations.</summary>
internal abstract class WritableRows
{
    private static readonly ConcurrentDictionary<Type, WritableRows> All = [];

    /// <summary>Those of an entity.</summary>
    public static WritableRows Get(EntityModel entity) => All.GetOrAdd(
        entity.ClrType,
        type => (WritableRows)Activator.CreateInstance(typeof(RowsOf<>).MakeGenericType(type), entity)!);

    /// <summary>The row with this id or this code; null if there is none.</summary>
    public abstract Task<Versioned?> FindAsync(DbContext context, int? id, string? code);

    /// <summary>The id of the row with this code; null if there is none.</summary>
    public abstract Task<int?> IdOfAsync(DbContext context, string code);

    /// <summary>A row without values.</summary>
    public abstract Versioned Create();

    /// <summary>Sets the given fields of a row, except references.</summary>
    public abstract void Fill(Versioned row, IReadOnlyDictionary<string, object?> values);

    /// <summary>The id of a row.</summary>
    public abstract int IdOf(Versioned row);

    private sealed class RowsOf<T>(EntityModel entity) : WritableRows
        where T : Versioned
    {
        public override async Task<Versioned?> FindAsync(DbContext context, int? id, string? code) => id is { } number
            ? await context.FindAsync<T>(number)
            : await OfCode(context, code!).FirstOrDefaultAsync();

        public override Task<int?> IdOfAsync(DbContext context, string code) =>
            OfCode(context, code).Select(row => (int?)EF.Property<int>(row, "Id")).FirstOrDefaultAsync();

        public override Versioned Create() => Activator.CreateInstance<T>();

        public override void Fill(Versioned row, IReadOnlyDictionary<string, object?> values)
        {
            foreach (var (name, value) in values)
            {
                ((ScalarField)entity.Find(name)!).Property!.PropertyInfo!.SetValue(row, value);
            }
        }

        public override int IdOf(Versioned row) => (int)entity.Key.Property!.PropertyInfo!.GetValue(row)!;

        private static IQueryable<T> OfCode(DbContext context, string code)
        {
            var normal = CodeText.Normal(code);
            return context.Set<T>()
                .Where(row => EF.Property<string>(row, "Code") == code || EF.Property<string>(row, "Code") == normal)
                .OrderByDescending(row => EF.Property<string>(row, "Code") == code);
        }
    }
}
