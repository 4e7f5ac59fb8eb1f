using ReformGraph.Data.Tables;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sqlite;
using ReformGraph.Http;
using ReformGraph.Tests.Import;
using Xunit;

namespace ReformGraph.Tests.Engine.Modeling;

public sealed class ScalarTableTests
{
    private static readonly IReadOnlyList<ScalarTable> Tables = [SqliteStorageDialect.Shows, .. Composition.ScalarTables];

    public static TheoryData<string> Names => [.. ScalarType.All.Select(scalar => scalar.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_format_has_something_for_each_scalar(string scalar) =>
        Assert.All(Tables, table => Assert.DoesNotContain(scalar, table.Missing));

    [Fact]
    public void A_scalar_that_a_format_lacks_is_named_when_the_application_starts()
    {
        var table = new ScalarTable<int>("A format", 0, ScalarType.All.Skip(1).ToDictionary(scalar => scalar.Name, _ => 1));
        Assert.Equal(["ID"], table.Missing);
        Assert.Equal(1, table[ScalarType.For(typeof(Uri))!]);
        var missing = Assert.Throws<ModelException>(table.Require);
        Assert.Equal("A format has nothing for the scalar ID: add it to the table.", missing.Message);
        Assert.Equal(missing.Message, Assert.Throws<ModelException>(() => table[ScalarType.Id]).Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cell_holds_each_scalar_as_it_is_read(string name)
    {
        var scalar = ScalarType.All.Single(one => one.Name == name);
        var cell = CellValue.Scalars[scalar];
        var text = cell.Format(scalar.Codec.Sample);
        Assert.Equal(scalar.Codec.Sample, cell.Parse(scalar, text));
        Assert.Equal((scalar.Codec.Sample, null), cell.Read(new ImportField("column", scalar, null), text, NumberNotation.Usual));
        Assert.False(string.IsNullOrEmpty(cell.Expected(scalar)) || string.IsNullOrEmpty(cell.ExpectedZh(scalar)));
    }

    [Fact]
    public void A_cell_holds_each_value_of_each_code_list_as_it_is_read()
    {
        foreach (var list in Importing.Model.Enums)
        {
            Assert.All(list.EnumValues(), value => Assert.Equal(value.Value, CellValue.Parse(list, CellValue.TextOf(value.Value))));
        }
    }
}
