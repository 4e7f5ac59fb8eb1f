using GraphQL.Types;
using ReformGraph.Domain.Entities;
using TaskStatus = ReformGraph.Domain.Entities.TaskStatus;

namespace ReformGraph.Benchmarks.Ways.Usual;

/// <summary>A condition on one field. Only the operators that the works use are there; each more costs only its own requests.</summary>
internal sealed class Condition<T>
    where T : struct
{
    public T? Eq { get; set; }

    public T? Gte { get; set; }
}

internal sealed class ReformTaskFilter
{
    public Condition<TaskKind>? Kind { get; set; }

    public Condition<TaskStatus>? Status { get; set; }

    public Condition<DateOnly>? DueOn { get; set; }

    public IQueryable<ReformTask> Apply(IQueryable<ReformTask> rows)
    {
        rows = Kind?.Eq is { } kind ? rows.Where(row => row.Kind == kind) : rows;
        rows = Status?.Eq is { } status ? rows.Where(row => row.Status == status) : rows;
        return DueOn?.Gte is { } since ? rows.Where(row => row.DueOn >= since) : rows;
    }
}

internal sealed class RiskVillageFilter
{
    public Condition<RiskLevel>? Level { get; set; }

    public Condition<RiskStatus>? Status { get; set; }

    public Condition<DateOnly>? AssessedOn { get; set; }

    public IQueryable<RiskVillage> Apply(IQueryable<RiskVillage> rows)
    {
        rows = Level?.Eq is { } level ? rows.Where(row => row.Level == level) : rows;
        rows = Status?.Eq is { } status ? rows.Where(row => row.Status == status) : rows;
        return AssessedOn?.Gte is { } since ? rows.Where(row => row.AssessedOn >= since) : rows;
    }
}

internal sealed class TownshipFilter
{
    public Condition<DateOnly>? ValidFrom { get; set; }

    public IQueryable<Township> Apply(IQueryable<Township> rows) =>
        ValidFrom?.Gte is { } since ? rows.Where(row => row.ValidFrom >= since) : rows;
}

/// <summary>An order of risk villages.</summary>
internal sealed class RiskVillageSort
{
    public SortEnumType? AssessedOn { get; set; }
}

internal enum SortEnumType
{
    Asc,
    Desc,
}

/// <summary>The scalar of a day, named as the product names it.</summary>
internal sealed class LocalDateType : DateOnlyGraphType
{
    public LocalDateType() => Name = "LocalDate";
}

internal sealed class EnumConditionType<T> : InputObjectGraphType<Condition<T>>
    where T : struct, Enum
{
    public EnumConditionType()
    {
        Name = typeof(T).Name + "OperationFilterInput";
        Field<EnumerationGraphType<T>>("eq");
    }
}

internal sealed class DayConditionType : InputObjectGraphType<Condition<DateOnly>>
{
    public DayConditionType()
    {
        Name = "LocalDateOperationFilterInput";
        Field<LocalDateType>("gte");
    }
}

internal sealed class ReformTaskFilterType : InputObjectGraphType<ReformTaskFilter>
{
    public ReformTaskFilterType()
    {
        Name = "ReformTaskFilterInput";
        Field<EnumConditionType<TaskKind>>("kind");
        Field<EnumConditionType<TaskStatus>>("status");
        Field<DayConditionType>("dueOn");
    }
}

internal sealed class RiskVillageFilterType : InputObjectGraphType<RiskVillageFilter>
{
    public RiskVillageFilterType()
    {
        Name = "RiskVillageFilterInput";
        Field<EnumConditionType<RiskLevel>>("level");
        Field<EnumConditionType<RiskStatus>>("status");
        Field<DayConditionType>("assessedOn");
    }
}

internal sealed class TownshipFilterType : InputObjectGraphType<TownshipFilter>
{
    public TownshipFilterType()
    {
        Name = "TownshipFilterInput";
        Field<DayConditionType>("validFrom");
    }
}

internal sealed class RiskVillageSortType : InputObjectGraphType<RiskVillageSort>
{
    public RiskVillageSortType()
    {
        Name = "RiskVillageSortInput";
        Field<EnumerationGraphType<SortEnumType>>("assessedOn");
    }
}
