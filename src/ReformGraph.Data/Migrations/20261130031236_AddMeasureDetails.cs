using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddMeasureDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PartOfId",
                table: "InitiativesRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ShortName",
                table: "InitiativesRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TownshipId",
                table: "InitiativesRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VillageId",
                table: "InitiativesRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PartOfId",
                table: "Initiatives",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ShortName",
                table: "Initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TownshipId",
                table: "Initiatives",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VillageId",
                table: "Initiatives",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "InitiativeId",
                table: "FiguresRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "InitiativeId",
                table: "Figures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_PartOfId_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions",
                columns: new[] { "PartOfId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_TownshipId_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions",
                columns: new[] { "TownshipId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_VillageId_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions",
                columns: new[] { "VillageId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_PartOfId",
                table: "Initiatives",
                column: "PartOfId");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_TownshipId",
                table: "Initiatives",
                column: "TownshipId");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_VillageId",
                table: "Initiatives",
                column: "VillageId");

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_InitiativeId_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "InitiativeId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Figures_InitiativeId",
                table: "Figures",
                column: "InitiativeId");

            migrationBuilder.AddForeignKey(
                name: "FK_Figures_Initiatives_InitiativeId",
                table: "Figures",
                column: "InitiativeId",
                principalTable: "Initiatives",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Initiatives_Initiatives_PartOfId",
                table: "Initiatives",
                column: "PartOfId",
                principalTable: "Initiatives",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Initiatives_Townships_TownshipId",
                table: "Initiatives",
                column: "TownshipId",
                principalTable: "Townships",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Initiatives_Villages_VillageId",
                table: "Initiatives",
                column: "VillageId",
                principalTable: "Villages",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Figures_Initiatives_InitiativeId",
                table: "Figures");

            migrationBuilder.DropForeignKey(
                name: "FK_Initiatives_Initiatives_PartOfId",
                table: "Initiatives");

            migrationBuilder.DropForeignKey(
                name: "FK_Initiatives_Townships_TownshipId",
                table: "Initiatives");

            migrationBuilder.DropForeignKey(
                name: "FK_Initiatives_Villages_VillageId",
                table: "Initiatives");

            migrationBuilder.DropIndex(
                name: "IX_InitiativesRevisions_PartOfId_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions");

            migrationBuilder.DropIndex(
                name: "IX_InitiativesRevisions_TownshipId_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions");

            migrationBuilder.DropIndex(
                name: "IX_InitiativesRevisions_VillageId_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Initiatives_PartOfId",
                table: "Initiatives");

            migrationBuilder.DropIndex(
                name: "IX_Initiatives_TownshipId",
                table: "Initiatives");

            migrationBuilder.DropIndex(
                name: "IX_Initiatives_VillageId",
                table: "Initiatives");

            migrationBuilder.DropIndex(
                name: "IX_FiguresRevisions_InitiativeId_RecordedFrom_RecordedTo",
                table: "FiguresRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Figures_InitiativeId",
                table: "Figures");

            migrationBuilder.DropColumn(
                name: "PartOfId",
                table: "InitiativesRevisions");

            migrationBuilder.DropColumn(
                name: "ShortName",
                table: "InitiativesRevisions");

            migrationBuilder.DropColumn(
                name: "TownshipId",
                table: "InitiativesRevisions");

            migrationBuilder.DropColumn(
                name: "VillageId",
                table: "InitiativesRevisions");

            migrationBuilder.DropColumn(
                name: "PartOfId",
                table: "Initiatives");

            migrationBuilder.DropColumn(
                name: "ShortName",
                table: "Initiatives");

            migrationBuilder.DropColumn(
                name: "TownshipId",
                table: "Initiatives");

            migrationBuilder.DropColumn(
                name: "VillageId",
                table: "Initiatives");

            migrationBuilder.DropColumn(
                name: "InitiativeId",
                table: "FiguresRevisions");

            migrationBuilder.DropColumn(
                name: "InitiativeId",
                table: "Figures");
        }
    }
}
