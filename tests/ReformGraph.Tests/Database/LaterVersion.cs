using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Migrations;
using ReformGraph.Data.Versions;

namespace ReformGraph.Tests.Database;

/// <summary>
/// A version after the release, which has one migration more: it adds a table, an index and a column, for which EF Core makes the column's
/// table anew, so that SQLite drops the table's triggers. Its entities are those of the program.
/// </summary>
internal static class LaterVersion
{
    public const string Last = "99990101000000_Later";

    public static MigrationSet Migrations { get; } = new(
        [.. typeof(ReformDbContext).Assembly.GetTypes(), typeof(Later)],
        options => options.ReplaceService<IMigrationsAssembly, WithLater>());

    /// <summary>Opens a database as this version does.</summary>
    /// <returns>What the audit of an upgrade found; null if nothing had to be upgraded.</returns>
    public static async Task<AuditReport?> OpenAsync(string path) =>
        DatabaseUpgrade.IsNeeded(path, Migrations) ? await DatabaseUpgrade.RunAsync(path, Migrations, CancellationToken.None) : null;

    [Migration(Last)]
    private sealed class Later : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>("LaterNumber", "RiskVillages", "INTEGER", nullable: true);
            migrationBuilder.AddCheckConstraint("CK_RiskVillages_LaterNumber", "RiskVillages", "LaterNumber >= 0");
            migrationBuilder.CreateIndex("IX_RiskVillages_LaterNumber", "RiskVillages", "LaterNumber");
            migrationBuilder.CreateTable(
                "LaterTable", table => new { Id = table.Column<int>("INTEGER") },
                    constraints: table => table.PrimaryKey("PK_LaterTable", row => row.Id));
        }

        protected override void BuildTargetModel(ModelBuilder modelBuilder)
        {
            new Snapshot().Build(modelBuilder);
            modelBuilder.Entity("ReformGraph.RiskVillages.RiskVillage", village =>
            {
                village.Property<int?>("LaterNumber").HasColumnType("INTEGER");
                village.HasIndex("LaterNumber");
                village.ToTable("RiskVillages", table => table.HasCheckConstraint("CK_RiskVillages_LaterNumber", "LaterNumber >= 0"));
            });
        }
    }

    private sealed class Snapshot : ReformDbContextModelSnapshot
    {
        public void Build(ModelBuilder modelBuilder) => BuildModel(modelBuilder);
    }

    /// <summary>The program's migrations, and the later one after them.</summary>
    private sealed class WithLater : IMigrationsAssembly
    {
        public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = typeof(ReformDbContext).Assembly.GetTypes().Append(typeof(Later))
            .Where(type => type.IsDefined(typeof(MigrationAttribute)))
            .OrderBy(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, StringComparer.Ordinal)
            .ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, type => type.GetTypeInfo());

        public ModelSnapshot? ModelSnapshot { get; } = new ReformDbContextModelSnapshot();

        public Assembly Assembly => typeof(ReformDbContext).Assembly;

        public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id => id == nameOrId);

        public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
        {
            var migration = (Migration)Activator.CreateInstance(migrationClass)!;
            migration.ActiveProvider = activeProvider;
            return migration;
        }
    }
}
