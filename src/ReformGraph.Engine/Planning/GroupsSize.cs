using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>The contribution of the groups of a list to the size of a response.</summary>
internal sealed class GroupsSize
{
    /// <summary>The maximum number of groups whose rows are read for one response.</summary>
    public const int GroupsWithRows = 50;

    private readonly ListPlan list;
    private readonly GroupsPlan groups;
    private readonly string path;
    private readonly List<long> rows = [];
    private readonly List<ListSize> rowsOfGroups = [];
    private readonly List<(int Level, long Bytes)> subtotals = [];
    private readonly long ownBytes;

    public GroupsSize(HashSet<Type> tables, ListPlan list, GroupsPlan groups, IReadOnlyList<ConnectionOutput> outputs, string path)
    {
        (this.list, this.groups, this.path) = (list, groups, path);
        foreach (var output in outputs)
        {
            ownBytes += SizeEstimate.Key(output.Key) + SizeEstimate.Estimate(output, groups);
            var nodes = output switch
            {
                NodesOutput asked => [asked.Fields],
                EdgesOutput edges => edges.Fields.Select(edge => edge.Node).OfType<IReadOnlyList<RowOutput>>().ToList(),
                _ => (IReadOnlyList<IReadOnlyList<RowOutput>>)[],
            };
            foreach (var fields in nodes)
            {
                rows.Add(SizeEstimate.Separator + SizeEstimate.Numbers(fields));
                rowsOfGroups.AddRange(fields.OfType<GroupRowsOutput>()
                    .Select(below => new ListSize(tables, groups.Rows[below.Number].List, below.Outputs, $"{path}.{below.Key.Value}")));
            }

            if (output is SubtotalsOutput asks)
            {
                subtotals.AddRange(asks.Levels.Select(
                    level => (groups.Subtotals[level.Subtotal].Level, SizeEstimate.Separator + SizeEstimate.Numbers(level.Fields))));
            }
        }
    }

    public void AddTo(SizeSum sum, Places places)
    {
        sum.AddBytes(Saturating.Multiply(places.Written, ownBytes));
        var all = groups.Gaps is null ? sum.RowsOf(list.Source.ClrType) : Saturating.Most; // a period without rows is a group too
        var page = SizeEstimate.Page(groups.Page, sum);
        var ofGroups = places.Of(groups.Gaps is null ? Math.Min(Math.Min(page, all), Different(groups.By.Count, sum)) : page, all);
        rows.ForEach(bytes => sum.AddRows(path, ofGroups.Written, bytes));
        var withRows = Math.Min(ofGroups.Owners, GroupsWithRows);
        rowsOfGroups.ForEach(below => below.AddTo(sum,
            new Places(Math.Min(ofGroups.Written, Saturating.Multiply(withRows, places.PerOwner)), withRows, places.PerOwner)));

        // Their number is known only after they are read, which is before the first byte is written; each is written as often as its list.
        foreach (var (level, bytes) in subtotals)
        {
            if (places.PerOwner > 1)
            {
                sum.AddRows(path, places.Of(Math.Min(all, Different(level, sum)), all).Written, bytes);
            }
        }
    }

    // The maximum number of different combinations of the first keys.
    private long Different(int keys, SizeSum sum) =>
        groups.By.Take(keys).Aggregate(1L, (different, key) => Saturating.Multiply(different, ValuesOf(key, sum)));

    private static long ValuesOf(GroupKey key, SizeSum sum)
    {
        return key.Boundaries is { } boundaries ? boundaries.Count + 2
            : key.Path.Leaf.Type.Codec.ValueCount is { } count ? count + 1
            : key.Path.Reference.Steps is [.., var last] ? Saturating.Add(sum.RowsOf(last.Target.ClrType), 1)
            : Saturating.Most;
    }
}
