using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Migrations
{
    /// <inheritdoc />
    public partial class OrderIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_RiskVillages_AssessedOn",
                table: "RiskVillages",
                column: "AssessedOn");

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasks_DueOn",
                table: "ReformTasks",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasks_Progress",
                table: "ReformTasks",
                column: "Progress");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidations_EffectiveOn",
                table: "FacilityConsolidations",
                column: "EffectiveOn");

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandovers_BookValue",
                table: "AssetHandovers",
                column: "BookValue");

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandovers_HandedOverOn",
                table: "AssetHandovers",
                column: "HandedOverOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RiskVillages_AssessedOn",
                table: "RiskVillages");

            migrationBuilder.DropIndex(
                name: "IX_ReformTasks_DueOn",
                table: "ReformTasks");

            migrationBuilder.DropIndex(
                name: "IX_ReformTasks_Progress",
                table: "ReformTasks");

            migrationBuilder.DropIndex(
                name: "IX_FacilityConsolidations_EffectiveOn",
                table: "FacilityConsolidations");

            migrationBuilder.DropIndex(
                name: "IX_AssetHandovers_BookValue",
                table: "AssetHandovers");

            migrationBuilder.DropIndex(
                name: "IX_AssetHandovers_HandedOverOn",
                table: "AssetHandovers");
        }
    }
}
