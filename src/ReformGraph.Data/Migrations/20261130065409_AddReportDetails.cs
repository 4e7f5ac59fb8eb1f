using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddReportDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "AsAt",
                table: "ReportsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DocumentNumber",
                table: "ReportsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "IssuedOn",
                table: "ReportsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Issuer",
                table: "ReportsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PeriodFrom",
                table: "ReportsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PeriodTo",
                table: "ReportsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PredecessorId",
                table: "ReportsRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TextLength",
                table: "ReportsRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AsAt",
                table: "Reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DocumentNumber",
                table: "Reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "IssuedOn",
                table: "Reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Issuer",
                table: "Reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PeriodFrom",
                table: "Reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PeriodTo",
                table: "Reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PredecessorId",
                table: "Reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TextLength",
                table: "Reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Direction",
                table: "FiguresRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UnitWording",
                table: "FiguresRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Direction",
                table: "Figures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UnitWording",
                table: "Figures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReportSentences",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSentences", x => x.Sha256);
                });

            migrationBuilder.CreateTable(
                name: "ReportTexts",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportTexts", x => x.Sha256);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReportsRevisions_PredecessorId_RecordedFrom_RecordedTo",
                table: "ReportsRevisions",
                columns: new[] { "PredecessorId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_PredecessorId",
                table: "Reports",
                column: "PredecessorId");

            migrationBuilder.AddForeignKey(
                name: "FK_Reports_Reports_PredecessorId",
                table: "Reports",
                column: "PredecessorId",
                principalTable: "Reports",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Reports_Reports_PredecessorId",
                table: "Reports");

            migrationBuilder.DropTable(
                name: "ReportSentences");

            migrationBuilder.DropTable(
                name: "ReportTexts");

            migrationBuilder.DropIndex(
                name: "IX_ReportsRevisions_PredecessorId_RecordedFrom_RecordedTo",
                table: "ReportsRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Reports_PredecessorId",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "AsAt",
                table: "ReportsRevisions");

            migrationBuilder.DropColumn(
                name: "DocumentNumber",
                table: "ReportsRevisions");

            migrationBuilder.DropColumn(
                name: "IssuedOn",
                table: "ReportsRevisions");

            migrationBuilder.DropColumn(
                name: "Issuer",
                table: "ReportsRevisions");

            migrationBuilder.DropColumn(
                name: "PeriodFrom",
                table: "ReportsRevisions");

            migrationBuilder.DropColumn(
                name: "PeriodTo",
                table: "ReportsRevisions");

            migrationBuilder.DropColumn(
                name: "PredecessorId",
                table: "ReportsRevisions");

            migrationBuilder.DropColumn(
                name: "TextLength",
                table: "ReportsRevisions");

            migrationBuilder.DropColumn(
                name: "AsAt",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "DocumentNumber",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "IssuedOn",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Issuer",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "PeriodFrom",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "PeriodTo",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "PredecessorId",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "TextLength",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Direction",
                table: "FiguresRevisions");

            migrationBuilder.DropColumn(
                name: "UnitWording",
                table: "FiguresRevisions");

            migrationBuilder.DropColumn(
                name: "Direction",
                table: "Figures");

            migrationBuilder.DropColumn(
                name: "UnitWording",
                table: "Figures");
        }
    }
}
