using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Migrations
{
    /// <inheritdoc />
    public partial class Rollups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AssetHandoversByAssetClassMethod",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssetClass = table.Column<int>(type: "INTEGER", nullable: false),
                    BookValueHigh = table.Column<long>(type: "INTEGER", nullable: false),
                    BookValueLow = table.Column<long>(type: "INTEGER", nullable: false),
                    BookValueValues = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaHigh = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaLow = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaValues = table.Column<long>(type: "INTEGER", nullable: false),
                    Method = table.Column<int>(type: "INTEGER", nullable: true),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetHandoversByAssetClassMethod", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AssetHandoversByCountyMethod",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BookValueHigh = table.Column<long>(type: "INTEGER", nullable: false),
                    BookValueLow = table.Column<long>(type: "INTEGER", nullable: false),
                    BookValueValues = table.Column<long>(type: "INTEGER", nullable: false),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    FloorAreaHigh = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaLow = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaValues = table.Column<long>(type: "INTEGER", nullable: false),
                    Method = table.Column<int>(type: "INTEGER", nullable: true),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetHandoversByCountyMethod", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AssetHandoversByHandedOverOnMonthMethod",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BookValueHigh = table.Column<long>(type: "INTEGER", nullable: false),
                    BookValueLow = table.Column<long>(type: "INTEGER", nullable: false),
                    BookValueValues = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaHigh = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaLow = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaValues = table.Column<long>(type: "INTEGER", nullable: false),
                    HandedOverOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Method = table.Column<int>(type: "INTEGER", nullable: true),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetHandoversByHandedOverOnMonthMethod", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FacilityConsolidationsByCountyType",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    FloorAreaHigh = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaLow = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaValues = table.Column<long>(type: "INTEGER", nullable: false),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FacilityConsolidationsByCountyType", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FacilityConsolidationsByTypeAction",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    FloorAreaHigh = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaLow = table.Column<long>(type: "INTEGER", nullable: false),
                    FloorAreaValues = table.Column<long>(type: "INTEGER", nullable: false),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FacilityConsolidationsByTypeAction", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReformTasksByCountyKind",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ProgressHigh = table.Column<long>(type: "INTEGER", nullable: false),
                    ProgressLow = table.Column<long>(type: "INTEGER", nullable: false),
                    ProgressValues = table.Column<long>(type: "INTEGER", nullable: false),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReformTasksByCountyKind", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReformTasksByCountyStatus",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProgressHigh = table.Column<long>(type: "INTEGER", nullable: false),
                    ProgressLow = table.Column<long>(type: "INTEGER", nullable: false),
                    ProgressValues = table.Column<long>(type: "INTEGER", nullable: false),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReformTasksByCountyStatus", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReformTasksByKindStatusMajorTask",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    MajorTask = table.Column<int>(type: "INTEGER", nullable: true),
                    ProgressHigh = table.Column<long>(type: "INTEGER", nullable: false),
                    ProgressLow = table.Column<long>(type: "INTEGER", nullable: false),
                    ProgressValues = table.Column<long>(type: "INTEGER", nullable: false),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReformTasksByKindStatusMajorTask", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RiskVillagesByCountyLevel",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskVillagesByCountyLevel", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RiskVillagesByCountyStatus",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskVillagesByCountyStatus", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RiskVillagesByLevelStatus",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskVillagesByLevelStatus", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversByAssetClassMethod_AssetClass_Method",
                table: "AssetHandoversByAssetClassMethod",
                columns: new[] { "AssetClass", "Method" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversByCountyMethod_CountyId_Method",
                table: "AssetHandoversByCountyMethod",
                columns: new[] { "CountyId", "Method" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversByHandedOverOnMonthMethod_HandedOverOn_Method",
                table: "AssetHandoversByHandedOverOnMonthMethod",
                columns: new[] { "HandedOverOn", "Method" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsByCountyType_CountyId_Type",
                table: "FacilityConsolidationsByCountyType",
                columns: new[] { "CountyId", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsByTypeAction_Type_Action",
                table: "FacilityConsolidationsByTypeAction",
                columns: new[] { "Type", "Action" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksByCountyKind_CountyId_Kind",
                table: "ReformTasksByCountyKind",
                columns: new[] { "CountyId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksByCountyStatus_CountyId_Status",
                table: "ReformTasksByCountyStatus",
                columns: new[] { "CountyId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksByKindStatusMajorTask_Kind_Status_MajorTask",
                table: "ReformTasksByKindStatusMajorTask",
                columns: new[] { "Kind", "Status", "MajorTask" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesByCountyLevel_CountyId_Level",
                table: "RiskVillagesByCountyLevel",
                columns: new[] { "CountyId", "Level" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesByCountyStatus_CountyId_Status",
                table: "RiskVillagesByCountyStatus",
                columns: new[] { "CountyId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesByLevelStatus_Level_Status",
                table: "RiskVillagesByLevelStatus",
                columns: new[] { "Level", "Status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssetHandoversByAssetClassMethod");

            migrationBuilder.DropTable(
                name: "AssetHandoversByCountyMethod");

            migrationBuilder.DropTable(
                name: "AssetHandoversByHandedOverOnMonthMethod");

            migrationBuilder.DropTable(
                name: "FacilityConsolidationsByCountyType");

            migrationBuilder.DropTable(
                name: "FacilityConsolidationsByTypeAction");

            migrationBuilder.DropTable(
                name: "ReformTasksByCountyKind");

            migrationBuilder.DropTable(
                name: "ReformTasksByCountyStatus");

            migrationBuilder.DropTable(
                name: "ReformTasksByKindStatusMajorTask");

            migrationBuilder.DropTable(
                name: "RiskVillagesByCountyLevel");

            migrationBuilder.DropTable(
                name: "RiskVillagesByCountyStatus");

            migrationBuilder.DropTable(
                name: "RiskVillagesByLevelStatus");
        }
    }
}
