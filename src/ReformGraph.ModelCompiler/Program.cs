using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using ReformGraph.Data.Contexts;

// Writes the model of the present on SQLite as code, into the folder that it is given. (A model with query filters, such as that of the
// past, cannot be written.)
using var context = new ReformDbContext(new DbContextOptionsBuilder<ReformDbContext>().UseSqlite()
    .ReplaceService<IModelCustomizer, WithoutFunctions>().Options);
var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
#pragma warning disable EF1001 // The command `dotnet ef dbcontext optimize` does the same, but would have to be installed.
new SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
using var provider = services.BuildServiceProvider();
provider.GetRequiredService<ICompiledModelScaffolder>().ScaffoldModel(
    context.GetService<IDesignTimeModel>().Model, args[0], new CompiledModelCodeGenerationOptions
    {
        ContextType = typeof(ReformDbContext),
        ModelNamespace = "ReformGraph.CompiledModel",
        Language = "C#"
    });

/// <summary>The model without the functions whose translations are code, which cannot be written. The compiled model adds them.</summary>
internal sealed class WithoutFunctions(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        modelBuilder.Model.RemoveAnnotation(RelationalAnnotationNames.DbFunctions);
    }
}
