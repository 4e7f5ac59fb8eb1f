using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Migrations
{
    /// <inheritdoc />
    public partial class AddSaltOfChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Salt",
                table: "Changes",
                type: "BLOB",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Salt",
                table: "Changes");
        }
    }
}
