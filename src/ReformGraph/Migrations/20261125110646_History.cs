using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Migrations
{
    /// <inheritdoc />
    public partial class History : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Villages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Townships",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "RiskVillages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ReformTasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Locators",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Initiatives",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Indicators",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Figures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "FigureInputs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "FacilityConsolidations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Counties",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Checks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "CheckInputs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "AssetHandovers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "AssetHandoversRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssetClass = table.Column<int>(type: "INTEGER", nullable: false),
                    BookValue = table.Column<long>(type: "INTEGER", nullable: true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    FloorArea = table.Column<long>(type: "INTEGER", nullable: true),
                    FromHolder = table.Column<string>(type: "TEXT", nullable: true),
                    HandedOverOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Method = table.Column<int>(type: "INTEGER", nullable: true),
                    NameZh = table.Column<string>(type: "TEXT", nullable: true),
                    NewUse = table.Column<string>(type: "TEXT", nullable: true),
                    OwnershipSettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ProvenById = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    ToHolder = table.Column<string>(type: "TEXT", nullable: true),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetHandoversRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EvidenceReference = table.Column<string>(type: "TEXT", nullable: true),
                    EvidenceSha256 = table.Column<string>(type: "TEXT", nullable: true),
                    RowCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsRoot = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckInputsRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CheckId = table.Column<int>(type: "INTEGER", nullable: false),
                    FigureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Side = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInputsRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "ChecksRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Actual = table.Column<long>(type: "INTEGER", nullable: true),
                    ActualBy = table.Column<int>(type: "INTEGER", nullable: true),
                    ActualLower = table.Column<long>(type: "INTEGER", nullable: true),
                    ActualUpper = table.Column<long>(type: "INTEGER", nullable: true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Difference = table.Column<long>(type: "INTEGER", nullable: true),
                    Expected = table.Column<long>(type: "INTEGER", nullable: true),
                    ExpectedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    ExpectedLower = table.Column<long>(type: "INTEGER", nullable: true),
                    ExpectedUpper = table.Column<long>(type: "INTEGER", nullable: true),
                    Explanation = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Relation = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<string>(type: "TEXT", nullable: true),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Theme = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecksRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "CountiesRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaCode = table.Column<string>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    KnownAs = table.Column<string>(type: "TEXT", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", nullable: true),
                    NameZh = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountiesRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "FacilityConsolidationsRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FloorArea = table.Column<long>(type: "INTEGER", nullable: true),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    MergedIntoId = table.Column<int>(type: "INTEGER", nullable: true),
                    NameEn = table.Column<string>(type: "TEXT", nullable: true),
                    NameZh = table.Column<string>(type: "TEXT", nullable: true),
                    ProvenById = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    VillageId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FacilityConsolidationsRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "FigureInputsRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FigureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    InputId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FigureInputsRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "FiguresRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Derivation = table.Column<int>(type: "INTEGER", nullable: true),
                    FirstMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    LastMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    LocatorId = table.Column<int>(type: "INTEGER", nullable: true),
                    Lower = table.Column<long>(type: "INTEGER", nullable: true),
                    LowerIncluded = table.Column<bool>(type: "INTEGER", nullable: false),
                    Period = table.Column<string>(type: "TEXT", nullable: true),
                    Precision = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: true),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    RestatesId = table.Column<int>(type: "INTEGER", nullable: true),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Theme = table.Column<int>(type: "INTEGER", nullable: false),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    Unit = table.Column<int>(type: "INTEGER", nullable: false),
                    Upper = table.Column<long>(type: "INTEGER", nullable: true),
                    UpperIncluded = table.Column<bool>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    VillageId = table.Column<int>(type: "INTEGER", nullable: true),
                    Wording = table.Column<string>(type: "TEXT", nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FiguresRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "IndicatorsRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AddsToId = table.Column<int>(type: "INTEGER", nullable: true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndicatorsRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "InitiativesRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LocatorId = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Theme = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativesRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "LocatorsRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Paragraph = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Section = table.Column<string>(type: "TEXT", nullable: false),
                    SentenceSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LocatorsRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "ReformTasksRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    LeadDepartment = table.Column<string>(type: "TEXT", nullable: true),
                    LeadOfficial = table.Column<string>(type: "TEXT", nullable: true),
                    MajorTask = table.Column<int>(type: "INTEGER", nullable: true),
                    PlanId = table.Column<int>(type: "INTEGER", nullable: true),
                    Progress = table.Column<long>(type: "INTEGER", nullable: true),
                    ProvenById = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Theme = table.Column<int>(type: "INTEGER", nullable: true),
                    TitleEn = table.Column<string>(type: "TEXT", nullable: true),
                    TitleZh = table.Column<string>(type: "TEXT", nullable: true),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReformTasksRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "ReportsRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportsRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "RiskVillagesRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssessedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LeadOfficial = table.Column<string>(type: "TEXT", nullable: true),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    ProvenById = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    ResolvedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RiskFactors = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    VillageId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskVillagesRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "TownshipsRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaCode = table.Column<string>(type: "TEXT", nullable: true),
                    Class = table.Column<int>(type: "INTEGER", nullable: true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    KnownAs = table.Column<string>(type: "TEXT", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", nullable: true),
                    NameZh = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    SuccessorId = table.Column<int>(type: "INTEGER", nullable: true),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TownshipsRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateTable(
                name: "VillagesRevisions",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AreaCode = table.Column<string>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    NameEn = table.Column<string>(type: "TEXT", nullable: true),
                    NameZh = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    SuccessorId = table.Column<int>(type: "INTEGER", nullable: true),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VillagesRevisions", x => x.RevisionId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_AssetClass_Method_RecordedFrom_RecordedTo",
                table: "AssetHandoversRevisions",
                columns: new[] { "AssetClass", "Method", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_BookValue_RecordedFrom_RecordedTo",
                table: "AssetHandoversRevisions",
                columns: new[] { "BookValue", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_Code_RecordedFrom_RecordedTo",
                table: "AssetHandoversRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_CountyId_RecordedFrom_RecordedTo",
                table: "AssetHandoversRevisions",
                columns: new[] { "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_HandedOverOn_RecordedFrom_RecordedTo",
                table: "AssetHandoversRevisions",
                columns: new[] { "HandedOverOn", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_Id_RecordedFrom",
                table: "AssetHandoversRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_ProvenById_RecordedFrom_RecordedTo",
                table: "AssetHandoversRevisions",
                columns: new[] { "ProvenById", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_RecordedFrom",
                table: "AssetHandoversRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_RecordedTo",
                table: "AssetHandoversRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandoversRevisions_TownshipId_RecordedFrom_RecordedTo",
                table: "AssetHandoversRevisions",
                columns: new[] { "TownshipId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Changes_Actor",
                table: "Changes",
                column: "Actor");

            migrationBuilder.CreateIndex(
                name: "IX_Changes_EffectiveOn",
                table: "Changes",
                column: "EffectiveOn");

            migrationBuilder.CreateIndex(
                name: "IX_Changes_RecordedAt",
                table: "Changes",
                column: "RecordedAt",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Changes_Sequence",
                table: "Changes",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckInputsRevisions_CheckId_RecordedFrom_RecordedTo",
                table: "CheckInputsRevisions",
                columns: new[] { "CheckId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckInputsRevisions_CheckId_Side_Position_RecordedFrom_RecordedTo",
                table: "CheckInputsRevisions",
                columns: new[] { "CheckId", "Side", "Position", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckInputsRevisions_FigureId_RecordedFrom_RecordedTo",
                table: "CheckInputsRevisions",
                columns: new[] { "FigureId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckInputsRevisions_Id_RecordedFrom",
                table: "CheckInputsRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckInputsRevisions_RecordedFrom",
                table: "CheckInputsRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInputsRevisions_RecordedTo",
                table: "CheckInputsRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_ChecksRevisions_Code_RecordedFrom_RecordedTo",
                table: "ChecksRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ChecksRevisions_Id_RecordedFrom",
                table: "ChecksRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChecksRevisions_RecordedFrom",
                table: "ChecksRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_ChecksRevisions_RecordedTo",
                table: "ChecksRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_ChecksRevisions_ReportId_RecordedFrom_RecordedTo",
                table: "ChecksRevisions",
                columns: new[] { "ReportId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ChecksRevisions_Status_RecordedFrom_RecordedTo",
                table: "ChecksRevisions",
                columns: new[] { "Status", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_CountiesRevisions_Code_RecordedFrom_RecordedTo",
                table: "CountiesRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_CountiesRevisions_Id_RecordedFrom",
                table: "CountiesRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CountiesRevisions_RecordedFrom",
                table: "CountiesRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_CountiesRevisions_RecordedTo",
                table: "CountiesRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_Code_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_CountyId_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions",
                columns: new[] { "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_EffectiveOn_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions",
                columns: new[] { "EffectiveOn", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_Id_RecordedFrom",
                table: "FacilityConsolidationsRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_MergedIntoId_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions",
                columns: new[] { "MergedIntoId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_ProvenById_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions",
                columns: new[] { "ProvenById", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_RecordedFrom",
                table: "FacilityConsolidationsRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_RecordedTo",
                table: "FacilityConsolidationsRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_TownshipId_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions",
                columns: new[] { "TownshipId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_Type_Action_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions",
                columns: new[] { "Type", "Action", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsRevisions_VillageId_RecordedFrom_RecordedTo",
                table: "FacilityConsolidationsRevisions",
                columns: new[] { "VillageId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FigureInputsRevisions_FigureId_Position_RecordedFrom_RecordedTo",
                table: "FigureInputsRevisions",
                columns: new[] { "FigureId", "Position", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FigureInputsRevisions_FigureId_RecordedFrom_RecordedTo",
                table: "FigureInputsRevisions",
                columns: new[] { "FigureId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FigureInputsRevisions_Id_RecordedFrom",
                table: "FigureInputsRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FigureInputsRevisions_InputId_RecordedFrom_RecordedTo",
                table: "FigureInputsRevisions",
                columns: new[] { "InputId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FigureInputsRevisions_RecordedFrom",
                table: "FigureInputsRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_FigureInputsRevisions_RecordedTo",
                table: "FigureInputsRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_Code_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_CountyId_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_Id_RecordedFrom",
                table: "FiguresRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_IndicatorId_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "IndicatorId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_LocatorId_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "LocatorId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_RecordedFrom",
                table: "FiguresRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_RecordedTo",
                table: "FiguresRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_ReportId_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "ReportId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_RestatesId_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "RestatesId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_Theme_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "Theme", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_TownshipId_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "TownshipId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_FiguresRevisions_VillageId_RecordedFrom_RecordedTo",
                table: "FiguresRevisions",
                columns: new[] { "VillageId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_IndicatorsRevisions_AddsToId_RecordedFrom_RecordedTo",
                table: "IndicatorsRevisions",
                columns: new[] { "AddsToId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_IndicatorsRevisions_Code_RecordedFrom_RecordedTo",
                table: "IndicatorsRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_IndicatorsRevisions_Id_RecordedFrom",
                table: "IndicatorsRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IndicatorsRevisions_RecordedFrom",
                table: "IndicatorsRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_IndicatorsRevisions_RecordedTo",
                table: "IndicatorsRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_Code_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_Id_RecordedFrom",
                table: "InitiativesRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_LocatorId_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions",
                columns: new[] { "LocatorId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_RecordedFrom",
                table: "InitiativesRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_RecordedTo",
                table: "InitiativesRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_ReportId_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions",
                columns: new[] { "ReportId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativesRevisions_Theme_RecordedFrom_RecordedTo",
                table: "InitiativesRevisions",
                columns: new[] { "Theme", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_LocatorsRevisions_Code_RecordedFrom_RecordedTo",
                table: "LocatorsRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_LocatorsRevisions_Id_RecordedFrom",
                table: "LocatorsRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LocatorsRevisions_RecordedFrom",
                table: "LocatorsRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_LocatorsRevisions_RecordedTo",
                table: "LocatorsRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_LocatorsRevisions_ReportId_RecordedFrom_RecordedTo",
                table: "LocatorsRevisions",
                columns: new[] { "ReportId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_Code_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_CountyId_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions",
                columns: new[] { "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_DueOn_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions",
                columns: new[] { "DueOn", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_Id_RecordedFrom",
                table: "ReformTasksRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_Kind_Status_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions",
                columns: new[] { "Kind", "Status", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_PlanId_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions",
                columns: new[] { "PlanId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_Progress_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions",
                columns: new[] { "Progress", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_ProvenById_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions",
                columns: new[] { "ProvenById", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_RecordedFrom",
                table: "ReformTasksRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_RecordedTo",
                table: "ReformTasksRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasksRevisions_TownshipId_RecordedFrom_RecordedTo",
                table: "ReformTasksRevisions",
                columns: new[] { "TownshipId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportsRevisions_Code_RecordedFrom_RecordedTo",
                table: "ReportsRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportsRevisions_CountyId_RecordedFrom_RecordedTo",
                table: "ReportsRevisions",
                columns: new[] { "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportsRevisions_Id_RecordedFrom",
                table: "ReportsRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportsRevisions_RecordedFrom",
                table: "ReportsRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_ReportsRevisions_RecordedTo",
                table: "ReportsRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_AssessedOn_RecordedFrom_RecordedTo",
                table: "RiskVillagesRevisions",
                columns: new[] { "AssessedOn", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_Code_RecordedFrom_RecordedTo",
                table: "RiskVillagesRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_CountyId_RecordedFrom_RecordedTo",
                table: "RiskVillagesRevisions",
                columns: new[] { "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_Id_RecordedFrom",
                table: "RiskVillagesRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_Level_Status_RecordedFrom_RecordedTo",
                table: "RiskVillagesRevisions",
                columns: new[] { "Level", "Status", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_ProvenById_RecordedFrom_RecordedTo",
                table: "RiskVillagesRevisions",
                columns: new[] { "ProvenById", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_RecordedFrom",
                table: "RiskVillagesRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_RecordedTo",
                table: "RiskVillagesRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_TownshipId_RecordedFrom_RecordedTo",
                table: "RiskVillagesRevisions",
                columns: new[] { "TownshipId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillagesRevisions_VillageId_RecordedFrom_RecordedTo",
                table: "RiskVillagesRevisions",
                columns: new[] { "VillageId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_TownshipsRevisions_Code_RecordedFrom_RecordedTo",
                table: "TownshipsRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_TownshipsRevisions_CountyId_RecordedFrom_RecordedTo",
                table: "TownshipsRevisions",
                columns: new[] { "CountyId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_TownshipsRevisions_Id_RecordedFrom",
                table: "TownshipsRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TownshipsRevisions_RecordedFrom",
                table: "TownshipsRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_TownshipsRevisions_RecordedTo",
                table: "TownshipsRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_TownshipsRevisions_SuccessorId_RecordedFrom_RecordedTo",
                table: "TownshipsRevisions",
                columns: new[] { "SuccessorId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_VillagesRevisions_Code_RecordedFrom_RecordedTo",
                table: "VillagesRevisions",
                columns: new[] { "Code", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_VillagesRevisions_Id_RecordedFrom",
                table: "VillagesRevisions",
                columns: new[] { "Id", "RecordedFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VillagesRevisions_RecordedFrom",
                table: "VillagesRevisions",
                column: "RecordedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_VillagesRevisions_RecordedTo",
                table: "VillagesRevisions",
                column: "RecordedTo",
                filter: "\"RecordedTo\" < 9223372036854775807");

            migrationBuilder.CreateIndex(
                name: "IX_VillagesRevisions_SuccessorId_RecordedFrom_RecordedTo",
                table: "VillagesRevisions",
                columns: new[] { "SuccessorId", "RecordedFrom", "RecordedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_VillagesRevisions_TownshipId_RecordedFrom_RecordedTo",
                table: "VillagesRevisions",
                columns: new[] { "TownshipId", "RecordedFrom", "RecordedTo" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssetHandoversRevisions");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "CheckInputsRevisions");

            migrationBuilder.DropTable(
                name: "ChecksRevisions");

            migrationBuilder.DropTable(
                name: "CountiesRevisions");

            migrationBuilder.DropTable(
                name: "FacilityConsolidationsRevisions");

            migrationBuilder.DropTable(
                name: "FigureInputsRevisions");

            migrationBuilder.DropTable(
                name: "FiguresRevisions");

            migrationBuilder.DropTable(
                name: "IndicatorsRevisions");

            migrationBuilder.DropTable(
                name: "InitiativesRevisions");

            migrationBuilder.DropTable(
                name: "LocatorsRevisions");

            migrationBuilder.DropTable(
                name: "ReformTasksRevisions");

            migrationBuilder.DropTable(
                name: "ReportsRevisions");

            migrationBuilder.DropTable(
                name: "RiskVillagesRevisions");

            migrationBuilder.DropTable(
                name: "TownshipsRevisions");

            migrationBuilder.DropTable(
                name: "VillagesRevisions");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Villages");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Townships");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "RiskVillages");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "ReformTasks");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Locators");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Initiatives");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Figures");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "FigureInputs");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "FacilityConsolidations");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Counties");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Checks");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "CheckInputs");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "AssetHandovers");
        }
    }
}
