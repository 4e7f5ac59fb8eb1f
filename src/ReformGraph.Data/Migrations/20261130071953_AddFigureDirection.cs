using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddFigureDirection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Direction",
                table: "FiguresRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Direction",
                table: "Figures",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Direction",
                table: "FiguresRevisions");

            migrationBuilder.DropColumn(
                name: "Direction",
                table: "Figures");
        }
    }
}
