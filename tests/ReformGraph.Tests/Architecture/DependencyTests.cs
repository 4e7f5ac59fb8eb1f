using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ReformGraph.Engine;
using ReformGraph.Settings;
using Xunit;

namespace ReformGraph.Tests.Architecture;

/// <summary>The picture in docs/architecture.md is that of the code.</summary>
public sealed class DependencyTests
{
    private const string Engine = "ReformGraph.Engine";
    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssemblies(typeof(QueryEngine).Assembly, typeof(ReformGraphOptions).Assembly).Build();

    [Fact]
    public void The_folders_of_the_engine_use_one_another_as_the_table_says()
    {
        var used = Uses(Engine).Where(use => use is { From.Length: > 0, To.Length: > 0 })
            .Select(use => $"{use.From} uses {use.To}").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Table().Order(StringComparer.Ordinal), used);
    }

    [Fact]
    public void Of_the_engines_top_the_stages_use_only_the_settings() => Assert.Empty(Uses(Engine)
        .Where(use => use is { From.Length: > 0, To.Length: 0 } && use.Target is not ("EngineOptions" or "PagingOptions" or "DocumentLimits"))
        .Select(use => $"{use.From}.{use.Origin} uses {use.Target}").Distinct());

    [Fact]
    public void The_planner_uses_of_the_schemas_making_only_the_scalars() => Assert.Empty(
        from use in Dependencies()
        where use.Origin.StartsWith(Engine + ".Planning.", StringComparison.Ordinal) && use.Target.StartsWith(Engine + ".SchemaBuilding.", StringComparison.Ordinal)
        where !use.Target.StartsWith(Engine + ".SchemaBuilding.Scalars.", StringComparison.Ordinal)
        select $"{use.Origin} uses {use.Target}");

    [Fact]
    public void The_engine_knows_no_product() => Assert.DoesNotContain(
        typeof(QueryEngine).Assembly.GetReferencedAssemblies(),
        name => name.Name!.StartsWith("ReformGraph", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void No_slice_uses_the_http_layer_or_what_puts_the_application_together() => Assert.Empty(Uses("ReformGraph")
        .Where(use => use.From is { Length: > 0 } and not "Http" and not "Engine")
        .Where(use => use.To == "Http" || use is { To: "", Target: "Composition" or "CommandLine" })
        .Select(use => $"{use.From}.{use.Origin} uses {use.Target}"));

    [Fact]
    public void Only_the_http_layer_and_the_composition_know_aspnet_core() => Assert.Empty(
        from use in Dependencies()
        where use.Target.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
        where !use.Origin.StartsWith("ReformGraph.Http.", StringComparison.Ordinal) && use.Origin != "ReformGraph.Composition"
        select $"{use.Origin} uses {use.Target}");

    [Fact]
    public void Only_the_execution_the_storage_the_database_file_and_the_ledger_use_a_connection() => Assert.Empty(
        from use in Dependencies()
        where use.Target is "System.Data.Common.DbConnection" or "Microsoft.Data.Sqlite.SqliteConnection" or "SQLitePCL.sqlite3" or "SQLitePCL.sqlite3_stmt"
        where !use.Origin.StartsWith(Engine + ".Execution.", StringComparison.Ordinal) && !use.Origin.StartsWith(Engine + ".Storage.", StringComparison.Ordinal)
            && !use.Origin.StartsWith("ReformGraph.Database.", StringComparison.Ordinal)
            && !use.Origin.StartsWith("ReformGraph.Ledger.", StringComparison.Ordinal) // hashes what is stored, byte by byte
        select $"{use.Origin} uses {use.Target}");

    [Fact]
    public void The_slices_name_no_type_of_GraphQL_NET() => Assert.Empty(
        from use in Dependencies()
        where use.Target.StartsWith("GraphQL.", StringComparison.Ordinal) || use.Target.StartsWith("GraphQLParser.", StringComparison.Ordinal)
        where !use.Origin.StartsWith(Engine + ".", StringComparison.Ordinal)
        select $"{use.Origin} uses {use.Target}");

    /// <summary>The rows of the table in docs/architecture.md.</summary>
    private static IEnumerable<string> Table() =>
        from line in Repository.Read("docs/architecture.md").Split("| --- | --- |")[1].Split("\n\n")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        from used in cells[2].Split(", ", StringSplitOptions.RemoveEmptyEntries)
        select $"{cells[1]} uses {used.Split(' ')[0]}";

    private static IEnumerable<(string From, string Origin, string To, string Target)> Uses(string root) =>
        from use in Dependencies()
        where use.Origin.StartsWith(root + ".", StringComparison.Ordinal) && use.Target.StartsWith(root + ".", StringComparison.Ordinal)
        let origin = Split(use.Origin[(root.Length + 1)..])
        let target = Split(use.Target[(root.Length + 1)..])
        where origin.Folder != target.Folder
        select (origin.Folder, origin.Name, target.Folder, target.Name);

    private static (string Folder, string Name) Split(string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (name[..dot], name[(dot + 1)..]) : ("", name);

    private static IEnumerable<(string Origin, string Target)> Dependencies() =>
        from type in Code.Types
        from dependency in type.Dependencies
        select (Plain(type), Plain(dependency.Target));

    // Without the arity and the type that it is nested in.
    private static string Plain(IType type) => type.FullName.Split('+', '`', '<')[0];
}
