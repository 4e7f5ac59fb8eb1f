using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Import;

/// <summary>
/// The figures of reports that prove rows which are withdrawn. They prove the rows that take their place: those about the same village or
/// of the same name, and otherwise those that have in common what the withdrawn rows have in common, as long as they are no more. The
/// report warns of a figure that proves fewer rows than before.
/// </summary>
/// <param name="context">The context of the change, with nothing tracked.</param>
/// <param name="columns">The columns of the entity.</param>
/// <param name="kept">The rows that the table has.</param>
/// <param name="gone">The rows that are withdrawn.</param>
internal sealed class ReplacedProofs(ReformDbContext context, ImportColumns columns, IReadOnlyList<object> kept,
    IReadOnlyList<object> gone)
{
    /// <summary>The property that refers to the figure.</summary>
    public const string ProvenBy = "ProvenById";

    private readonly PropertyInfo? proof = columns.Rows.FindProperty(ProvenBy)?.PropertyInfo;
    private readonly List<PropertyInfo> lists = [.. columns.All
        .Where(column => (Nullable.GetUnderlyingType(column.Property.ClrType) ?? column.Property.ClrType).IsEnum)
        .Select(column => column.Property.PropertyInfo!)];

    /// <summary>Gives the proofs to the rows that take the place of withdrawn ones.</summary>
    /// <param name="report">Receives their number, and the warnings.</param>
    /// <param name="cancellation">Cancels it.</param>
    public async Task TakeOverAsync(ImportReport report, CancellationToken cancellation)
    {
        if (proof is null)
        {
            return;
        }

        var free = kept.Where(row => proof.GetValue(row) is null).ToList();
        foreach (var (id, rows, successors, left) in WithSameIdentity(free))
        {
            var alike = AlikeIn(free, left);
            var isUnclear = alike.Count > left.Count;
            successors.AddRange(isUnclear ? [] : alike);
            free.RemoveAll(successors.Contains);
            await ProveAsync(id, successors, cancellation);
            report.Proven += successors.Count;
            if (successors.Count < rows.Count)
            {
                var unclear = isUnclear ? alike.Count : 0;
                report.Reading!.Warnings.Add(await LostAsync(id, rows.Count, successors.Count, unclear, cancellation));
            }
        }
    }

    // The proven rows that are gone, by figure, with the rows of the same name or village, which leave those that are free.
    private List<(int Id, List<object> Rows, List<object> Successors, List<object> Left)> WithSameIdentity(List<object> free)
    {
        var same = free.GroupBy(RowIdentity.Of).Where(rows => rows.Key is not null && rows.Count() == 1)
            .ToDictionary(rows => rows.Key!, rows => rows.Single());
        var figures = gone.Where(row => proof!.GetValue(row) is not null).GroupBy(row => (int)proof!.GetValue(row)!)
            .Select(rows => (Id: rows.Key, Rows: rows.ToList(), Successors: new List<object>(), Left: new List<object>())).ToList();
        foreach (var (_, rows, successors, left) in figures)
        {
            foreach (var row in rows)
            {
                if (RowIdentity.Of(row) is { } identity && same.Remove(identity, out var successor))
                {
                    successors.Add(successor);
                }
                else
                {
                    left.Add(row);
                }
            }

            free.RemoveAll(successors.Contains);
        }

        return figures;
    }

    // What all rows of a figure have in common is what it counts.
    private List<object> AlikeIn(List<object> free, List<object> left)
    {
        var facts = lists.Select(list => (List: list, Values: left.Select(list.GetValue).Distinct().ToList()))
            .Where(fact => fact.Values is [not null]).ToList();
        return left.Count == 0 ? [] : free.FindAll(row => facts.TrueForAll(fact => Equals(fact.List.GetValue(row), fact.Values[0])));
    }

    private async Task ProveAsync(int figure, List<object> successors, CancellationToken cancellation)
    {
        foreach (var row in successors)
        {
            context.Attach(row);
            proof!.SetValue(row, figure);
        }

        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
    }

    private async Task<Bilingual> LostAsync(int id, int before, int after, int unclear, CancellationToken cancellation)
    {
        var figure = await context.Set<Figure>().AsNoTracking().Include(one => one.Locator).SingleAsync(one => one.Id == id, cancellation);
        var (place, placeZh) = figure.Locator is { } locator
            ? ($" ({locator.Section}, paragraph {locator.Paragraph})", $"（{locator.Section}第 {locator.Paragraph} 段）") : ("", "");
        var (proved, provedZh) = (
            $"The figure {figure.Code}{place} proved {English.Count(before, "withdrawn row")} and proves {after} of the rows " +
            "that take their place: ",
            $"数据 {figure.Code}{placeZh}是 {before} 个被撤销行的依据，" +
            $"现为 {after} 个替代行的依据：");
        return unclear > 0
            ? new($"{proved}{unclear} could, which are more than it counts. Set provenBy where it is right.",
                $"{provedZh}可替代的有 {unclear} 行，多于其所计。请自行填写依据数据（provenBy）。")
            : new($"{proved}the table has no more of the same kind.", $"{provedZh}表中没有更多同类的行。");
    }
}
