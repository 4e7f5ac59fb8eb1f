using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReformGraph.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                });

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
                name: "ChangeLeaves",
                columns: table => new
                {
                    ChangeId = table.Column<int>(type: "INTEGER", nullable: false),
                    First = table.Column<int>(type: "INTEGER", nullable: false),
                    Entity = table.Column<string>(type: "TEXT", nullable: false),
                    Leaves = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeLeaves", x => new { x.ChangeId, x.First });
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
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: true)
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
                name: "Counties",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    AreaCode = table.Column<string>(type: "TEXT", nullable: true),
                    NameZh = table.Column<string>(type: "TEXT", nullable: true),
                    NameEn = table.Column<string>(type: "TEXT", nullable: true),
                    KnownAs = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counties", x => x.Id);
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
                name: "DataState",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Database = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataState", x => x.Id);
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
                name: "IdempotencyKeys",
                columns: table => new
                {
                    Actor = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    RequestHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AsOf = table.Column<long>(type: "INTEGER", nullable: false),
                    RowId = table.Column<int>(type: "INTEGER", nullable: true),
                    ChangeId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyKeys", x => new { x.Actor, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Indicators",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    AddsToId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Indicators", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Indicators_Indicators_AddsToId",
                        column: x => x.AddsToId,
                        principalTable: "Indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reports_Counties_CountyId",
                        column: x => x.CountyId,
                        principalTable: "Counties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Townships",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    AreaCode = table.Column<string>(type: "TEXT", nullable: true),
                    NameZh = table.Column<string>(type: "TEXT", nullable: true),
                    NameEn = table.Column<string>(type: "TEXT", nullable: true),
                    KnownAs = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    Class = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    SuccessorId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Townships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Townships_Counties_CountyId",
                        column: x => x.CountyId,
                        principalTable: "Counties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Townships_Townships_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "Townships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Checks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Theme = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    Relation = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpectedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    ActualBy = table.Column<int>(type: "INTEGER", nullable: true),
                    Rows = table.Column<string>(type: "TEXT", nullable: true),
                    Expected = table.Column<long>(type: "INTEGER", nullable: true),
                    ExpectedLower = table.Column<long>(type: "INTEGER", nullable: true),
                    ExpectedUpper = table.Column<long>(type: "INTEGER", nullable: true),
                    Actual = table.Column<long>(type: "INTEGER", nullable: true),
                    ActualLower = table.Column<long>(type: "INTEGER", nullable: true),
                    ActualUpper = table.Column<long>(type: "INTEGER", nullable: true),
                    Difference = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Explanation = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Checks_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Locators",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Section = table.Column<string>(type: "TEXT", nullable: false),
                    Paragraph = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    SentenceSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Locators", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Locators_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Villages",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    AreaCode = table.Column<string>(type: "TEXT", nullable: true),
                    NameZh = table.Column<string>(type: "TEXT", nullable: true),
                    NameEn = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: false),
                    SuccessorId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Villages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Villages_Townships_TownshipId",
                        column: x => x.TownshipId,
                        principalTable: "Townships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Villages_Villages_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "Villages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Initiatives",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Theme = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", nullable: false),
                    LocatorId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Initiatives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Initiatives_Locators_LocatorId",
                        column: x => x.LocatorId,
                        principalTable: "Locators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Initiatives_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Figures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Theme = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Unit = table.Column<int>(type: "INTEGER", nullable: false),
                    Precision = table.Column<int>(type: "INTEGER", nullable: true),
                    Lower = table.Column<long>(type: "INTEGER", nullable: true),
                    LowerIncluded = table.Column<bool>(type: "INTEGER", nullable: false),
                    Upper = table.Column<long>(type: "INTEGER", nullable: true),
                    UpperIncluded = table.Column<bool>(type: "INTEGER", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", nullable: true),
                    Derivation = table.Column<int>(type: "INTEGER", nullable: true),
                    Period = table.Column<string>(type: "TEXT", nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    FirstMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    LastMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", nullable: true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    VillageId = table.Column<int>(type: "INTEGER", nullable: true),
                    LocatorId = table.Column<int>(type: "INTEGER", nullable: true),
                    RestatesId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Figures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Figures_Counties_CountyId",
                        column: x => x.CountyId,
                        principalTable: "Counties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Figures_Figures_RestatesId",
                        column: x => x.RestatesId,
                        principalTable: "Figures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Figures_Indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "Indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Figures_Locators_LocatorId",
                        column: x => x.LocatorId,
                        principalTable: "Locators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Figures_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Figures_Townships_TownshipId",
                        column: x => x.TownshipId,
                        principalTable: "Townships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Figures_Villages_VillageId",
                        column: x => x.VillageId,
                        principalTable: "Villages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssetHandovers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    AssetClass = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", nullable: true),
                    Method = table.Column<int>(type: "INTEGER", nullable: true),
                    FromHolder = table.Column<string>(type: "TEXT", nullable: true),
                    ToHolder = table.Column<string>(type: "TEXT", nullable: true),
                    NewUse = table.Column<string>(type: "TEXT", nullable: true),
                    FloorArea = table.Column<long>(type: "INTEGER", nullable: true),
                    BookValue = table.Column<long>(type: "INTEGER", nullable: true),
                    OwnershipSettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HandedOverOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    ProvenById = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetHandovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssetHandovers_Counties_CountyId",
                        column: x => x.CountyId,
                        principalTable: "Counties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetHandovers_Figures_ProvenById",
                        column: x => x.ProvenById,
                        principalTable: "Figures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetHandovers_Townships_TownshipId",
                        column: x => x.TownshipId,
                        principalTable: "Townships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckInputs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CheckId = table.Column<int>(type: "INTEGER", nullable: false),
                    Side = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    FigureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInputs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckInputs_Checks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "Checks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckInputs_Figures_FigureId",
                        column: x => x.FigureId,
                        principalTable: "Figures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FacilityConsolidations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", nullable: true),
                    NameEn = table.Column<string>(type: "TEXT", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FloorArea = table.Column<long>(type: "INTEGER", nullable: true),
                    MergedIntoId = table.Column<int>(type: "INTEGER", nullable: true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    VillageId = table.Column<int>(type: "INTEGER", nullable: true),
                    ProvenById = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FacilityConsolidations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FacilityConsolidations_Counties_CountyId",
                        column: x => x.CountyId,
                        principalTable: "Counties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FacilityConsolidations_FacilityConsolidations_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "FacilityConsolidations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FacilityConsolidations_Figures_ProvenById",
                        column: x => x.ProvenById,
                        principalTable: "Figures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FacilityConsolidations_Townships_TownshipId",
                        column: x => x.TownshipId,
                        principalTable: "Townships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FacilityConsolidations_Villages_VillageId",
                        column: x => x.VillageId,
                        principalTable: "Villages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FigureInputs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FigureId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    InputId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FigureInputs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FigureInputs_Figures_FigureId",
                        column: x => x.FigureId,
                        principalTable: "Figures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FigureInputs_Figures_InputId",
                        column: x => x.InputId,
                        principalTable: "Figures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReformTasks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", nullable: true),
                    TitleEn = table.Column<string>(type: "TEXT", nullable: true),
                    MajorTask = table.Column<int>(type: "INTEGER", nullable: true),
                    Theme = table.Column<int>(type: "INTEGER", nullable: true),
                    LeadOfficial = table.Column<string>(type: "TEXT", nullable: true),
                    LeadDepartment = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Progress = table.Column<long>(type: "INTEGER", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PlanId = table.Column<int>(type: "INTEGER", nullable: true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    ProvenById = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReformTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReformTasks_Counties_CountyId",
                        column: x => x.CountyId,
                        principalTable: "Counties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReformTasks_Figures_ProvenById",
                        column: x => x.ProvenById,
                        principalTable: "Figures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReformTasks_ReformTasks_PlanId",
                        column: x => x.PlanId,
                        principalTable: "ReformTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReformTasks_Townships_TownshipId",
                        column: x => x.TownshipId,
                        principalTable: "Townships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskVillages",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    LeadOfficial = table.Column<string>(type: "TEXT", nullable: true),
                    RiskFactors = table.Column<string>(type: "TEXT", nullable: true),
                    AssessedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ResolvedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CountyId = table.Column<int>(type: "INTEGER", nullable: false),
                    TownshipId = table.Column<int>(type: "INTEGER", nullable: true),
                    VillageId = table.Column<int>(type: "INTEGER", nullable: true),
                    ProvenById = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 1)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskVillages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RiskVillages_Counties_CountyId",
                        column: x => x.CountyId,
                        principalTable: "Counties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RiskVillages_Figures_ProvenById",
                        column: x => x.ProvenById,
                        principalTable: "Figures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RiskVillages_Townships_TownshipId",
                        column: x => x.TownshipId,
                        principalTable: "Townships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RiskVillages_Villages_VillageId",
                        column: x => x.VillageId,
                        principalTable: "Villages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Name",
                table: "ApiKeys",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Prefix",
                table: "ApiKeys",
                column: "Prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandovers_AssetClass_Method",
                table: "AssetHandovers",
                columns: new[] { "AssetClass", "Method" });

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandovers_BookValue",
                table: "AssetHandovers",
                column: "BookValue");

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandovers_Code",
                table: "AssetHandovers",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandovers_CountyId",
                table: "AssetHandovers",
                column: "CountyId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandovers_HandedOverOn",
                table: "AssetHandovers",
                column: "HandedOverOn");

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandovers_ProvenById",
                table: "AssetHandovers",
                column: "ProvenById");

            migrationBuilder.CreateIndex(
                name: "IX_AssetHandovers_TownshipId",
                table: "AssetHandovers",
                column: "TownshipId");

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
                name: "IX_CheckInputs_CheckId_Side_Position",
                table: "CheckInputs",
                columns: new[] { "CheckId", "Side", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckInputs_FigureId",
                table: "CheckInputs",
                column: "FigureId");

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
                name: "IX_Checks_Code",
                table: "Checks",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Checks_ReportId",
                table: "Checks",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_Checks_Status",
                table: "Checks",
                column: "Status");

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
                name: "IX_Counties_Code",
                table: "Counties",
                column: "Code",
                unique: true);

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
                name: "IX_FacilityConsolidations_Code",
                table: "FacilityConsolidations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidations_CountyId",
                table: "FacilityConsolidations",
                column: "CountyId");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidations_EffectiveOn",
                table: "FacilityConsolidations",
                column: "EffectiveOn");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidations_MergedIntoId",
                table: "FacilityConsolidations",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidations_ProvenById",
                table: "FacilityConsolidations",
                column: "ProvenById");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidations_TownshipId",
                table: "FacilityConsolidations",
                column: "TownshipId");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidations_Type_Action",
                table: "FacilityConsolidations",
                columns: new[] { "Type", "Action" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidations_VillageId",
                table: "FacilityConsolidations",
                column: "VillageId");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsByCountyType_CountyId_Type",
                table: "FacilityConsolidationsByCountyType",
                columns: new[] { "CountyId", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_FacilityConsolidationsByTypeAction_Type_Action",
                table: "FacilityConsolidationsByTypeAction",
                columns: new[] { "Type", "Action" });

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
                name: "IX_FigureInputs_FigureId_Position",
                table: "FigureInputs",
                columns: new[] { "FigureId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FigureInputs_InputId",
                table: "FigureInputs",
                column: "InputId");

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
                name: "IX_Figures_Code",
                table: "Figures",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Figures_CountyId",
                table: "Figures",
                column: "CountyId");

            migrationBuilder.CreateIndex(
                name: "IX_Figures_IndicatorId",
                table: "Figures",
                column: "IndicatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Figures_LocatorId",
                table: "Figures",
                column: "LocatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Figures_ReportId",
                table: "Figures",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_Figures_RestatesId",
                table: "Figures",
                column: "RestatesId");

            migrationBuilder.CreateIndex(
                name: "IX_Figures_Theme",
                table: "Figures",
                column: "Theme");

            migrationBuilder.CreateIndex(
                name: "IX_Figures_TownshipId",
                table: "Figures",
                column: "TownshipId");

            migrationBuilder.CreateIndex(
                name: "IX_Figures_VillageId",
                table: "Figures",
                column: "VillageId");

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
                name: "IX_IdempotencyKeys_CreatedAt",
                table: "IdempotencyKeys",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_AddsToId",
                table: "Indicators",
                column: "AddsToId");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_Code",
                table: "Indicators",
                column: "Code",
                unique: true);

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
                name: "IX_Initiatives_Code",
                table: "Initiatives",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_LocatorId",
                table: "Initiatives",
                column: "LocatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_ReportId",
                table: "Initiatives",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_Theme",
                table: "Initiatives",
                column: "Theme");

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
                name: "IX_Locators_Code",
                table: "Locators",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Locators_ReportId",
                table: "Locators",
                column: "ReportId");

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
                name: "IX_ReformTasks_Code",
                table: "ReformTasks",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasks_CountyId",
                table: "ReformTasks",
                column: "CountyId");

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasks_DueOn",
                table: "ReformTasks",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasks_Kind_Status",
                table: "ReformTasks",
                columns: new[] { "Kind", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasks_PlanId",
                table: "ReformTasks",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasks_Progress",
                table: "ReformTasks",
                column: "Progress");

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasks_ProvenById",
                table: "ReformTasks",
                column: "ProvenById");

            migrationBuilder.CreateIndex(
                name: "IX_ReformTasks_TownshipId",
                table: "ReformTasks",
                column: "TownshipId");

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
                name: "IX_Reports_Code",
                table: "Reports",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reports_CountyId",
                table: "Reports",
                column: "CountyId");

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
                name: "IX_RiskVillages_AssessedOn",
                table: "RiskVillages",
                column: "AssessedOn");

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillages_Code",
                table: "RiskVillages",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillages_CountyId",
                table: "RiskVillages",
                column: "CountyId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillages_Level_Status",
                table: "RiskVillages",
                columns: new[] { "Level", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillages_ProvenById",
                table: "RiskVillages",
                column: "ProvenById");

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillages_TownshipId",
                table: "RiskVillages",
                column: "TownshipId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskVillages_VillageId",
                table: "RiskVillages",
                column: "VillageId");

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
                name: "IX_Townships_Code",
                table: "Townships",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Townships_CountyId",
                table: "Townships",
                column: "CountyId");

            migrationBuilder.CreateIndex(
                name: "IX_Townships_SuccessorId",
                table: "Townships",
                column: "SuccessorId");

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
                name: "IX_Villages_Code",
                table: "Villages",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Villages_SuccessorId",
                table: "Villages",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_Villages_TownshipId",
                table: "Villages",
                column: "TownshipId");

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
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "AssetHandovers");

            migrationBuilder.DropTable(
                name: "AssetHandoversByAssetClassMethod");

            migrationBuilder.DropTable(
                name: "AssetHandoversByCountyMethod");

            migrationBuilder.DropTable(
                name: "AssetHandoversByHandedOverOnMonthMethod");

            migrationBuilder.DropTable(
                name: "AssetHandoversRevisions");

            migrationBuilder.DropTable(
                name: "ChangeLeaves");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "CheckInputs");

            migrationBuilder.DropTable(
                name: "CheckInputsRevisions");

            migrationBuilder.DropTable(
                name: "ChecksRevisions");

            migrationBuilder.DropTable(
                name: "CountiesRevisions");

            migrationBuilder.DropTable(
                name: "DataState");

            migrationBuilder.DropTable(
                name: "FacilityConsolidations");

            migrationBuilder.DropTable(
                name: "FacilityConsolidationsByCountyType");

            migrationBuilder.DropTable(
                name: "FacilityConsolidationsByTypeAction");

            migrationBuilder.DropTable(
                name: "FacilityConsolidationsRevisions");

            migrationBuilder.DropTable(
                name: "FigureInputs");

            migrationBuilder.DropTable(
                name: "FigureInputsRevisions");

            migrationBuilder.DropTable(
                name: "FiguresRevisions");

            migrationBuilder.DropTable(
                name: "IdempotencyKeys");

            migrationBuilder.DropTable(
                name: "IndicatorsRevisions");

            migrationBuilder.DropTable(
                name: "Initiatives");

            migrationBuilder.DropTable(
                name: "InitiativesRevisions");

            migrationBuilder.DropTable(
                name: "LocatorsRevisions");

            migrationBuilder.DropTable(
                name: "ReformTasks");

            migrationBuilder.DropTable(
                name: "ReformTasksByCountyKind");

            migrationBuilder.DropTable(
                name: "ReformTasksByCountyStatus");

            migrationBuilder.DropTable(
                name: "ReformTasksByKindStatusMajorTask");

            migrationBuilder.DropTable(
                name: "ReformTasksRevisions");

            migrationBuilder.DropTable(
                name: "ReportsRevisions");

            migrationBuilder.DropTable(
                name: "RiskVillages");

            migrationBuilder.DropTable(
                name: "RiskVillagesByCountyLevel");

            migrationBuilder.DropTable(
                name: "RiskVillagesByCountyStatus");

            migrationBuilder.DropTable(
                name: "RiskVillagesByLevelStatus");

            migrationBuilder.DropTable(
                name: "RiskVillagesRevisions");

            migrationBuilder.DropTable(
                name: "TownshipsRevisions");

            migrationBuilder.DropTable(
                name: "VillagesRevisions");

            migrationBuilder.DropTable(
                name: "Checks");

            migrationBuilder.DropTable(
                name: "Figures");

            migrationBuilder.DropTable(
                name: "Indicators");

            migrationBuilder.DropTable(
                name: "Locators");

            migrationBuilder.DropTable(
                name: "Villages");

            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropTable(
                name: "Townships");

            migrationBuilder.DropTable(
                name: "Counties");
        }
    }
}
