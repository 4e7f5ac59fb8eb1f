using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddProblemStatus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "KnownAsZh",
                table: "TownshipsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KnownAsZh",
                table: "Townships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Status",
                table: "ProblemsRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusWording",
                table: "ProblemsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Status",
                table: "Problems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusWording",
                table: "Problems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KnownAsZh",
                table: "CountiesRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KnownAsZh",
                table: "Counties",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "KnownAsZh",
                table: "TownshipsRevisions");

            migrationBuilder.DropColumn(
                name: "KnownAsZh",
                table: "Townships");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "ProblemsRevisions");

            migrationBuilder.DropColumn(
                name: "StatusWording",
                table: "ProblemsRevisions");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "StatusWording",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "KnownAsZh",
                table: "CountiesRevisions");

            migrationBuilder.DropColumn(
                name: "KnownAsZh",
                table: "Counties");
        }
    }
}
