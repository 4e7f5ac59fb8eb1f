using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Ledger;
using ReformGraph.Domain.Codes;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Contexts;

/// <summary>The present data.</summary>
internal sealed class ReformDbContext(DbContextOptions<ReformDbContext> options) : DbContext(options)
{
    /// <summary>The change in progress.</summary>
    public ChangeRecording? Recording => ChangeRecording.Find(this);

    /// <summary>The seal of its connection, for a context that records many changes; without it, each change prepares its own
    /// statements.</summary>
    public ChangeSeal? Seal { get; set; }

    /// <summary>Told of each change of an import or an added report, after it is stored; null for nobody.</summary>
    public Action<Change>? Stored { get; set; }

    public override ValueTask DisposeAsync()
    {
        Seal?.Dispose(); // before the connection that has its prepared statements
        return base.DisposeAsync();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddDeclarations();
        if (!EF.IsDesignTime) // a migration copies the model, and no table depends on its words
        {
            modelBuilder.LabelEngineTypes();
        }

        modelBuilder.FitToProvider(Database.ProviderName);
    }
}
