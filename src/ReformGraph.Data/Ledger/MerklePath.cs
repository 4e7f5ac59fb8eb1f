using System.Numerics;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// The hashes that prove something about a tree to anyone who knows its root: which they are (RFC 9162, 2.1.3.1 and 2.1.4.1), and whether
/// they prove it (2.1.3.2 and 2.1.4.2).
/// </summary>
internal static class MerklePath
{
    /// <summary>The path that proves that a leaf is in a tree, from the leaf up.</summary>
    /// <param name="leaves">The hashes of the tree's leaves, which are read once, in order.</param>
    /// <param name="index">The index of the leaf, starting at 0.</param>
    /// <param name="size">The number of leaves in the tree.</param>
    public static IReadOnlyList<Digest> Inclusion(IEnumerable<Digest> leaves, long index, long size)
    {
        var ranges = new List<LeafRange>();
        for (var (start, end) = (0L, size); end - start > 1;)
        {
            var middle = start + LargestPowerBelow(end - start);
            ranges.Add(index < middle ? new(middle, end) : new(start, middle));
            (start, end) = index < middle ? (start, middle) : (middle, end);
        }

        ranges.Reverse();
        return Roots(leaves, ranges);
    }

    /// <summary>The path that proves that a tree begins with all leaves of a smaller one. It is empty if one of them is empty or they are
    /// equal.</summary>
    /// <param name="leaves">The hashes of the larger tree's leaves, which are read once, in order.</param>
    /// <param name="first">The number of leaves in the smaller tree.</param>
    /// <param name="second">The number of leaves in the larger tree.</param>
    public static IReadOnlyList<Digest> Consistency(IEnumerable<Digest> leaves, long first, long second)
    {
        var ranges = new List<LeafRange>();
        var (start, end) = (0L, second);
        while (first > 0 && first < end)
        {
            var middle = start + LargestPowerBelow(end - start);
            ranges.Add(first <= middle ? new(middle, end) : new(start, middle));
            (start, end) = first <= middle ? (start, middle) : (middle, end);
        }

        if (start > 0)
        {
            ranges.Add(new(start, end)); // the smaller tree's own end, which its root alone does not determine
        }

        ranges.Reverse();
        return Roots(leaves, ranges);
    }

    /// <summary>Whether a path proves that a leaf is in a tree.</summary>
    public static bool ProvesInclusion(IReadOnlyList<Digest> path, Digest leaf, long index, long size, Digest root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last) = (index, size - 1);
        var hash = leaf;
        foreach (var sibling in path)
        {
            if (last == 0)
            {
                return false;
            }

            if (IsRight(node) || node == last)
            {
                hash = MerkleTree.NodeHash(sibling, hash);
                SkipLevelsWithoutSibling(ref node, ref last);
            }
            else
            {
                hash = MerkleTree.NodeHash(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether a path proves that a tree begins with all leaves of a smaller one.</summary>
    public static bool ProvesConsistency(IReadOnlyList<Digest> path, long first, Digest firstRoot, long second, Digest secondRoot)
    {
        if (first < 0 || first > second)
        {
            return false;
        }

        if (first == 0 || first == second)
        {
            return path.Count == 0 && firstRoot == (first == 0 ? MerkleTree.EmptyRoot : secondRoot)
                && (second > 0 || secondRoot == MerkleTree.EmptyRoot);
        }

        return path.Count > 0 && LeadsToBoth(path, first, firstRoot, second, secondRoot);
    }

    private static bool LeadsToBoth(IReadOnlyList<Digest> path, long first, Digest firstRoot, long second, Digest secondRoot)
    {
        var (node, last) = (first - 1, second - 1);
        var complete = BitOperations.TrailingZeroCount(first);
        (node, last) = (node >> complete, last >> complete);
        var steps = BitOperations.IsPow2(first) ? path.Prepend(firstRoot) : path; // a complete tree is its own first step
        var (ofFirst, ofSecond) = (steps.First(), steps.First());
        foreach (var sibling in steps.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if (IsRight(node) || node == last)
            {
                (ofFirst, ofSecond) = (MerkleTree.NodeHash(sibling, ofFirst), MerkleTree.NodeHash(sibling, ofSecond));
                SkipLevelsWithoutSibling(ref node, ref last);
            }
            else
            {
                ofSecond = MerkleTree.NodeHash(ofSecond, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && ofFirst == firstRoot && ofSecond == secondRoot;
    }

    // The last node of a level may have no sibling, and is then also the last of the level above.
    private static void SkipLevelsWithoutSibling(ref long node, ref long last)
    {
        while (!IsRight(node) && node != 0)
        {
            (node, last) = (node >> 1, last >> 1);
        }
    }

    private static bool IsRight(long node) => (node & 1) == 1;

    private static long LargestPowerBelow(long size) => 1L << BitOperations.Log2((ulong)(size - 1));

    /// <summary>The roots of the trees over disjoint ranges of the leaves.</summary>
    private static Digest[] Roots(IEnumerable<Digest> leaves, List<LeafRange> ranges)
    {
        var trees = ranges.ConvertAll(_ => new MerkleTree());
        var byStart = Enumerable.Range(0, ranges.Count).OrderBy(range => ranges[range].Start).ToList();
        var (at, index) = (0, 0L);
        foreach (var leaf in leaves)
        {
            while (at < byStart.Count && index >= ranges[byStart[at]].End)
            {
                at++;
            }

            if (at == byStart.Count)
            {
                break;
            }

            if (index >= ranges[byStart[at]].Start)
            {
                trees[byStart[at]].Append(leaf);
            }

            index++;
        }

        return [.. trees.Select(tree => tree.Root)];
    }

    private readonly record struct LeafRange(long Start, long End);
}
