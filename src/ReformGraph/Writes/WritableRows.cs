using System.Collections.Concurrent;
using Mapster;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Writes;

/// <summary>Finds, makes and fills the rows of one entity by what mutations give.</summary>
internal abstract class WritableRows
{
    private static readonly ConcurrentDictionary<Type, WritableRows> All = [];

    public static WritableRows Of(EntityModel entity) => All.GetOrAdd(
        entity.ClrType,
        type => (WritableRows)Activator.CreateInstance(typeof(RowsOf<>).MakeGenericType(type), entity)!);

    /// <summary>The row with this id, or else with this code; null where there is none.</summary>
    public abstract Task<Versioned?> FindAsync(ReformDbContext context, int? id, string? code);

    /// <summary>The id of the row with this code; null where there is none.</summary>
    public abstract Task<int?> IdOfAsync(ReformDbContext context, string code);

    /// <summary>A row without values.</summary>
    public abstract Versioned Create();

    /// <summary>Gives a row the values of the fields that are given, references apart.</summary>
    public abstract void Fill(Versioned row, IReadOnlyDictionary<string, object?> values);

    /// <summary>The id of a row.</summary>
    public abstract int IdOf(Versioned row);

    private sealed class RowsOf<T> : WritableRows
        where T : Versioned
    {
        private readonly TypeAdapterConfig mapping = new();
        private readonly Func<T, int> key;

        public RowsOf(EntityModel entity)
        {
            key = ((System.Linq.Expressions.Expression<Func<T, int>>)entity.Key.Access).Compile();
            var setter = mapping.NewConfig<Dictionary<string, object?>, T>();
            var given = entity.GivenFields.OfType<ScalarField>().Select(field => field.Property!.Name).ToHashSet();
            setter.IgnoreMember((member, side) => side is MemberSide.Destination && !given.Contains(member.Name));
            foreach (var member in given)
            {
                setter.IgnoreIf((values, _) => !values.ContainsKey(member), member);
            }
        }

        public override async Task<Versioned?> FindAsync(ReformDbContext context, int? id, string? code) => id is { } number
            ? await context.FindAsync<T>(number)
            : await OfCode(context, code!).FirstOrDefaultAsync();

        public override Task<int?> IdOfAsync(ReformDbContext context, string code) =>
            OfCode(context, code).Select(row => (int?)EF.Property<int>(row, "Id")).FirstOrDefaultAsync();

        public override Versioned Create() => Activator.CreateInstance<T>();

        public override void Fill(Versioned row, IReadOnlyDictionary<string, object?> values) =>
            values.ToDictionary(value => SchemaNames.PascalCase(value.Key), value => value.Value).Adapt((T)row, mapping);

        public override int IdOf(Versioned row) => key((T)row);

        private static IQueryable<T> OfCode(ReformDbContext context, string code)
        {
            var normal = CodeText.Normal(code);
            return context.Set<T>()
                .Where(row => EF.Property<string>(row, "Code") == code || EF.Property<string>(row, "Code") == normal)
                .OrderByDescending(row => EF.Property<string>(row, "Code") == code);
        }
    }
}
