using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.CompiledModel;
using ReformGraph.Data.Contexts;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>The model that the build writes as code is the one that EF Core builds from the declarations.</summary>
public sealed class CompiledModelTests
{
    private static readonly IModel Compiled = ReformDbContextModel.Instance;

    [Fact]
    public void It_has_all_that_the_declarations_say()
    {
        using var context = Declared();
        Assert.Equal(Lines(context.Model), Lines(Compiled));
    }

    [Fact]
    public void It_translates_the_same_functions()
    {
        using var context = Declared();
        Assert.Equal(context.Model.GetDbFunctions().Count(), Compiled.GetDbFunctions().Count());
        Assert.All(context.Model.GetDbFunctions(), function =>
            Assert.Equal(function.Translation!.Method, Compiled.FindDbFunction(function.MethodInfo!)!.Translation!.Method));
    }

    private static ReformDbContext Declared() => new(new DbContextOptionsBuilder<ReformDbContext>().UseSqlite().Options);

    private static string[] Lines(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault).Split('\n');
}
