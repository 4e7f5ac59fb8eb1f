using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Dialects;

namespace ReformGraph.Engine.Modeling;

/// <summary>How the declared entities become EF Core's model, the same on every provider.</summary>
public static class ModelConventions
{
    /// <summary>The view of the rows that changes affect.</summary>
    public const string ChangedRows = "ChangedRows";

    private const string Provider = "ReformGraph:Provider";
    private const decimal LeastWideDecimal = 100_000_000_000_000m;

    /// <summary>The number of decimal places of a decimal, which is stored as an integer in units of the last one.</summary>
    public const int DecimalPlaces = 4;

    /// <summary>The maximum number of digits of a decimal, including decimal places.</summary>
    public const int DecimalDigits = 19;

    /// <summary>The maximum number of digits of a narrow decimal, which fits a 64-bit integer whatever its digits are: file formats have a
    /// separate encoding for these.</summary>
    public const int NarrowDecimalDigits = 18;

    /// <summary>The greatest decimal that can be stored: in ten-thousandths, the greatest 64-bit integer. The least is its
    /// negative.</summary>
    public const decimal LargestDecimal = 922_337_203_685_477.5807m;

    /// <summary>The same, for messages.</summary>
    public static string LargestDecimalText { get; } = LargestDecimal.ToString(CultureInfo.InvariantCulture);

    /// <summary>Maps every class with <see cref="EntityAttribute"/>, the log of changes, and <see cref="DataState"/>.</summary>
    /// <param name="model">The model to add to.</param>
    /// <param name="types">The types among which entities are sought.</param>
    public static void AddEntities(this ModelBuilder model, IEnumerable<Type> types)
    {
        model.Entity<DataState>().ToTable(nameof(DataState));
        model.Entity<Change>().ToTable("Changes");
        model.Entity<ChangedRow>().ToView(ChangedRows);
        foreach (var type in types.Where(type => type.IsDefined(typeof(EntityAttribute))))
        {
            var entity = model.Entity(type).ToTable(SchemaNames.PascalCase(type.GetCustomAttribute<EntityAttribute>()!.Plural));
            if (type.GetProperty("Code") is not null && !type.IsDefined(typeof(CodeWithinAttribute)))
            {
                entity.HasIndex("Code").IsUnique();
            }
        }
    }

    /// <summary>Adds the functions of queries to a model that EF Core compiled from a fitted one without them: their translations are code,
    /// which a compiled model cannot contain.</summary>
    /// <param name="model">The model, before it is finalized.</param>
    public static void AddQueryFunctions(this RuntimeModel model) => QueryFunction.AddTo(model, DialectOf(model));

    /// <summary>The dialect of the provider to which a model was fitted.</summary>
    internal static SqlDialect DialectOf(IReadOnlyModel model) => SqlDialect.For(model.FindAnnotation(Provider)?.Value as string);

    /// <summary>A decimal as SQLite stores it: in units of 0.0001.</summary>
    internal static long Scaled(decimal value) => decimal.ToInt64(value * SqlDialect.UnitsOfOne);

    /// <summary>Whether every database can store a decimal exactly.</summary>
    public static bool CanHold(decimal value) => Math.Abs(value) <= LargestDecimal && decimal.Round(value, DecimalPlaces) == value;

    /// <summary>The maximum number of digits of a property's decimals, according to its range.</summary>
    internal static int PrecisionOf(MemberInfo member) =>
        member.GetCustomAttribute<RangeAttribute>() is { } range && IsNarrow(range.Minimum) && IsNarrow(range.Maximum)
        ? NarrowDecimalDigits
        : DecimalDigits;

    private static bool IsNarrow(object bound) => Math.Abs(Convert.ToDecimal(bound, CultureInfo.InvariantCulture)) < LeastWideDecimal;

    /// <summary>The decimals that can be stored, for error messages.</summary>
    public static string HeldDecimals { get; } =
        FormattableString.Invariant($"at most {DecimalPlaces} decimal places, from -{LargestDecimal} to {LargestDecimal}");

    /// <summary>An instant as every database can store it: truncated to the microsecond.</summary>
    public static DateTime Held(DateTime value) => value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>The same for a time of day.</summary>
    internal static TimeOnly Held(TimeOnly value) => new(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>
    /// Adds the rollups and fits the mapping to the provider, after everything is mapped: decimals compare, sort and add exactly, and texts
    /// compare by code point. Instants and times of day are kept to the microsecond, because PostgreSQL has nothing finer; a time span is
    /// stored as its ticks, and a URL as the text that clients see.
    /// </summary>
    /// <param name="model">The model to fit.</param>
    /// <param name="provider">The name of the database provider, as EF Core names it.</param>
    /// <param name="isPast">Whether it is the model of the past, which has no rollups and no tables of its own.</param>
    /// <exception cref="NotSupportedException">The provider is neither SQLite's nor PostgreSQL's.</exception>
    public static void FitToProvider(this ModelBuilder model, string? provider, bool isPast = false)
    {
        ModelRules.CheckTables(model.Model);
        CodeScope.AddTo(model);
        var dialect = SqlDialect.For(provider);
        model.HasAnnotation(Provider, provider);
        QueryFunction.AddTo(model, dialect);
        Versions.AddTo(model);
        Differences.AddTo(model);
        if (!isPast)
        {
            Rollup.AddTo(model);
            Revisions.AddTo(model);
        }

        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (ScalarType.For(property.ClrType) is { IsEnum: false } scalar)
            {
                scalar.Codec.Map(property, dialect);
            }
        }

        foreach (var foreignKey in model.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()))
        {
            foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }
}
