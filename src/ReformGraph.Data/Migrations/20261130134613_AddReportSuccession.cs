using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddReportSuccession : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Succession",
                table: "ReportsRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Succession",
                table: "Reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SupersededById",
                table: "FiguresRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SupersededById",
                table: "Figures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_SupersededById_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "SupersededById", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Figures_SupersededById",
                table: "Figures",
                column: "SupersededById");

            migrationBuilder.AddForeignKey(
                name: "FK_Figures_Reports_SupersededById",
                table: "Figures",
                column: "SupersededById",
                principalTable: "Reports",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Figures_Reports_SupersededById",
                table: "Figures");

            migrationBuilder.DropIndex(
                name: "IX_FiguresRevisions_SupersededById_RecordedFrom_RecordedTo",
                table: "FiguresRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Figures_SupersededById",
                table: "Figures");

            migrationBuilder.DropColumn(
                name: "Succession",
                table: "ReportsRevisions");

            migrationBuilder.DropColumn(
                name: "Succession",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "SupersededById",
                table: "FiguresRevisions");

            migrationBuilder.DropColumn(
                name: "SupersededById",
                table: "Figures");
        }
    }
}
