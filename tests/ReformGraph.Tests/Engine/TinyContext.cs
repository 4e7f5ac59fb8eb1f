using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Codes;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine;

internal sealed class TinyContext(DbContextOptions<TinyContext> options) : DbContext(options)
{
    public static Type[] EntityTypes { get; } = [.. typeof(TinyContext).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(TinyContext).Namespace && type.IsDefined(typeof(EntityAttribute)))];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddEntities(EntityTypes);
        modelBuilder.LabelEngineTypes();
        modelBuilder.ApplyConfiguration(new ChangeReaders());
        modelBuilder.FitToProvider(Database.ProviderName);
    }
}
