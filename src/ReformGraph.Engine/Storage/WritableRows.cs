using System.Collections.Concurrent;
using System.Linq.Expressions;
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

    /// <summary>The row with this id; null if there is none.</summary>
    public abstract Task<Versioned?> FindAsync(DbContext context, int id);

    /// <summary>The rows with this code, in the order of preference: their ids, and the ids of the rows within which they lie.</summary>
    /// <param name="context">The context.</param>
    /// <param name="code">The code.</param>
    /// <param name="within">The id of the row within which they lie; null for any.</param>
    public abstract Task<IReadOnlyList<CodedRow>> OfCodeAsync(DbContext context, string code, int? within);

    /// <summary>The id of the row to which a path leads from the row with this id.</summary>
    public abstract Task<int> FollowAsync(DbContext context, int id, CodeScope path);

    /// <summary>The code of the row with this id.</summary>
    public abstract Task<string> CodeOfAsync(DbContext context, int id);

    /// <summary>A row without values.</summary>
    public abstract Versioned Create();

    /// <summary>Sets the given fields of a row, except references.</summary>
    public abstract void Fill(Versioned row, IReadOnlyDictionary<string, object?> values);

    /// <summary>The id of a row.</summary>
    public abstract int IdOf(Versioned row);

    private sealed class RowsOf<T>(EntityModel entity) : WritableRows
        where T : Versioned
    {
        // More than anyone wants to read in a message.
        private const int Most = 21;

        private readonly Expression<Func<T, int>>? toWithin = (Expression<Func<T, int>>?)entity.Within?.ToId();

        public override async Task<Versioned?> FindAsync(DbContext context, int id) => await context.FindAsync<T>(id);

        public override async Task<IReadOnlyList<CodedRow>> OfCodeAsync(DbContext context, string code, int? within)
        {
            var normal = CodeText.Normal(code);
            var rows = context.Set<T>()
                .Where(row => EF.Property<string>(row, "Code") == code || EF.Property<string>(row, "Code") == normal)
                .OrderByDescending(row => EF.Property<string>(row, "Code") == code).ThenBy(row => EF.Property<int>(row, "Id"));
            if (toWithin is null)
            {
                return await rows.Select(row => new CodedRow(EF.Property<int>(row, "Id"), null)).Take(1).ToListAsync();
            }

            var found = within is null ? rows : rows.Where(Is(within.Value));
            return await found.Select(Coded()).Take(Most).ToListAsync();
        }

        public override Task<int> FollowAsync(DbContext context, int id, CodeScope path) =>
            context.Set<T>().Where(row => EF.Property<int>(row, "Id") == id).Select((Expression<Func<T, int>>)path.ToId()).SingleAsync();

        public override Task<string> CodeOfAsync(DbContext context, int id) =>
            context.Set<T>().Where(row => EF.Property<int>(row, "Id") == id).Select(row => EF.Property<string>(row, "Code")).SingleAsync();

        public override Versioned Create() => Activator.CreateInstance<T>();

        public override void Fill(Versioned row, IReadOnlyDictionary<string, object?> values)
        {
            foreach (var (name, value) in values)
            {
                ((ScalarField)entity.Find(name)!).Property!.PropertyInfo!.SetValue(row, value);
            }
        }

        public override int IdOf(Versioned row) => (int)entity.Key.Property!.PropertyInfo!.GetValue(row)!;

        private Expression<Func<T, bool>> Is(int within)
        {
            Expression<Func<int>> value = () => within; // a parameter of the statement
            return Expression.Lambda<Func<T, bool>>(Expression.Equal(toWithin!.Body, value.Body), toWithin.Parameters);
        }

        private Expression<Func<T, CodedRow>> Coded()
        {
            var row = toWithin!.Parameters[0];
            var id = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(int)], row, Expression.Constant("Id"));
            return Expression.Lambda<Func<T, CodedRow>>(
                Expression.New(typeof(CodedRow).GetConstructors()[0], id, Expression.Convert(toWithin.Body, typeof(int?))), row);
        }
    }
}

/// <summary>A row that has a requested code.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Within">The id of the row within which it lies; null if its codes are unique by themselves.</param>
internal sealed record CodedRow(int Id, int? Within);
