using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Planning;

/// <summary>Counts the fields of a read request in the same way as those of a document, and enforces the same limits.</summary>
internal sealed class ReadLimits
{
    private readonly LimitCounter fields;
    private readonly LimitCounter depth;
    private readonly LimitCounter rootFields;
    private readonly LimitCounter aliases;

    private ReadLimits(DocumentLimits limits)
    {
        fields = LimitCounter.Fields(limits);
        depth = LimitCounter.DataDepth(limits);
        rootFields = LimitCounter.RootFields(limits);
        aliases = LimitCounter.Aliases(limits);
    }

    /// <param name="text">The equivalent document.</param>
    /// <param name="roots">The root fields.</param>
    /// <param name="limits">The limits of a document.</param>
    /// <exception cref="Errors.RequestErrorException">They exceed the limits.</exception>
    public static void Check(string text, IReadOnlyList<ReadField> roots, DocumentLimits limits)
    {
        var count = new ReadLimits(limits);
        count.rootFields.Reach(roots.Count, 0);
        count.Count(roots, 1);
        LimitCounter.Enforce(text, count.fields);
        LimitCounter.Enforce(text, count.depth);
        LimitCounter.Enforce(text, count.rootFields, count.aliases);
    }

    private void Count(IReadOnlyList<ReadField> level, int number)
    {
        if (level.DistinctBy(field => field.Key).Count() < level.Count)
        {
            throw new ArgumentException($"The selection with {level[0].Key} contains a response name twice.");
        }

        // In the order of a document: the error names the first field that is asked for too often.
        var times = new Dictionary<string, int>();
        foreach (var field in level)
        {
            fields.Spend(1, 0);
            depth.Reach(number, 0);
            times[field.Name] = times.GetValueOrDefault(field.Name) + 1;
            aliases.Reach(times[field.Name], 0, field.Name);
            Count(field.Fields, number + 1);
        }
    }
}
