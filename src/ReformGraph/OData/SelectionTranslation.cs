using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>Translates <c>$select</c> and <c>$expand</c> to what is requested of each row.</summary>
/// <param name="model">The entities.</param>
/// <param name="now">The instant of <c>now()</c>.</param>
/// <param name="largestPage">The maximum number of rows in a list below a row.</param>
internal sealed class SelectionTranslation(FeedModel model, FeedNow now, int largestPage)
{
    /// <exception cref="RequestErrorException">Something is requested that is not a property, reference or list.</exception>
    public EntityRows Translate(EntityModel entity, SelectExpandClause? clause, string option)
    {
        var items = clause?.SelectedItems.ToList() ?? [];
        var isNarrowed = clause?.AllSelected == false && !items.Any(item => item is WildcardSelectItem);
        var names = items.OfType<PathSelectItem>().Select(item => NameOf(item, option)).ToHashSet();
        var columns = model.Columns(entity).Where(column => !isNarrowed || names.Contains(column.Name)).ToList();
        var expansions = items.OfType<ExpandedReferenceSelectItem>().Select(item => Translate(entity, item)).ToList();
        if (items.Find(item => item is not (PathSelectItem or WildcardSelectItem or ExpandedReferenceSelectItem)) is { } other)
        {
            throw FeedErrors.NotSupported("$expand",
                $"$expand accepts references and lists with their rows, not a {other.GetType().Name}.");
        }

        if (expansions.CountBy(expansion => expansion.Field.Name).FirstOrDefault(field => field.Value > 1).Key is { } twice)
        {
            throw FeedErrors.NotSupported("$expand",
                $"{twice} is expanded twice. Use $count=true in its options to get the number of its rows too.");
        }

        // A row in GraphQL has at least one field.
        return new EntityRows(entity, columns.Count + expansions.Count > 0 ? columns : [entity.Key], expansions, isNarrowed, largestPage);
    }

    private static string NameOf(PathSelectItem item, string option) =>
        item is { FilterOption: null, OrderByOption: null, TopOption: null, SkipOption: null, CountOption: null, SearchOption: null }
            && item is { ComputeOption: null, SelectedPath.Count: 1 }
            ? item.SelectedPath.FirstSegment.Identifier
            : throw FeedErrors.NotSupported(option,
                $"$select accepts names of properties, without options or paths. Select the properties of " +
                $"{item.SelectedPath.FirstSegment.Identifier} within $expand.");

    private Expansion Translate(EntityModel entity, ExpandedReferenceSelectItem item)
    {
        if (item is not (ExpandedNavigationSelectItem or ExpandedCountSelectItem))
        {
            throw FeedErrors.NotSupported("$expand",
                "$expand accepts references and lists with their rows or their number, not their $ref.");
        }

        if (item.PathToNavigationProperty
            is not { Count: 1, LastSegment: NavigationPropertySegment { NavigationProperty: { } navigation } })
        {
            throw FeedErrors.NotSupported("$expand",
                "$expand accepts names of references and lists. What is below them belongs in their parentheses.");
        }

        var option = $"$expand={navigation.Name}";
        var refused = item switch
        {
            { SearchOption: not null } => "$search",
            ExpandedNavigationSelectItem { LevelsOption: not null } => "$levels",
            { ComputeOption: not null } => "$compute",
            { ApplyOption: not null } => "$apply",
            { SkipOption: not null } => "$skip",
            _ => null,
        };
        if (refused is not null)
        {
            throw FeedErrors.NotSupported(option, $"{refused} is not supported below a row.");
        }

        var target = model[navigation.ToEntityType()];
        var rows = item is ExpandedNavigationSelectItem whole ? Translate(target, whole.SelectAndExpand, option) : null;
        return new Expansion(entity.Find(navigation.Name)!, rows)
        {
            Where = FilterTranslation.Translate(item.FilterOption, model, now, option),
            Order = OrderTranslation.Translate(item.OrderByOption, model, now, option),
            Top = item.TopOption is { } top ? FeedQuery.Whole(top, largestPage, option) : null,
            HasCount = rows is null || item.CountOption == true,
        };
    }
}
