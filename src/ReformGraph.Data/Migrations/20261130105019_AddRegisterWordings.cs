using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddRegisterWordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "KindWording",
                table: "VillagesRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KindWording",
                table: "Villages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KindWording",
                table: "TownshipsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KindWording",
                table: "Townships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusWording",
                table: "RiskVillagesRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusWording",
                table: "RiskVillages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KindWording",
                table: "ReformTasksRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusWording",
                table: "ReformTasksRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ThemeWording",
                table: "ReformTasksRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KindWording",
                table: "ReformTasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusWording",
                table: "ReformTasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ThemeWording",
                table: "ReformTasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ActionWording",
                table: "FacilityConsolidationsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusWording",
                table: "FacilityConsolidationsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ActionWording",
                table: "FacilityConsolidations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusWording",
                table: "FacilityConsolidations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DisposalStatusWording",
                table: "AssetHandoversRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MethodWording",
                table: "AssetHandoversRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DisposalStatusWording",
                table: "AssetHandovers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MethodWording",
                table: "AssetHandovers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RegisterSynonyms",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Register = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: true),
                    Wording = table.Column<string>(type: "TEXT", nullable: false),
                    Meaning = table.Column<string>(type: "TEXT", nullable: true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterSynonyms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisterSynonyms_Counties_CountyId",
                        column: x => x.CountyId,
                        principalTable: "Counties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterSynonymsRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: true),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Meaning = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Register = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterSynonymsRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterSynonyms_Code_CountyId",
                table: "RegisterSynonyms",
                columns: new[] { "Code", "CountyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterSynonyms_CountyId_Register",
                table: "RegisterSynonyms",
                columns: new[] { "CountyId", "Register" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterSynonymsRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "RegisterSynonymsRevisions",
                columns: new[] { "Code", "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterSynonymsRevisions_CountyId_RecordedFrom_RecordedTo",
                table: "RegisterSynonymsRevisions",
                columns: new[] { "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterSynonymsRevisions_CountyId_Register_RecordedFrom_RecordedTo",
                table: "RegisterSynonymsRevisions",
                columns: new[] { "CountyId", "Register", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterSynonymsRevisions_Id_RecordedFrom",
                table: "RegisterSynonymsRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterSynonymsRevisions_RecordedFrom",
                table: "RegisterSynonymsRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterSynonymsRevisions_RecordedTo",
                table: "RegisterSynonymsRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegisterSynonyms");

            migrationBuilder.DropTable(
                name: "RegisterSynonymsRevisions");

            migrationBuilder.DropColumn(
                name: "KindWording",
                table: "VillagesRevisions");

            migrationBuilder.DropColumn(
                name: "KindWording",
                table: "Villages");

            migrationBuilder.DropColumn(
                name: "KindWording",
                table: "TownshipsRevisions");

            migrationBuilder.DropColumn(
                name: "KindWording",
                table: "Townships");

            migrationBuilder.DropColumn(
                name: "StatusWording",
                table: "RiskVillagesRevisions");

            migrationBuilder.DropColumn(
                name: "StatusWording",
                table: "RiskVillages");

            migrationBuilder.DropColumn(
                name: "KindWording",
                table: "ReformTasksRevisions");

            migrationBuilder.DropColumn(
                name: "StatusWording",
                table: "ReformTasksRevisions");

            migrationBuilder.DropColumn(
                name: "ThemeWording",
                table: "ReformTasksRevisions");

            migrationBuilder.DropColumn(
                name: "KindWording",
                table: "ReformTasks");

            migrationBuilder.DropColumn(
                name: "StatusWording",
                table: "ReformTasks");

            migrationBuilder.DropColumn(
                name: "ThemeWording",
                table: "ReformTasks");

            migrationBuilder.DropColumn(
                name: "ActionWording",
                table: "FacilityConsolidationsRevisions");

            migrationBuilder.DropColumn(
                name: "StatusWording",
                table: "FacilityConsolidationsRevisions");

            migrationBuilder.DropColumn(
                name: "ActionWording",
                table: "FacilityConsolidations");

            migrationBuilder.DropColumn(
                name: "StatusWording",
                table: "FacilityConsolidations");

            migrationBuilder.DropColumn(
                name: "DisposalStatusWording",
                table: "AssetHandoversRevisions");

            migrationBuilder.DropColumn(
                name: "MethodWording",
                table: "AssetHandoversRevisions");

            migrationBuilder.DropColumn(
                name: "DisposalStatusWording",
                table: "AssetHandovers");

            migrationBuilder.DropColumn(
                name: "MethodWording",
                table: "AssetHandovers");
        }
    }
}
