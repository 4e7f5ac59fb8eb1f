using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddCountyReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_VillagesRevisions_Code_RecordedFrom_RecordedTo",
                table: "VillagesRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Villages_Code",
                table: "Villages");

            migrationBuilder.DropIndex(
                name: "IX_TownshipsRevisions_Code_RecordedFrom_RecordedTo",
                table: "TownshipsRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Townships_Code",
                table: "Townships");

            migrationBuilder.DropIndex(
                name: "IX_RiskVillagesRevisions_Code_RecordedFrom_RecordedTo",
                table: "RiskVillagesRevisions");

            migrationBuilder.DropIndex(
                name: "IX_RiskVillages_Code",
                table: "RiskVillages");

            migrationBuilder.DropIndex(
                name: "IX_ReformTasksRevisions_Code_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions");

            migrationBuilder.DropIndex(
                name: "IX_ReformTasks_Code",
                table: "ReformTasks");

            migrationBuilder.DropIndex(
                name: "IX_LocatorsRevisions_Code_RecordedFrom_RecordedTo",
                table: "LocatorsRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Locators_Code",
                table: "Locators");

            migrationBuilder.DropIndex(
                name: "IX_InitiativesRevisions_Code_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Initiatives_Code",
                table: "Initiatives");

            migrationBuilder.DropIndex(
                name: "IX_FiguresRevisions_Code_RecordedFrom_RecordedTo",
                table: "FiguresRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Figures_Code",
                table: "Figures");

            migrationBuilder.DropIndex(
                name: "IX_FacilityConsolidationsRevisions_Code_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions");

            migrationBuilder.DropIndex(
                name: "IX_FacilityConsolidations_Code",
                table: "FacilityConsolidations");

            migrationBuilder.DropIndex(
                name: "IX_ChecksRevisions_Code_RecordedFrom_RecordedTo",
                table: "ChecksRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Checks_Code",
                table: "Checks");

            migrationBuilder.DropIndex(
                name: "IX_AssetHandoversRevisions_Code_RecordedFrom_RecordedTo",
                table: "AssetHandoversRevisions");

            migrationBuilder.DropIndex(
                name: "IX_AssetHandovers_Code",
                table: "AssetHandovers");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "RiskVillagesRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "RiskVillages",
                type: "TEXT",
                nullable: true);

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

            migrationBuilder.AddColumn<int>(
                name: "Capacity",
                table: "FacilityConsolidationsRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Investment",
                table: "FacilityConsolidationsRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Status",
                table: "FacilityConsolidationsRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TypeWording",
                table: "FacilityConsolidationsRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "InvestmentHigh",
                table: "FacilityConsolidationsByTypeAction",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "InvestmentLow",
                table: "FacilityConsolidationsByTypeAction",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "InvestmentValues",
                table: "FacilityConsolidationsByTypeAction",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "InvestmentHigh",
                table: "FacilityConsolidationsByCountyType",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "InvestmentLow",
                table: "FacilityConsolidationsByCountyType",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "InvestmentValues",
                table: "FacilityConsolidationsByCountyType",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Capacity",
                table: "FacilityConsolidations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Investment",
                table: "FacilityConsolidations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Status",
                table: "FacilityConsolidations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TypeWording",
                table: "FacilityConsolidations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnnualRent",
                table: "AssetHandoversRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssetClassWording",
                table: "AssetHandoversRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CompletedOn",
                table: "AssetHandoversRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DisposalStatus",
                table: "AssetHandoversRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "AssetHandoversRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeaseEndsOn",
                table: "AssetHandoversRevisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Proceeds",
                table: "AssetHandoversRevisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnnualRentHigh",
                table: "AssetHandoversByHandedOverOnMonthMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "AnnualRentLow",
                table: "AssetHandoversByHandedOverOnMonthMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "AnnualRentValues",
                table: "AssetHandoversByHandedOverOnMonthMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ProceedsHigh",
                table: "AssetHandoversByHandedOverOnMonthMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ProceedsLow",
                table: "AssetHandoversByHandedOverOnMonthMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ProceedsValues",
                table: "AssetHandoversByHandedOverOnMonthMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "AnnualRentHigh",
                table: "AssetHandoversByCountyMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "AnnualRentLow",
                table: "AssetHandoversByCountyMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "AnnualRentValues",
                table: "AssetHandoversByCountyMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ProceedsHigh",
                table: "AssetHandoversByCountyMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ProceedsLow",
                table: "AssetHandoversByCountyMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ProceedsValues",
                table: "AssetHandoversByCountyMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "AnnualRentHigh",
                table: "AssetHandoversByAssetClassMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "AnnualRentLow",
                table: "AssetHandoversByAssetClassMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "AnnualRentValues",
                table: "AssetHandoversByAssetClassMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ProceedsHigh",
                table: "AssetHandoversByAssetClassMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ProceedsLow",
                table: "AssetHandoversByAssetClassMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ProceedsValues",
                table: "AssetHandoversByAssetClassMethod",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "AnnualRent",
                table: "AssetHandovers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssetClassWording",
                table: "AssetHandovers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CompletedOn",
                table: "AssetHandovers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DisposalStatus",
                table: "AssetHandovers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "AssetHandovers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeaseEndsOn",
                table: "AssetHandovers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Proceeds",
                table: "AssetHandovers",
                type: "INTEGER",
                nullable: true);

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
                name: "IX_VillagesRevisions_Code_TownshipId_RecordedFrom_RecordedTo",
                table: "VillagesRevisions",
                columns: new[] { "Code", "TownshipId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Villages_Code_TownshipId",
                table: "Villages",
                columns: new[] { "Code", "TownshipId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TownshipsRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "TownshipsRevisions",
                columns: new[] { "Code", "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Townships_Code_CountyId",
                table: "Townships",
                columns: new[] { "Code", "CountyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "RiskVillagesRevisions",
                columns: new[] { "Code", "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillages_Code_CountyId",
                table: "RiskVillages",
                columns: new[] { "Code", "CountyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportsRevisions_PredecessorId_RecordedFrom_RecordedTo",
                table: "ReportsRevisions",
                columns: new[] { "PredecessorId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_PredecessorId",
                table: "Reports",
                column: "PredecessorId");

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions",
                columns: new[] { "Code", "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasks_Code_CountyId",
                table: "ReformTasks",
                columns: new[] { "Code", "CountyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LocatorsRevisions_Code_ReportId_RecordedFrom_RecordedTo",
                table: "LocatorsRevisions",
                columns: new[] { "Code", "ReportId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Locators_Code_ReportId",
                table: "Locators",
                columns: new[] { "Code", "ReportId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_Code_ReportId_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions",
                columns: new[] { "Code", "ReportId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_Code_ReportId",
                table: "Initiatives",
                columns: new[] { "Code", "ReportId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "Code", "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Figures_Code_CountyId",
                table: "Figures",
                columns: new[] { "Code", "CountyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions",
                columns: new[] { "Code", "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidations_Code_CountyId",
                table: "FacilityConsolidations",
                columns: new[] { "Code", "CountyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChecksRevisions_Code_ReportId_RecordedFrom_RecordedTo",
                table: "ChecksRevisions",
                columns: new[] { "Code", "ReportId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Checks_Code_ReportId",
                table: "Checks",
                columns: new[] { "Code", "ReportId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "AssetHandoversRevisions",
                columns: new[] { "Code", "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandovers_Code_CountyId",
                table: "AssetHandovers",
                columns: new[] { "Code", "CountyId" },
                unique: true);

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
                name: "Problems");

            migrationBuilder.DropTable(
                name: "ProblemsRevisions");

            migrationBuilder.DropTable(
                name: "ReportSentences");

            migrationBuilder.DropTable(
                name: "ReportTexts");

            migrationBuilder.DropIndex(
                name: "IX_VillagesRevisions_Code_TownshipId_RecordedFrom_RecordedTo",
                table: "VillagesRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Villages_Code_TownshipId",
                table: "Villages");

            migrationBuilder.DropIndex(
                name: "IX_TownshipsRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "TownshipsRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Townships_Code_CountyId",
                table: "Townships");

            migrationBuilder.DropIndex(
                name: "IX_RiskVillagesRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "RiskVillagesRevisions");

            migrationBuilder.DropIndex(
                name: "IX_RiskVillages_Code_CountyId",
                table: "RiskVillages");

            migrationBuilder.DropIndex(
                name: "IX_ReportsRevisions_PredecessorId_RecordedFrom_RecordedTo",
                table: "ReportsRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Reports_PredecessorId",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_ReformTasksRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions");

            migrationBuilder.DropIndex(
                name: "IX_ReformTasks_Code_CountyId",
                table: "ReformTasks");

            migrationBuilder.DropIndex(
                name: "IX_LocatorsRevisions_Code_ReportId_RecordedFrom_RecordedTo",
                table: "LocatorsRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Locators_Code_ReportId",
                table: "Locators");

            migrationBuilder.DropIndex(
                name: "IX_InitiativesRevisions_Code_ReportId_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Initiatives_Code_ReportId",
                table: "Initiatives");

            migrationBuilder.DropIndex(
                name: "IX_FiguresRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "FiguresRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Figures_Code_CountyId",
                table: "Figures");

            migrationBuilder.DropIndex(
                name: "IX_FacilityConsolidationsRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions");

            migrationBuilder.DropIndex(
                name: "IX_FacilityConsolidations_Code_CountyId",
                table: "FacilityConsolidations");

            migrationBuilder.DropIndex(
                name: "IX_ChecksRevisions_Code_ReportId_RecordedFrom_RecordedTo",
                table: "ChecksRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Checks_Code_ReportId",
                table: "Checks");

            migrationBuilder.DropIndex(
                name: "IX_AssetHandoversRevisions_Code_CountyId_RecordedFrom_RecordedTo",
                table: "AssetHandoversRevisions");

            migrationBuilder.DropIndex(
                name: "IX_AssetHandovers_Code_CountyId",
                table: "AssetHandovers");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "RiskVillagesRevisions");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "RiskVillages");

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

            migrationBuilder.DropColumn(
                name: "Capacity",
                table: "FacilityConsolidationsRevisions");

            migrationBuilder.DropColumn(
                name: "Investment",
                table: "FacilityConsolidationsRevisions");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "FacilityConsolidationsRevisions");

            migrationBuilder.DropColumn(
                name: "TypeWording",
                table: "FacilityConsolidationsRevisions");

            migrationBuilder.DropColumn(
                name: "InvestmentHigh",
                table: "FacilityConsolidationsByTypeAction");

            migrationBuilder.DropColumn(
                name: "InvestmentLow",
                table: "FacilityConsolidationsByTypeAction");

            migrationBuilder.DropColumn(
                name: "InvestmentValues",
                table: "FacilityConsolidationsByTypeAction");

            migrationBuilder.DropColumn(
                name: "InvestmentHigh",
                table: "FacilityConsolidationsByCountyType");

            migrationBuilder.DropColumn(
                name: "InvestmentLow",
                table: "FacilityConsolidationsByCountyType");

            migrationBuilder.DropColumn(
                name: "InvestmentValues",
                table: "FacilityConsolidationsByCountyType");

            migrationBuilder.DropColumn(
                name: "Capacity",
                table: "FacilityConsolidations");

            migrationBuilder.DropColumn(
                name: "Investment",
                table: "FacilityConsolidations");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "FacilityConsolidations");

            migrationBuilder.DropColumn(
                name: "TypeWording",
                table: "FacilityConsolidations");

            migrationBuilder.DropColumn(
                name: "AnnualRent",
                table: "AssetHandoversRevisions");

            migrationBuilder.DropColumn(
                name: "AssetClassWording",
                table: "AssetHandoversRevisions");

            migrationBuilder.DropColumn(
                name: "CompletedOn",
                table: "AssetHandoversRevisions");

            migrationBuilder.DropColumn(
                name: "DisposalStatus",
                table: "AssetHandoversRevisions");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "AssetHandoversRevisions");

            migrationBuilder.DropColumn(
                name: "LeaseEndsOn",
                table: "AssetHandoversRevisions");

            migrationBuilder.DropColumn(
                name: "Proceeds",
                table: "AssetHandoversRevisions");

            migrationBuilder.DropColumn(
                name: "AnnualRentHigh",
                table: "AssetHandoversByHandedOverOnMonthMethod");

            migrationBuilder.DropColumn(
                name: "AnnualRentLow",
                table: "AssetHandoversByHandedOverOnMonthMethod");

            migrationBuilder.DropColumn(
                name: "AnnualRentValues",
                table: "AssetHandoversByHandedOverOnMonthMethod");

            migrationBuilder.DropColumn(
                name: "ProceedsHigh",
                table: "AssetHandoversByHandedOverOnMonthMethod");

            migrationBuilder.DropColumn(
                name: "ProceedsLow",
                table: "AssetHandoversByHandedOverOnMonthMethod");

            migrationBuilder.DropColumn(
                name: "ProceedsValues",
                table: "AssetHandoversByHandedOverOnMonthMethod");

            migrationBuilder.DropColumn(
                name: "AnnualRentHigh",
                table: "AssetHandoversByCountyMethod");

            migrationBuilder.DropColumn(
                name: "AnnualRentLow",
                table: "AssetHandoversByCountyMethod");

            migrationBuilder.DropColumn(
                name: "AnnualRentValues",
                table: "AssetHandoversByCountyMethod");

            migrationBuilder.DropColumn(
                name: "ProceedsHigh",
                table: "AssetHandoversByCountyMethod");

            migrationBuilder.DropColumn(
                name: "ProceedsLow",
                table: "AssetHandoversByCountyMethod");

            migrationBuilder.DropColumn(
                name: "ProceedsValues",
                table: "AssetHandoversByCountyMethod");

            migrationBuilder.DropColumn(
                name: "AnnualRentHigh",
                table: "AssetHandoversByAssetClassMethod");

            migrationBuilder.DropColumn(
                name: "AnnualRentLow",
                table: "AssetHandoversByAssetClassMethod");

            migrationBuilder.DropColumn(
                name: "AnnualRentValues",
                table: "AssetHandoversByAssetClassMethod");

            migrationBuilder.DropColumn(
                name: "ProceedsHigh",
                table: "AssetHandoversByAssetClassMethod");

            migrationBuilder.DropColumn(
                name: "ProceedsLow",
                table: "AssetHandoversByAssetClassMethod");

            migrationBuilder.DropColumn(
                name: "ProceedsValues",
                table: "AssetHandoversByAssetClassMethod");

            migrationBuilder.DropColumn(
                name: "AnnualRent",
                table: "AssetHandovers");

            migrationBuilder.DropColumn(
                name: "AssetClassWording",
                table: "AssetHandovers");

            migrationBuilder.DropColumn(
                name: "CompletedOn",
                table: "AssetHandovers");

            migrationBuilder.DropColumn(
                name: "DisposalStatus",
                table: "AssetHandovers");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "AssetHandovers");

            migrationBuilder.DropColumn(
                name: "LeaseEndsOn",
                table: "AssetHandovers");

            migrationBuilder.DropColumn(
                name: "Proceeds",
                table: "AssetHandovers");

            migrationBuilder.CreateIndex(
                name: "IX_VillagesRevisions_Code_RecordedFrom_RecordedTo",
                table: "VillagesRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Villages_Code",
                table: "Villages",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TownshipsRevisions_Code_RecordedFrom_RecordedTo",
                table: "TownshipsRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Townships_Code",
                table: "Townships",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_Code_RecordedFrom_RecordedTo",
                table: "RiskVillagesRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillages_Code",
                table: "RiskVillages",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_Code_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasks_Code",
                table: "ReformTasks",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LocatorsRevisions_Code_RecordedFrom_RecordedTo",
                table: "LocatorsRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Locators_Code",
                table: "Locators",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_Code_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_Code",
                table: "Initiatives",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_Code_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Figures_Code",
                table: "Figures",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_Code_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidations_Code",
                table: "FacilityConsolidations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChecksRevisions_Code_RecordedFrom_RecordedTo",
                table: "ChecksRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Checks_Code",
                table: "Checks",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_Code_RecordedFrom_RecordedTo",
                table: "AssetHandoversRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandovers_Code",
                table: "AssetHandovers",
                column: "Code",
                unique: true);
        }
    }
}
