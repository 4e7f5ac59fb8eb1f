using GraphQL;
using GraphQL.Types;
using ReformGraph.Domain.Entities;
using TaskStatus = ReformGraph.Domain.Entities.TaskStatus;

namespace ReformGraph.Benchmarks.Ways.Usual;

internal sealed class ReformTaskType : ObjectGraphType<ReformTask>
{
    public ReformTaskType()
    {
        Name = "ReformTask";
        Field(row => row.Id, type: typeof(NonNullGraphType<IdGraphType>));
        Field(row => row.Code);
        Field(row => row.Kind, type: typeof(NonNullGraphType<EnumerationGraphType<TaskKind>>));
        Field(row => row.TitleZh, nullable: true);
        Field(row => row.LeadOfficial, nullable: true);
        Field(row => row.LeadDepartment, nullable: true);
        Field(row => row.Status, type: typeof(EnumerationGraphType<TaskStatus>));
        Field(row => row.Progress, nullable: true);
        Field(row => row.DueOn, type: typeof(LocalDateType));
        Field<TownshipType>("township")
            .Resolve(context => context.Source.TownshipId is { } id ? UsualContext.Of(context).Townships.Load(id) : null);
    }
}

internal sealed class RiskVillageType : ObjectGraphType<RiskVillage>
{
    public RiskVillageType()
    {
        Name = "RiskVillage";
        Field(row => row.Code);
        Field(row => row.Level, type: typeof(NonNullGraphType<EnumerationGraphType<RiskLevel>>));
        Field(row => row.Status, type: typeof(EnumerationGraphType<RiskStatus>));
        Field(row => row.LeadOfficial, nullable: true);
        Field(row => row.AssessedOn, type: typeof(LocalDateType));
    }
}

internal sealed class AssetHandoverType : ObjectGraphType<AssetHandover>
{
    public AssetHandoverType()
    {
        Name = "AssetHandover";
        Field(row => row.Code);
        Field(row => row.AssetClass, type: typeof(NonNullGraphType<EnumerationGraphType<AssetClass>>));
        Field(row => row.FloorArea, nullable: true);
    }
}

internal sealed class CountyType : ObjectGraphType<County>
{
    public CountyType()
    {
        Name = "County";
        Field(row => row.Code);
        Field(row => row.NameZh, nullable: true);
    }
}

internal sealed class TownshipType : ObjectGraphType<Township>
{
    public TownshipType()
    {
        Name = "Township";
        Field(row => row.Code);
        Field(row => row.NameZh, nullable: true);
        Field<NonNullGraphType<CountyType>>("county").Resolve(context => UsualContext.Of(context).Counties.Load(context.Source.CountyId));
        InnerList<RiskVillageType, RiskVillage>("riskVillages", context => context.RiskVillages);
        InnerList<AssetHandoverType, AssetHandover>("assetHandovers", context => context.AssetHandovers);
    }

    private void InnerList<TNode, T>(string name, Func<UsualContext, BatchLoader<IEnumerable<T>>> loader)
        where TNode : ObjectGraphType<T> => Field<NonNullGraphType<RowListType<TNode, T>>>(name)
            .Argument<IntGraphType>("first")
            .Resolve(context =>
            {
                var first = context.GetArgument("first", UsualQuery.DefaultPageSize); // the context is used again once this returns
                return loader(UsualContext.Of(context)).Load(
                    context.Source.Id,
                        rows => new RowList<T>(() => Task.FromResult(rows.Take(first)), () => Task.FromResult(rows.Count())));
            });
}
