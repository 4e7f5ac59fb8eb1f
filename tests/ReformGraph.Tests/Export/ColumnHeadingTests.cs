using ReformGraph.Data.Tables;
using ReformGraph.Engine.Modeling;
using ReformGraph.Export;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>What columns are called, in every collection.</summary>
public sealed class ColumnHeadingTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public void No_two_columns_of_a_collection_are_headed_alike_in_any_language_however_far_they_are_away()
    {
        foreach (var (name, entity) in ExportName.EntitiesOf(server.Engine.DataModel))
        {
            string[] columns = [.. Columns(entity, depth: 2).Concat(ExportColumns.Wide(entity)).Distinct()];
            foreach (var form in Enum.GetValues<HeadingLanguage>())
            {
                var headings = columns.Select(column => ColumnHeading.Format(entity, column, form)).ToList();
                Assert.Equal((name, form, ""),
                    (name, form,
                    string.Join(", ",
                    headings.Concat(
                    columns.Where(IsEnum).Select(column => ColumnHeading.OfLabels(ColumnHeading.Format(entity, column, form), form)))
                    .GroupBy(heading => heading).Where(alike => alike.Count() > 1).Select(alike => alike.Key))));
            }

            bool IsEnum(string column) => entity.PathOf(column)[^1] is ScalarField { Type.IsEnum: true };
        }
    }

    [Fact]
    public void Whatever_is_exported_without_being_selected_is_called_something_in_Chinese()
    {
        foreach (var entity in ExportName.EntitiesOf(server.Engine.DataModel).Values)
        {
            Assert.All(ExportColumns.Usual(entity, "admin").Concat(ExportColumns.Wide(entity)), column =>
                Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}[\w（）()]*$", ColumnHeading.Format(entity, column, HeadingLanguage.Zh)));
        }
    }

    private static IEnumerable<string> Columns(EntityModel entity, int depth) => entity.Fields.SelectMany(field => field switch
    {
        ScalarField or LookupField => [field.Name],
        ReferenceField reference when depth > 0 => Columns(reference.Target, depth - 1).Select(below => $"{field.Name}.{below}"),
        _ => (IEnumerable<string>)[],
    });
}
