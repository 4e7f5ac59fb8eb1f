using System.Security.Cryptography;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// A Merkle tree over SHA-256 as defined by RFC 9162, section 2.1. It accepts one leaf after the other and keeps only the roots of the
/// complete subtrees, so that a tree over millions of leaves holds a few dozen hashes.
/// </summary>
internal sealed class MerkleTree
{
    private const int LeafOnStack = 1_024;

    private readonly List<Digest> subtrees = []; // from the left, each larger than the next: one for each bit of the size

    /// <summary>The root of the tree without leaves: the hash of nothing.</summary>
    public static Digest EmptyRoot { get; } = Digest.From(SHA256.HashData([]));

    /// <summary>The number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Its root.</summary>
    public Digest Root
    {
        get
        {
            if (subtrees.Count == 0)
            {
                return EmptyRoot;
            }

            var root = subtrees[^1];
            for (var left = subtrees.Count - 2; left >= 0; left--)
            {
                root = NodeHash(subtrees[left], root);
            }

            return root;
        }
    }

    /// <summary>The hash of a leaf: of a byte 0 and its data.</summary>
    public static Digest LeafHash(ReadOnlySpan<byte> data)
    {
        var length = data.Length + 1;
        var bytes = length <= LeafOnStack ? stackalloc byte[length] : new byte[length];
        bytes[0] = 0;
        data.CopyTo(bytes[1..]);
        return Hash(bytes);
    }

    /// <summary>The hash of an inner node: of a byte 1 and the hashes below it.</summary>
    public static Digest NodeHash(Digest left, Digest right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Digest.Length)];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Digest.Length)..]);
        return Hash(bytes);
    }

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    public void Append(Digest leaf)
    {
        for (var filled = Size; (filled & 1) == 1; filled >>= 1)
        {
            leaf = NodeHash(subtrees[^1], leaf);
            subtrees.RemoveAt(subtrees.Count - 1);
        }

        subtrees.Add(leaf);
        Size++;
    }

    private static Digest Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Digest.Length];
        SHA256.HashData(bytes, hash);
        return Digest.From(hash);
    }
}
