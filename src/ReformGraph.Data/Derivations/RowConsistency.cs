using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Derivations;

/// <summary>
/// The rules across rows, whoever writes them: a figure, its report, its locator, its place and the rows that it proves belong to one
/// county, and a report has one figure for each indicator, place, period and role. Input: what a change wrote. It looks only at these rows
/// and at those that refer to them, by the versions of the change, and rejects the first that breaks a rule.
/// </summary>
internal static class RowConsistency
{
    private static readonly Bilingual OfCounty = new("one of {0}, the county of the row", "该行所属县（{0}）的一项");
    private static readonly Bilingual OfReport = new("one of {0}, the report of the row", "该行所属报告（{0}）的一项");
    private static readonly Bilingual OfVillage = new("{0}, the township of the village", "{0}，即该村所在乡镇");
    private static readonly Bilingual Only = new(
        "one for which the report has no other figure of this role, period and place, but it has {0}; a figure that only repeats that " +
        "one has it in restates",
        "该报告在此数据性质、时段和范围下尚无数据的指标，" +
        "而 {0} 已有；仅重述该数据的，请填写 restates");

    private static readonly IReadOnlyList<Rule> Rules =
    [
        Rule<Figure>.Same(nameof(Figure.Report), row => row.Report.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Report>(row => row.ReportId),
        Rule<Figure>.Same(nameof(Figure.Township), row => row.Township!.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Township>(row => row.TownshipId),
        Rule<Figure>.Same(nameof(Figure.Township), row => row.TownshipId != null ? row.Village!.TownshipId : null, row => row.TownshipId,
            row => row.Village!.Township.Code, OfVillage).Through<Village>(row => row.VillageId),
        Rule<Figure>.Same(nameof(Figure.Village), row => row.Village!.Township.CountyId, row => row.CountyId, row => row.County.Code,
            OfCounty).Through<Village>(row => row.VillageId),
        Rule<Figure>.Same(nameof(Figure.Locator), row => row.Locator!.ReportId, row => row.ReportId, row => row.Report.Code, OfReport)
            .Through<Locator>(row => row.LocatorId),
        Rule<Figure>.Same(nameof(Figure.Restates), row => row.Restates!.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Figure>(row => row.RestatesId),
        Rule<Figure>.Same(nameof(Figure.Initiative), row => row.Initiative!.Report.CountyId, row => row.CountyId, row => row.County.Code,
            OfCounty).Through<Initiative>(row => row.InitiativeId),
        Rule<Figure>.Without(nameof(Figure.Indicator),
            row => row.RestatesId != null ? null : row.Indicator.Figures.Where(other => other.Id != row.Id && other.RestatesId == null
                && other.ReportId == row.ReportId && other.Role == row.Role && other.TownshipId == row.TownshipId
                && other.VillageId == row.VillageId && other.Period == row.Period && other.Year == row.Year
                && other.FirstMonth == row.FirstMonth && other.LastMonth == row.LastMonth)
                .OrderBy(other => other.Id).Select(other => other.Code).FirstOrDefault(), Only),
        Rule<Initiative>.Same(nameof(Initiative.Locator), row => row.Locator!.ReportId, row => row.ReportId, row => row.Report.Code,
            OfReport).Through<Locator>(row => row.LocatorId),
        Rule<Initiative>.Same(nameof(Initiative.Township), row => row.Township!.CountyId, row => row.Report.CountyId,
            row => row.Report.County.Code, OfCounty).Through<Township>(row => row.TownshipId).Through<Report>(row => row.ReportId),
        Rule<Initiative>.Same(nameof(Initiative.Township), row => row.TownshipId != null ? row.Village!.TownshipId : null,
            row => row.TownshipId, row => row.Village!.Township.Code, OfVillage).Through<Village>(row => row.VillageId),
        Rule<Initiative>.Same(nameof(Initiative.Village), row => row.Village!.Township.CountyId, row => row.Report.CountyId,
            row => row.Report.County.Code, OfCounty).Through<Village>(row => row.VillageId),
        Rule<Initiative>.Same(nameof(Initiative.PartOf), row => row.PartOf!.Report.CountyId, row => row.Report.CountyId,
            row => row.Report.County.Code, OfCounty).Through<Initiative>(row => row.PartOfId).Through<Report>(row => row.ReportId),
        Rule<Report>.Same(nameof(Report.Predecessor), row => row.Predecessor!.CountyId, row => row.CountyId, row => row.County.Code,
            OfCounty).Through<Report>(row => row.PredecessorId),
        Rule<RiskVillage>.Same("Township", row => row.Township!.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Township>(row => row.TownshipId),
        Rule<RiskVillage>.Same("Township", row => row.TownshipId != null ? row.Village!.TownshipId : null,
            row => row.TownshipId, row => row.Village!.Township.Code, OfVillage).Through<Village>(row => row.VillageId),
        Rule<RiskVillage>.Same("Village", row => row.Village!.Township.CountyId, row => row.CountyId, row => row.County.Code,
            OfCounty).Through<Village>(row => row.VillageId),
        Rule<RiskVillage>.Same("ProvenBy", row => row.ProvenBy!.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Figure>(row => row.ProvenById),
        Rule<FacilityConsolidation>.Same("Township", row => row.Township!.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Township>(row => row.TownshipId),
        Rule<FacilityConsolidation>.Same("Township", row => row.TownshipId != null ? row.Village!.TownshipId : null,
            row => row.TownshipId, row => row.Village!.Township.Code, OfVillage).Through<Village>(row => row.VillageId),
        Rule<FacilityConsolidation>.Same("Village", row => row.Village!.Township.CountyId, row => row.CountyId, row => row.County.Code,
            OfCounty).Through<Village>(row => row.VillageId),
        Rule<FacilityConsolidation>.Same("ProvenBy", row => row.ProvenBy!.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Figure>(row => row.ProvenById),
        Rule<AssetHandover>.Same("Township", row => row.Township!.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Township>(row => row.TownshipId),
        Rule<AssetHandover>.Same("ProvenBy", row => row.ProvenBy!.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Figure>(row => row.ProvenById),
        Rule<Problem>.Same("Township", row => row.Township!.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Township>(row => row.TownshipId),
        Rule<ReformTask>.Same("Township", row => row.Township!.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Township>(row => row.TownshipId),
        Rule<ReformTask>.Same("ProvenBy", row => row.ProvenBy!.CountyId, row => row.CountyId, row => row.County.Code, OfCounty)
            .Through<Figure>(row => row.ProvenById),
    ];

    /// <summary>Checks what a change wrote. The rows are already saved.</summary>
    /// <exception cref="InvalidRowException">A row breaks a rule.</exception>
    public static async Task CheckAsync(ReformDbContext context, IReadOnlyList<WrittenRows> written, CancellationToken cancellation)
    {
        foreach (var rule in Rules)
        {
            await rule.CheckAsync(context, written, cancellation);
        }
    }

    private abstract class Rule
    {
        public abstract Task CheckAsync(ReformDbContext context, IReadOnlyList<WrittenRows> written, CancellationToken cancellation);
    }

    /// <summary>A rule for the rows of an entity.</summary>
    /// <param name="member">The reference that is wrong.</param>
    /// <param name="isWrong">Whether a row breaks the rule.</param>
    /// <param name="code">The code in the message.</param>
    /// <param name="expected">What would be right.</param>
    private sealed class Rule<T>(string member, Expression<Func<T, bool>> isWrong, Expression<Func<T, string?>> code, Bilingual expected)
        : Rule
        where T : Versioned
    {
        private readonly List<(Type Entity, Func<ReformDbContext, IQueryable<T>> Rows)> concerned =
            [(typeof(T), context => context.Set<T>().Where(row => WrittenRows.IdsIn<T>(context).Contains(EF.Property<int>(row, "Id"))))];

        /// <summary>The row that a reference leads to, if it leads to one, must have the same key as the row itself.</summary>
        public static Rule<T> Same(string member, Expression<Func<T, int?>> theirs, Expression<Func<T, int?>> own,
            Expression<Func<T, string?>> code, Bilingual expected)
        {
            var row = theirs.Parameters[0];
            var ofRow = ReplacingExpressionVisitor.Replace(own.Parameters[0], row, own.Body);
            var isWrong = Expression.AndAlso(Expression.NotEqual(theirs.Body, Expression.Constant(null, typeof(int?))),
                Expression.NotEqual(theirs.Body, ofRow));
            return new(member, Expression.Lambda<Func<T, bool>>(isWrong, row), code, expected);
        }

        /// <summary>There must be no such other row, by its code.</summary>
        public static Rule<T> Without(string member, Expression<Func<T, string?>> other, Bilingual expected) => new(member,
            Expression.Lambda<Func<T, bool>>(Expression.NotEqual(other.Body, Expression.Constant(null, typeof(string))), other.Parameters),
            other, expected);

        /// <summary>Rows that refer to written rows of another entity matter too.</summary>
        public Rule<T> Through<TOther>(Expression<Func<T, int?>> key)
            where TOther : Versioned
        {
            concerned.Add((typeof(TOther), context => context.Set<T>().Where(Expression.Lambda<Func<T, bool>>(
                Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(int?)],
                    WrittenRows.IdsIn<TOther>(context).Select(id => (int?)id).Expression, key.Body), key.Parameters))));
            return this;
        }

        public override async Task CheckAsync(ReformDbContext context, IReadOnlyList<WrittenRows> written, CancellationToken cancellation)
        {
            foreach (var (_, rows) in concerned.Where(one => written.Any(rows => rows.Entity.ClrType == one.Entity)))
            {
                var wrong = rows(context).Where(isWrong).OrderBy(row => EF.Property<int>(row, "Id")).Take(1);
                if (await wrong.SingleOrDefaultAsync(cancellation) is { } row)
                {
                    var right = (await wrong.Select(code).SingleAsync(cancellation))!;
                    throw new InvalidRowException(row, member, new(expected.En.Replace("{0}", right, StringComparison.Ordinal),
                        expected.Zh.Replace("{0}", right, StringComparison.Ordinal)))
                    { Rule = "CONSISTENT" };
                }
            }
        }
    }
}
