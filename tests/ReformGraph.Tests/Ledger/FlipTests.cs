using System.Collections.Concurrent;
using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace ReformGraph.Tests.Ledger;

/// <summary>
/// One bit after the other is flipped in the file of a database. Where that changes what it says, or keeps SQLite from reading it,
/// the audit sees it and does not
/// fail itself; where it does not, as in free space, the audit may see it or not.
/// The variable <c>FLIP_STEP</c> says how far apart the bytes are that are
/// flipped; <c>./dev flips</c> takes them all.
/// </summary>
[Trait("Kind", "exhaustive")]
public sealed class FlipTests(SmallDatabase database, ITestOutputHelper output) : IClassFixture<SmallDatabase>
{
    private static readonly int Step = Environment.GetEnvironmentVariable("FLIP_STEP") is { } step
        ? int.Parse(step, CultureInfo.InvariantCulture) : Exhaustive.IsOn ? 401 : 3_203;

    [Fact]
    public async Task A_flipped_bit_that_changes_what_the_database_says_is_seen()
    {
        var content = Content.Of(database.Copy());
        var unseen = new ConcurrentBag<int>();
        var (flips, seen) = (0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, (database.Bytes.Length + Step - 1) / Step).Select(number => number * Step),
            async (offset, _) =>
        {
            var bytes = (byte[])database.Bytes.Clone();
            bytes[offset] ^= (byte)(1 << (offset % 8));
            var path = database.Write(bytes);
            Interlocked.Increment(ref flips);
            if ((await SmallDatabase.AuditAsync(path, database.Known)).Count > 0)
            {
                Interlocked.Increment(ref seen);
            }
            else if (Content.Of(path) != content)
            {
                unseen.Add(offset);
            }

            File.Delete(path);
        });

        output.WriteLine(FormattableString.Invariant($"{flips} flips in {database.Bytes.Length} bytes, {seen} seen"));
        Assert.Empty(unseen.Order());
        Assert.InRange(seen, 1, flips - 1);
    }
}
