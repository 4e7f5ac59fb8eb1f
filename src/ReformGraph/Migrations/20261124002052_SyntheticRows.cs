using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Migrations
{
    /// <inheritdoc />
    public partial class SyntheticRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Synthetic",
                table: "Villages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Synthetic",
                table: "Townships",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Synthetic",
                table: "RiskVillages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Synthetic",
                table: "ReformTasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Synthetic",
                table: "FacilityConsolidations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Synthetic",
                table: "Counties",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Synthetic",
                table: "AssetHandovers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Synthetic",
                table: "Villages");

            migrationBuilder.DropColumn(
                name: "Synthetic",
                table: "Townships");

            migrationBuilder.DropColumn(
                name: "Synthetic",
                table: "RiskVillages");

            migrationBuilder.DropColumn(
                name: "Synthetic",
                table: "ReformTasks");

            migrationBuilder.DropColumn(
                name: "Synthetic",
                table: "FacilityConsolidations");

            migrationBuilder.DropColumn(
                name: "Synthetic",
                table: "Counties");

            migrationBuilder.DropColumn(
                name: "Synthetic",
                table: "AssetHandovers");
        }
    }
}
