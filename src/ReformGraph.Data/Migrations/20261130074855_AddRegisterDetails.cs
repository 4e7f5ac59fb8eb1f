using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddRegisterDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "RiskVillagesRevisions");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "RiskVillages");

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
        }
    }
}
