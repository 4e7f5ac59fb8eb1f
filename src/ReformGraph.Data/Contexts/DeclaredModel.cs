using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Contexts;

/// <summary>The model that both contexts share: the entities of the domain, and the application's own tables.</summary>
internal static class DeclaredModel
{
    public static void AddDeclarations(this ModelBuilder model)
    {
        model.AddEntities(typeof(Figure).Assembly.GetTypes());
        model.ApplyConfigurationsFromAssembly(typeof(Figure).Assembly);
        model.ApplyConfigurationsFromAssembly(typeof(DeclaredModel).Assembly);
    }
}
