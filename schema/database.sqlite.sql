CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "Counties" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Counties" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "AreaCode" TEXT NULL,
    "NameZh" TEXT NULL,
    "NameEn" TEXT NULL,
    "KnownAs" TEXT NOT NULL
);

CREATE TABLE "DataState" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DataState" PRIMARY KEY,
    "Sequence" INTEGER NOT NULL,
    "Database" TEXT NOT NULL
);

CREATE TABLE "Indicators" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Indicators" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "NameZh" TEXT NOT NULL,
    "NameEn" TEXT NOT NULL,
    "Definition" TEXT NOT NULL
);

CREATE TABLE "Reports" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Reports" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "TitleZh" TEXT NOT NULL,
    "TitleEn" TEXT NOT NULL,
    "Year" INTEGER NULL,
    "Sha256" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    CONSTRAINT "FK_Reports_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Townships" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Townships" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "AreaCode" TEXT NULL,
    "NameZh" TEXT NULL,
    "NameEn" TEXT NULL,
    "KnownAs" TEXT NOT NULL,
    "Kind" INTEGER NULL,
    "Class" INTEGER NULL,
    "ValidFrom" TEXT NULL,
    "ValidTo" TEXT NULL,
    "CountyId" INTEGER NOT NULL,
    "SuccessorId" INTEGER NULL,
    CONSTRAINT "FK_Townships_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Townships_Townships_SuccessorId" FOREIGN KEY ("SuccessorId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Checks" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Checks" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "ReportId" INTEGER NOT NULL,
    "Theme" INTEGER NOT NULL,
    "Rule" TEXT NOT NULL,
    "Relation" INTEGER NOT NULL,
    "Unit" INTEGER NOT NULL,
    "ExpectedBy" INTEGER NULL,
    "ActualBy" INTEGER NULL,
    "Rows" TEXT NULL,
    "Expected" INTEGER NULL,
    "ExpectedLower" INTEGER NULL,
    "ExpectedUpper" INTEGER NULL,
    "Actual" INTEGER NULL,
    "ActualLower" INTEGER NULL,
    "ActualUpper" INTEGER NULL,
    "Difference" INTEGER NULL,
    "Status" INTEGER NOT NULL,
    "Explanation" TEXT NOT NULL,
    CONSTRAINT "FK_Checks_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Locators" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Locators" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "ReportId" INTEGER NOT NULL,
    "Section" TEXT NOT NULL,
    "Paragraph" INTEGER NOT NULL,
    "Start" INTEGER NOT NULL,
    "Length" INTEGER NOT NULL,
    "SentenceSha256" TEXT NOT NULL,
    CONSTRAINT "FK_Locators_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Villages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Villages" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "AreaCode" TEXT NULL,
    "NameZh" TEXT NULL,
    "NameEn" TEXT NULL,
    "Kind" INTEGER NULL,
    "ValidFrom" TEXT NULL,
    "ValidTo" TEXT NULL,
    "TownshipId" INTEGER NOT NULL,
    "SuccessorId" INTEGER NULL,
    CONSTRAINT "FK_Villages_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Villages_Villages_SuccessorId" FOREIGN KEY ("SuccessorId") REFERENCES "Villages" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Initiatives" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Initiatives" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "ReportId" INTEGER NOT NULL,
    "Theme" INTEGER NOT NULL,
    "Stage" INTEGER NOT NULL,
    "TitleZh" TEXT NOT NULL,
    "TitleEn" TEXT NOT NULL,
    "LocatorId" INTEGER NULL,
    CONSTRAINT "FK_Initiatives_Locators_LocatorId" FOREIGN KEY ("LocatorId") REFERENCES "Locators" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Initiatives_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Figures" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Figures" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "ReportId" INTEGER NOT NULL,
    "IndicatorId" INTEGER NOT NULL,
    "Theme" INTEGER NOT NULL,
    "Role" INTEGER NOT NULL,
    "Value" INTEGER NOT NULL,
    "Unit" INTEGER NOT NULL,
    "Precision" INTEGER NULL,
    "Lower" INTEGER NULL,
    "LowerIncluded" INTEGER NOT NULL,
    "Upper" INTEGER NULL,
    "UpperIncluded" INTEGER NOT NULL,
    "Wording" TEXT NULL,
    "Derivation" INTEGER NULL,
    "Period" TEXT NULL,
    "Year" INTEGER NULL,
    "FirstMonth" INTEGER NULL,
    "LastMonth" INTEGER NULL,
    "Remark" TEXT NULL,
    "CountyId" INTEGER NOT NULL,
    "TownshipId" INTEGER NULL,
    "VillageId" INTEGER NULL,
    "LocatorId" INTEGER NULL,
    "RestatesId" INTEGER NULL,
    CONSTRAINT "FK_Figures_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Figures_RestatesId" FOREIGN KEY ("RestatesId") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Indicators_IndicatorId" FOREIGN KEY ("IndicatorId") REFERENCES "Indicators" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Locators_LocatorId" FOREIGN KEY ("LocatorId") REFERENCES "Locators" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Villages_VillageId" FOREIGN KEY ("VillageId") REFERENCES "Villages" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "AssetHandovers" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AssetHandovers" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "AssetClass" INTEGER NOT NULL,
    "NameZh" TEXT NULL,
    "Method" INTEGER NULL,
    "FromHolder" TEXT NULL,
    "ToHolder" TEXT NULL,
    "NewUse" TEXT NULL,
    "FloorArea" INTEGER NULL,
    "BookValue" INTEGER NULL,
    "OwnershipSettledOn" TEXT NULL,
    "HandedOverOn" TEXT NULL,
    "CountyId" INTEGER NOT NULL,
    "TownshipId" INTEGER NULL,
    "ProvenById" INTEGER NULL,
    CONSTRAINT "FK_AssetHandovers_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AssetHandovers_Figures_ProvenById" FOREIGN KEY ("ProvenById") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AssetHandovers_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "CheckInputs" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_CheckInputs" PRIMARY KEY AUTOINCREMENT,
    "CheckId" INTEGER NOT NULL,
    "Side" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "FigureId" INTEGER NOT NULL,
    CONSTRAINT "FK_CheckInputs_Checks_CheckId" FOREIGN KEY ("CheckId") REFERENCES "Checks" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CheckInputs_Figures_FigureId" FOREIGN KEY ("FigureId") REFERENCES "Figures" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "FacilityConsolidations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_FacilityConsolidations" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Type" INTEGER NOT NULL,
    "Action" INTEGER NOT NULL,
    "NameZh" TEXT NULL,
    "NameEn" TEXT NULL,
    "EffectiveOn" TEXT NULL,
    "FloorArea" INTEGER NULL,
    "MergedIntoId" INTEGER NULL,
    "CountyId" INTEGER NOT NULL,
    "TownshipId" INTEGER NULL,
    "VillageId" INTEGER NULL,
    "ProvenById" INTEGER NULL,
    CONSTRAINT "FK_FacilityConsolidations_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FacilityConsolidations_FacilityConsolidations_MergedIntoId" FOREIGN KEY ("MergedIntoId") REFERENCES "FacilityConsolidations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FacilityConsolidations_Figures_ProvenById" FOREIGN KEY ("ProvenById") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FacilityConsolidations_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FacilityConsolidations_Villages_VillageId" FOREIGN KEY ("VillageId") REFERENCES "Villages" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "FigureInputs" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_FigureInputs" PRIMARY KEY AUTOINCREMENT,
    "FigureId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "InputId" INTEGER NOT NULL,
    CONSTRAINT "FK_FigureInputs_Figures_FigureId" FOREIGN KEY ("FigureId") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FigureInputs_Figures_InputId" FOREIGN KEY ("InputId") REFERENCES "Figures" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ReformTasks" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReformTasks" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "TitleZh" TEXT NULL,
    "TitleEn" TEXT NULL,
    "MajorTask" INTEGER NULL,
    "Theme" INTEGER NULL,
    "LeadOfficial" TEXT NULL,
    "LeadDepartment" TEXT NULL,
    "Status" INTEGER NULL,
    "Progress" INTEGER NULL,
    "DueOn" TEXT NULL,
    "CompletedOn" TEXT NULL,
    "PlanId" INTEGER NULL,
    "CountyId" INTEGER NOT NULL,
    "TownshipId" INTEGER NULL,
    "ProvenById" INTEGER NULL,
    CONSTRAINT "FK_ReformTasks_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReformTasks_Figures_ProvenById" FOREIGN KEY ("ProvenById") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReformTasks_ReformTasks_PlanId" FOREIGN KEY ("PlanId") REFERENCES "ReformTasks" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReformTasks_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "RiskVillages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RiskVillages" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Level" INTEGER NOT NULL,
    "Status" INTEGER NULL,
    "LeadOfficial" TEXT NULL,
    "RiskFactors" TEXT NULL,
    "AssessedOn" TEXT NULL,
    "ResolvedOn" TEXT NULL,
    "CountyId" INTEGER NOT NULL,
    "TownshipId" INTEGER NULL,
    "VillageId" INTEGER NULL,
    "ProvenById" INTEGER NULL,
    CONSTRAINT "FK_RiskVillages_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RiskVillages_Figures_ProvenById" FOREIGN KEY ("ProvenById") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RiskVillages_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RiskVillages_Villages_VillageId" FOREIGN KEY ("VillageId") REFERENCES "Villages" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_AssetHandovers_AssetClass_Method" ON "AssetHandovers" ("AssetClass", "Method");

CREATE UNIQUE INDEX "IX_AssetHandovers_Code" ON "AssetHandovers" ("Code");

CREATE INDEX "IX_AssetHandovers_CountyId" ON "AssetHandovers" ("CountyId");

CREATE INDEX "IX_AssetHandovers_ProvenById" ON "AssetHandovers" ("ProvenById");

CREATE INDEX "IX_AssetHandovers_TownshipId" ON "AssetHandovers" ("TownshipId");

CREATE UNIQUE INDEX "IX_CheckInputs_CheckId_Side_Position" ON "CheckInputs" ("CheckId", "Side", "Position");

CREATE INDEX "IX_CheckInputs_FigureId" ON "CheckInputs" ("FigureId");

CREATE UNIQUE INDEX "IX_Checks_Code" ON "Checks" ("Code");

CREATE INDEX "IX_Checks_ReportId" ON "Checks" ("ReportId");

CREATE INDEX "IX_Checks_Status" ON "Checks" ("Status");

CREATE UNIQUE INDEX "IX_Counties_Code" ON "Counties" ("Code");

CREATE UNIQUE INDEX "IX_FacilityConsolidations_Code" ON "FacilityConsolidations" ("Code");

CREATE INDEX "IX_FacilityConsolidations_CountyId" ON "FacilityConsolidations" ("CountyId");

CREATE INDEX "IX_FacilityConsolidations_MergedIntoId" ON "FacilityConsolidations" ("MergedIntoId");

CREATE INDEX "IX_FacilityConsolidations_ProvenById" ON "FacilityConsolidations" ("ProvenById");

CREATE INDEX "IX_FacilityConsolidations_TownshipId" ON "FacilityConsolidations" ("TownshipId");

CREATE INDEX "IX_FacilityConsolidations_Type_Action" ON "FacilityConsolidations" ("Type", "Action");

CREATE INDEX "IX_FacilityConsolidations_VillageId" ON "FacilityConsolidations" ("VillageId");

CREATE UNIQUE INDEX "IX_FigureInputs_FigureId_Position" ON "FigureInputs" ("FigureId", "Position");

CREATE INDEX "IX_FigureInputs_InputId" ON "FigureInputs" ("InputId");

CREATE UNIQUE INDEX "IX_Figures_Code" ON "Figures" ("Code");

CREATE INDEX "IX_Figures_CountyId" ON "Figures" ("CountyId");

CREATE INDEX "IX_Figures_IndicatorId" ON "Figures" ("IndicatorId");

CREATE INDEX "IX_Figures_LocatorId" ON "Figures" ("LocatorId");

CREATE INDEX "IX_Figures_ReportId" ON "Figures" ("ReportId");

CREATE INDEX "IX_Figures_RestatesId" ON "Figures" ("RestatesId");

CREATE INDEX "IX_Figures_Theme" ON "Figures" ("Theme");

CREATE INDEX "IX_Figures_TownshipId" ON "Figures" ("TownshipId");

CREATE INDEX "IX_Figures_VillageId" ON "Figures" ("VillageId");

CREATE UNIQUE INDEX "IX_Indicators_Code" ON "Indicators" ("Code");

CREATE UNIQUE INDEX "IX_Initiatives_Code" ON "Initiatives" ("Code");

CREATE INDEX "IX_Initiatives_LocatorId" ON "Initiatives" ("LocatorId");

CREATE INDEX "IX_Initiatives_ReportId" ON "Initiatives" ("ReportId");

CREATE INDEX "IX_Initiatives_Theme" ON "Initiatives" ("Theme");

CREATE UNIQUE INDEX "IX_Locators_Code" ON "Locators" ("Code");

CREATE INDEX "IX_Locators_ReportId" ON "Locators" ("ReportId");

CREATE UNIQUE INDEX "IX_ReformTasks_Code" ON "ReformTasks" ("Code");

CREATE INDEX "IX_ReformTasks_CountyId" ON "ReformTasks" ("CountyId");

CREATE INDEX "IX_ReformTasks_Kind_Status" ON "ReformTasks" ("Kind", "Status");

CREATE INDEX "IX_ReformTasks_PlanId" ON "ReformTasks" ("PlanId");

CREATE INDEX "IX_ReformTasks_ProvenById" ON "ReformTasks" ("ProvenById");

CREATE INDEX "IX_ReformTasks_TownshipId" ON "ReformTasks" ("TownshipId");

CREATE UNIQUE INDEX "IX_Reports_Code" ON "Reports" ("Code");

CREATE INDEX "IX_Reports_CountyId" ON "Reports" ("CountyId");

CREATE UNIQUE INDEX "IX_RiskVillages_Code" ON "RiskVillages" ("Code");

CREATE INDEX "IX_RiskVillages_CountyId" ON "RiskVillages" ("CountyId");

CREATE INDEX "IX_RiskVillages_Level_Status" ON "RiskVillages" ("Level", "Status");

CREATE INDEX "IX_RiskVillages_ProvenById" ON "RiskVillages" ("ProvenById");

CREATE INDEX "IX_RiskVillages_TownshipId" ON "RiskVillages" ("TownshipId");

CREATE INDEX "IX_RiskVillages_VillageId" ON "RiskVillages" ("VillageId");

CREATE UNIQUE INDEX "IX_Townships_Code" ON "Townships" ("Code");

CREATE INDEX "IX_Townships_CountyId" ON "Townships" ("CountyId");

CREATE INDEX "IX_Townships_SuccessorId" ON "Townships" ("SuccessorId");

CREATE UNIQUE INDEX "IX_Villages_Code" ON "Villages" ("Code");

CREATE INDEX "IX_Villages_SuccessorId" ON "Villages" ("SuccessorId");

CREATE INDEX "IX_Villages_TownshipId" ON "Villages" ("TownshipId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123042825_Initial', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Villages" ADD "Synthetic" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Townships" ADD "Synthetic" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "RiskVillages" ADD "Synthetic" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "ReformTasks" ADD "Synthetic" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "FacilityConsolidations" ADD "Synthetic" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Counties" ADD "Synthetic" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandovers" ADD "Synthetic" INTEGER NOT NULL DEFAULT 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124002052_SyntheticRows', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE INDEX "IX_RiskVillages_AssessedOn" ON "RiskVillages" ("AssessedOn");

CREATE INDEX "IX_ReformTasks_DueOn" ON "ReformTasks" ("DueOn");

CREATE INDEX "IX_ReformTasks_Progress" ON "ReformTasks" ("Progress");

CREATE INDEX "IX_FacilityConsolidations_EffectiveOn" ON "FacilityConsolidations" ("EffectiveOn");

CREATE INDEX "IX_AssetHandovers_BookValue" ON "AssetHandovers" ("BookValue");

CREATE INDEX "IX_AssetHandovers_HandedOverOn" ON "AssetHandovers" ("HandedOverOn");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124013223_OrderIndexes', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "AssetHandoversByAssetClassMethod" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AssetHandoversByAssetClassMethod" PRIMARY KEY AUTOINCREMENT,
    "AssetClass" INTEGER NOT NULL,
    "BookValueHigh" INTEGER NOT NULL,
    "BookValueLow" INTEGER NOT NULL,
    "BookValueValues" INTEGER NOT NULL,
    "FloorAreaHigh" INTEGER NOT NULL,
    "FloorAreaLow" INTEGER NOT NULL,
    "FloorAreaValues" INTEGER NOT NULL,
    "Method" INTEGER NULL,
    "Rows" INTEGER NOT NULL
);

CREATE TABLE "AssetHandoversByCountyMethod" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AssetHandoversByCountyMethod" PRIMARY KEY AUTOINCREMENT,
    "BookValueHigh" INTEGER NOT NULL,
    "BookValueLow" INTEGER NOT NULL,
    "BookValueValues" INTEGER NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "FloorAreaHigh" INTEGER NOT NULL,
    "FloorAreaLow" INTEGER NOT NULL,
    "FloorAreaValues" INTEGER NOT NULL,
    "Method" INTEGER NULL,
    "Rows" INTEGER NOT NULL
);

CREATE TABLE "AssetHandoversByHandedOverOnMonthMethod" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AssetHandoversByHandedOverOnMonthMethod" PRIMARY KEY AUTOINCREMENT,
    "BookValueHigh" INTEGER NOT NULL,
    "BookValueLow" INTEGER NOT NULL,
    "BookValueValues" INTEGER NOT NULL,
    "FloorAreaHigh" INTEGER NOT NULL,
    "FloorAreaLow" INTEGER NOT NULL,
    "FloorAreaValues" INTEGER NOT NULL,
    "HandedOverOn" TEXT NULL,
    "Method" INTEGER NULL,
    "Rows" INTEGER NOT NULL
);

CREATE TABLE "FacilityConsolidationsByCountyType" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_FacilityConsolidationsByCountyType" PRIMARY KEY AUTOINCREMENT,
    "CountyId" INTEGER NOT NULL,
    "FloorAreaHigh" INTEGER NOT NULL,
    "FloorAreaLow" INTEGER NOT NULL,
    "FloorAreaValues" INTEGER NOT NULL,
    "Rows" INTEGER NOT NULL,
    "Type" INTEGER NOT NULL
);

CREATE TABLE "FacilityConsolidationsByTypeAction" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_FacilityConsolidationsByTypeAction" PRIMARY KEY AUTOINCREMENT,
    "Action" INTEGER NOT NULL,
    "FloorAreaHigh" INTEGER NOT NULL,
    "FloorAreaLow" INTEGER NOT NULL,
    "FloorAreaValues" INTEGER NOT NULL,
    "Rows" INTEGER NOT NULL,
    "Type" INTEGER NOT NULL
);

CREATE TABLE "ReformTasksByCountyKind" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReformTasksByCountyKind" PRIMARY KEY AUTOINCREMENT,
    "CountyId" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "ProgressHigh" INTEGER NOT NULL,
    "ProgressLow" INTEGER NOT NULL,
    "ProgressValues" INTEGER NOT NULL,
    "Rows" INTEGER NOT NULL
);

CREATE TABLE "ReformTasksByCountyStatus" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReformTasksByCountyStatus" PRIMARY KEY AUTOINCREMENT,
    "CountyId" INTEGER NOT NULL,
    "ProgressHigh" INTEGER NOT NULL,
    "ProgressLow" INTEGER NOT NULL,
    "ProgressValues" INTEGER NOT NULL,
    "Rows" INTEGER NOT NULL,
    "Status" INTEGER NULL
);

CREATE TABLE "ReformTasksByKindStatusMajorTask" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReformTasksByKindStatusMajorTask" PRIMARY KEY AUTOINCREMENT,
    "Kind" INTEGER NOT NULL,
    "MajorTask" INTEGER NULL,
    "ProgressHigh" INTEGER NOT NULL,
    "ProgressLow" INTEGER NOT NULL,
    "ProgressValues" INTEGER NOT NULL,
    "Rows" INTEGER NOT NULL,
    "Status" INTEGER NULL
);

CREATE TABLE "RiskVillagesByCountyLevel" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RiskVillagesByCountyLevel" PRIMARY KEY AUTOINCREMENT,
    "CountyId" INTEGER NOT NULL,
    "Level" INTEGER NOT NULL,
    "Rows" INTEGER NOT NULL
);

CREATE TABLE "RiskVillagesByCountyStatus" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RiskVillagesByCountyStatus" PRIMARY KEY AUTOINCREMENT,
    "CountyId" INTEGER NOT NULL,
    "Rows" INTEGER NOT NULL,
    "Status" INTEGER NULL
);

CREATE TABLE "RiskVillagesByLevelStatus" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RiskVillagesByLevelStatus" PRIMARY KEY AUTOINCREMENT,
    "Level" INTEGER NOT NULL,
    "Rows" INTEGER NOT NULL,
    "Status" INTEGER NULL
);

CREATE INDEX "IX_AssetHandoversByAssetClassMethod_AssetClass_Method" ON "AssetHandoversByAssetClassMethod" ("AssetClass", "Method");

CREATE INDEX "IX_AssetHandoversByCountyMethod_CountyId_Method" ON "AssetHandoversByCountyMethod" ("CountyId", "Method");

CREATE INDEX "IX_AssetHandoversByHandedOverOnMonthMethod_HandedOverOn_Method" ON "AssetHandoversByHandedOverOnMonthMethod" ("HandedOverOn", "Method");

CREATE INDEX "IX_FacilityConsolidationsByCountyType_CountyId_Type" ON "FacilityConsolidationsByCountyType" ("CountyId", "Type");

CREATE INDEX "IX_FacilityConsolidationsByTypeAction_Type_Action" ON "FacilityConsolidationsByTypeAction" ("Type", "Action");

CREATE INDEX "IX_ReformTasksByCountyKind_CountyId_Kind" ON "ReformTasksByCountyKind" ("CountyId", "Kind");

CREATE INDEX "IX_ReformTasksByCountyStatus_CountyId_Status" ON "ReformTasksByCountyStatus" ("CountyId", "Status");

CREATE INDEX "IX_ReformTasksByKindStatusMajorTask_Kind_Status_MajorTask" ON "ReformTasksByKindStatusMajorTask" ("Kind", "Status", "MajorTask");

CREATE INDEX "IX_RiskVillagesByCountyLevel_CountyId_Level" ON "RiskVillagesByCountyLevel" ("CountyId", "Level");

CREATE INDEX "IX_RiskVillagesByCountyStatus_CountyId_Status" ON "RiskVillagesByCountyStatus" ("CountyId", "Status");

CREATE INDEX "IX_RiskVillagesByLevelStatus_Level_Status" ON "RiskVillagesByLevelStatus" ("Level", "Status");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125072737_Rollups', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Indicators" ADD "AddsToId" INTEGER NULL;

CREATE INDEX "IX_Indicators_AddsToId" ON "Indicators" ("AddsToId");

CREATE TABLE "ef_temp_Indicators" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Indicators" PRIMARY KEY AUTOINCREMENT,
    "AddsToId" INTEGER NULL,
    "Code" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "NameEn" TEXT NOT NULL,
    "NameZh" TEXT NOT NULL,
    CONSTRAINT "FK_Indicators_Indicators_AddsToId" FOREIGN KEY ("AddsToId") REFERENCES "Indicators" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Indicators" ("Id", "AddsToId", "Code", "Definition", "NameEn", "NameZh")
SELECT "Id", "AddsToId", "Code", "Definition", "NameEn", "NameZh"
FROM "Indicators";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "Indicators";

ALTER TABLE "ef_temp_Indicators" RENAME TO "Indicators";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE INDEX "IX_Indicators_AddsToId" ON "Indicators" ("AddsToId");

CREATE UNIQUE INDEX "IX_Indicators_Code" ON "Indicators" ("Code");

COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125090540_IndicatorsThatAddUp', '10.0.15');

CREATE TRIGGER "rollup_AssetHandoversByAssetClassMethod_insert" AFTER INSERT ON "AssetHandovers" BEGIN INSERT INTO "AssetHandoversByAssetClassMethod" ("AssetClass", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow") SELECT NEW."AssetClass", NEW."Method", 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByAssetClassMethod" WHERE "AssetClass" IS NEW."AssetClass" AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByAssetClassMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0) WHERE "AssetClass" IS NEW."AssetClass" AND "Method" IS NEW."Method"; END;

CREATE TRIGGER "rollup_AssetHandoversByAssetClassMethod_delete" AFTER DELETE ON "AssetHandovers" BEGIN UPDATE "AssetHandoversByAssetClassMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0) WHERE "AssetClass" IS OLD."AssetClass" AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByAssetClassMethod" WHERE "AssetClass" IS OLD."AssetClass" AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_AssetHandoversByAssetClassMethod_update" AFTER UPDATE OF "AssetClass", "Method", "FloorArea", "BookValue" ON "AssetHandovers" WHEN OLD."AssetClass" IS NOT NEW."AssetClass" OR OLD."Method" IS NOT NEW."Method" OR OLD."FloorArea" IS NOT NEW."FloorArea" OR OLD."BookValue" IS NOT NEW."BookValue" BEGIN INSERT INTO "AssetHandoversByAssetClassMethod" ("AssetClass", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow") SELECT NEW."AssetClass", NEW."Method", 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByAssetClassMethod" WHERE "AssetClass" IS NEW."AssetClass" AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByAssetClassMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0) WHERE "AssetClass" IS NEW."AssetClass" AND "Method" IS NEW."Method"; UPDATE "AssetHandoversByAssetClassMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0) WHERE "AssetClass" IS OLD."AssetClass" AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByAssetClassMethod" WHERE "AssetClass" IS OLD."AssetClass" AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_AssetHandoversByHandedOverOnMonthMethod_insert" AFTER INSERT ON "AssetHandovers" BEGIN INSERT INTO "AssetHandoversByHandedOverOnMonthMethod" ("HandedOverOn", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow") SELECT (substr(NEW."HandedOverOn", 1, 7) || '-01'), NEW."Method", 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByHandedOverOnMonthMethod" WHERE "HandedOverOn" IS (substr(NEW."HandedOverOn", 1, 7) || '-01') AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByHandedOverOnMonthMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0) WHERE "HandedOverOn" IS (substr(NEW."HandedOverOn", 1, 7) || '-01') AND "Method" IS NEW."Method"; END;

CREATE TRIGGER "rollup_AssetHandoversByHandedOverOnMonthMethod_delete" AFTER DELETE ON "AssetHandovers" BEGIN UPDATE "AssetHandoversByHandedOverOnMonthMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0) WHERE "HandedOverOn" IS (substr(OLD."HandedOverOn", 1, 7) || '-01') AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByHandedOverOnMonthMethod" WHERE "HandedOverOn" IS (substr(OLD."HandedOverOn", 1, 7) || '-01') AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_AssetHandoversByHandedOverOnMonthMethod_update" AFTER UPDATE OF "HandedOverOn", "Method", "FloorArea", "BookValue" ON "AssetHandovers" WHEN OLD."HandedOverOn" IS NOT NEW."HandedOverOn" OR OLD."Method" IS NOT NEW."Method" OR OLD."FloorArea" IS NOT NEW."FloorArea" OR OLD."BookValue" IS NOT NEW."BookValue" BEGIN INSERT INTO "AssetHandoversByHandedOverOnMonthMethod" ("HandedOverOn", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow") SELECT (substr(NEW."HandedOverOn", 1, 7) || '-01'), NEW."Method", 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByHandedOverOnMonthMethod" WHERE "HandedOverOn" IS (substr(NEW."HandedOverOn", 1, 7) || '-01') AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByHandedOverOnMonthMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0) WHERE "HandedOverOn" IS (substr(NEW."HandedOverOn", 1, 7) || '-01') AND "Method" IS NEW."Method"; UPDATE "AssetHandoversByHandedOverOnMonthMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0) WHERE "HandedOverOn" IS (substr(OLD."HandedOverOn", 1, 7) || '-01') AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByHandedOverOnMonthMethod" WHERE "HandedOverOn" IS (substr(OLD."HandedOverOn", 1, 7) || '-01') AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_AssetHandoversByCountyMethod_insert" AFTER INSERT ON "AssetHandovers" BEGIN INSERT INTO "AssetHandoversByCountyMethod" ("CountyId", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow") SELECT NEW."CountyId", NEW."Method", 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByCountyMethod" WHERE "CountyId" IS NEW."CountyId" AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByCountyMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Method" IS NEW."Method"; END;

CREATE TRIGGER "rollup_AssetHandoversByCountyMethod_delete" AFTER DELETE ON "AssetHandovers" BEGIN UPDATE "AssetHandoversByCountyMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByCountyMethod" WHERE "CountyId" IS OLD."CountyId" AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_AssetHandoversByCountyMethod_update" AFTER UPDATE OF "CountyId", "Method", "FloorArea", "BookValue" ON "AssetHandovers" WHEN OLD."CountyId" IS NOT NEW."CountyId" OR OLD."Method" IS NOT NEW."Method" OR OLD."FloorArea" IS NOT NEW."FloorArea" OR OLD."BookValue" IS NOT NEW."BookValue" BEGIN INSERT INTO "AssetHandoversByCountyMethod" ("CountyId", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow") SELECT NEW."CountyId", NEW."Method", 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByCountyMethod" WHERE "CountyId" IS NEW."CountyId" AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByCountyMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Method" IS NEW."Method"; UPDATE "AssetHandoversByCountyMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByCountyMethod" WHERE "CountyId" IS OLD."CountyId" AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByTypeAction_insert" AFTER INSERT ON "FacilityConsolidations" BEGIN INSERT INTO "FacilityConsolidationsByTypeAction" ("Type", "Action", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow") SELECT NEW."Type", NEW."Action", 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "FacilityConsolidationsByTypeAction" WHERE "Type" IS NEW."Type" AND "Action" IS NEW."Action"); UPDATE "FacilityConsolidationsByTypeAction" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0) WHERE "Type" IS NEW."Type" AND "Action" IS NEW."Action"; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByTypeAction_delete" AFTER DELETE ON "FacilityConsolidations" BEGIN UPDATE "FacilityConsolidationsByTypeAction" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0) WHERE "Type" IS OLD."Type" AND "Action" IS OLD."Action"; DELETE FROM "FacilityConsolidationsByTypeAction" WHERE "Type" IS OLD."Type" AND "Action" IS OLD."Action" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByTypeAction_update" AFTER UPDATE OF "Type", "Action", "FloorArea" ON "FacilityConsolidations" WHEN OLD."Type" IS NOT NEW."Type" OR OLD."Action" IS NOT NEW."Action" OR OLD."FloorArea" IS NOT NEW."FloorArea" BEGIN INSERT INTO "FacilityConsolidationsByTypeAction" ("Type", "Action", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow") SELECT NEW."Type", NEW."Action", 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "FacilityConsolidationsByTypeAction" WHERE "Type" IS NEW."Type" AND "Action" IS NEW."Action"); UPDATE "FacilityConsolidationsByTypeAction" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0) WHERE "Type" IS NEW."Type" AND "Action" IS NEW."Action"; UPDATE "FacilityConsolidationsByTypeAction" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0) WHERE "Type" IS OLD."Type" AND "Action" IS OLD."Action"; DELETE FROM "FacilityConsolidationsByTypeAction" WHERE "Type" IS OLD."Type" AND "Action" IS OLD."Action" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByCountyType_insert" AFTER INSERT ON "FacilityConsolidations" BEGIN INSERT INTO "FacilityConsolidationsByCountyType" ("CountyId", "Type", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow") SELECT NEW."CountyId", NEW."Type", 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "FacilityConsolidationsByCountyType" WHERE "CountyId" IS NEW."CountyId" AND "Type" IS NEW."Type"); UPDATE "FacilityConsolidationsByCountyType" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Type" IS NEW."Type"; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByCountyType_delete" AFTER DELETE ON "FacilityConsolidations" BEGIN UPDATE "FacilityConsolidationsByCountyType" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Type" IS OLD."Type"; DELETE FROM "FacilityConsolidationsByCountyType" WHERE "CountyId" IS OLD."CountyId" AND "Type" IS OLD."Type" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByCountyType_update" AFTER UPDATE OF "CountyId", "Type", "FloorArea" ON "FacilityConsolidations" WHEN OLD."CountyId" IS NOT NEW."CountyId" OR OLD."Type" IS NOT NEW."Type" OR OLD."FloorArea" IS NOT NEW."FloorArea" BEGIN INSERT INTO "FacilityConsolidationsByCountyType" ("CountyId", "Type", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow") SELECT NEW."CountyId", NEW."Type", 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "FacilityConsolidationsByCountyType" WHERE "CountyId" IS NEW."CountyId" AND "Type" IS NEW."Type"); UPDATE "FacilityConsolidationsByCountyType" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Type" IS NEW."Type"; UPDATE "FacilityConsolidationsByCountyType" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Type" IS OLD."Type"; DELETE FROM "FacilityConsolidationsByCountyType" WHERE "CountyId" IS OLD."CountyId" AND "Type" IS OLD."Type" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_ReformTasksByKindStatusMajorTask_insert" AFTER INSERT ON "ReformTasks" BEGIN INSERT INTO "ReformTasksByKindStatusMajorTask" ("Kind", "Status", "MajorTask", "Rows", "ProgressValues", "ProgressHigh", "ProgressLow") SELECT NEW."Kind", NEW."Status", NEW."MajorTask", 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "ReformTasksByKindStatusMajorTask" WHERE "Kind" IS NEW."Kind" AND "Status" IS NEW."Status" AND "MajorTask" IS NEW."MajorTask"); UPDATE "ReformTasksByKindStatusMajorTask" SET "Rows" = "Rows" + 1, "ProgressValues" = "ProgressValues" + (NEW."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" + COALESCE(NEW."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" + COALESCE(NEW."Progress" % 4294967296, 0) WHERE "Kind" IS NEW."Kind" AND "Status" IS NEW."Status" AND "MajorTask" IS NEW."MajorTask"; END;

CREATE TRIGGER "rollup_ReformTasksByKindStatusMajorTask_delete" AFTER DELETE ON "ReformTasks" BEGIN UPDATE "ReformTasksByKindStatusMajorTask" SET "Rows" = "Rows" - 1, "ProgressValues" = "ProgressValues" - (OLD."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" - COALESCE(OLD."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" - COALESCE(OLD."Progress" % 4294967296, 0) WHERE "Kind" IS OLD."Kind" AND "Status" IS OLD."Status" AND "MajorTask" IS OLD."MajorTask"; DELETE FROM "ReformTasksByKindStatusMajorTask" WHERE "Kind" IS OLD."Kind" AND "Status" IS OLD."Status" AND "MajorTask" IS OLD."MajorTask" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_ReformTasksByKindStatusMajorTask_update" AFTER UPDATE OF "Kind", "Status", "MajorTask", "Progress" ON "ReformTasks" WHEN OLD."Kind" IS NOT NEW."Kind" OR OLD."Status" IS NOT NEW."Status" OR OLD."MajorTask" IS NOT NEW."MajorTask" OR OLD."Progress" IS NOT NEW."Progress" BEGIN INSERT INTO "ReformTasksByKindStatusMajorTask" ("Kind", "Status", "MajorTask", "Rows", "ProgressValues", "ProgressHigh", "ProgressLow") SELECT NEW."Kind", NEW."Status", NEW."MajorTask", 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "ReformTasksByKindStatusMajorTask" WHERE "Kind" IS NEW."Kind" AND "Status" IS NEW."Status" AND "MajorTask" IS NEW."MajorTask"); UPDATE "ReformTasksByKindStatusMajorTask" SET "Rows" = "Rows" + 1, "ProgressValues" = "ProgressValues" + (NEW."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" + COALESCE(NEW."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" + COALESCE(NEW."Progress" % 4294967296, 0) WHERE "Kind" IS NEW."Kind" AND "Status" IS NEW."Status" AND "MajorTask" IS NEW."MajorTask"; UPDATE "ReformTasksByKindStatusMajorTask" SET "Rows" = "Rows" - 1, "ProgressValues" = "ProgressValues" - (OLD."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" - COALESCE(OLD."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" - COALESCE(OLD."Progress" % 4294967296, 0) WHERE "Kind" IS OLD."Kind" AND "Status" IS OLD."Status" AND "MajorTask" IS OLD."MajorTask"; DELETE FROM "ReformTasksByKindStatusMajorTask" WHERE "Kind" IS OLD."Kind" AND "Status" IS OLD."Status" AND "MajorTask" IS OLD."MajorTask" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_ReformTasksByCountyKind_insert" AFTER INSERT ON "ReformTasks" BEGIN INSERT INTO "ReformTasksByCountyKind" ("CountyId", "Kind", "Rows", "ProgressValues", "ProgressHigh", "ProgressLow") SELECT NEW."CountyId", NEW."Kind", 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "ReformTasksByCountyKind" WHERE "CountyId" IS NEW."CountyId" AND "Kind" IS NEW."Kind"); UPDATE "ReformTasksByCountyKind" SET "Rows" = "Rows" + 1, "ProgressValues" = "ProgressValues" + (NEW."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" + COALESCE(NEW."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" + COALESCE(NEW."Progress" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Kind" IS NEW."Kind"; END;

CREATE TRIGGER "rollup_ReformTasksByCountyKind_delete" AFTER DELETE ON "ReformTasks" BEGIN UPDATE "ReformTasksByCountyKind" SET "Rows" = "Rows" - 1, "ProgressValues" = "ProgressValues" - (OLD."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" - COALESCE(OLD."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" - COALESCE(OLD."Progress" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Kind" IS OLD."Kind"; DELETE FROM "ReformTasksByCountyKind" WHERE "CountyId" IS OLD."CountyId" AND "Kind" IS OLD."Kind" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_ReformTasksByCountyKind_update" AFTER UPDATE OF "CountyId", "Kind", "Progress" ON "ReformTasks" WHEN OLD."CountyId" IS NOT NEW."CountyId" OR OLD."Kind" IS NOT NEW."Kind" OR OLD."Progress" IS NOT NEW."Progress" BEGIN INSERT INTO "ReformTasksByCountyKind" ("CountyId", "Kind", "Rows", "ProgressValues", "ProgressHigh", "ProgressLow") SELECT NEW."CountyId", NEW."Kind", 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "ReformTasksByCountyKind" WHERE "CountyId" IS NEW."CountyId" AND "Kind" IS NEW."Kind"); UPDATE "ReformTasksByCountyKind" SET "Rows" = "Rows" + 1, "ProgressValues" = "ProgressValues" + (NEW."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" + COALESCE(NEW."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" + COALESCE(NEW."Progress" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Kind" IS NEW."Kind"; UPDATE "ReformTasksByCountyKind" SET "Rows" = "Rows" - 1, "ProgressValues" = "ProgressValues" - (OLD."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" - COALESCE(OLD."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" - COALESCE(OLD."Progress" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Kind" IS OLD."Kind"; DELETE FROM "ReformTasksByCountyKind" WHERE "CountyId" IS OLD."CountyId" AND "Kind" IS OLD."Kind" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_ReformTasksByCountyStatus_insert" AFTER INSERT ON "ReformTasks" BEGIN INSERT INTO "ReformTasksByCountyStatus" ("CountyId", "Status", "Rows", "ProgressValues", "ProgressHigh", "ProgressLow") SELECT NEW."CountyId", NEW."Status", 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "ReformTasksByCountyStatus" WHERE "CountyId" IS NEW."CountyId" AND "Status" IS NEW."Status"); UPDATE "ReformTasksByCountyStatus" SET "Rows" = "Rows" + 1, "ProgressValues" = "ProgressValues" + (NEW."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" + COALESCE(NEW."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" + COALESCE(NEW."Progress" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Status" IS NEW."Status"; END;

CREATE TRIGGER "rollup_ReformTasksByCountyStatus_delete" AFTER DELETE ON "ReformTasks" BEGIN UPDATE "ReformTasksByCountyStatus" SET "Rows" = "Rows" - 1, "ProgressValues" = "ProgressValues" - (OLD."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" - COALESCE(OLD."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" - COALESCE(OLD."Progress" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Status" IS OLD."Status"; DELETE FROM "ReformTasksByCountyStatus" WHERE "CountyId" IS OLD."CountyId" AND "Status" IS OLD."Status" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_ReformTasksByCountyStatus_update" AFTER UPDATE OF "CountyId", "Status", "Progress" ON "ReformTasks" WHEN OLD."CountyId" IS NOT NEW."CountyId" OR OLD."Status" IS NOT NEW."Status" OR OLD."Progress" IS NOT NEW."Progress" BEGIN INSERT INTO "ReformTasksByCountyStatus" ("CountyId", "Status", "Rows", "ProgressValues", "ProgressHigh", "ProgressLow") SELECT NEW."CountyId", NEW."Status", 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "ReformTasksByCountyStatus" WHERE "CountyId" IS NEW."CountyId" AND "Status" IS NEW."Status"); UPDATE "ReformTasksByCountyStatus" SET "Rows" = "Rows" + 1, "ProgressValues" = "ProgressValues" + (NEW."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" + COALESCE(NEW."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" + COALESCE(NEW."Progress" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Status" IS NEW."Status"; UPDATE "ReformTasksByCountyStatus" SET "Rows" = "Rows" - 1, "ProgressValues" = "ProgressValues" - (OLD."Progress" IS NOT NULL), "ProgressHigh" = "ProgressHigh" - COALESCE(OLD."Progress" / 4294967296, 0), "ProgressLow" = "ProgressLow" - COALESCE(OLD."Progress" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Status" IS OLD."Status"; DELETE FROM "ReformTasksByCountyStatus" WHERE "CountyId" IS OLD."CountyId" AND "Status" IS OLD."Status" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_RiskVillagesByLevelStatus_insert" AFTER INSERT ON "RiskVillages" BEGIN INSERT INTO "RiskVillagesByLevelStatus" ("Level", "Status", "Rows") SELECT NEW."Level", NEW."Status", 0 WHERE NOT EXISTS (SELECT 1 FROM "RiskVillagesByLevelStatus" WHERE "Level" IS NEW."Level" AND "Status" IS NEW."Status"); UPDATE "RiskVillagesByLevelStatus" SET "Rows" = "Rows" + 1 WHERE "Level" IS NEW."Level" AND "Status" IS NEW."Status"; END;

CREATE TRIGGER "rollup_RiskVillagesByLevelStatus_delete" AFTER DELETE ON "RiskVillages" BEGIN UPDATE "RiskVillagesByLevelStatus" SET "Rows" = "Rows" - 1 WHERE "Level" IS OLD."Level" AND "Status" IS OLD."Status"; DELETE FROM "RiskVillagesByLevelStatus" WHERE "Level" IS OLD."Level" AND "Status" IS OLD."Status" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_RiskVillagesByLevelStatus_update" AFTER UPDATE OF "Level", "Status" ON "RiskVillages" WHEN OLD."Level" IS NOT NEW."Level" OR OLD."Status" IS NOT NEW."Status" BEGIN INSERT INTO "RiskVillagesByLevelStatus" ("Level", "Status", "Rows") SELECT NEW."Level", NEW."Status", 0 WHERE NOT EXISTS (SELECT 1 FROM "RiskVillagesByLevelStatus" WHERE "Level" IS NEW."Level" AND "Status" IS NEW."Status"); UPDATE "RiskVillagesByLevelStatus" SET "Rows" = "Rows" + 1 WHERE "Level" IS NEW."Level" AND "Status" IS NEW."Status"; UPDATE "RiskVillagesByLevelStatus" SET "Rows" = "Rows" - 1 WHERE "Level" IS OLD."Level" AND "Status" IS OLD."Status"; DELETE FROM "RiskVillagesByLevelStatus" WHERE "Level" IS OLD."Level" AND "Status" IS OLD."Status" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_RiskVillagesByCountyLevel_insert" AFTER INSERT ON "RiskVillages" BEGIN INSERT INTO "RiskVillagesByCountyLevel" ("CountyId", "Level", "Rows") SELECT NEW."CountyId", NEW."Level", 0 WHERE NOT EXISTS (SELECT 1 FROM "RiskVillagesByCountyLevel" WHERE "CountyId" IS NEW."CountyId" AND "Level" IS NEW."Level"); UPDATE "RiskVillagesByCountyLevel" SET "Rows" = "Rows" + 1 WHERE "CountyId" IS NEW."CountyId" AND "Level" IS NEW."Level"; END;

CREATE TRIGGER "rollup_RiskVillagesByCountyLevel_delete" AFTER DELETE ON "RiskVillages" BEGIN UPDATE "RiskVillagesByCountyLevel" SET "Rows" = "Rows" - 1 WHERE "CountyId" IS OLD."CountyId" AND "Level" IS OLD."Level"; DELETE FROM "RiskVillagesByCountyLevel" WHERE "CountyId" IS OLD."CountyId" AND "Level" IS OLD."Level" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_RiskVillagesByCountyLevel_update" AFTER UPDATE OF "CountyId", "Level" ON "RiskVillages" WHEN OLD."CountyId" IS NOT NEW."CountyId" OR OLD."Level" IS NOT NEW."Level" BEGIN INSERT INTO "RiskVillagesByCountyLevel" ("CountyId", "Level", "Rows") SELECT NEW."CountyId", NEW."Level", 0 WHERE NOT EXISTS (SELECT 1 FROM "RiskVillagesByCountyLevel" WHERE "CountyId" IS NEW."CountyId" AND "Level" IS NEW."Level"); UPDATE "RiskVillagesByCountyLevel" SET "Rows" = "Rows" + 1 WHERE "CountyId" IS NEW."CountyId" AND "Level" IS NEW."Level"; UPDATE "RiskVillagesByCountyLevel" SET "Rows" = "Rows" - 1 WHERE "CountyId" IS OLD."CountyId" AND "Level" IS OLD."Level"; DELETE FROM "RiskVillagesByCountyLevel" WHERE "CountyId" IS OLD."CountyId" AND "Level" IS OLD."Level" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_RiskVillagesByCountyStatus_insert" AFTER INSERT ON "RiskVillages" BEGIN INSERT INTO "RiskVillagesByCountyStatus" ("CountyId", "Status", "Rows") SELECT NEW."CountyId", NEW."Status", 0 WHERE NOT EXISTS (SELECT 1 FROM "RiskVillagesByCountyStatus" WHERE "CountyId" IS NEW."CountyId" AND "Status" IS NEW."Status"); UPDATE "RiskVillagesByCountyStatus" SET "Rows" = "Rows" + 1 WHERE "CountyId" IS NEW."CountyId" AND "Status" IS NEW."Status"; END;

CREATE TRIGGER "rollup_RiskVillagesByCountyStatus_delete" AFTER DELETE ON "RiskVillages" BEGIN UPDATE "RiskVillagesByCountyStatus" SET "Rows" = "Rows" - 1 WHERE "CountyId" IS OLD."CountyId" AND "Status" IS OLD."Status"; DELETE FROM "RiskVillagesByCountyStatus" WHERE "CountyId" IS OLD."CountyId" AND "Status" IS OLD."Status" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_RiskVillagesByCountyStatus_update" AFTER UPDATE OF "CountyId", "Status" ON "RiskVillages" WHEN OLD."CountyId" IS NOT NEW."CountyId" OR OLD."Status" IS NOT NEW."Status" BEGIN INSERT INTO "RiskVillagesByCountyStatus" ("CountyId", "Status", "Rows") SELECT NEW."CountyId", NEW."Status", 0 WHERE NOT EXISTS (SELECT 1 FROM "RiskVillagesByCountyStatus" WHERE "CountyId" IS NEW."CountyId" AND "Status" IS NEW."Status"); UPDATE "RiskVillagesByCountyStatus" SET "Rows" = "Rows" + 1 WHERE "CountyId" IS NEW."CountyId" AND "Status" IS NEW."Status"; UPDATE "RiskVillagesByCountyStatus" SET "Rows" = "Rows" - 1 WHERE "CountyId" IS OLD."CountyId" AND "Status" IS OLD."Status"; DELETE FROM "RiskVillagesByCountyStatus" WHERE "CountyId" IS OLD."CountyId" AND "Status" IS OLD."Status" AND "Rows" = 0; END;

