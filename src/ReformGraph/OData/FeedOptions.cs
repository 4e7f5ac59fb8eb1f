using Microsoft.OData;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;
using ReformGraph.History;

namespace ReformGraph.OData;

/// <summary>The options of an address, each by its name. Refuses those that OData does not know,
/// and those that are not served there.</summary>
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

    /// <param name="model">What the addresses are about.</param>
    /// <param name="address">The path and the options as they came, escaped.</param>
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

    /// <summary>The value of an option; null where it is not given.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Refuses options that do not belong to what the address leads to.</summary>
    /// <exception cref="RequestErrorException">There is one.</exception>
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

    /// <summary>Reads an option by OData's parser.</summary>
    /// <param name="option">Its name.</param>
    /// <param name="parse">Reads it.</param>
    /// <param name="advice">What would be right, where the parser does not say it: a sentence behind a blank.</param>
    /// <exception cref="RequestErrorException">It is not well-formed, or names what is not there.</exception>
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
