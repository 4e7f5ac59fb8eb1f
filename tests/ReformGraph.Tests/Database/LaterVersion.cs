using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ReformGraph.Database;
using ReformGraph.Ledger;
using ReformGraph.Migrations;

namespace ReformGraph.Tests.Database;

/// <summary>
/// A version after the release, which has one migration more: it adds a table, an index and a column, for which EF Core makes the column's table anew, so
/// that SQLite drops the table's triggers. Its entities are those of the program.
/// </summary>
internal static class LaterVersion
{
    public const string Migration = "99990101000000_Later";

    public static MigrationSet Migrations { get; } = new(typeof(LaterVersion).Assembly);

    /// <summary>Opens a database as this version does.</summary>
    /// <returns>What the audit of an upgrade found; null where nothing was to be upgraded.</returns>
    public static async Task<AuditReport?> OpenAsync(string path) =>
        DatabaseUpgrade.IsNeeded(path, Migrations) ? await DatabaseUpgrade.RunAsync(path, Migrations, CancellationToken.None) : null;

    internal sealed class Released : Initial;

    [DbContext(typeof(ReformDbContext))]
    [Migration(LaterVersion.Migration)]
    internal sealed class Later : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>("Households", "RiskVillages", "INTEGER", nullable: true);
            migrationBuilder.AddCheckConstraint("CK_RiskVillages_Households", "RiskVillages", "Households >= 0");
            migrationBuilder.CreateIndex("IX_RiskVillages_Households", "RiskVillages", "Households");
            migrationBuilder.CreateTable("Surveys", table => new { Id = table.Column<int>("INTEGER") }, constraints: table => table.PrimaryKey("PK_Surveys", row => row.Id));
        }

        protected override void BuildTargetModel(ModelBuilder modelBuilder)
        {
            new Snapshot().Build(modelBuilder);
            modelBuilder.Entity("ReformGraph.RiskVillages.RiskVillage", village =>
            {
                village.Property<int?>("Households").HasColumnType("INTEGER");
                village.HasIndex("Households");
                village.ToTable("RiskVillages", table => table.HasCheckConstraint("CK_RiskVillages_Households", "Households >= 0"));
            });
        }
    }

    internal sealed class Snapshot : ReformDbContextModelSnapshot
    {
        public void Build(ModelBuilder modelBuilder) => BuildModel(modelBuilder);
    }
}
