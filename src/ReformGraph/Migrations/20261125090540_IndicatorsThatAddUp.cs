using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Migrations
{
    /// <inheritdoc />
    public partial class IndicatorsThatAddUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AddsToId",
                table: "Indicators",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_AddsToId",
                table: "Indicators",
                column: "AddsToId");

            migrationBuilder.AddForeignKey(
                name: "FK_Indicators_Indicators_AddsToId",
                table: "Indicators",
                column: "AddsToId",
                principalTable: "Indicators",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Indicators_Indicators_AddsToId",
                table: "Indicators");

            migrationBuilder.DropIndex(
                name: "IX_Indicators_AddsToId",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "AddsToId",
                table: "Indicators");
        }
    }
}
