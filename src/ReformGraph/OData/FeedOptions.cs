using Microsoft.OData;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;
using ReformGraph.History;

namespace ReformGraph.OData;

/// <summary>The options of an address by name. It rejects those that OData does not define, and those that are not supported
/// there.</summary>
internal sealed class FeedOptions
{
    public const string AsOf = "asOf";

    private const int Expansions = 4;
    private const int ExpandedNames = 20;

    private static readonly string[] Unserved = ["$search", "$compute", "$deltatoken", "$index", "$id", "$levels", "$schemaversion"];

    private static readonly string[] ServedOfChanges = ["$format", AsOf, IncrementalPull.ChangedSince, "$select", "$expand", "$skiptoken"];

    private static readonly Dictionary<FeedKind, string[]> Served = new()
    {
        [FeedKind.Service] = ["$format"],
        [FeedKind.Metadata] = ["$format"],
        [FeedKind.Rows] = ["$format", AsOf, "$filter", "$orderby", "$select", "$expand", "$top", "$skip", "$skiptoken", "$count", "$apply",
            FeedNow.Option, IncrementalPull.ChangedSince, IncrementalPull.RangeStart, IncrementalPull.RangeEnd],
        [FeedKind.Row] = ["$format", AsOf, "$select", "$expand", FeedNow.Option],
        [FeedKind.Property] = ["$format", AsOf, FeedNow.Option],
        [FeedKind.Value] = [AsOf, FeedNow.Option],
        [FeedKind.Count] = ["$format", AsOf, "$filter", FeedNow.Option, IncrementalPull.RangeStart, IncrementalPull.RangeEnd],
    };

    private readonly IReadOnlyDictionary<string, string> values;

    /// <param name="model">The model of the addresses.</param>
    /// <param name="address">The path and the options, as sent, escaped.</param>
    /// <param name="values">The options by their names.</param>
    public FeedOptions(FeedModel model, string address, IReadOnlyDictionary<string, string> values)
    {
        this.values = values;
        var root = new Uri("http://odata/");
        Parser = Parsed("path", () => new ODataUriParser(model.Parsed, root, new Uri(root, address)));
        Parser.Settings.MaximumExpansionDepth = Expansions;
        Parser.Settings.MaximumExpansionCount = ExpandedNames;
    }

    public ODataUriParser Parser { get; }

    /// <summary>The value of an option; null if it is not given.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Rejects options that do not apply to what the address identifies.</summary>
    /// <exception cref="RequestErrorException">There is such an option.</exception>
    public void RefuseOthers(FeedKind kind)
    {
        var (beside, served) = this[IncrementalPull.ChangedSince] is not null && kind == FeedKind.Rows
            ? (IncrementalPull.ChangedSince, ServedOfChanges)
            : this["$apply"] is not null ? ("$apply", Served[kind].Except(["$select", "$expand", IncrementalPull.ChangedSince]))
            : (null, Served[kind]);
        foreach (var name in values.Keys)
        {
            if (served.Contains(name))
            {
                continue;
            }

            throw Unserved.Contains(name) || Served.Values.Any(names => names.Contains(name))
                ? FeedErrors.NotSupported(name,
                    $"The option {name} is not supported here{(beside is null ? string.Empty : $" with {beside}")}. Supported options: " +
                    $"{string.Join(", ", served)}.")
                : FeedErrors.Malformed(SourceText.Shorten(name),
                    $"There is no such option. Supported options: {string.Join(", ", served)}.");
        }
    }

    /// <summary>Reads an option with OData's parser.</summary>
    /// <param name="option">Its name.</param>
    /// <param name="parse">Reads it.</param>
    /// <param name="advice">What would be right, if the parser does not say it: a sentence after a space.</param>
    /// <exception cref="RequestErrorException">It is malformed, or names something that does not exist.</exception>
    public static T Parsed<T>(string option, Func<T> parse, string advice = "")
    {
        try
        {
            return parse();
        }
        catch (ODataException wrong)
        {
            throw FeedErrors.Malformed(option, wrong.Message + advice);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or ArgumentException or InvalidCastException
            or NotSupportedException or NullReferenceException)
        {
            // The parser reads only the address: the cause of a failure is there.
            throw FeedErrors.Malformed(option, $"{option} is malformed.{advice}", failure is FormatException or OverflowException
                ? null : failure);
        }
    }
}
