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
VALUES ('20261125074703_IndicatorsThatAddUp', '10.0.15');

