using System.CommandLine;
using ReformGraph.Commands;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.SchemaBuilding;
using ReformGraph.Reference;
using ReformGraph.Tests.Engine;
using Xunit;

namespace ReformGraph.Tests.Reference;

public sealed class ReferenceDocumentTests
{
    [Fact]
    public void The_reference_lists_entities_operators_scalars_code_lists_settings_and_codes() => Snapshots.Match((ReferenceDocument.Write(
        TinyDatabase.CatalogAlone(),
        [new SettingDescription("Engine:Paging:MaxPageSize", "integer", "1000", "1 to 10000000",
            "The largest first | last; a larger one is refused.")],
        [new ErrorCode("PAGE_TOO_LARGE", Stage.Plan, 400, 200, "A page is larger than the server allows.")],
        [("scans", "Names the queries that scanned a table.")]), []));

    [Fact]
    public async Task The_schema_command_prints_the_schema_of_the_api_or_of_the_database_or_the_reference()
    {
        Assert.Equal(SchemaText.Print(TinyDatabase.CatalogAlone()), await Printed());
        Assert.Equal("CREATE TABLE ...", await Printed("--sql"));
        Assert.StartsWith("# Reference", await Printed("--reference"), StringComparison.Ordinal);
    }

    private static async Task<string> Printed(params string[] options)
    {
        using var output = new StringWriter();
        var command = SchemaCommand.Create(TinyDatabase.CatalogAlone, () => "CREATE TABLE ...", () => [], () => []);
        Assert.Equal(0, await command.Parse(options).InvokeAsync(new InvocationConfiguration { Output = output }));
        return output.ToString();
    }
}
