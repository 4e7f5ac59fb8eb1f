using System.Collections.Concurrent;
using System.Security.Cryptography;
using ReformGraph.Data.Ledger;
using Xunit;

namespace ReformGraph.Tests.Ledger;

/// <summary>The tree and its proofs against the definitions of RFC 9162, section 2.1,
/// which are written out here as they stand there.</summary>
public sealed class MerkleTreeTests
{
    private const int Most = 130;

    // Each an object of its own, those without a byte too.
    private static readonly byte[][] Data = [.. Enumerable.Range(0, Most).Select(number =>
    {
        var data = new byte[number % 7];
        Array.Fill(data, (byte)number);
        return data;
    })];

    // What is hashed is a part of the data: its first entry and its length say which.
    private static readonly ConcurrentDictionary<(byte[] First, int Length), byte[]> Hashes = new();

    private static readonly Digest[] Leaves = [.. Data.Select(data => MerkleTree.LeafHash(data))];
    private static readonly Digest[] Roots = [.. Enumerable.Range(0, Most + 1).Select(size => Digest.From(Mth(Data[..size])))];

    [Fact]
    public void A_root_is_that_of_the_definition_at_every_size()
    {
        var tree = new MerkleTree();
        foreach (var leaf in Leaves)
        {
            Assert.Equal(Roots[tree.Size], tree.Root);
            tree.Append(leaf);
        }

        Assert.Equal((Most, Roots[Most]), (tree.Size, tree.Root));
    }

    [Fact]
    public void The_roots_known_from_elsewhere_come_out()
    {
        // The test vectors that implementations of certificate transparency share.
        string[] data = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        string[] roots =
        [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        var tree = new MerkleTree();
        Assert.Equal(roots[0], tree.Root.ToString());
        foreach (var (hex, root) in data.Zip(roots.Skip(1)))
        {
            tree.Append(MerkleTree.LeafHash(Convert.FromHexString(hex)));
            Assert.Equal(root, tree.Root.ToString());
        }
    }

    [Fact]
    public void An_inclusion_path_is_that_of_the_definition_and_proves_this_leaf_alone()
    {
        for (var size = 1; size <= Most; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var path = MerklePath.Inclusion(Leaves, index, size);
                Assert.Equal(Path(index, Data[..size]), path.Select(hash => hash.ToArray()));
                Assert.True(MerklePath.ProvesInclusion(path, Leaves[index], index, size, Roots[size]));
                var other = (index + 1) % Most;
                Assert.False(MerklePath.ProvesInclusion(path, Leaves[other], index, size, Roots[size]));
                Assert.False(
                    MerklePath.ProvesInclusion(path, Leaves[index], other % size == index ? size : other % size, size, Roots[size]));
                Assert.False(MerklePath.ProvesInclusion(path, Leaves[index], index, size, Roots[size == Most ? 1 : size + 1]));
            }
        }
    }

    [Fact]
    public void A_consistency_path_is_that_of_the_definition_and_proves_these_two_trees_alone()
    {
        for (var second = 0; second <= Most; second++)
        {
            for (var first = 0; first <= second; first++)
            {
                var path = MerklePath.Consistency(Leaves, first, second);
                if (first > 0)
                {
                    Assert.Equal(first == second ? [] : SubProof(first, Data[..second], true), path.Select(hash => hash.ToArray()));
                }

                Assert.True(MerklePath.ProvesConsistency(path, first, Roots[first], second, Roots[second]), $"{first} {second}");
                Assert.False(MerklePath.ProvesConsistency(path, first, Changed(Roots[first]), second, Roots[second]));
                Assert.True(
                    first == 0 && second > 0 || !MerklePath.ProvesConsistency(path, first, Roots[first], second, Changed(Roots[second])));
                Assert.False(MerklePath.ProvesConsistency(path, second + 1, Roots[first], second, Roots[second]));
            }
        }
    }

    [Fact]
    public void A_proof_that_is_altered_in_any_way_proves_nothing()
    {
        for (var size = 1; size <= 40; size++)
        {
            for (var place = 0; place < size; place++)
            {
                foreach (var altered in Altered(MerklePath.Inclusion(Leaves, place, size)))
                {
                    Assert.False(MerklePath.ProvesInclusion(altered, Leaves[place], place, size, Roots[size]));
                }

                foreach (var altered in Altered(MerklePath.Consistency(Leaves, place, size)))
                {
                    Assert.False(MerklePath.ProvesConsistency(altered, place, Roots[place], size, Roots[size]));
                }
            }
        }
    }

    [Fact]
    public void A_proof_for_another_size_proves_nothing_where_the_paths_differ()
    {
        for (var size = 2; size <= 70; size++)
        {
            for (var other = 1; other <= 70; other++)
            {
                // Trees of other sizes may have the same path to a leaf; their roots are never the same.
                Assert.True(
                    other == size || !MerklePath.ProvesInclusion(MerklePath.Inclusion(Leaves, 0, other), Leaves[0], 0, size, Roots[size]));
                Assert.True(other == size || other <= 1
                    || !MerklePath.ProvesConsistency(MerklePath.Consistency(Leaves, 1, other), 1, Roots[1], size, Roots[size]));
            }
        }
    }

    [Fact]
    public void A_leaf_is_never_taken_for_a_node()
    {
        var forged = MerkleTree.LeafHash([.. Leaves[0].ToArray(), .. Leaves[1].ToArray()]);
        Assert.NotEqual(Roots[2], forged);
        Assert.False(MerklePath.ProvesInclusion([], forged, 0, 1, Roots[2]));
    }

    [Theory]
    [InlineData("E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85")]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(null)]
    public void A_hash_has_one_spelling(string? text) => Assert.Null(Digest.Parse(text));

    [Fact]
    public void A_long_leaf_is_hashed_as_a_short_one()
    {
        byte[] data = [.. Enumerable.Range(0, 5_000).Select(number => (byte)number)];
        Assert.Equal(SHA256.HashData([0, .. data]), MerkleTree.LeafHash(data).ToArray());
    }

    private static IEnumerable<Digest[]> Altered(IReadOnlyList<Digest> path)
    {
        yield return [.. path, MerkleTree.EmptyRoot];
        yield return [MerkleTree.EmptyRoot, .. path];
        for (var place = 0; place < path.Count; place++)
        {
            yield return [.. path.Take(place), .. path.Skip(place + 1)];
            yield return [.. path.Take(place), path[place], .. path.Skip(place)];
            yield return [.. path.Take(place), Changed(path[place]), .. path.Skip(place + 1)];
            if (place > 0)
            {
                yield return [.. path.Take(place - 1), path[place], path[place - 1], .. path.Skip(place + 1)];
            }
        }
    }

    private static Digest Changed(Digest hash) => hash with { Third = hash.Third ^ 1 };

    // 2.1.1
    private static byte[] Mth(byte[][] data) => data.Length == 0
        ? SHA256.HashData([])
        : Hashes.GetOrAdd((data[0], data.Length), _ => data.Length == 1
            ? SHA256.HashData([0, .. data[0]])
            : SHA256.HashData([1, .. Mth(data[..Split(data)]), .. Mth(data[Split(data)..])]));

    // 2.1.3.1
    private static IEnumerable<byte[]> Path(int index, byte[][] data) =>
        data.Length == 1 ? []
        : index < Split(data) ? [.. Path(index, data[..Split(data)]), Mth(data[Split(data)..])]
        : [.. Path(index - Split(data), data[Split(data)..]), Mth(data[..Split(data)])];

    // 2.1.4.1
    private static IEnumerable<byte[]> SubProof(int first, byte[][] data, bool whole) =>
        first == data.Length ? (whole ? [] : [Mth(data)])
        : first <= Split(data) ? [.. SubProof(first, data[..Split(data)], whole), Mth(data[Split(data)..])]
        : [.. SubProof(first - Split(data), data[Split(data)..], false), Mth(data[..Split(data)])];

    private static int Split(byte[][] data)
    {
        var power = 1;
        while (2 * power < data.Length)
        {
            power *= 2;
        }

        return power;
    }
}
