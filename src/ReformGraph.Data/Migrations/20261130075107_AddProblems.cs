using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddProblems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Problems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Statement = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    ResponsibleLeader = table.Column<string>(type: "TEXT", nullable: true),
                    ResponsibleDepartment = table.Column<string>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Problems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Problems_Counties_CountyId",
                        column: x => x.CountyId,
                        principalTable: "Counties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Problems_Townships_TownshipId",
                        column: x => x.TownshipId,
                        principalTable: "Townships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProblemsRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    ResponsibleDepartment = table.Column<string>(type: "TEXT", nullable: true),
                    ResponsibleLeader = table.Column<string>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: true),
                    Statement = table.Column<string>(type: "TEXT", nullable: false),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProblemsRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Problems_Code_CountyId",
                table: "Problems",
                columns: new[] { "Code", "CountyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Problems_CountyId",
                table: "Problems",
                column: "CountyId");

            migrationBuilder.CreateIndex(
                name: "IX_Problems_DueOn",
                table: "Problems",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_Problems_TownshipId",
                table: "Problems",
                column: "TownshipId");

            migrationBuilder.CreateIndex(
                name: "IX_ProblemsRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "ProblemsRevisions",
                columns: new[] { "Code", "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ProblemsRevisions_CountyId_RecordedFrom_RecordedTo",
                table: "ProblemsRevisions",
                columns: new[] { "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ProblemsRevisions_DueOn_RecordedFrom_RecordedTo",
                table: "ProblemsRevisions",
                columns: new[] { "DueOn", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ProblemsRevisions_Id_RecordedFrom",
                table: "ProblemsRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProblemsRevisions_RecordedFrom",
                table: "ProblemsRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_ProblemsRevisions_RecordedTo",
                table: "ProblemsRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_ProblemsRevisions_TownshipId_RecordedFrom_RecordedTo",
                table: "ProblemsRevisions",
                columns: new[] { "TownshipId", "RecordedFrom", "RecordedTo" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Problems");

            migrationBuilder.DropTable(
                name: "ProblemsRevisions");
        }
    }
}
