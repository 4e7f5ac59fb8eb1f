CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "ApiKeys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ApiKeys" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Prefix" TEXT NOT NULL,
    "Hash" BLOB NOT NULL,
    "Role" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ExpiresOn" TEXT NULL,
    "RevokedAt" TEXT NULL
);

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

CREATE TABLE "AssetHandoversRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_AssetHandoversRevisions" PRIMARY KEY AUTOINCREMENT,
    "AssetClass" INTEGER NOT NULL,
    "BookValue" INTEGER NULL,
    "Code" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "FloorArea" INTEGER NULL,
    "FromHolder" TEXT NULL,
    "HandedOverOn" TEXT NULL,
    "Id" INTEGER NOT NULL,
    "Method" INTEGER NULL,
    "NameZh" TEXT NULL,
    "NewUse" TEXT NULL,
    "OwnershipSettledOn" TEXT NULL,
    "ProvenById" INTEGER NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "Synthetic" INTEGER NOT NULL,
    "ToHolder" TEXT NULL,
    "TownshipId" INTEGER NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "ChangeLeaves" (
    "ChangeId" INTEGER NOT NULL,
    "First" INTEGER NOT NULL,
    "Entity" TEXT NOT NULL,
    "Leaves" BLOB NOT NULL,
    CONSTRAINT "PK_ChangeLeaves" PRIMARY KEY ("ChangeId", "First")
);

CREATE TABLE "Changes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Changes" PRIMARY KEY,
    "Sequence" INTEGER NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Actor" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Reason" TEXT NOT NULL,
    "EffectiveOn" TEXT NULL,
    "EvidenceReference" TEXT NULL,
    "EvidenceSha256" TEXT NULL,
    "RowCount" INTEGER NOT NULL,
    "RowsRoot" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "Salt" BLOB NULL
);

CREATE TABLE "CheckInputsRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_CheckInputsRevisions" PRIMARY KEY AUTOINCREMENT,
    "CheckId" INTEGER NOT NULL,
    "FigureId" INTEGER NOT NULL,
    "Id" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "Side" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "ChecksRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_ChecksRevisions" PRIMARY KEY AUTOINCREMENT,
    "Actual" INTEGER NULL,
    "ActualBy" INTEGER NULL,
    "ActualLower" INTEGER NULL,
    "ActualUpper" INTEGER NULL,
    "Code" TEXT NOT NULL,
    "Difference" INTEGER NULL,
    "Expected" INTEGER NULL,
    "ExpectedBy" INTEGER NULL,
    "ExpectedLower" INTEGER NULL,
    "ExpectedUpper" INTEGER NULL,
    "Explanation" TEXT NOT NULL,
    "Id" INTEGER NOT NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "Relation" INTEGER NOT NULL,
    "ReportId" INTEGER NOT NULL,
    "Rows" TEXT NULL,
    "Rule" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "Theme" INTEGER NOT NULL,
    "Unit" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "Counties" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Counties" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Synthetic" INTEGER NOT NULL DEFAULT 0,
    "AreaCode" TEXT NULL,
    "NameZh" TEXT NULL,
    "NameEn" TEXT NULL,
    "KnownAs" TEXT NOT NULL,
    "Version" INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE "CountiesRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_CountiesRevisions" PRIMARY KEY AUTOINCREMENT,
    "AreaCode" TEXT NULL,
    "Code" TEXT NOT NULL,
    "Id" INTEGER NOT NULL,
    "KnownAs" TEXT NOT NULL,
    "NameEn" TEXT NULL,
    "NameZh" TEXT NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "Synthetic" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "DataState" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DataState" PRIMARY KEY,
    "Sequence" INTEGER NOT NULL,
    "Database" TEXT NOT NULL
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

CREATE TABLE "FacilityConsolidationsRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_FacilityConsolidationsRevisions" PRIMARY KEY AUTOINCREMENT,
    "Action" INTEGER NOT NULL,
    "Code" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "EffectiveOn" TEXT NULL,
    "FloorArea" INTEGER NULL,
    "Id" INTEGER NOT NULL,
    "MergedIntoId" INTEGER NULL,
    "NameEn" TEXT NULL,
    "NameZh" TEXT NULL,
    "ProvenById" INTEGER NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "Synthetic" INTEGER NOT NULL,
    "TownshipId" INTEGER NULL,
    "Type" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "VillageId" INTEGER NULL
);

CREATE TABLE "FigureInputsRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_FigureInputsRevisions" PRIMARY KEY AUTOINCREMENT,
    "FigureId" INTEGER NOT NULL,
    "Id" INTEGER NOT NULL,
    "InputId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "FiguresRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_FiguresRevisions" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "Derivation" INTEGER NULL,
    "FirstMonth" INTEGER NULL,
    "Id" INTEGER NOT NULL,
    "IndicatorId" INTEGER NOT NULL,
    "LastMonth" INTEGER NULL,
    "LocatorId" INTEGER NULL,
    "Lower" INTEGER NULL,
    "LowerIncluded" INTEGER NOT NULL,
    "Period" TEXT NULL,
    "Precision" INTEGER NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "Remark" TEXT NULL,
    "ReportId" INTEGER NOT NULL,
    "RestatesId" INTEGER NULL,
    "Role" INTEGER NOT NULL,
    "Theme" INTEGER NOT NULL,
    "TownshipId" INTEGER NULL,
    "Unit" INTEGER NOT NULL,
    "Upper" INTEGER NULL,
    "UpperIncluded" INTEGER NOT NULL,
    "Value" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "VillageId" INTEGER NULL,
    "Wording" TEXT NULL,
    "Year" INTEGER NULL
);

CREATE TABLE "IdempotencyKeys" (
    "Actor" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "RequestHash" BLOB NOT NULL,
    "AsOf" INTEGER NOT NULL,
    "RowId" INTEGER NULL,
    "ChangeId" INTEGER NULL,
    "CreatedAt" TEXT NOT NULL,
    CONSTRAINT "PK_IdempotencyKeys" PRIMARY KEY ("Actor", "Key")
);

CREATE TABLE "Indicators" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Indicators" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "NameZh" TEXT NOT NULL,
    "NameEn" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "AddsToId" INTEGER NULL,
    "Version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FK_Indicators_Indicators_AddsToId" FOREIGN KEY ("AddsToId") REFERENCES "Indicators" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "IndicatorsRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_IndicatorsRevisions" PRIMARY KEY AUTOINCREMENT,
    "AddsToId" INTEGER NULL,
    "Code" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "Id" INTEGER NOT NULL,
    "NameEn" TEXT NOT NULL,
    "NameZh" TEXT NOT NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "InitiativesRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_InitiativesRevisions" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Id" INTEGER NOT NULL,
    "LocatorId" INTEGER NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "ReportId" INTEGER NOT NULL,
    "Stage" INTEGER NOT NULL,
    "Theme" INTEGER NOT NULL,
    "TitleEn" TEXT NOT NULL,
    "TitleZh" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "LocatorsRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_LocatorsRevisions" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Id" INTEGER NOT NULL,
    "Length" INTEGER NOT NULL,
    "Paragraph" INTEGER NOT NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "ReportId" INTEGER NOT NULL,
    "Section" TEXT NOT NULL,
    "SentenceSha256" TEXT NOT NULL,
    "Start" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
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

CREATE TABLE "ReformTasksRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_ReformTasksRevisions" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "CompletedOn" TEXT NULL,
    "CountyId" INTEGER NOT NULL,
    "DueOn" TEXT NULL,
    "Id" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "LeadDepartment" TEXT NULL,
    "LeadOfficial" TEXT NULL,
    "MajorTask" INTEGER NULL,
    "PlanId" INTEGER NULL,
    "Progress" INTEGER NULL,
    "ProvenById" INTEGER NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "Status" INTEGER NULL,
    "Synthetic" INTEGER NOT NULL,
    "Theme" INTEGER NULL,
    "TitleEn" TEXT NULL,
    "TitleZh" TEXT NULL,
    "TownshipId" INTEGER NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "ReportsRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_ReportsRevisions" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "Id" INTEGER NOT NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "Sha256" TEXT NOT NULL,
    "TitleEn" TEXT NOT NULL,
    "TitleZh" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Year" INTEGER NULL
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

CREATE TABLE "RiskVillagesRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_RiskVillagesRevisions" PRIMARY KEY AUTOINCREMENT,
    "AssessedOn" TEXT NULL,
    "Code" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "Id" INTEGER NOT NULL,
    "LeadOfficial" TEXT NULL,
    "Level" INTEGER NOT NULL,
    "ProvenById" INTEGER NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "ResolvedOn" TEXT NULL,
    "RiskFactors" TEXT NULL,
    "Status" INTEGER NULL,
    "Synthetic" INTEGER NOT NULL,
    "TownshipId" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "VillageId" INTEGER NULL
);

CREATE TABLE "TownshipsRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_TownshipsRevisions" PRIMARY KEY AUTOINCREMENT,
    "AreaCode" TEXT NULL,
    "Class" INTEGER NULL,
    "Code" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "Id" INTEGER NOT NULL,
    "Kind" INTEGER NULL,
    "KnownAs" TEXT NOT NULL,
    "NameEn" TEXT NULL,
    "NameZh" TEXT NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "SuccessorId" INTEGER NULL,
    "Synthetic" INTEGER NOT NULL,
    "ValidFrom" TEXT NULL,
    "ValidTo" TEXT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "VillagesRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_VillagesRevisions" PRIMARY KEY AUTOINCREMENT,
    "AreaCode" TEXT NULL,
    "Code" TEXT NOT NULL,
    "Id" INTEGER NOT NULL,
    "Kind" INTEGER NULL,
    "NameEn" TEXT NULL,
    "NameZh" TEXT NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "SuccessorId" INTEGER NULL,
    "Synthetic" INTEGER NOT NULL,
    "TownshipId" INTEGER NOT NULL,
    "ValidFrom" TEXT NULL,
    "ValidTo" TEXT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "Reports" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Reports" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "TitleZh" TEXT NOT NULL,
    "TitleEn" TEXT NOT NULL,
    "Year" INTEGER NULL,
    "Sha256" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FK_Reports_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Townships" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Townships" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Synthetic" INTEGER NOT NULL DEFAULT 0,
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
    "Version" INTEGER NOT NULL DEFAULT 1,
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
    "Version" INTEGER NOT NULL DEFAULT 1,
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
    "Version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FK_Locators_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Villages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Villages" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Synthetic" INTEGER NOT NULL DEFAULT 0,
    "AreaCode" TEXT NULL,
    "NameZh" TEXT NULL,
    "NameEn" TEXT NULL,
    "Kind" INTEGER NULL,
    "ValidFrom" TEXT NULL,
    "ValidTo" TEXT NULL,
    "TownshipId" INTEGER NOT NULL,
    "SuccessorId" INTEGER NULL,
    "Version" INTEGER NOT NULL DEFAULT 1,
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
    "Version" INTEGER NOT NULL DEFAULT 1,
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
    "Version" INTEGER NOT NULL DEFAULT 1,
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
    "Synthetic" INTEGER NOT NULL DEFAULT 0,
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
    "Version" INTEGER NOT NULL DEFAULT 1,
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
    "Version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FK_CheckInputs_Checks_CheckId" FOREIGN KEY ("CheckId") REFERENCES "Checks" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CheckInputs_Figures_FigureId" FOREIGN KEY ("FigureId") REFERENCES "Figures" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "FacilityConsolidations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_FacilityConsolidations" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Synthetic" INTEGER NOT NULL DEFAULT 0,
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
    "Version" INTEGER NOT NULL DEFAULT 1,
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
    "Version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FK_FigureInputs_Figures_FigureId" FOREIGN KEY ("FigureId") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FigureInputs_Figures_InputId" FOREIGN KEY ("InputId") REFERENCES "Figures" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ReformTasks" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReformTasks" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Synthetic" INTEGER NOT NULL DEFAULT 0,
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
    "Version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FK_ReformTasks_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReformTasks_Figures_ProvenById" FOREIGN KEY ("ProvenById") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReformTasks_ReformTasks_PlanId" FOREIGN KEY ("PlanId") REFERENCES "ReformTasks" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReformTasks_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "RiskVillages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RiskVillages" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Synthetic" INTEGER NOT NULL DEFAULT 0,
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
    "Version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FK_RiskVillages_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RiskVillages_Figures_ProvenById" FOREIGN KEY ("ProvenById") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RiskVillages_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RiskVillages_Villages_VillageId" FOREIGN KEY ("VillageId") REFERENCES "Villages" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_ApiKeys_Name" ON "ApiKeys" ("Name");

CREATE UNIQUE INDEX "IX_ApiKeys_Prefix" ON "ApiKeys" ("Prefix");

CREATE INDEX "IX_AssetHandovers_AssetClass_Method" ON "AssetHandovers" ("AssetClass", "Method");

CREATE INDEX "IX_AssetHandovers_BookValue" ON "AssetHandovers" ("BookValue");

CREATE UNIQUE INDEX "IX_AssetHandovers_Code" ON "AssetHandovers" ("Code");

CREATE INDEX "IX_AssetHandovers_CountyId" ON "AssetHandovers" ("CountyId");

CREATE INDEX "IX_AssetHandovers_HandedOverOn" ON "AssetHandovers" ("HandedOverOn");

CREATE INDEX "IX_AssetHandovers_ProvenById" ON "AssetHandovers" ("ProvenById");

CREATE INDEX "IX_AssetHandovers_TownshipId" ON "AssetHandovers" ("TownshipId");

CREATE INDEX "IX_AssetHandoversByAssetClassMethod_AssetClass_Method" ON "AssetHandoversByAssetClassMethod" ("AssetClass", "Method");

CREATE INDEX "IX_AssetHandoversByCountyMethod_CountyId_Method" ON "AssetHandoversByCountyMethod" ("CountyId", "Method");

CREATE INDEX "IX_AssetHandoversByHandedOverOnMonthMethod_HandedOverOn_Method" ON "AssetHandoversByHandedOverOnMonthMethod" ("HandedOverOn", "Method");

CREATE INDEX "IX_AssetHandoversRevisions_AssetClass_Method_RecordedFrom_RecordedTo" ON "AssetHandoversRevisions" ("AssetClass", "Method", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_AssetHandoversRevisions_BookValue_RecordedFrom_RecordedTo" ON "AssetHandoversRevisions" ("BookValue", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_AssetHandoversRevisions_Code_RecordedFrom_RecordedTo" ON "AssetHandoversRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_AssetHandoversRevisions_CountyId_RecordedFrom_RecordedTo" ON "AssetHandoversRevisions" ("CountyId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_AssetHandoversRevisions_HandedOverOn_RecordedFrom_RecordedTo" ON "AssetHandoversRevisions" ("HandedOverOn", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_AssetHandoversRevisions_Id_RecordedFrom" ON "AssetHandoversRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_AssetHandoversRevisions_ProvenById_RecordedFrom_RecordedTo" ON "AssetHandoversRevisions" ("ProvenById", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_AssetHandoversRevisions_RecordedFrom" ON "AssetHandoversRevisions" ("RecordedFrom");

CREATE INDEX "IX_AssetHandoversRevisions_RecordedTo" ON "AssetHandoversRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_AssetHandoversRevisions_TownshipId_RecordedFrom_RecordedTo" ON "AssetHandoversRevisions" ("TownshipId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_Changes_Actor" ON "Changes" ("Actor");

CREATE INDEX "IX_Changes_EffectiveOn" ON "Changes" ("EffectiveOn");

CREATE UNIQUE INDEX "IX_Changes_RecordedAt" ON "Changes" ("RecordedAt");

CREATE UNIQUE INDEX "IX_Changes_Sequence" ON "Changes" ("Sequence");

CREATE UNIQUE INDEX "IX_CheckInputs_CheckId_Side_Position" ON "CheckInputs" ("CheckId", "Side", "Position");

CREATE INDEX "IX_CheckInputs_FigureId" ON "CheckInputs" ("FigureId");

CREATE INDEX "IX_CheckInputsRevisions_CheckId_RecordedFrom_RecordedTo" ON "CheckInputsRevisions" ("CheckId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_CheckInputsRevisions_CheckId_Side_Position_RecordedFrom_RecordedTo" ON "CheckInputsRevisions" ("CheckId", "Side", "Position", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_CheckInputsRevisions_FigureId_RecordedFrom_RecordedTo" ON "CheckInputsRevisions" ("FigureId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_CheckInputsRevisions_Id_RecordedFrom" ON "CheckInputsRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_CheckInputsRevisions_RecordedFrom" ON "CheckInputsRevisions" ("RecordedFrom");

CREATE INDEX "IX_CheckInputsRevisions_RecordedTo" ON "CheckInputsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE UNIQUE INDEX "IX_Checks_Code" ON "Checks" ("Code");

CREATE INDEX "IX_Checks_ReportId" ON "Checks" ("ReportId");

CREATE INDEX "IX_Checks_Status" ON "Checks" ("Status");

CREATE INDEX "IX_ChecksRevisions_Code_RecordedFrom_RecordedTo" ON "ChecksRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_ChecksRevisions_Id_RecordedFrom" ON "ChecksRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_ChecksRevisions_RecordedFrom" ON "ChecksRevisions" ("RecordedFrom");

CREATE INDEX "IX_ChecksRevisions_RecordedTo" ON "ChecksRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_ChecksRevisions_ReportId_RecordedFrom_RecordedTo" ON "ChecksRevisions" ("ReportId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_ChecksRevisions_Status_RecordedFrom_RecordedTo" ON "ChecksRevisions" ("Status", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_Counties_Code" ON "Counties" ("Code");

CREATE INDEX "IX_CountiesRevisions_Code_RecordedFrom_RecordedTo" ON "CountiesRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_CountiesRevisions_Id_RecordedFrom" ON "CountiesRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_CountiesRevisions_RecordedFrom" ON "CountiesRevisions" ("RecordedFrom");

CREATE INDEX "IX_CountiesRevisions_RecordedTo" ON "CountiesRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE UNIQUE INDEX "IX_FacilityConsolidations_Code" ON "FacilityConsolidations" ("Code");

CREATE INDEX "IX_FacilityConsolidations_CountyId" ON "FacilityConsolidations" ("CountyId");

CREATE INDEX "IX_FacilityConsolidations_EffectiveOn" ON "FacilityConsolidations" ("EffectiveOn");

CREATE INDEX "IX_FacilityConsolidations_MergedIntoId" ON "FacilityConsolidations" ("MergedIntoId");

CREATE INDEX "IX_FacilityConsolidations_ProvenById" ON "FacilityConsolidations" ("ProvenById");

CREATE INDEX "IX_FacilityConsolidations_TownshipId" ON "FacilityConsolidations" ("TownshipId");

CREATE INDEX "IX_FacilityConsolidations_Type_Action" ON "FacilityConsolidations" ("Type", "Action");

CREATE INDEX "IX_FacilityConsolidations_VillageId" ON "FacilityConsolidations" ("VillageId");

CREATE INDEX "IX_FacilityConsolidationsByCountyType_CountyId_Type" ON "FacilityConsolidationsByCountyType" ("CountyId", "Type");

CREATE INDEX "IX_FacilityConsolidationsByTypeAction_Type_Action" ON "FacilityConsolidationsByTypeAction" ("Type", "Action");

CREATE INDEX "IX_FacilityConsolidationsRevisions_Code_RecordedFrom_RecordedTo" ON "FacilityConsolidationsRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FacilityConsolidationsRevisions_CountyId_RecordedFrom_RecordedTo" ON "FacilityConsolidationsRevisions" ("CountyId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FacilityConsolidationsRevisions_EffectiveOn_RecordedFrom_RecordedTo" ON "FacilityConsolidationsRevisions" ("EffectiveOn", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_FacilityConsolidationsRevisions_Id_RecordedFrom" ON "FacilityConsolidationsRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_FacilityConsolidationsRevisions_MergedIntoId_RecordedFrom_RecordedTo" ON "FacilityConsolidationsRevisions" ("MergedIntoId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FacilityConsolidationsRevisions_ProvenById_RecordedFrom_RecordedTo" ON "FacilityConsolidationsRevisions" ("ProvenById", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FacilityConsolidationsRevisions_RecordedFrom" ON "FacilityConsolidationsRevisions" ("RecordedFrom");

CREATE INDEX "IX_FacilityConsolidationsRevisions_RecordedTo" ON "FacilityConsolidationsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_FacilityConsolidationsRevisions_TownshipId_RecordedFrom_RecordedTo" ON "FacilityConsolidationsRevisions" ("TownshipId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FacilityConsolidationsRevisions_Type_Action_RecordedFrom_RecordedTo" ON "FacilityConsolidationsRevisions" ("Type", "Action", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FacilityConsolidationsRevisions_VillageId_RecordedFrom_RecordedTo" ON "FacilityConsolidationsRevisions" ("VillageId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_FigureInputs_FigureId_Position" ON "FigureInputs" ("FigureId", "Position");

CREATE INDEX "IX_FigureInputs_InputId" ON "FigureInputs" ("InputId");

CREATE INDEX "IX_FigureInputsRevisions_FigureId_Position_RecordedFrom_RecordedTo" ON "FigureInputsRevisions" ("FigureId", "Position", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FigureInputsRevisions_FigureId_RecordedFrom_RecordedTo" ON "FigureInputsRevisions" ("FigureId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_FigureInputsRevisions_Id_RecordedFrom" ON "FigureInputsRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_FigureInputsRevisions_InputId_RecordedFrom_RecordedTo" ON "FigureInputsRevisions" ("InputId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FigureInputsRevisions_RecordedFrom" ON "FigureInputsRevisions" ("RecordedFrom");

CREATE INDEX "IX_FigureInputsRevisions_RecordedTo" ON "FigureInputsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE UNIQUE INDEX "IX_Figures_Code" ON "Figures" ("Code");

CREATE INDEX "IX_Figures_CountyId" ON "Figures" ("CountyId");

CREATE INDEX "IX_Figures_IndicatorId" ON "Figures" ("IndicatorId");

CREATE INDEX "IX_Figures_LocatorId" ON "Figures" ("LocatorId");

CREATE INDEX "IX_Figures_ReportId" ON "Figures" ("ReportId");

CREATE INDEX "IX_Figures_RestatesId" ON "Figures" ("RestatesId");

CREATE INDEX "IX_Figures_Theme" ON "Figures" ("Theme");

CREATE INDEX "IX_Figures_TownshipId" ON "Figures" ("TownshipId");

CREATE INDEX "IX_Figures_VillageId" ON "Figures" ("VillageId");

CREATE INDEX "IX_FiguresRevisions_Code_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FiguresRevisions_CountyId_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("CountyId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_FiguresRevisions_Id_RecordedFrom" ON "FiguresRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_FiguresRevisions_IndicatorId_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("IndicatorId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FiguresRevisions_LocatorId_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("LocatorId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FiguresRevisions_RecordedFrom" ON "FiguresRevisions" ("RecordedFrom");

CREATE INDEX "IX_FiguresRevisions_RecordedTo" ON "FiguresRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_FiguresRevisions_ReportId_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("ReportId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FiguresRevisions_RestatesId_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("RestatesId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FiguresRevisions_Theme_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("Theme", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FiguresRevisions_TownshipId_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("TownshipId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_FiguresRevisions_VillageId_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("VillageId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_IdempotencyKeys_CreatedAt" ON "IdempotencyKeys" ("CreatedAt");

CREATE INDEX "IX_Indicators_AddsToId" ON "Indicators" ("AddsToId");

CREATE UNIQUE INDEX "IX_Indicators_Code" ON "Indicators" ("Code");

CREATE INDEX "IX_IndicatorsRevisions_AddsToId_RecordedFrom_RecordedTo" ON "IndicatorsRevisions" ("AddsToId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_IndicatorsRevisions_Code_RecordedFrom_RecordedTo" ON "IndicatorsRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_IndicatorsRevisions_Id_RecordedFrom" ON "IndicatorsRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_IndicatorsRevisions_RecordedFrom" ON "IndicatorsRevisions" ("RecordedFrom");

CREATE INDEX "IX_IndicatorsRevisions_RecordedTo" ON "IndicatorsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE UNIQUE INDEX "IX_Initiatives_Code" ON "Initiatives" ("Code");

CREATE INDEX "IX_Initiatives_LocatorId" ON "Initiatives" ("LocatorId");

CREATE INDEX "IX_Initiatives_ReportId" ON "Initiatives" ("ReportId");

CREATE INDEX "IX_Initiatives_Theme" ON "Initiatives" ("Theme");

CREATE INDEX "IX_InitiativesRevisions_Code_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_InitiativesRevisions_Id_RecordedFrom" ON "InitiativesRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_InitiativesRevisions_LocatorId_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("LocatorId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_InitiativesRevisions_RecordedFrom" ON "InitiativesRevisions" ("RecordedFrom");

CREATE INDEX "IX_InitiativesRevisions_RecordedTo" ON "InitiativesRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_InitiativesRevisions_ReportId_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("ReportId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_InitiativesRevisions_Theme_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("Theme", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_Locators_Code" ON "Locators" ("Code");

CREATE INDEX "IX_Locators_ReportId" ON "Locators" ("ReportId");

CREATE INDEX "IX_LocatorsRevisions_Code_RecordedFrom_RecordedTo" ON "LocatorsRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_LocatorsRevisions_Id_RecordedFrom" ON "LocatorsRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_LocatorsRevisions_RecordedFrom" ON "LocatorsRevisions" ("RecordedFrom");

CREATE INDEX "IX_LocatorsRevisions_RecordedTo" ON "LocatorsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_LocatorsRevisions_ReportId_RecordedFrom_RecordedTo" ON "LocatorsRevisions" ("ReportId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_ReformTasks_Code" ON "ReformTasks" ("Code");

CREATE INDEX "IX_ReformTasks_CountyId" ON "ReformTasks" ("CountyId");

CREATE INDEX "IX_ReformTasks_DueOn" ON "ReformTasks" ("DueOn");

CREATE INDEX "IX_ReformTasks_Kind_Status" ON "ReformTasks" ("Kind", "Status");

CREATE INDEX "IX_ReformTasks_PlanId" ON "ReformTasks" ("PlanId");

CREATE INDEX "IX_ReformTasks_Progress" ON "ReformTasks" ("Progress");

CREATE INDEX "IX_ReformTasks_ProvenById" ON "ReformTasks" ("ProvenById");

CREATE INDEX "IX_ReformTasks_TownshipId" ON "ReformTasks" ("TownshipId");

CREATE INDEX "IX_ReformTasksByCountyKind_CountyId_Kind" ON "ReformTasksByCountyKind" ("CountyId", "Kind");

CREATE INDEX "IX_ReformTasksByCountyStatus_CountyId_Status" ON "ReformTasksByCountyStatus" ("CountyId", "Status");

CREATE INDEX "IX_ReformTasksByKindStatusMajorTask_Kind_Status_MajorTask" ON "ReformTasksByKindStatusMajorTask" ("Kind", "Status", "MajorTask");

CREATE INDEX "IX_ReformTasksRevisions_Code_RecordedFrom_RecordedTo" ON "ReformTasksRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_ReformTasksRevisions_CountyId_RecordedFrom_RecordedTo" ON "ReformTasksRevisions" ("CountyId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_ReformTasksRevisions_DueOn_RecordedFrom_RecordedTo" ON "ReformTasksRevisions" ("DueOn", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_ReformTasksRevisions_Id_RecordedFrom" ON "ReformTasksRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_ReformTasksRevisions_Kind_Status_RecordedFrom_RecordedTo" ON "ReformTasksRevisions" ("Kind", "Status", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_ReformTasksRevisions_PlanId_RecordedFrom_RecordedTo" ON "ReformTasksRevisions" ("PlanId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_ReformTasksRevisions_Progress_RecordedFrom_RecordedTo" ON "ReformTasksRevisions" ("Progress", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_ReformTasksRevisions_ProvenById_RecordedFrom_RecordedTo" ON "ReformTasksRevisions" ("ProvenById", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_ReformTasksRevisions_RecordedFrom" ON "ReformTasksRevisions" ("RecordedFrom");

CREATE INDEX "IX_ReformTasksRevisions_RecordedTo" ON "ReformTasksRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_ReformTasksRevisions_TownshipId_RecordedFrom_RecordedTo" ON "ReformTasksRevisions" ("TownshipId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_Reports_Code" ON "Reports" ("Code");

CREATE INDEX "IX_Reports_CountyId" ON "Reports" ("CountyId");

CREATE INDEX "IX_ReportsRevisions_Code_RecordedFrom_RecordedTo" ON "ReportsRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_ReportsRevisions_CountyId_RecordedFrom_RecordedTo" ON "ReportsRevisions" ("CountyId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_ReportsRevisions_Id_RecordedFrom" ON "ReportsRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_ReportsRevisions_RecordedFrom" ON "ReportsRevisions" ("RecordedFrom");

CREATE INDEX "IX_ReportsRevisions_RecordedTo" ON "ReportsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_RiskVillages_AssessedOn" ON "RiskVillages" ("AssessedOn");

CREATE UNIQUE INDEX "IX_RiskVillages_Code" ON "RiskVillages" ("Code");

CREATE INDEX "IX_RiskVillages_CountyId" ON "RiskVillages" ("CountyId");

CREATE INDEX "IX_RiskVillages_Level_Status" ON "RiskVillages" ("Level", "Status");

CREATE INDEX "IX_RiskVillages_ProvenById" ON "RiskVillages" ("ProvenById");

CREATE INDEX "IX_RiskVillages_TownshipId" ON "RiskVillages" ("TownshipId");

CREATE INDEX "IX_RiskVillages_VillageId" ON "RiskVillages" ("VillageId");

CREATE INDEX "IX_RiskVillagesByCountyLevel_CountyId_Level" ON "RiskVillagesByCountyLevel" ("CountyId", "Level");

CREATE INDEX "IX_RiskVillagesByCountyStatus_CountyId_Status" ON "RiskVillagesByCountyStatus" ("CountyId", "Status");

CREATE INDEX "IX_RiskVillagesByLevelStatus_Level_Status" ON "RiskVillagesByLevelStatus" ("Level", "Status");

CREATE INDEX "IX_RiskVillagesRevisions_AssessedOn_RecordedFrom_RecordedTo" ON "RiskVillagesRevisions" ("AssessedOn", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_RiskVillagesRevisions_Code_RecordedFrom_RecordedTo" ON "RiskVillagesRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_RiskVillagesRevisions_CountyId_RecordedFrom_RecordedTo" ON "RiskVillagesRevisions" ("CountyId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_RiskVillagesRevisions_Id_RecordedFrom" ON "RiskVillagesRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_RiskVillagesRevisions_Level_Status_RecordedFrom_RecordedTo" ON "RiskVillagesRevisions" ("Level", "Status", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_RiskVillagesRevisions_ProvenById_RecordedFrom_RecordedTo" ON "RiskVillagesRevisions" ("ProvenById", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_RiskVillagesRevisions_RecordedFrom" ON "RiskVillagesRevisions" ("RecordedFrom");

CREATE INDEX "IX_RiskVillagesRevisions_RecordedTo" ON "RiskVillagesRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_RiskVillagesRevisions_TownshipId_RecordedFrom_RecordedTo" ON "RiskVillagesRevisions" ("TownshipId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_RiskVillagesRevisions_VillageId_RecordedFrom_RecordedTo" ON "RiskVillagesRevisions" ("VillageId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_Townships_Code" ON "Townships" ("Code");

CREATE INDEX "IX_Townships_CountyId" ON "Townships" ("CountyId");

CREATE INDEX "IX_Townships_SuccessorId" ON "Townships" ("SuccessorId");

CREATE INDEX "IX_TownshipsRevisions_Code_RecordedFrom_RecordedTo" ON "TownshipsRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_TownshipsRevisions_CountyId_RecordedFrom_RecordedTo" ON "TownshipsRevisions" ("CountyId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_TownshipsRevisions_Id_RecordedFrom" ON "TownshipsRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_TownshipsRevisions_RecordedFrom" ON "TownshipsRevisions" ("RecordedFrom");

CREATE INDEX "IX_TownshipsRevisions_RecordedTo" ON "TownshipsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_TownshipsRevisions_SuccessorId_RecordedFrom_RecordedTo" ON "TownshipsRevisions" ("SuccessorId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_Villages_Code" ON "Villages" ("Code");

CREATE INDEX "IX_Villages_SuccessorId" ON "Villages" ("SuccessorId");

CREATE INDEX "IX_Villages_TownshipId" ON "Villages" ("TownshipId");

CREATE INDEX "IX_VillagesRevisions_Code_RecordedFrom_RecordedTo" ON "VillagesRevisions" ("Code", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_VillagesRevisions_Id_RecordedFrom" ON "VillagesRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_VillagesRevisions_RecordedFrom" ON "VillagesRevisions" ("RecordedFrom");

CREATE INDEX "IX_VillagesRevisions_RecordedTo" ON "VillagesRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_VillagesRevisions_SuccessorId_RecordedFrom_RecordedTo" ON "VillagesRevisions" ("SuccessorId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_VillagesRevisions_TownshipId_RecordedFrom_RecordedTo" ON "VillagesRevisions" ("TownshipId", "RecordedFrom", "RecordedTo");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129202230_Initial', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "InitiativesRevisions" ADD "PartOfId" INTEGER NULL;

ALTER TABLE "InitiativesRevisions" ADD "ShortName" TEXT NULL;

ALTER TABLE "InitiativesRevisions" ADD "TownshipId" INTEGER NULL;

ALTER TABLE "InitiativesRevisions" ADD "VillageId" INTEGER NULL;

ALTER TABLE "Initiatives" ADD "PartOfId" INTEGER NULL;

ALTER TABLE "Initiatives" ADD "ShortName" TEXT NULL;

ALTER TABLE "Initiatives" ADD "TownshipId" INTEGER NULL;

ALTER TABLE "Initiatives" ADD "VillageId" INTEGER NULL;

ALTER TABLE "FiguresRevisions" ADD "InitiativeId" INTEGER NULL;

ALTER TABLE "Figures" ADD "InitiativeId" INTEGER NULL;

CREATE INDEX "IX_InitiativesRevisions_PartOfId_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("PartOfId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_InitiativesRevisions_TownshipId_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("TownshipId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_InitiativesRevisions_VillageId_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("VillageId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_Initiatives_PartOfId" ON "Initiatives" ("PartOfId");

CREATE INDEX "IX_Initiatives_TownshipId" ON "Initiatives" ("TownshipId");

CREATE INDEX "IX_Initiatives_VillageId" ON "Initiatives" ("VillageId");

CREATE INDEX "IX_FiguresRevisions_InitiativeId_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("InitiativeId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_Figures_InitiativeId" ON "Figures" ("InitiativeId");

CREATE TABLE "ef_temp_Figures" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Figures" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "Derivation" INTEGER NULL,
    "FirstMonth" INTEGER NULL,
    "IndicatorId" INTEGER NOT NULL,
    "InitiativeId" INTEGER NULL,
    "LastMonth" INTEGER NULL,
    "LocatorId" INTEGER NULL,
    "Lower" INTEGER NULL,
    "LowerIncluded" INTEGER NOT NULL,
    "Period" TEXT NULL,
    "Precision" INTEGER NULL,
    "Remark" TEXT NULL,
    "ReportId" INTEGER NOT NULL,
    "RestatesId" INTEGER NULL,
    "Role" INTEGER NOT NULL,
    "Theme" INTEGER NOT NULL,
    "TownshipId" INTEGER NULL,
    "Unit" INTEGER NOT NULL,
    "Upper" INTEGER NULL,
    "UpperIncluded" INTEGER NOT NULL,
    "Value" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "VillageId" INTEGER NULL,
    "Wording" TEXT NULL,
    "Year" INTEGER NULL,
    CONSTRAINT "FK_Figures_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Figures_RestatesId" FOREIGN KEY ("RestatesId") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Indicators_IndicatorId" FOREIGN KEY ("IndicatorId") REFERENCES "Indicators" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Initiatives_InitiativeId" FOREIGN KEY ("InitiativeId") REFERENCES "Initiatives" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Locators_LocatorId" FOREIGN KEY ("LocatorId") REFERENCES "Locators" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Villages_VillageId" FOREIGN KEY ("VillageId") REFERENCES "Villages" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Figures" ("Id", "Code", "CountyId", "Derivation", "FirstMonth", "IndicatorId", "InitiativeId", "LastMonth", "LocatorId", "Lower", "LowerIncluded", "Period", "Precision", "Remark", "ReportId", "RestatesId", "Role", "Theme", "TownshipId", "Unit", "Upper", "UpperIncluded", "Value", "Version", "VillageId", "Wording", "Year")
SELECT "Id", "Code", "CountyId", "Derivation", "FirstMonth", "IndicatorId", "InitiativeId", "LastMonth", "LocatorId", "Lower", "LowerIncluded", "Period", "Precision", "Remark", "ReportId", "RestatesId", "Role", "Theme", "TownshipId", "Unit", "Upper", "UpperIncluded", "Value", "Version", "VillageId", "Wording", "Year"
FROM "Figures";

CREATE TABLE "ef_temp_Initiatives" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Initiatives" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "LocatorId" INTEGER NULL,
    "PartOfId" INTEGER NULL,
    "ReportId" INTEGER NOT NULL,
    "ShortName" TEXT NULL,
    "Stage" INTEGER NOT NULL,
    "Theme" INTEGER NOT NULL,
    "TitleEn" TEXT NOT NULL,
    "TitleZh" TEXT NOT NULL,
    "TownshipId" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "VillageId" INTEGER NULL,
    CONSTRAINT "FK_Initiatives_Initiatives_PartOfId" FOREIGN KEY ("PartOfId") REFERENCES "Initiatives" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Initiatives_Locators_LocatorId" FOREIGN KEY ("LocatorId") REFERENCES "Locators" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Initiatives_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Initiatives_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Initiatives_Villages_VillageId" FOREIGN KEY ("VillageId") REFERENCES "Villages" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Initiatives" ("Id", "Code", "LocatorId", "PartOfId", "ReportId", "ShortName", "Stage", "Theme", "TitleEn", "TitleZh", "TownshipId", "Version", "VillageId")
SELECT "Id", "Code", "LocatorId", "PartOfId", "ReportId", "ShortName", "Stage", "Theme", "TitleEn", "TitleZh", "TownshipId", "Version", "VillageId"
FROM "Initiatives";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "Figures";

ALTER TABLE "ef_temp_Figures" RENAME TO "Figures";

DROP TABLE "Initiatives";

ALTER TABLE "ef_temp_Initiatives" RENAME TO "Initiatives";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE UNIQUE INDEX "IX_Figures_Code" ON "Figures" ("Code");

CREATE INDEX "IX_Figures_CountyId" ON "Figures" ("CountyId");

CREATE INDEX "IX_Figures_IndicatorId" ON "Figures" ("IndicatorId");

CREATE INDEX "IX_Figures_InitiativeId" ON "Figures" ("InitiativeId");

CREATE INDEX "IX_Figures_LocatorId" ON "Figures" ("LocatorId");

CREATE INDEX "IX_Figures_ReportId" ON "Figures" ("ReportId");

CREATE INDEX "IX_Figures_RestatesId" ON "Figures" ("RestatesId");

CREATE INDEX "IX_Figures_Theme" ON "Figures" ("Theme");

CREATE INDEX "IX_Figures_TownshipId" ON "Figures" ("TownshipId");

CREATE INDEX "IX_Figures_VillageId" ON "Figures" ("VillageId");

CREATE UNIQUE INDEX "IX_Initiatives_Code" ON "Initiatives" ("Code");

CREATE INDEX "IX_Initiatives_LocatorId" ON "Initiatives" ("LocatorId");

CREATE INDEX "IX_Initiatives_PartOfId" ON "Initiatives" ("PartOfId");

CREATE INDEX "IX_Initiatives_ReportId" ON "Initiatives" ("ReportId");

CREATE INDEX "IX_Initiatives_Theme" ON "Initiatives" ("Theme");

CREATE INDEX "IX_Initiatives_TownshipId" ON "Initiatives" ("TownshipId");

CREATE INDEX "IX_Initiatives_VillageId" ON "Initiatives" ("VillageId");

COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130031236_AddMeasureDetails', '10.0.15');

BEGIN TRANSACTION;
DROP INDEX "IX_VillagesRevisions_Code_RecordedFrom_RecordedTo";

DROP INDEX "IX_Villages_Code";

DROP INDEX "IX_TownshipsRevisions_Code_RecordedFrom_RecordedTo";

DROP INDEX "IX_Townships_Code";

DROP INDEX "IX_RiskVillagesRevisions_Code_RecordedFrom_RecordedTo";

DROP INDEX "IX_RiskVillages_Code";

DROP INDEX "IX_ReformTasksRevisions_Code_RecordedFrom_RecordedTo";

DROP INDEX "IX_ReformTasks_Code";

DROP INDEX "IX_LocatorsRevisions_Code_RecordedFrom_RecordedTo";

DROP INDEX "IX_Locators_Code";

DROP INDEX "IX_InitiativesRevisions_Code_RecordedFrom_RecordedTo";

DROP INDEX "IX_Initiatives_Code";

DROP INDEX "IX_FiguresRevisions_Code_RecordedFrom_RecordedTo";

DROP INDEX "IX_Figures_Code";

DROP INDEX "IX_FacilityConsolidationsRevisions_Code_RecordedFrom_RecordedTo";

DROP INDEX "IX_FacilityConsolidations_Code";

DROP INDEX "IX_ChecksRevisions_Code_RecordedFrom_RecordedTo";

DROP INDEX "IX_Checks_Code";

DROP INDEX "IX_AssetHandoversRevisions_Code_RecordedFrom_RecordedTo";

DROP INDEX "IX_AssetHandovers_Code";

ALTER TABLE "RiskVillagesRevisions" ADD "DueOn" TEXT NULL;

ALTER TABLE "RiskVillages" ADD "DueOn" TEXT NULL;

ALTER TABLE "ReportsRevisions" ADD "AsAt" TEXT NULL;

ALTER TABLE "ReportsRevisions" ADD "DocumentNumber" TEXT NULL;

ALTER TABLE "ReportsRevisions" ADD "IssuedOn" TEXT NULL;

ALTER TABLE "ReportsRevisions" ADD "Issuer" TEXT NULL;

ALTER TABLE "ReportsRevisions" ADD "PeriodFrom" TEXT NULL;

ALTER TABLE "ReportsRevisions" ADD "PeriodTo" TEXT NULL;

ALTER TABLE "ReportsRevisions" ADD "PredecessorId" INTEGER NULL;

ALTER TABLE "ReportsRevisions" ADD "TextLength" INTEGER NULL;

ALTER TABLE "Reports" ADD "AsAt" TEXT NULL;

ALTER TABLE "Reports" ADD "DocumentNumber" TEXT NULL;

ALTER TABLE "Reports" ADD "IssuedOn" TEXT NULL;

ALTER TABLE "Reports" ADD "Issuer" TEXT NULL;

ALTER TABLE "Reports" ADD "PeriodFrom" TEXT NULL;

ALTER TABLE "Reports" ADD "PeriodTo" TEXT NULL;

ALTER TABLE "Reports" ADD "PredecessorId" INTEGER NULL;

ALTER TABLE "Reports" ADD "TextLength" INTEGER NULL;

ALTER TABLE "FiguresRevisions" ADD "Direction" INTEGER NULL;

ALTER TABLE "FiguresRevisions" ADD "UnitWording" TEXT NULL;

ALTER TABLE "Figures" ADD "Direction" INTEGER NULL;

ALTER TABLE "Figures" ADD "UnitWording" TEXT NULL;

ALTER TABLE "FacilityConsolidationsRevisions" ADD "Capacity" INTEGER NULL;

ALTER TABLE "FacilityConsolidationsRevisions" ADD "Investment" INTEGER NULL;

ALTER TABLE "FacilityConsolidationsRevisions" ADD "Status" INTEGER NULL;

ALTER TABLE "FacilityConsolidationsRevisions" ADD "TypeWording" TEXT NULL;

ALTER TABLE "FacilityConsolidationsByTypeAction" ADD "InvestmentHigh" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "FacilityConsolidationsByTypeAction" ADD "InvestmentLow" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "FacilityConsolidationsByTypeAction" ADD "InvestmentValues" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "FacilityConsolidationsByCountyType" ADD "InvestmentHigh" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "FacilityConsolidationsByCountyType" ADD "InvestmentLow" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "FacilityConsolidationsByCountyType" ADD "InvestmentValues" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "FacilityConsolidations" ADD "Capacity" INTEGER NULL;

ALTER TABLE "FacilityConsolidations" ADD "Investment" INTEGER NULL;

ALTER TABLE "FacilityConsolidations" ADD "Status" INTEGER NULL;

ALTER TABLE "FacilityConsolidations" ADD "TypeWording" TEXT NULL;

ALTER TABLE "AssetHandoversRevisions" ADD "AnnualRent" INTEGER NULL;

ALTER TABLE "AssetHandoversRevisions" ADD "AssetClassWording" TEXT NULL;

ALTER TABLE "AssetHandoversRevisions" ADD "CompletedOn" TEXT NULL;

ALTER TABLE "AssetHandoversRevisions" ADD "DisposalStatus" INTEGER NULL;

ALTER TABLE "AssetHandoversRevisions" ADD "DueOn" TEXT NULL;

ALTER TABLE "AssetHandoversRevisions" ADD "LeaseEndsOn" TEXT NULL;

ALTER TABLE "AssetHandoversRevisions" ADD "Proceeds" INTEGER NULL;

ALTER TABLE "AssetHandoversByHandedOverOnMonthMethod" ADD "AnnualRentHigh" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByHandedOverOnMonthMethod" ADD "AnnualRentLow" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByHandedOverOnMonthMethod" ADD "AnnualRentValues" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByHandedOverOnMonthMethod" ADD "ProceedsHigh" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByHandedOverOnMonthMethod" ADD "ProceedsLow" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByHandedOverOnMonthMethod" ADD "ProceedsValues" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByCountyMethod" ADD "AnnualRentHigh" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByCountyMethod" ADD "AnnualRentLow" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByCountyMethod" ADD "AnnualRentValues" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByCountyMethod" ADD "ProceedsHigh" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByCountyMethod" ADD "ProceedsLow" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByCountyMethod" ADD "ProceedsValues" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByAssetClassMethod" ADD "AnnualRentHigh" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByAssetClassMethod" ADD "AnnualRentLow" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByAssetClassMethod" ADD "AnnualRentValues" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByAssetClassMethod" ADD "ProceedsHigh" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByAssetClassMethod" ADD "ProceedsLow" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandoversByAssetClassMethod" ADD "ProceedsValues" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "AssetHandovers" ADD "AnnualRent" INTEGER NULL;

ALTER TABLE "AssetHandovers" ADD "AssetClassWording" TEXT NULL;

ALTER TABLE "AssetHandovers" ADD "CompletedOn" TEXT NULL;

ALTER TABLE "AssetHandovers" ADD "DisposalStatus" INTEGER NULL;

ALTER TABLE "AssetHandovers" ADD "DueOn" TEXT NULL;

ALTER TABLE "AssetHandovers" ADD "LeaseEndsOn" TEXT NULL;

ALTER TABLE "AssetHandovers" ADD "Proceeds" INTEGER NULL;

CREATE TABLE "Problems" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Problems" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Statement" TEXT NOT NULL,
    "Source" TEXT NULL,
    "ResponsibleLeader" TEXT NULL,
    "ResponsibleDepartment" TEXT NULL,
    "DueOn" TEXT NULL,
    "ClosedOn" TEXT NULL,
    "CountyId" INTEGER NOT NULL,
    "TownshipId" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Problems_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Problems_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ProblemsRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_ProblemsRevisions" PRIMARY KEY AUTOINCREMENT,
    "ClosedOn" TEXT NULL,
    "Code" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "DueOn" TEXT NULL,
    "Id" INTEGER NOT NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "ResponsibleDepartment" TEXT NULL,
    "ResponsibleLeader" TEXT NULL,
    "Source" TEXT NULL,
    "Statement" TEXT NOT NULL,
    "TownshipId" INTEGER NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "ReportSentences" (
    "Sha256" TEXT NOT NULL CONSTRAINT "PK_ReportSentences" PRIMARY KEY,
    "Text" TEXT NOT NULL
);

CREATE TABLE "ReportTexts" (
    "Sha256" TEXT NOT NULL CONSTRAINT "PK_ReportTexts" PRIMARY KEY,
    "Text" TEXT NOT NULL
);

CREATE INDEX "IX_VillagesRevisions_Code_TownshipId_RecordedFrom_RecordedTo" ON "VillagesRevisions" ("Code", "TownshipId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_Villages_Code_TownshipId" ON "Villages" ("Code", "TownshipId");

CREATE INDEX "IX_TownshipsRevisions_Code_CountyId_RecordedFrom_RecordedTo" ON "TownshipsRevisions" ("Code", "CountyId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_Townships_Code_CountyId" ON "Townships" ("Code", "CountyId");

CREATE INDEX "IX_RiskVillagesRevisions_Code_CountyId_RecordedFrom_RecordedTo" ON "RiskVillagesRevisions" ("Code", "CountyId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_RiskVillages_Code_CountyId" ON "RiskVillages" ("Code", "CountyId");

CREATE INDEX "IX_ReportsRevisions_PredecessorId_RecordedFrom_RecordedTo" ON "ReportsRevisions" ("PredecessorId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_Reports_PredecessorId" ON "Reports" ("PredecessorId");

CREATE INDEX "IX_ReformTasksRevisions_Code_CountyId_RecordedFrom_RecordedTo" ON "ReformTasksRevisions" ("Code", "CountyId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_ReformTasks_Code_CountyId" ON "ReformTasks" ("Code", "CountyId");

CREATE INDEX "IX_LocatorsRevisions_Code_ReportId_RecordedFrom_RecordedTo" ON "LocatorsRevisions" ("Code", "ReportId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_Locators_Code_ReportId" ON "Locators" ("Code", "ReportId");

CREATE INDEX "IX_InitiativesRevisions_Code_ReportId_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("Code", "ReportId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_Initiatives_Code_ReportId" ON "Initiatives" ("Code", "ReportId");

CREATE INDEX "IX_FiguresRevisions_Code_CountyId_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("Code", "CountyId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_Figures_Code_CountyId" ON "Figures" ("Code", "CountyId");

CREATE INDEX "IX_FacilityConsolidationsRevisions_Code_CountyId_RecordedFrom_RecordedTo" ON "FacilityConsolidationsRevisions" ("Code", "CountyId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_FacilityConsolidations_Code_CountyId" ON "FacilityConsolidations" ("Code", "CountyId");

CREATE INDEX "IX_ChecksRevisions_Code_ReportId_RecordedFrom_RecordedTo" ON "ChecksRevisions" ("Code", "ReportId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_Checks_Code_ReportId" ON "Checks" ("Code", "ReportId");

CREATE INDEX "IX_AssetHandoversRevisions_Code_CountyId_RecordedFrom_RecordedTo" ON "AssetHandoversRevisions" ("Code", "CountyId", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_AssetHandovers_Code_CountyId" ON "AssetHandovers" ("Code", "CountyId");

CREATE UNIQUE INDEX "IX_Problems_Code_CountyId" ON "Problems" ("Code", "CountyId");

CREATE INDEX "IX_Problems_CountyId" ON "Problems" ("CountyId");

CREATE INDEX "IX_Problems_DueOn" ON "Problems" ("DueOn");

CREATE INDEX "IX_Problems_TownshipId" ON "Problems" ("TownshipId");

CREATE INDEX "IX_ProblemsRevisions_Code_CountyId_RecordedFrom_RecordedTo" ON "ProblemsRevisions" ("Code", "CountyId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_ProblemsRevisions_CountyId_RecordedFrom_RecordedTo" ON "ProblemsRevisions" ("CountyId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_ProblemsRevisions_DueOn_RecordedFrom_RecordedTo" ON "ProblemsRevisions" ("DueOn", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_ProblemsRevisions_Id_RecordedFrom" ON "ProblemsRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_ProblemsRevisions_RecordedFrom" ON "ProblemsRevisions" ("RecordedFrom");

CREATE INDEX "IX_ProblemsRevisions_RecordedTo" ON "ProblemsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

CREATE INDEX "IX_ProblemsRevisions_TownshipId_RecordedFrom_RecordedTo" ON "ProblemsRevisions" ("TownshipId", "RecordedFrom", "RecordedTo");

CREATE TABLE "ef_temp_Reports" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Reports" PRIMARY KEY AUTOINCREMENT,
    "AsAt" TEXT NULL,
    "Code" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "DocumentNumber" TEXT NULL,
    "IssuedOn" TEXT NULL,
    "Issuer" TEXT NULL,
    "PeriodFrom" TEXT NULL,
    "PeriodTo" TEXT NULL,
    "PredecessorId" INTEGER NULL,
    "Sha256" TEXT NOT NULL,
    "TextLength" INTEGER NULL,
    "TitleEn" TEXT NOT NULL,
    "TitleZh" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Year" INTEGER NULL,
    CONSTRAINT "FK_Reports_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Reports_Reports_PredecessorId" FOREIGN KEY ("PredecessorId") REFERENCES "Reports" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Reports" ("Id", "AsAt", "Code", "CountyId", "DocumentNumber", "IssuedOn", "Issuer", "PeriodFrom", "PeriodTo", "PredecessorId", "Sha256", "TextLength", "TitleEn", "TitleZh", "Version", "Year")
SELECT "Id", "AsAt", "Code", "CountyId", "DocumentNumber", "IssuedOn", "Issuer", "PeriodFrom", "PeriodTo", "PredecessorId", "Sha256", "TextLength", "TitleEn", "TitleZh", "Version", "Year"
FROM "Reports";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "Reports";

ALTER TABLE "ef_temp_Reports" RENAME TO "Reports";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE UNIQUE INDEX "IX_Reports_Code" ON "Reports" ("Code");

CREATE INDEX "IX_Reports_CountyId" ON "Reports" ("CountyId");

CREATE INDEX "IX_Reports_PredecessorId" ON "Reports" ("PredecessorId");

COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130082309_AddCountyReports', '10.0.15');

BEGIN TRANSACTION;
ALTER TABLE "ChecksRevisions" ADD "RuleZh" TEXT NULL;

ALTER TABLE "Checks" ADD "RuleZh" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130101218_AddRulesInChinese', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "VillagesRevisions" ADD "KindWording" TEXT NULL;

ALTER TABLE "Villages" ADD "KindWording" TEXT NULL;

ALTER TABLE "TownshipsRevisions" ADD "KindWording" TEXT NULL;

ALTER TABLE "Townships" ADD "KindWording" TEXT NULL;

ALTER TABLE "RiskVillagesRevisions" ADD "StatusWording" TEXT NULL;

ALTER TABLE "RiskVillages" ADD "StatusWording" TEXT NULL;

ALTER TABLE "ReformTasksRevisions" ADD "KindWording" TEXT NULL;

ALTER TABLE "ReformTasksRevisions" ADD "StatusWording" TEXT NULL;

ALTER TABLE "ReformTasksRevisions" ADD "ThemeWording" TEXT NULL;

ALTER TABLE "ReformTasks" ADD "KindWording" TEXT NULL;

ALTER TABLE "ReformTasks" ADD "StatusWording" TEXT NULL;

ALTER TABLE "ReformTasks" ADD "ThemeWording" TEXT NULL;

ALTER TABLE "FacilityConsolidationsRevisions" ADD "ActionWording" TEXT NULL;

ALTER TABLE "FacilityConsolidationsRevisions" ADD "StatusWording" TEXT NULL;

ALTER TABLE "FacilityConsolidations" ADD "ActionWording" TEXT NULL;

ALTER TABLE "FacilityConsolidations" ADD "StatusWording" TEXT NULL;

ALTER TABLE "AssetHandoversRevisions" ADD "DisposalStatusWording" TEXT NULL;

ALTER TABLE "AssetHandoversRevisions" ADD "MethodWording" TEXT NULL;

ALTER TABLE "AssetHandovers" ADD "DisposalStatusWording" TEXT NULL;

ALTER TABLE "AssetHandovers" ADD "MethodWording" TEXT NULL;

CREATE TABLE "RegisterSynonyms" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RegisterSynonyms" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Register" TEXT NOT NULL,
    "Field" TEXT NULL,
    "Wording" TEXT NOT NULL,
    "Meaning" TEXT NULL,
    "CountyId" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_RegisterSynonyms_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "RegisterSynonymsRevisions" (
    "RevisionId" INTEGER NOT NULL CONSTRAINT "PK_RegisterSynonymsRevisions" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "Field" TEXT NULL,
    "Id" INTEGER NOT NULL,
    "Meaning" TEXT NULL,
    "RecordedFrom" INTEGER NOT NULL,
    "RecordedTo" INTEGER NOT NULL,
    "Register" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Wording" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_RegisterSynonyms_Code_CountyId" ON "RegisterSynonyms" ("Code", "CountyId");

CREATE INDEX "IX_RegisterSynonyms_CountyId_Register" ON "RegisterSynonyms" ("CountyId", "Register");

CREATE INDEX "IX_RegisterSynonymsRevisions_Code_CountyId_RecordedFrom_RecordedTo" ON "RegisterSynonymsRevisions" ("Code", "CountyId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_RegisterSynonymsRevisions_CountyId_RecordedFrom_RecordedTo" ON "RegisterSynonymsRevisions" ("CountyId", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_RegisterSynonymsRevisions_CountyId_Register_RecordedFrom_RecordedTo" ON "RegisterSynonymsRevisions" ("CountyId", "Register", "RecordedFrom", "RecordedTo");

CREATE UNIQUE INDEX "IX_RegisterSynonymsRevisions_Id_RecordedFrom" ON "RegisterSynonymsRevisions" ("Id", "RecordedFrom");

CREATE INDEX "IX_RegisterSynonymsRevisions_RecordedFrom" ON "RegisterSynonymsRevisions" ("RecordedFrom");

CREATE INDEX "IX_RegisterSynonymsRevisions_RecordedTo" ON "RegisterSynonymsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130105019_AddRegisterWordings', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "ReportsRevisions" ADD "Succession" INTEGER NULL;

ALTER TABLE "Reports" ADD "Succession" INTEGER NULL;

ALTER TABLE "FiguresRevisions" ADD "SupersededById" INTEGER NULL;

ALTER TABLE "Figures" ADD "SupersededById" INTEGER NULL;

CREATE INDEX "IX_FiguresRevisions_SupersededById_RecordedFrom_RecordedTo" ON "FiguresRevisions" ("SupersededById", "RecordedFrom", "RecordedTo");

CREATE INDEX "IX_Figures_SupersededById" ON "Figures" ("SupersededById");

CREATE TABLE "ef_temp_Figures" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Figures" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL,
    "Derivation" INTEGER NULL,
    "Direction" INTEGER NULL,
    "FirstMonth" INTEGER NULL,
    "IndicatorId" INTEGER NOT NULL,
    "InitiativeId" INTEGER NULL,
    "LastMonth" INTEGER NULL,
    "LocatorId" INTEGER NULL,
    "Lower" INTEGER NULL,
    "LowerIncluded" INTEGER NOT NULL,
    "Period" TEXT NULL,
    "Precision" INTEGER NULL,
    "Remark" TEXT NULL,
    "ReportId" INTEGER NOT NULL,
    "RestatesId" INTEGER NULL,
    "Role" INTEGER NOT NULL,
    "SupersededById" INTEGER NULL,
    "Theme" INTEGER NOT NULL,
    "TownshipId" INTEGER NULL,
    "Unit" INTEGER NOT NULL,
    "UnitWording" TEXT NULL,
    "Upper" INTEGER NULL,
    "UpperIncluded" INTEGER NOT NULL,
    "Value" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "VillageId" INTEGER NULL,
    "Wording" TEXT NULL,
    "Year" INTEGER NULL,
    CONSTRAINT "FK_Figures_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Figures_RestatesId" FOREIGN KEY ("RestatesId") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Indicators_IndicatorId" FOREIGN KEY ("IndicatorId") REFERENCES "Indicators" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Initiatives_InitiativeId" FOREIGN KEY ("InitiativeId") REFERENCES "Initiatives" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Locators_LocatorId" FOREIGN KEY ("LocatorId") REFERENCES "Locators" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Reports_SupersededById" FOREIGN KEY ("SupersededById") REFERENCES "Reports" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Figures_Villages_VillageId" FOREIGN KEY ("VillageId") REFERENCES "Villages" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Figures" ("Id", "Code", "CountyId", "Derivation", "Direction", "FirstMonth", "IndicatorId", "InitiativeId", "LastMonth", "LocatorId", "Lower", "LowerIncluded", "Period", "Precision", "Remark", "ReportId", "RestatesId", "Role", "SupersededById", "Theme", "TownshipId", "Unit", "UnitWording", "Upper", "UpperIncluded", "Value", "Version", "VillageId", "Wording", "Year")
SELECT "Id", "Code", "CountyId", "Derivation", "Direction", "FirstMonth", "IndicatorId", "InitiativeId", "LastMonth", "LocatorId", "Lower", "LowerIncluded", "Period", "Precision", "Remark", "ReportId", "RestatesId", "Role", "SupersededById", "Theme", "TownshipId", "Unit", "UnitWording", "Upper", "UpperIncluded", "Value", "Version", "VillageId", "Wording", "Year"
FROM "Figures";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "Figures";

ALTER TABLE "ef_temp_Figures" RENAME TO "Figures";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE UNIQUE INDEX "IX_Figures_Code_CountyId" ON "Figures" ("Code", "CountyId");

CREATE INDEX "IX_Figures_CountyId" ON "Figures" ("CountyId");

CREATE INDEX "IX_Figures_IndicatorId" ON "Figures" ("IndicatorId");

CREATE INDEX "IX_Figures_InitiativeId" ON "Figures" ("InitiativeId");

CREATE INDEX "IX_Figures_LocatorId" ON "Figures" ("LocatorId");

CREATE INDEX "IX_Figures_ReportId" ON "Figures" ("ReportId");

CREATE INDEX "IX_Figures_RestatesId" ON "Figures" ("RestatesId");

CREATE INDEX "IX_Figures_SupersededById" ON "Figures" ("SupersededById");

CREATE INDEX "IX_Figures_Theme" ON "Figures" ("Theme");

CREATE INDEX "IX_Figures_TownshipId" ON "Figures" ("TownshipId");

CREATE INDEX "IX_Figures_VillageId" ON "Figures" ("VillageId");

COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130134613_AddReportSuccession', '10.0.15');

BEGIN TRANSACTION;
DROP INDEX "IX_ApiKeys_Name";

ALTER TABLE "ApiKeys" ADD "Counties" TEXT NULL;

ALTER TABLE "ApiKeys" ADD "Reads" TEXT NULL;

ALTER TABLE "ApiKeys" ADD "ReplacedAt" TEXT NULL;

ALTER TABLE "ApiKeys" ADD "Writes" TEXT NULL;

CREATE INDEX "IX_ApiKeys_Name" ON "ApiKeys" ("Name");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261201005250_AddKeyScopes', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "TownshipsRevisions" ADD "KnownAsZh" TEXT NULL;

ALTER TABLE "Townships" ADD "KnownAsZh" TEXT NULL;

ALTER TABLE "ProblemsRevisions" ADD "Status" INTEGER NULL;

ALTER TABLE "ProblemsRevisions" ADD "StatusWording" TEXT NULL;

ALTER TABLE "Problems" ADD "Status" INTEGER NULL;

ALTER TABLE "Problems" ADD "StatusWording" TEXT NULL;

ALTER TABLE "CountiesRevisions" ADD "KnownAsZh" TEXT NULL;

ALTER TABLE "Counties" ADD "KnownAsZh" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261201011224_AddProblemStatus', '10.0.15');

COMMIT;

CREATE TRIGGER "rollup_AssetHandoversByAssetClassMethod_insert" AFTER INSERT ON "AssetHandovers" BEGIN INSERT INTO "AssetHandoversByAssetClassMethod" ("AssetClass", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow", "ProceedsValues", "ProceedsHigh", "ProceedsLow", "AnnualRentValues", "AnnualRentHigh", "AnnualRentLow") SELECT NEW."AssetClass", NEW."Method", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByAssetClassMethod" WHERE "AssetClass" IS NEW."AssetClass" AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByAssetClassMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" + (NEW."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" + COALESCE(NEW."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" + COALESCE(NEW."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" + (NEW."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" + COALESCE(NEW."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" + COALESCE(NEW."AnnualRent" % 4294967296, 0) WHERE "AssetClass" IS NEW."AssetClass" AND "Method" IS NEW."Method"; END;

CREATE TRIGGER "rollup_AssetHandoversByAssetClassMethod_delete" AFTER DELETE ON "AssetHandovers" BEGIN UPDATE "AssetHandoversByAssetClassMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" - (OLD."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" - COALESCE(OLD."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" - COALESCE(OLD."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" - (OLD."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" - COALESCE(OLD."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" - COALESCE(OLD."AnnualRent" % 4294967296, 0) WHERE "AssetClass" IS OLD."AssetClass" AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByAssetClassMethod" WHERE "AssetClass" IS OLD."AssetClass" AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_AssetHandoversByAssetClassMethod_update" AFTER UPDATE OF "AssetClass", "Method", "FloorArea", "BookValue", "Proceeds", "AnnualRent" ON "AssetHandovers" WHEN OLD."AssetClass" IS NOT NEW."AssetClass" OR OLD."Method" IS NOT NEW."Method" OR OLD."FloorArea" IS NOT NEW."FloorArea" OR OLD."BookValue" IS NOT NEW."BookValue" OR OLD."Proceeds" IS NOT NEW."Proceeds" OR OLD."AnnualRent" IS NOT NEW."AnnualRent" BEGIN INSERT INTO "AssetHandoversByAssetClassMethod" ("AssetClass", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow", "ProceedsValues", "ProceedsHigh", "ProceedsLow", "AnnualRentValues", "AnnualRentHigh", "AnnualRentLow") SELECT NEW."AssetClass", NEW."Method", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByAssetClassMethod" WHERE "AssetClass" IS NEW."AssetClass" AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByAssetClassMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" + (NEW."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" + COALESCE(NEW."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" + COALESCE(NEW."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" + (NEW."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" + COALESCE(NEW."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" + COALESCE(NEW."AnnualRent" % 4294967296, 0) WHERE "AssetClass" IS NEW."AssetClass" AND "Method" IS NEW."Method"; UPDATE "AssetHandoversByAssetClassMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" - (OLD."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" - COALESCE(OLD."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" - COALESCE(OLD."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" - (OLD."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" - COALESCE(OLD."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" - COALESCE(OLD."AnnualRent" % 4294967296, 0) WHERE "AssetClass" IS OLD."AssetClass" AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByAssetClassMethod" WHERE "AssetClass" IS OLD."AssetClass" AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_AssetHandoversByHandedOverOnMonthMethod_insert" AFTER INSERT ON "AssetHandovers" BEGIN INSERT INTO "AssetHandoversByHandedOverOnMonthMethod" ("HandedOverOn", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow", "ProceedsValues", "ProceedsHigh", "ProceedsLow", "AnnualRentValues", "AnnualRentHigh", "AnnualRentLow") SELECT (substr(NEW."HandedOverOn", 1, 7) || '-01'), NEW."Method", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByHandedOverOnMonthMethod" WHERE "HandedOverOn" IS (substr(NEW."HandedOverOn", 1, 7) || '-01') AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByHandedOverOnMonthMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" + (NEW."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" + COALESCE(NEW."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" + COALESCE(NEW."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" + (NEW."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" + COALESCE(NEW."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" + COALESCE(NEW."AnnualRent" % 4294967296, 0) WHERE "HandedOverOn" IS (substr(NEW."HandedOverOn", 1, 7) || '-01') AND "Method" IS NEW."Method"; END;

CREATE TRIGGER "rollup_AssetHandoversByHandedOverOnMonthMethod_delete" AFTER DELETE ON "AssetHandovers" BEGIN UPDATE "AssetHandoversByHandedOverOnMonthMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" - (OLD."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" - COALESCE(OLD."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" - COALESCE(OLD."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" - (OLD."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" - COALESCE(OLD."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" - COALESCE(OLD."AnnualRent" % 4294967296, 0) WHERE "HandedOverOn" IS (substr(OLD."HandedOverOn", 1, 7) || '-01') AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByHandedOverOnMonthMethod" WHERE "HandedOverOn" IS (substr(OLD."HandedOverOn", 1, 7) || '-01') AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_AssetHandoversByHandedOverOnMonthMethod_update" AFTER UPDATE OF "HandedOverOn", "Method", "FloorArea", "BookValue", "Proceeds", "AnnualRent" ON "AssetHandovers" WHEN OLD."HandedOverOn" IS NOT NEW."HandedOverOn" OR OLD."Method" IS NOT NEW."Method" OR OLD."FloorArea" IS NOT NEW."FloorArea" OR OLD."BookValue" IS NOT NEW."BookValue" OR OLD."Proceeds" IS NOT NEW."Proceeds" OR OLD."AnnualRent" IS NOT NEW."AnnualRent" BEGIN INSERT INTO "AssetHandoversByHandedOverOnMonthMethod" ("HandedOverOn", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow", "ProceedsValues", "ProceedsHigh", "ProceedsLow", "AnnualRentValues", "AnnualRentHigh", "AnnualRentLow") SELECT (substr(NEW."HandedOverOn", 1, 7) || '-01'), NEW."Method", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByHandedOverOnMonthMethod" WHERE "HandedOverOn" IS (substr(NEW."HandedOverOn", 1, 7) || '-01') AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByHandedOverOnMonthMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" + (NEW."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" + COALESCE(NEW."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" + COALESCE(NEW."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" + (NEW."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" + COALESCE(NEW."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" + COALESCE(NEW."AnnualRent" % 4294967296, 0) WHERE "HandedOverOn" IS (substr(NEW."HandedOverOn", 1, 7) || '-01') AND "Method" IS NEW."Method"; UPDATE "AssetHandoversByHandedOverOnMonthMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" - (OLD."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" - COALESCE(OLD."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" - COALESCE(OLD."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" - (OLD."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" - COALESCE(OLD."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" - COALESCE(OLD."AnnualRent" % 4294967296, 0) WHERE "HandedOverOn" IS (substr(OLD."HandedOverOn", 1, 7) || '-01') AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByHandedOverOnMonthMethod" WHERE "HandedOverOn" IS (substr(OLD."HandedOverOn", 1, 7) || '-01') AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_AssetHandoversByCountyMethod_insert" AFTER INSERT ON "AssetHandovers" BEGIN INSERT INTO "AssetHandoversByCountyMethod" ("CountyId", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow", "ProceedsValues", "ProceedsHigh", "ProceedsLow", "AnnualRentValues", "AnnualRentHigh", "AnnualRentLow") SELECT NEW."CountyId", NEW."Method", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByCountyMethod" WHERE "CountyId" IS NEW."CountyId" AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByCountyMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" + (NEW."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" + COALESCE(NEW."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" + COALESCE(NEW."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" + (NEW."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" + COALESCE(NEW."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" + COALESCE(NEW."AnnualRent" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Method" IS NEW."Method"; END;

CREATE TRIGGER "rollup_AssetHandoversByCountyMethod_delete" AFTER DELETE ON "AssetHandovers" BEGIN UPDATE "AssetHandoversByCountyMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" - (OLD."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" - COALESCE(OLD."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" - COALESCE(OLD."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" - (OLD."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" - COALESCE(OLD."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" - COALESCE(OLD."AnnualRent" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByCountyMethod" WHERE "CountyId" IS OLD."CountyId" AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_AssetHandoversByCountyMethod_update" AFTER UPDATE OF "CountyId", "Method", "FloorArea", "BookValue", "Proceeds", "AnnualRent" ON "AssetHandovers" WHEN OLD."CountyId" IS NOT NEW."CountyId" OR OLD."Method" IS NOT NEW."Method" OR OLD."FloorArea" IS NOT NEW."FloorArea" OR OLD."BookValue" IS NOT NEW."BookValue" OR OLD."Proceeds" IS NOT NEW."Proceeds" OR OLD."AnnualRent" IS NOT NEW."AnnualRent" BEGIN INSERT INTO "AssetHandoversByCountyMethod" ("CountyId", "Method", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "BookValueValues", "BookValueHigh", "BookValueLow", "ProceedsValues", "ProceedsHigh", "ProceedsLow", "AnnualRentValues", "AnnualRentHigh", "AnnualRentLow") SELECT NEW."CountyId", NEW."Method", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "AssetHandoversByCountyMethod" WHERE "CountyId" IS NEW."CountyId" AND "Method" IS NEW."Method"); UPDATE "AssetHandoversByCountyMethod" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" + (NEW."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" + COALESCE(NEW."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" + COALESCE(NEW."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" + (NEW."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" + COALESCE(NEW."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" + COALESCE(NEW."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" + (NEW."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" + COALESCE(NEW."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" + COALESCE(NEW."AnnualRent" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Method" IS NEW."Method"; UPDATE "AssetHandoversByCountyMethod" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "BookValueValues" = "BookValueValues" - (OLD."BookValue" IS NOT NULL), "BookValueHigh" = "BookValueHigh" - COALESCE(OLD."BookValue" / 4294967296, 0), "BookValueLow" = "BookValueLow" - COALESCE(OLD."BookValue" % 4294967296, 0), "ProceedsValues" = "ProceedsValues" - (OLD."Proceeds" IS NOT NULL), "ProceedsHigh" = "ProceedsHigh" - COALESCE(OLD."Proceeds" / 4294967296, 0), "ProceedsLow" = "ProceedsLow" - COALESCE(OLD."Proceeds" % 4294967296, 0), "AnnualRentValues" = "AnnualRentValues" - (OLD."AnnualRent" IS NOT NULL), "AnnualRentHigh" = "AnnualRentHigh" - COALESCE(OLD."AnnualRent" / 4294967296, 0), "AnnualRentLow" = "AnnualRentLow" - COALESCE(OLD."AnnualRent" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Method" IS OLD."Method"; DELETE FROM "AssetHandoversByCountyMethod" WHERE "CountyId" IS OLD."CountyId" AND "Method" IS OLD."Method" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByTypeAction_insert" AFTER INSERT ON "FacilityConsolidations" BEGIN INSERT INTO "FacilityConsolidationsByTypeAction" ("Type", "Action", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "InvestmentValues", "InvestmentHigh", "InvestmentLow") SELECT NEW."Type", NEW."Action", 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "FacilityConsolidationsByTypeAction" WHERE "Type" IS NEW."Type" AND "Action" IS NEW."Action"); UPDATE "FacilityConsolidationsByTypeAction" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "InvestmentValues" = "InvestmentValues" + (NEW."Investment" IS NOT NULL), "InvestmentHigh" = "InvestmentHigh" + COALESCE(NEW."Investment" / 4294967296, 0), "InvestmentLow" = "InvestmentLow" + COALESCE(NEW."Investment" % 4294967296, 0) WHERE "Type" IS NEW."Type" AND "Action" IS NEW."Action"; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByTypeAction_delete" AFTER DELETE ON "FacilityConsolidations" BEGIN UPDATE "FacilityConsolidationsByTypeAction" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "InvestmentValues" = "InvestmentValues" - (OLD."Investment" IS NOT NULL), "InvestmentHigh" = "InvestmentHigh" - COALESCE(OLD."Investment" / 4294967296, 0), "InvestmentLow" = "InvestmentLow" - COALESCE(OLD."Investment" % 4294967296, 0) WHERE "Type" IS OLD."Type" AND "Action" IS OLD."Action"; DELETE FROM "FacilityConsolidationsByTypeAction" WHERE "Type" IS OLD."Type" AND "Action" IS OLD."Action" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByTypeAction_update" AFTER UPDATE OF "Type", "Action", "FloorArea", "Investment" ON "FacilityConsolidations" WHEN OLD."Type" IS NOT NEW."Type" OR OLD."Action" IS NOT NEW."Action" OR OLD."FloorArea" IS NOT NEW."FloorArea" OR OLD."Investment" IS NOT NEW."Investment" BEGIN INSERT INTO "FacilityConsolidationsByTypeAction" ("Type", "Action", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "InvestmentValues", "InvestmentHigh", "InvestmentLow") SELECT NEW."Type", NEW."Action", 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "FacilityConsolidationsByTypeAction" WHERE "Type" IS NEW."Type" AND "Action" IS NEW."Action"); UPDATE "FacilityConsolidationsByTypeAction" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "InvestmentValues" = "InvestmentValues" + (NEW."Investment" IS NOT NULL), "InvestmentHigh" = "InvestmentHigh" + COALESCE(NEW."Investment" / 4294967296, 0), "InvestmentLow" = "InvestmentLow" + COALESCE(NEW."Investment" % 4294967296, 0) WHERE "Type" IS NEW."Type" AND "Action" IS NEW."Action"; UPDATE "FacilityConsolidationsByTypeAction" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "InvestmentValues" = "InvestmentValues" - (OLD."Investment" IS NOT NULL), "InvestmentHigh" = "InvestmentHigh" - COALESCE(OLD."Investment" / 4294967296, 0), "InvestmentLow" = "InvestmentLow" - COALESCE(OLD."Investment" % 4294967296, 0) WHERE "Type" IS OLD."Type" AND "Action" IS OLD."Action"; DELETE FROM "FacilityConsolidationsByTypeAction" WHERE "Type" IS OLD."Type" AND "Action" IS OLD."Action" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByCountyType_insert" AFTER INSERT ON "FacilityConsolidations" BEGIN INSERT INTO "FacilityConsolidationsByCountyType" ("CountyId", "Type", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "InvestmentValues", "InvestmentHigh", "InvestmentLow") SELECT NEW."CountyId", NEW."Type", 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "FacilityConsolidationsByCountyType" WHERE "CountyId" IS NEW."CountyId" AND "Type" IS NEW."Type"); UPDATE "FacilityConsolidationsByCountyType" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "InvestmentValues" = "InvestmentValues" + (NEW."Investment" IS NOT NULL), "InvestmentHigh" = "InvestmentHigh" + COALESCE(NEW."Investment" / 4294967296, 0), "InvestmentLow" = "InvestmentLow" + COALESCE(NEW."Investment" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Type" IS NEW."Type"; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByCountyType_delete" AFTER DELETE ON "FacilityConsolidations" BEGIN UPDATE "FacilityConsolidationsByCountyType" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "InvestmentValues" = "InvestmentValues" - (OLD."Investment" IS NOT NULL), "InvestmentHigh" = "InvestmentHigh" - COALESCE(OLD."Investment" / 4294967296, 0), "InvestmentLow" = "InvestmentLow" - COALESCE(OLD."Investment" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Type" IS OLD."Type"; DELETE FROM "FacilityConsolidationsByCountyType" WHERE "CountyId" IS OLD."CountyId" AND "Type" IS OLD."Type" AND "Rows" = 0; END;

CREATE TRIGGER "rollup_FacilityConsolidationsByCountyType_update" AFTER UPDATE OF "CountyId", "Type", "FloorArea", "Investment" ON "FacilityConsolidations" WHEN OLD."CountyId" IS NOT NEW."CountyId" OR OLD."Type" IS NOT NEW."Type" OR OLD."FloorArea" IS NOT NEW."FloorArea" OR OLD."Investment" IS NOT NEW."Investment" BEGIN INSERT INTO "FacilityConsolidationsByCountyType" ("CountyId", "Type", "Rows", "FloorAreaValues", "FloorAreaHigh", "FloorAreaLow", "InvestmentValues", "InvestmentHigh", "InvestmentLow") SELECT NEW."CountyId", NEW."Type", 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM "FacilityConsolidationsByCountyType" WHERE "CountyId" IS NEW."CountyId" AND "Type" IS NEW."Type"); UPDATE "FacilityConsolidationsByCountyType" SET "Rows" = "Rows" + 1, "FloorAreaValues" = "FloorAreaValues" + (NEW."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" + COALESCE(NEW."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" + COALESCE(NEW."FloorArea" % 4294967296, 0), "InvestmentValues" = "InvestmentValues" + (NEW."Investment" IS NOT NULL), "InvestmentHigh" = "InvestmentHigh" + COALESCE(NEW."Investment" / 4294967296, 0), "InvestmentLow" = "InvestmentLow" + COALESCE(NEW."Investment" % 4294967296, 0) WHERE "CountyId" IS NEW."CountyId" AND "Type" IS NEW."Type"; UPDATE "FacilityConsolidationsByCountyType" SET "Rows" = "Rows" - 1, "FloorAreaValues" = "FloorAreaValues" - (OLD."FloorArea" IS NOT NULL), "FloorAreaHigh" = "FloorAreaHigh" - COALESCE(OLD."FloorArea" / 4294967296, 0), "FloorAreaLow" = "FloorAreaLow" - COALESCE(OLD."FloorArea" % 4294967296, 0), "InvestmentValues" = "InvestmentValues" - (OLD."Investment" IS NOT NULL), "InvestmentHigh" = "InvestmentHigh" - COALESCE(OLD."Investment" / 4294967296, 0), "InvestmentLow" = "InvestmentLow" - COALESCE(OLD."Investment" % 4294967296, 0) WHERE "CountyId" IS OLD."CountyId" AND "Type" IS OLD."Type"; DELETE FROM "FacilityConsolidationsByCountyType" WHERE "CountyId" IS OLD."CountyId" AND "Type" IS OLD."Type" AND "Rows" = 0; END;

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

CREATE TRIGGER "history_AssetHandoversRevisions_insert" AFTER INSERT ON "AssetHandovers" BEGIN INSERT INTO "AssetHandoversRevisions" ("Id", "AnnualRent", "AssetClass", "AssetClassWording", "BookValue", "Code", "CompletedOn", "CountyId", "DisposalStatus", "DisposalStatusWording", "DueOn", "FloorArea", "FromHolder", "HandedOverOn", "LeaseEndsOn", "Method", "MethodWording", "NameZh", "NewUse", "OwnershipSettledOn", "Proceeds", "ProvenById", "Synthetic", "ToHolder", "TownshipId", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AnnualRent", NEW."AssetClass", NEW."AssetClassWording", NEW."BookValue", NEW."Code", NEW."CompletedOn", NEW."CountyId", NEW."DisposalStatus", NEW."DisposalStatusWording", NEW."DueOn", NEW."FloorArea", NEW."FromHolder", NEW."HandedOverOn", NEW."LeaseEndsOn", NEW."Method", NEW."MethodWording", NEW."NameZh", NEW."NewUse", NEW."OwnershipSettledOn", NEW."Proceeds", NEW."ProvenById", NEW."Synthetic", NEW."ToHolder", NEW."TownshipId", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_AssetHandoversRevisions_update" AFTER UPDATE ON "AssetHandovers" BEGIN DELETE FROM "AssetHandoversRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "AssetHandoversRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "AssetHandoversRevisions" ("Id", "AnnualRent", "AssetClass", "AssetClassWording", "BookValue", "Code", "CompletedOn", "CountyId", "DisposalStatus", "DisposalStatusWording", "DueOn", "FloorArea", "FromHolder", "HandedOverOn", "LeaseEndsOn", "Method", "MethodWording", "NameZh", "NewUse", "OwnershipSettledOn", "Proceeds", "ProvenById", "Synthetic", "ToHolder", "TownshipId", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AnnualRent", NEW."AssetClass", NEW."AssetClassWording", NEW."BookValue", NEW."Code", NEW."CompletedOn", NEW."CountyId", NEW."DisposalStatus", NEW."DisposalStatusWording", NEW."DueOn", NEW."FloorArea", NEW."FromHolder", NEW."HandedOverOn", NEW."LeaseEndsOn", NEW."Method", NEW."MethodWording", NEW."NameZh", NEW."NewUse", NEW."OwnershipSettledOn", NEW."Proceeds", NEW."ProvenById", NEW."Synthetic", NEW."ToHolder", NEW."TownshipId", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_AssetHandoversRevisions_delete" AFTER DELETE ON "AssetHandovers" BEGIN DELETE FROM "AssetHandoversRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "AssetHandoversRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_ChecksRevisions_insert" AFTER INSERT ON "Checks" BEGIN INSERT INTO "ChecksRevisions" ("Id", "Actual", "ActualBy", "ActualLower", "ActualUpper", "Code", "Difference", "Expected", "ExpectedBy", "ExpectedLower", "ExpectedUpper", "Explanation", "Relation", "ReportId", "Rows", "Rule", "RuleZh", "Status", "Theme", "Unit", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Actual", NEW."ActualBy", NEW."ActualLower", NEW."ActualUpper", NEW."Code", NEW."Difference", NEW."Expected", NEW."ExpectedBy", NEW."ExpectedLower", NEW."ExpectedUpper", NEW."Explanation", NEW."Relation", NEW."ReportId", NEW."Rows", NEW."Rule", NEW."RuleZh", NEW."Status", NEW."Theme", NEW."Unit", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_ChecksRevisions_update" AFTER UPDATE ON "Checks" BEGIN DELETE FROM "ChecksRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "ChecksRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "ChecksRevisions" ("Id", "Actual", "ActualBy", "ActualLower", "ActualUpper", "Code", "Difference", "Expected", "ExpectedBy", "ExpectedLower", "ExpectedUpper", "Explanation", "Relation", "ReportId", "Rows", "Rule", "RuleZh", "Status", "Theme", "Unit", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Actual", NEW."ActualBy", NEW."ActualLower", NEW."ActualUpper", NEW."Code", NEW."Difference", NEW."Expected", NEW."ExpectedBy", NEW."ExpectedLower", NEW."ExpectedUpper", NEW."Explanation", NEW."Relation", NEW."ReportId", NEW."Rows", NEW."Rule", NEW."RuleZh", NEW."Status", NEW."Theme", NEW."Unit", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_ChecksRevisions_delete" AFTER DELETE ON "Checks" BEGIN DELETE FROM "ChecksRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "ChecksRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_CheckInputsRevisions_insert" AFTER INSERT ON "CheckInputs" BEGIN INSERT INTO "CheckInputsRevisions" ("Id", "CheckId", "FigureId", "Position", "Side", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."CheckId", NEW."FigureId", NEW."Position", NEW."Side", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_CheckInputsRevisions_update" AFTER UPDATE ON "CheckInputs" BEGIN DELETE FROM "CheckInputsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "CheckInputsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "CheckInputsRevisions" ("Id", "CheckId", "FigureId", "Position", "Side", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."CheckId", NEW."FigureId", NEW."Position", NEW."Side", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_CheckInputsRevisions_delete" AFTER DELETE ON "CheckInputs" BEGIN DELETE FROM "CheckInputsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "CheckInputsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_CountiesRevisions_insert" AFTER INSERT ON "Counties" BEGIN INSERT INTO "CountiesRevisions" ("Id", "AreaCode", "Code", "KnownAs", "KnownAsZh", "NameEn", "NameZh", "Synthetic", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AreaCode", NEW."Code", NEW."KnownAs", NEW."KnownAsZh", NEW."NameEn", NEW."NameZh", NEW."Synthetic", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_CountiesRevisions_update" AFTER UPDATE ON "Counties" BEGIN DELETE FROM "CountiesRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "CountiesRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "CountiesRevisions" ("Id", "AreaCode", "Code", "KnownAs", "KnownAsZh", "NameEn", "NameZh", "Synthetic", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AreaCode", NEW."Code", NEW."KnownAs", NEW."KnownAsZh", NEW."NameEn", NEW."NameZh", NEW."Synthetic", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_CountiesRevisions_delete" AFTER DELETE ON "Counties" BEGIN DELETE FROM "CountiesRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "CountiesRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_FacilityConsolidationsRevisions_insert" AFTER INSERT ON "FacilityConsolidations" BEGIN INSERT INTO "FacilityConsolidationsRevisions" ("Id", "Action", "ActionWording", "Capacity", "Code", "CountyId", "EffectiveOn", "FloorArea", "Investment", "MergedIntoId", "NameEn", "NameZh", "ProvenById", "Status", "StatusWording", "Synthetic", "TownshipId", "Type", "TypeWording", "Version", "VillageId", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Action", NEW."ActionWording", NEW."Capacity", NEW."Code", NEW."CountyId", NEW."EffectiveOn", NEW."FloorArea", NEW."Investment", NEW."MergedIntoId", NEW."NameEn", NEW."NameZh", NEW."ProvenById", NEW."Status", NEW."StatusWording", NEW."Synthetic", NEW."TownshipId", NEW."Type", NEW."TypeWording", NEW."Version", NEW."VillageId", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_FacilityConsolidationsRevisions_update" AFTER UPDATE ON "FacilityConsolidations" BEGIN DELETE FROM "FacilityConsolidationsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "FacilityConsolidationsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "FacilityConsolidationsRevisions" ("Id", "Action", "ActionWording", "Capacity", "Code", "CountyId", "EffectiveOn", "FloorArea", "Investment", "MergedIntoId", "NameEn", "NameZh", "ProvenById", "Status", "StatusWording", "Synthetic", "TownshipId", "Type", "TypeWording", "Version", "VillageId", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Action", NEW."ActionWording", NEW."Capacity", NEW."Code", NEW."CountyId", NEW."EffectiveOn", NEW."FloorArea", NEW."Investment", NEW."MergedIntoId", NEW."NameEn", NEW."NameZh", NEW."ProvenById", NEW."Status", NEW."StatusWording", NEW."Synthetic", NEW."TownshipId", NEW."Type", NEW."TypeWording", NEW."Version", NEW."VillageId", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_FacilityConsolidationsRevisions_delete" AFTER DELETE ON "FacilityConsolidations" BEGIN DELETE FROM "FacilityConsolidationsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "FacilityConsolidationsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_FiguresRevisions_insert" AFTER INSERT ON "Figures" BEGIN INSERT INTO "FiguresRevisions" ("Id", "Code", "CountyId", "Derivation", "Direction", "FirstMonth", "IndicatorId", "InitiativeId", "LastMonth", "LocatorId", "Lower", "LowerIncluded", "Period", "Precision", "Remark", "ReportId", "RestatesId", "Role", "SupersededById", "Theme", "TownshipId", "Unit", "UnitWording", "Upper", "UpperIncluded", "Value", "Version", "VillageId", "Wording", "Year", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Code", NEW."CountyId", NEW."Derivation", NEW."Direction", NEW."FirstMonth", NEW."IndicatorId", NEW."InitiativeId", NEW."LastMonth", NEW."LocatorId", NEW."Lower", NEW."LowerIncluded", NEW."Period", NEW."Precision", NEW."Remark", NEW."ReportId", NEW."RestatesId", NEW."Role", NEW."SupersededById", NEW."Theme", NEW."TownshipId", NEW."Unit", NEW."UnitWording", NEW."Upper", NEW."UpperIncluded", NEW."Value", NEW."Version", NEW."VillageId", NEW."Wording", NEW."Year", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_FiguresRevisions_update" AFTER UPDATE ON "Figures" BEGIN DELETE FROM "FiguresRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "FiguresRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "FiguresRevisions" ("Id", "Code", "CountyId", "Derivation", "Direction", "FirstMonth", "IndicatorId", "InitiativeId", "LastMonth", "LocatorId", "Lower", "LowerIncluded", "Period", "Precision", "Remark", "ReportId", "RestatesId", "Role", "SupersededById", "Theme", "TownshipId", "Unit", "UnitWording", "Upper", "UpperIncluded", "Value", "Version", "VillageId", "Wording", "Year", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Code", NEW."CountyId", NEW."Derivation", NEW."Direction", NEW."FirstMonth", NEW."IndicatorId", NEW."InitiativeId", NEW."LastMonth", NEW."LocatorId", NEW."Lower", NEW."LowerIncluded", NEW."Period", NEW."Precision", NEW."Remark", NEW."ReportId", NEW."RestatesId", NEW."Role", NEW."SupersededById", NEW."Theme", NEW."TownshipId", NEW."Unit", NEW."UnitWording", NEW."Upper", NEW."UpperIncluded", NEW."Value", NEW."Version", NEW."VillageId", NEW."Wording", NEW."Year", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_FiguresRevisions_delete" AFTER DELETE ON "Figures" BEGIN DELETE FROM "FiguresRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "FiguresRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_FigureInputsRevisions_insert" AFTER INSERT ON "FigureInputs" BEGIN INSERT INTO "FigureInputsRevisions" ("Id", "FigureId", "InputId", "Position", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."FigureId", NEW."InputId", NEW."Position", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_FigureInputsRevisions_update" AFTER UPDATE ON "FigureInputs" BEGIN DELETE FROM "FigureInputsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "FigureInputsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "FigureInputsRevisions" ("Id", "FigureId", "InputId", "Position", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."FigureId", NEW."InputId", NEW."Position", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_FigureInputsRevisions_delete" AFTER DELETE ON "FigureInputs" BEGIN DELETE FROM "FigureInputsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "FigureInputsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_IndicatorsRevisions_insert" AFTER INSERT ON "Indicators" BEGIN INSERT INTO "IndicatorsRevisions" ("Id", "AddsToId", "Code", "Definition", "NameEn", "NameZh", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AddsToId", NEW."Code", NEW."Definition", NEW."NameEn", NEW."NameZh", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_IndicatorsRevisions_update" AFTER UPDATE ON "Indicators" BEGIN DELETE FROM "IndicatorsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "IndicatorsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "IndicatorsRevisions" ("Id", "AddsToId", "Code", "Definition", "NameEn", "NameZh", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AddsToId", NEW."Code", NEW."Definition", NEW."NameEn", NEW."NameZh", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_IndicatorsRevisions_delete" AFTER DELETE ON "Indicators" BEGIN DELETE FROM "IndicatorsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "IndicatorsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_InitiativesRevisions_insert" AFTER INSERT ON "Initiatives" BEGIN INSERT INTO "InitiativesRevisions" ("Id", "Code", "LocatorId", "PartOfId", "ReportId", "ShortName", "Stage", "Theme", "TitleEn", "TitleZh", "TownshipId", "Version", "VillageId", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Code", NEW."LocatorId", NEW."PartOfId", NEW."ReportId", NEW."ShortName", NEW."Stage", NEW."Theme", NEW."TitleEn", NEW."TitleZh", NEW."TownshipId", NEW."Version", NEW."VillageId", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_InitiativesRevisions_update" AFTER UPDATE ON "Initiatives" BEGIN DELETE FROM "InitiativesRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "InitiativesRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "InitiativesRevisions" ("Id", "Code", "LocatorId", "PartOfId", "ReportId", "ShortName", "Stage", "Theme", "TitleEn", "TitleZh", "TownshipId", "Version", "VillageId", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Code", NEW."LocatorId", NEW."PartOfId", NEW."ReportId", NEW."ShortName", NEW."Stage", NEW."Theme", NEW."TitleEn", NEW."TitleZh", NEW."TownshipId", NEW."Version", NEW."VillageId", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_InitiativesRevisions_delete" AFTER DELETE ON "Initiatives" BEGIN DELETE FROM "InitiativesRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "InitiativesRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_LocatorsRevisions_insert" AFTER INSERT ON "Locators" BEGIN INSERT INTO "LocatorsRevisions" ("Id", "Code", "Length", "Paragraph", "ReportId", "Section", "SentenceSha256", "Start", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Code", NEW."Length", NEW."Paragraph", NEW."ReportId", NEW."Section", NEW."SentenceSha256", NEW."Start", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_LocatorsRevisions_update" AFTER UPDATE ON "Locators" BEGIN DELETE FROM "LocatorsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "LocatorsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "LocatorsRevisions" ("Id", "Code", "Length", "Paragraph", "ReportId", "Section", "SentenceSha256", "Start", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Code", NEW."Length", NEW."Paragraph", NEW."ReportId", NEW."Section", NEW."SentenceSha256", NEW."Start", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_LocatorsRevisions_delete" AFTER DELETE ON "Locators" BEGIN DELETE FROM "LocatorsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "LocatorsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_ProblemsRevisions_insert" AFTER INSERT ON "Problems" BEGIN INSERT INTO "ProblemsRevisions" ("Id", "ClosedOn", "Code", "CountyId", "DueOn", "ResponsibleDepartment", "ResponsibleLeader", "Source", "Statement", "Status", "StatusWording", "TownshipId", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."ClosedOn", NEW."Code", NEW."CountyId", NEW."DueOn", NEW."ResponsibleDepartment", NEW."ResponsibleLeader", NEW."Source", NEW."Statement", NEW."Status", NEW."StatusWording", NEW."TownshipId", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_ProblemsRevisions_update" AFTER UPDATE ON "Problems" BEGIN DELETE FROM "ProblemsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "ProblemsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "ProblemsRevisions" ("Id", "ClosedOn", "Code", "CountyId", "DueOn", "ResponsibleDepartment", "ResponsibleLeader", "Source", "Statement", "Status", "StatusWording", "TownshipId", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."ClosedOn", NEW."Code", NEW."CountyId", NEW."DueOn", NEW."ResponsibleDepartment", NEW."ResponsibleLeader", NEW."Source", NEW."Statement", NEW."Status", NEW."StatusWording", NEW."TownshipId", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_ProblemsRevisions_delete" AFTER DELETE ON "Problems" BEGIN DELETE FROM "ProblemsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "ProblemsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_ReformTasksRevisions_insert" AFTER INSERT ON "ReformTasks" BEGIN INSERT INTO "ReformTasksRevisions" ("Id", "Code", "CompletedOn", "CountyId", "DueOn", "Kind", "KindWording", "LeadDepartment", "LeadOfficial", "MajorTask", "PlanId", "Progress", "ProvenById", "Status", "StatusWording", "Synthetic", "Theme", "ThemeWording", "TitleEn", "TitleZh", "TownshipId", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Code", NEW."CompletedOn", NEW."CountyId", NEW."DueOn", NEW."Kind", NEW."KindWording", NEW."LeadDepartment", NEW."LeadOfficial", NEW."MajorTask", NEW."PlanId", NEW."Progress", NEW."ProvenById", NEW."Status", NEW."StatusWording", NEW."Synthetic", NEW."Theme", NEW."ThemeWording", NEW."TitleEn", NEW."TitleZh", NEW."TownshipId", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_ReformTasksRevisions_update" AFTER UPDATE ON "ReformTasks" BEGIN DELETE FROM "ReformTasksRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "ReformTasksRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "ReformTasksRevisions" ("Id", "Code", "CompletedOn", "CountyId", "DueOn", "Kind", "KindWording", "LeadDepartment", "LeadOfficial", "MajorTask", "PlanId", "Progress", "ProvenById", "Status", "StatusWording", "Synthetic", "Theme", "ThemeWording", "TitleEn", "TitleZh", "TownshipId", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Code", NEW."CompletedOn", NEW."CountyId", NEW."DueOn", NEW."Kind", NEW."KindWording", NEW."LeadDepartment", NEW."LeadOfficial", NEW."MajorTask", NEW."PlanId", NEW."Progress", NEW."ProvenById", NEW."Status", NEW."StatusWording", NEW."Synthetic", NEW."Theme", NEW."ThemeWording", NEW."TitleEn", NEW."TitleZh", NEW."TownshipId", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_ReformTasksRevisions_delete" AFTER DELETE ON "ReformTasks" BEGIN DELETE FROM "ReformTasksRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "ReformTasksRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_RegisterSynonymsRevisions_insert" AFTER INSERT ON "RegisterSynonyms" BEGIN INSERT INTO "RegisterSynonymsRevisions" ("Id", "Code", "CountyId", "Field", "Meaning", "Register", "Version", "Wording", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Code", NEW."CountyId", NEW."Field", NEW."Meaning", NEW."Register", NEW."Version", NEW."Wording", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_RegisterSynonymsRevisions_update" AFTER UPDATE ON "RegisterSynonyms" BEGIN DELETE FROM "RegisterSynonymsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "RegisterSynonymsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "RegisterSynonymsRevisions" ("Id", "Code", "CountyId", "Field", "Meaning", "Register", "Version", "Wording", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."Code", NEW."CountyId", NEW."Field", NEW."Meaning", NEW."Register", NEW."Version", NEW."Wording", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_RegisterSynonymsRevisions_delete" AFTER DELETE ON "RegisterSynonyms" BEGIN DELETE FROM "RegisterSynonymsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "RegisterSynonymsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_ReportsRevisions_insert" AFTER INSERT ON "Reports" BEGIN INSERT INTO "ReportsRevisions" ("Id", "AsAt", "Code", "CountyId", "DocumentNumber", "IssuedOn", "Issuer", "PeriodFrom", "PeriodTo", "PredecessorId", "Sha256", "Succession", "TextLength", "TitleEn", "TitleZh", "Version", "Year", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AsAt", NEW."Code", NEW."CountyId", NEW."DocumentNumber", NEW."IssuedOn", NEW."Issuer", NEW."PeriodFrom", NEW."PeriodTo", NEW."PredecessorId", NEW."Sha256", NEW."Succession", NEW."TextLength", NEW."TitleEn", NEW."TitleZh", NEW."Version", NEW."Year", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_ReportsRevisions_update" AFTER UPDATE ON "Reports" BEGIN DELETE FROM "ReportsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "ReportsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "ReportsRevisions" ("Id", "AsAt", "Code", "CountyId", "DocumentNumber", "IssuedOn", "Issuer", "PeriodFrom", "PeriodTo", "PredecessorId", "Sha256", "Succession", "TextLength", "TitleEn", "TitleZh", "Version", "Year", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AsAt", NEW."Code", NEW."CountyId", NEW."DocumentNumber", NEW."IssuedOn", NEW."Issuer", NEW."PeriodFrom", NEW."PeriodTo", NEW."PredecessorId", NEW."Sha256", NEW."Succession", NEW."TextLength", NEW."TitleEn", NEW."TitleZh", NEW."Version", NEW."Year", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_ReportsRevisions_delete" AFTER DELETE ON "Reports" BEGIN DELETE FROM "ReportsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "ReportsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_RiskVillagesRevisions_insert" AFTER INSERT ON "RiskVillages" BEGIN INSERT INTO "RiskVillagesRevisions" ("Id", "AssessedOn", "Code", "CountyId", "DueOn", "LeadOfficial", "Level", "ProvenById", "ResolvedOn", "RiskFactors", "Status", "StatusWording", "Synthetic", "TownshipId", "Version", "VillageId", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AssessedOn", NEW."Code", NEW."CountyId", NEW."DueOn", NEW."LeadOfficial", NEW."Level", NEW."ProvenById", NEW."ResolvedOn", NEW."RiskFactors", NEW."Status", NEW."StatusWording", NEW."Synthetic", NEW."TownshipId", NEW."Version", NEW."VillageId", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_RiskVillagesRevisions_update" AFTER UPDATE ON "RiskVillages" BEGIN DELETE FROM "RiskVillagesRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "RiskVillagesRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "RiskVillagesRevisions" ("Id", "AssessedOn", "Code", "CountyId", "DueOn", "LeadOfficial", "Level", "ProvenById", "ResolvedOn", "RiskFactors", "Status", "StatusWording", "Synthetic", "TownshipId", "Version", "VillageId", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AssessedOn", NEW."Code", NEW."CountyId", NEW."DueOn", NEW."LeadOfficial", NEW."Level", NEW."ProvenById", NEW."ResolvedOn", NEW."RiskFactors", NEW."Status", NEW."StatusWording", NEW."Synthetic", NEW."TownshipId", NEW."Version", NEW."VillageId", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_RiskVillagesRevisions_delete" AFTER DELETE ON "RiskVillages" BEGIN DELETE FROM "RiskVillagesRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "RiskVillagesRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_TownshipsRevisions_insert" AFTER INSERT ON "Townships" BEGIN INSERT INTO "TownshipsRevisions" ("Id", "AreaCode", "Class", "Code", "CountyId", "Kind", "KindWording", "KnownAs", "KnownAsZh", "NameEn", "NameZh", "SuccessorId", "Synthetic", "ValidFrom", "ValidTo", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AreaCode", NEW."Class", NEW."Code", NEW."CountyId", NEW."Kind", NEW."KindWording", NEW."KnownAs", NEW."KnownAsZh", NEW."NameEn", NEW."NameZh", NEW."SuccessorId", NEW."Synthetic", NEW."ValidFrom", NEW."ValidTo", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_TownshipsRevisions_update" AFTER UPDATE ON "Townships" BEGIN DELETE FROM "TownshipsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "TownshipsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "TownshipsRevisions" ("Id", "AreaCode", "Class", "Code", "CountyId", "Kind", "KindWording", "KnownAs", "KnownAsZh", "NameEn", "NameZh", "SuccessorId", "Synthetic", "ValidFrom", "ValidTo", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AreaCode", NEW."Class", NEW."Code", NEW."CountyId", NEW."Kind", NEW."KindWording", NEW."KnownAs", NEW."KnownAsZh", NEW."NameEn", NEW."NameZh", NEW."SuccessorId", NEW."Synthetic", NEW."ValidFrom", NEW."ValidTo", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_TownshipsRevisions_delete" AFTER DELETE ON "Townships" BEGIN DELETE FROM "TownshipsRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "TownshipsRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE TRIGGER "history_VillagesRevisions_insert" AFTER INSERT ON "Villages" BEGIN INSERT INTO "VillagesRevisions" ("Id", "AreaCode", "Code", "Kind", "KindWording", "NameEn", "NameZh", "SuccessorId", "Synthetic", "TownshipId", "ValidFrom", "ValidTo", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AreaCode", NEW."Code", NEW."Kind", NEW."KindWording", NEW."NameEn", NEW."NameZh", NEW."SuccessorId", NEW."Synthetic", NEW."TownshipId", NEW."ValidFrom", NEW."ValidTo", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_VillagesRevisions_update" AFTER UPDATE ON "Villages" BEGIN DELETE FROM "VillagesRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "VillagesRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; INSERT INTO "VillagesRevisions" ("Id", "AreaCode", "Code", "Kind", "KindWording", "NameEn", "NameZh", "SuccessorId", "Synthetic", "TownshipId", "ValidFrom", "ValidTo", "Version", "RecordedFrom", "RecordedTo") VALUES (NEW."Id", NEW."AreaCode", NEW."Code", NEW."Kind", NEW."KindWording", NEW."NameEn", NEW."NameZh", NEW."SuccessorId", NEW."Synthetic", NEW."TownshipId", NEW."ValidFrom", NEW."ValidTo", NEW."Version", (SELECT "Sequence" FROM "DataState"), 9223372036854775807); END;

CREATE TRIGGER "history_VillagesRevisions_delete" AFTER DELETE ON "Villages" BEGIN DELETE FROM "VillagesRevisions" WHERE "Id" = OLD."Id" AND "RecordedFrom" = (SELECT "Sequence" FROM "DataState"); UPDATE "VillagesRevisions" SET "RecordedTo" = (SELECT "Sequence" FROM "DataState") WHERE "Id" = OLD."Id" AND "RecordedTo" = 9223372036854775807; END;

CREATE VIEW "ChangedRows" AS SELECT (r."RevisionId" * 64 + 0) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'AssetHandover' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "AssetHandoversRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 0) * 2 + 1, r."RecordedTo", 'AssetHandover' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "AssetHandoversRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "AssetHandoversRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 1) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'Check' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "ChecksRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 1) * 2 + 1, r."RecordedTo", 'Check' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "ChecksRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "ChecksRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 2) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'CheckInput' AS "Entity", r."Id" AS "RowId", NULL AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "CheckInputsRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 2) * 2 + 1, r."RecordedTo", 'CheckInput' AS "Entity", r."Id" AS "RowId", NULL AS "Code", r."Version", 3 FROM "CheckInputsRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "CheckInputsRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 3) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'County' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "CountiesRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 3) * 2 + 1, r."RecordedTo", 'County' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "CountiesRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "CountiesRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 4) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'FacilityConsolidation' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "FacilityConsolidationsRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 4) * 2 + 1, r."RecordedTo", 'FacilityConsolidation' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "FacilityConsolidationsRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "FacilityConsolidationsRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 5) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'Figure' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "FiguresRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 5) * 2 + 1, r."RecordedTo", 'Figure' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "FiguresRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "FiguresRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 6) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'FigureInput' AS "Entity", r."Id" AS "RowId", NULL AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "FigureInputsRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 6) * 2 + 1, r."RecordedTo", 'FigureInput' AS "Entity", r."Id" AS "RowId", NULL AS "Code", r."Version", 3 FROM "FigureInputsRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "FigureInputsRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 7) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'Indicator' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "IndicatorsRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 7) * 2 + 1, r."RecordedTo", 'Indicator' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "IndicatorsRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "IndicatorsRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 8) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'Initiative' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "InitiativesRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 8) * 2 + 1, r."RecordedTo", 'Initiative' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "InitiativesRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "InitiativesRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 9) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'Locator' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "LocatorsRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 9) * 2 + 1, r."RecordedTo", 'Locator' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "LocatorsRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "LocatorsRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 10) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'Problem' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "ProblemsRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 10) * 2 + 1, r."RecordedTo", 'Problem' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "ProblemsRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "ProblemsRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 11) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'ReformTask' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "ReformTasksRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 11) * 2 + 1, r."RecordedTo", 'ReformTask' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "ReformTasksRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "ReformTasksRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 12) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'RegisterSynonym' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "RegisterSynonymsRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 12) * 2 + 1, r."RecordedTo", 'RegisterSynonym' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "RegisterSynonymsRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "RegisterSynonymsRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 13) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'Report' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "ReportsRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 13) * 2 + 1, r."RecordedTo", 'Report' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "ReportsRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "ReportsRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 14) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'RiskVillage' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "RiskVillagesRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 14) * 2 + 1, r."RecordedTo", 'RiskVillage' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "RiskVillagesRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "RiskVillagesRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 15) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'Township' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "TownshipsRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 15) * 2 + 1, r."RecordedTo", 'Township' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "TownshipsRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "TownshipsRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo") UNION ALL SELECT (r."RevisionId" * 64 + 16) * 2 + 0 AS "Id", r."RecordedFrom" AS "ChangeId", 'Village' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", CASE WHEN r."Version" = 1 THEN 1 ELSE 2 END AS "Action" FROM "VillagesRevisions" AS r UNION ALL SELECT (r."RevisionId" * 64 + 16) * 2 + 1, r."RecordedTo", 'Village' AS "Entity", r."Id" AS "RowId", r."Code" AS "Code", r."Version", 3 FROM "VillagesRevisions" AS r WHERE r."RecordedTo" < 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM "VillagesRevisions" AS n WHERE n."Id" = r."Id" AND n."RecordedFrom" = r."RecordedTo");

CREATE VIEW "v_asset_handover_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  CAST(CASE "r"."AssetClass" WHEN 1 THEN 'FIVE_STATIONS_AND_FIVE_OFFICES' WHEN 2 THEN 'PARTY_AND_GOVERNMENT_OFFICES' WHEN 3 THEN 'OTHER' WHEN 4 THEN 'SCHOOL_BUILDINGS' END AS TEXT) AS "asset_class",
  CAST(CASE "r"."AssetClass" WHEN 1 THEN '五站五所' WHEN 2 THEN '党政办公用房及附属房屋' WHEN 3 THEN '其他' WHEN 4 THEN '闲置校舍' END AS TEXT) AS "asset_class_zh",
  "r"."AssetClassWording" AS "asset_class_wording",
  "r"."NameZh" AS "name_zh",
  CAST(CASE "r"."Method" WHEN 1 THEN 'REASSIGNMENT' WHEN 2 THEN 'PUBLIC_AUCTION' WHEN 3 THEN 'LEASE' WHEN 4 THEN 'CAPITAL_CONTRIBUTION' WHEN 5 THEN 'OTHER' END AS TEXT) AS "method",
  CAST(CASE "r"."Method" WHEN 1 THEN '调剂使用' WHEN 2 THEN '公开拍卖' WHEN 3 THEN '租赁' WHEN 4 THEN '增加注册资本金' WHEN 5 THEN '其他' END AS TEXT) AS "method_zh",
  "r"."MethodWording" AS "method_wording",
  "r"."FromHolder" AS "from_holder",
  "r"."ToHolder" AS "to_holder",
  "r"."NewUse" AS "new_use",
  CAST("r"."FloorArea" / 10000.0 AS REAL) AS "floor_area",
  CAST("r"."BookValue" / 10000.0 AS REAL) AS "book_value",
  "r"."OwnershipSettledOn" AS "ownership_settled_on",
  "r"."HandedOverOn" AS "handed_over_on",
  CAST(CASE "r"."DisposalStatus" WHEN 1 THEN 'NOT_STARTED' WHEN 2 THEN 'UNDER_WAY' WHEN 3 THEN 'COMPLETED' WHEN 4 THEN 'OTHER' END AS TEXT) AS "disposal_status",
  CAST(CASE "r"."DisposalStatus" WHEN 1 THEN '未处置' WHEN 2 THEN '处置中' WHEN 3 THEN '已处置' WHEN 4 THEN '其他' END AS TEXT) AS "disposal_status_zh",
  "r"."DisposalStatusWording" AS "disposal_status_wording",
  CAST("r"."Proceeds" / 10000.0 AS REAL) AS "proceeds",
  CAST("r"."AnnualRent" / 10000.0 AS REAL) AS "annual_rent",
  "r"."LeaseEndsOn" AS "lease_ends_on",
  "r"."DueOn" AS "due_on",
  "r"."CompletedOn" AS "completed_on",
  "r"."CountyId" AS "county_id",
  "r"."TownshipId" AS "township_id",
  "r"."ProvenById" AS "proven_by_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "AssetHandoversRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_asset_handovers" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  CAST(CASE "r"."AssetClass" WHEN 1 THEN 'FIVE_STATIONS_AND_FIVE_OFFICES' WHEN 2 THEN 'PARTY_AND_GOVERNMENT_OFFICES' WHEN 3 THEN 'OTHER' WHEN 4 THEN 'SCHOOL_BUILDINGS' END AS TEXT) AS "asset_class",
  CAST(CASE "r"."AssetClass" WHEN 1 THEN '五站五所' WHEN 2 THEN '党政办公用房及附属房屋' WHEN 3 THEN '其他' WHEN 4 THEN '闲置校舍' END AS TEXT) AS "asset_class_zh",
  "r"."AssetClassWording" AS "asset_class_wording",
  "r"."NameZh" AS "name_zh",
  CAST(CASE "r"."Method" WHEN 1 THEN 'REASSIGNMENT' WHEN 2 THEN 'PUBLIC_AUCTION' WHEN 3 THEN 'LEASE' WHEN 4 THEN 'CAPITAL_CONTRIBUTION' WHEN 5 THEN 'OTHER' END AS TEXT) AS "method",
  CAST(CASE "r"."Method" WHEN 1 THEN '调剂使用' WHEN 2 THEN '公开拍卖' WHEN 3 THEN '租赁' WHEN 4 THEN '增加注册资本金' WHEN 5 THEN '其他' END AS TEXT) AS "method_zh",
  "r"."MethodWording" AS "method_wording",
  "r"."FromHolder" AS "from_holder",
  "r"."ToHolder" AS "to_holder",
  "r"."NewUse" AS "new_use",
  CAST("r"."FloorArea" / 10000.0 AS REAL) AS "floor_area",
  CAST("r"."BookValue" / 10000.0 AS REAL) AS "book_value",
  "r"."OwnershipSettledOn" AS "ownership_settled_on",
  "r"."HandedOverOn" AS "handed_over_on",
  CAST(CASE "r"."DisposalStatus" WHEN 1 THEN 'NOT_STARTED' WHEN 2 THEN 'UNDER_WAY' WHEN 3 THEN 'COMPLETED' WHEN 4 THEN 'OTHER' END AS TEXT) AS "disposal_status",
  CAST(CASE "r"."DisposalStatus" WHEN 1 THEN '未处置' WHEN 2 THEN '处置中' WHEN 3 THEN '已处置' WHEN 4 THEN '其他' END AS TEXT) AS "disposal_status_zh",
  "r"."DisposalStatusWording" AS "disposal_status_wording",
  CAST("r"."Proceeds" / 10000.0 AS REAL) AS "proceeds",
  CAST("r"."AnnualRent" / 10000.0 AS REAL) AS "annual_rent",
  "r"."LeaseEndsOn" AS "lease_ends_on",
  "r"."DueOn" AS "due_on",
  "r"."CompletedOn" AS "completed_on",
  "r"."Version" AS "version",
  "county"."Code" AS "county_code",
  "county"."NameZh" AS "county_name_zh",
  "county"."NameEn" AS "county_name_en",
  "county"."KnownAs" AS "county_known_as",
  "county"."KnownAsZh" AS "county_known_as_zh",
  "township"."Code" AS "township_code",
  "township"."NameZh" AS "township_name_zh",
  "township"."NameEn" AS "township_name_en",
  "township"."KnownAs" AS "township_known_as",
  "township"."KnownAsZh" AS "township_known_as_zh",
  "proven_by"."Code" AS "proven_by_code",
  "proven_by"."Wording" AS "proven_by_wording"
FROM "AssetHandovers" AS "r"
LEFT JOIN "Counties" AS "county" ON "county"."Id" = "r"."CountyId"
LEFT JOIN "Townships" AS "township" ON "township"."Id" = "r"."TownshipId"
LEFT JOIN "Figures" AS "proven_by" ON "proven_by"."Id" = "r"."ProvenById";

CREATE VIEW "v_changed_rows" AS
SELECT "r"."Id" AS "id",
  "r"."Entity" AS "entity",
  "r"."RowId" AS "row_id",
  "r"."Code" AS "code",
  "r"."Version" AS "version",
  CAST(CASE "r"."Action" WHEN 1 THEN 'ADDED' WHEN 2 THEN 'CHANGED' WHEN 3 THEN 'WITHDRAWN' END AS TEXT) AS "action",
  CAST(CASE "r"."Action" WHEN 1 THEN '新增' WHEN 2 THEN '修改' WHEN 3 THEN '撤销' END AS TEXT) AS "action_zh",
  "change"."Id" AS "change_id",
  CAST(replace("change"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "change_recorded_at"
FROM "ChangedRows" AS "r"
LEFT JOIN "Changes" AS "change" ON "change"."Id" = "r"."ChangeId";

CREATE VIEW "v_changes" AS
SELECT "r"."Id" AS "id",
  "r"."Sequence" AS "sequence",
  CAST(replace("r"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_at",
  CAST(CASE "r"."Kind" WHEN 1 THEN 'SEED' WHEN 2 THEN 'CORRECTION' WHEN 3 THEN 'EVENT' END AS TEXT) AS "kind",
  CAST(CASE "r"."Kind" WHEN 1 THEN '初始载入' WHEN 2 THEN '更正' WHEN 3 THEN '事件' END AS TEXT) AS "kind_zh",
  "r"."EffectiveOn" AS "effective_on",
  "r"."RowCount" AS "row_count",
  "r"."RowsRoot" AS "rows_root",
  "r"."Hash" AS "hash"
FROM "Changes" AS "r";

CREATE VIEW "v_check_input_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."CheckId" AS "check_id",
  CAST(CASE "r"."Side" WHEN 1 THEN 'EXPECTED' WHEN 2 THEN 'ACTUAL' END AS TEXT) AS "side",
  CAST(CASE "r"."Side" WHEN 1 THEN '应有值' WHEN 2 THEN '实际值' END AS TEXT) AS "side_zh",
  "r"."Position" AS "position",
  "r"."FigureId" AS "figure_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "CheckInputsRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_check_inputs" AS
SELECT "r"."Id" AS "id",
  CAST(CASE "r"."Side" WHEN 1 THEN 'EXPECTED' WHEN 2 THEN 'ACTUAL' END AS TEXT) AS "side",
  CAST(CASE "r"."Side" WHEN 1 THEN '应有值' WHEN 2 THEN '实际值' END AS TEXT) AS "side_zh",
  "r"."Position" AS "position",
  "r"."Version" AS "version",
  "check"."Code" AS "check_code",
  "figure"."Code" AS "figure_code",
  "figure"."Wording" AS "figure_wording",
  "check_report"."Code" AS "check_report_code",
  "check_report"."TitleZh" AS "check_report_title_zh",
  "check_report"."TitleEn" AS "check_report_title_en",
  "figure_indicator"."Code" AS "figure_indicator_code",
  "figure_indicator"."NameZh" AS "figure_indicator_name_zh",
  "figure_indicator"."NameEn" AS "figure_indicator_name_en",
  "figure_county"."Code" AS "figure_county_code",
  "figure_county"."NameZh" AS "figure_county_name_zh",
  "figure_county"."NameEn" AS "figure_county_name_en",
  "figure_county"."KnownAs" AS "figure_county_known_as",
  "figure_county"."KnownAsZh" AS "figure_county_known_as_zh"
FROM "CheckInputs" AS "r"
LEFT JOIN "Checks" AS "check" ON "check"."Id" = "r"."CheckId"
LEFT JOIN "Figures" AS "figure" ON "figure"."Id" = "r"."FigureId"
LEFT JOIN "Reports" AS "check_report" ON "check_report"."Id" = "check"."ReportId"
LEFT JOIN "Indicators" AS "figure_indicator" ON "figure_indicator"."Id" = "figure"."IndicatorId"
LEFT JOIN "Counties" AS "figure_county" ON "figure_county"."Id" = "figure"."CountyId";

CREATE VIEW "v_check_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."ReportId" AS "report_id",
  CAST(CASE "r"."Theme" WHEN 1 THEN 'GOVERNANCE' WHEN 2 THEN 'REFORM_TASKS' WHEN 3 THEN 'PILOTS' WHEN 4 THEN 'SPATIAL_LAYOUT' WHEN 5 THEN 'INDUSTRY' WHEN 6 THEN 'TRANSPORT' WHEN 7 THEN 'FACILITIES' WHEN 8 THEN 'ASSETS' WHEN 9 THEN 'DEVOLVED_POWERS' WHEN 10 THEN 'ORGANISATION_AND_PARTY_BUILDING' WHEN 11 THEN 'BASIC_SERVICES' WHEN 12 THEN 'CONVENIENCE_SERVICES' WHEN 13 THEN 'SERVICE_QUALITY' WHEN 14 THEN 'RISK_VILLAGES' WHEN 15 THEN 'TRAINING' WHEN 16 THEN 'NEXT_STEPS' WHEN 17 THEN 'OTHER' END AS TEXT) AS "theme",
  CAST(CASE "r"."Theme" WHEN 1 THEN '统筹与治理' WHEN 2 THEN '改革任务' WHEN 3 THEN '先行试点' WHEN 4 THEN '空间布局' WHEN 5 THEN '产业发展' WHEN 6 THEN '交通运输' WHEN 7 THEN '设施整合' WHEN 8 THEN '资产盘活' WHEN 9 THEN '权力下放' WHEN 10 THEN '组织设置与党建' WHEN 11 THEN '基本服务' WHEN 12 THEN '便民服务' WHEN 13 THEN '服务质量' WHEN 14 THEN '风险村治理' WHEN 15 THEN '干部培训' WHEN 16 THEN '下步打算' WHEN 17 THEN '其他' END AS TEXT) AS "theme_zh",
  "r"."Rule" AS "rule",
  "r"."RuleZh" AS "rule_zh",
  CAST(CASE "r"."Relation" WHEN 1 THEN 'EQUAL' WHEN 2 THEN 'AT_MOST' END AS TEXT) AS "relation",
  CAST(CASE "r"."Relation" WHEN 1 THEN '相等' WHEN 2 THEN '不超过' END AS TEXT) AS "relation_zh",
  CAST(CASE "r"."Unit" WHEN 1 THEN 'NUMBER' WHEN 2 THEN 'PERSON' WHEN 3 THEN 'ITEM' WHEN 4 THEN 'CATEGORY' WHEN 5 THEN 'MATTER' WHEN 6 THEN 'SCHOOL' WHEN 7 THEN 'LOT' WHEN 8 THEN 'ROUTE' WHEN 9 THEN 'SQUARE_KILOMETRE' WHEN 10 THEN 'KILOMETRE' WHEN 11 THEN 'MU' WHEN 12 THEN 'YUAN' WHEN 13 THEN 'PERCENT' WHEN 14 THEN 'PERCENTAGE_POINT' WHEN 15 THEN 'PERSON_PER_TOWNSHIP' WHEN 16 THEN 'PER_MILLE' WHEN 17 THEN 'TIMES' WHEN 18 THEN 'RATIO' WHEN 19 THEN 'BASIS_POINT' WHEN 20 THEN 'PER_UNIT' WHEN 21 THEN 'HOUSEHOLD' WHEN 22 THEN 'PERSON_TIME' WHEN 23 THEN 'PERSON_DAY' WHEN 24 THEN 'VEHICLE' WHEN 25 THEN 'BED' WHEN 26 THEN 'OCCURRENCE' WHEN 27 THEN 'SQUARE_METRE' WHEN 28 THEN 'HECTARE' WHEN 29 THEN 'CUBIC_METRE' WHEN 30 THEN 'METRE' WHEN 31 THEN 'CENTIMETRE' WHEN 32 THEN 'MILLIMETRE' WHEN 33 THEN 'LI' WHEN 34 THEN 'TONNE' WHEN 35 THEN 'KILOGRAM' WHEN 36 THEN 'JIN' WHEN 37 THEN 'GRAM' WHEN 38 THEN 'MILLIGRAM' WHEN 39 THEN 'MICROGRAM' WHEN 40 THEN 'LITRE' WHEN 41 THEN 'KILOWATT_HOUR' WHEN 42 THEN 'KILOWATT' WHEN 43 THEN 'MEGAWATT' WHEN 44 THEN 'KILOVOLT' WHEN 45 THEN 'YEAR' WHEN 46 THEN 'MONTH' WHEN 47 THEN 'WEEK' WHEN 48 THEN 'DAY' WHEN 49 THEN 'WORKING_DAY' WHEN 50 THEN 'HOUR' WHEN 51 THEN 'MINUTE' WHEN 52 THEN 'SECOND' WHEN 53 THEN 'US_DOLLAR' WHEN 54 THEN 'DEGREE_CELSIUS' WHEN 55 THEN 'PER_MILLE_POINT' END AS TEXT) AS "unit",
  CAST(CASE "r"."Unit" WHEN 1 THEN '个' WHEN 2 THEN '人' WHEN 3 THEN '项' WHEN 4 THEN '大类' WHEN 5 THEN '件' WHEN 6 THEN '所' WHEN 7 THEN '宗' WHEN 8 THEN '条' WHEN 9 THEN '平方公里' WHEN 10 THEN '公里' WHEN 11 THEN '亩' WHEN 12 THEN '元' WHEN 13 THEN '%' WHEN 14 THEN '百分点' WHEN 15 THEN '人/乡镇' WHEN 16 THEN '‰' WHEN 17 THEN '倍' WHEN 18 THEN '分数' WHEN 19 THEN '基点' WHEN 20 THEN '每单位' WHEN 21 THEN '户' WHEN 22 THEN '人次' WHEN 23 THEN '人天' WHEN 24 THEN '辆' WHEN 25 THEN '床位' WHEN 26 THEN '次' WHEN 27 THEN '平方米' WHEN 28 THEN '公顷' WHEN 29 THEN '立方米' WHEN 30 THEN '米' WHEN 31 THEN '厘米' WHEN 32 THEN '毫米' WHEN 33 THEN '华里' WHEN 34 THEN '吨' WHEN 35 THEN '公斤' WHEN 36 THEN '斤' WHEN 37 THEN '克' WHEN 38 THEN '毫克' WHEN 39 THEN '微克' WHEN 40 THEN '升' WHEN 41 THEN '千瓦时' WHEN 42 THEN '千瓦' WHEN 43 THEN '兆瓦' WHEN 44 THEN '千伏' WHEN 45 THEN '年' WHEN 46 THEN '个月' WHEN 47 THEN '周' WHEN 48 THEN '天' WHEN 49 THEN '工作日' WHEN 50 THEN '小时' WHEN 51 THEN '分钟' WHEN 52 THEN '秒' WHEN 53 THEN '美元' WHEN 54 THEN '℃' WHEN 55 THEN '千分点' END AS TEXT) AS "unit_zh",
  CAST(CASE "r"."ExpectedBy" WHEN 1 THEN 'SAME_AS' WHEN 2 THEN 'SUM' WHEN 3 THEN 'DIFFERENCE' WHEN 4 THEN 'PERCENTAGE_CHANGE' WHEN 5 THEN 'LEVEL_BEFORE_GROWTH' WHEN 6 THEN 'RATIO' END AS TEXT) AS "expected_by",
  CAST(CASE "r"."ExpectedBy" WHEN 1 THEN '等于' WHEN 2 THEN '合计' WHEN 3 THEN '差' WHEN 4 THEN '变化率' WHEN 5 THEN '基期推算' WHEN 6 THEN '比率' END AS TEXT) AS "expected_by_zh",
  CAST(CASE "r"."ActualBy" WHEN 1 THEN 'SAME_AS' WHEN 2 THEN 'SUM' WHEN 3 THEN 'DIFFERENCE' WHEN 4 THEN 'PERCENTAGE_CHANGE' WHEN 5 THEN 'LEVEL_BEFORE_GROWTH' WHEN 6 THEN 'RATIO' END AS TEXT) AS "actual_by",
  CAST(CASE "r"."ActualBy" WHEN 1 THEN '等于' WHEN 2 THEN '合计' WHEN 3 THEN '差' WHEN 4 THEN '变化率' WHEN 5 THEN '基期推算' WHEN 6 THEN '比率' END AS TEXT) AS "actual_by_zh",
  "r"."Rows" AS "rows",
  CAST("r"."Expected" / 10000.0 AS REAL) AS "expected",
  CAST("r"."ExpectedLower" / 10000.0 AS REAL) AS "expected_lower",
  CAST("r"."ExpectedUpper" / 10000.0 AS REAL) AS "expected_upper",
  CAST("r"."Actual" / 10000.0 AS REAL) AS "actual",
  CAST("r"."ActualLower" / 10000.0 AS REAL) AS "actual_lower",
  CAST("r"."ActualUpper" / 10000.0 AS REAL) AS "actual_upper",
  CAST("r"."Difference" / 10000.0 AS REAL) AS "difference",
  CAST(CASE "r"."Status" WHEN 1 THEN 'HOLDS' WHEN 2 THEN 'NOT_RECONCILED' WHEN 3 THEN 'NOT_DECIDABLE' END AS TEXT) AS "status",
  CAST(CASE "r"."Status" WHEN 1 THEN '成立' WHEN 2 THEN '勾稽不符' WHEN 3 THEN '无法判断' END AS TEXT) AS "status_zh",
  "r"."Explanation" AS "explanation",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "ChecksRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_checks" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  CAST(CASE "r"."Theme" WHEN 1 THEN 'GOVERNANCE' WHEN 2 THEN 'REFORM_TASKS' WHEN 3 THEN 'PILOTS' WHEN 4 THEN 'SPATIAL_LAYOUT' WHEN 5 THEN 'INDUSTRY' WHEN 6 THEN 'TRANSPORT' WHEN 7 THEN 'FACILITIES' WHEN 8 THEN 'ASSETS' WHEN 9 THEN 'DEVOLVED_POWERS' WHEN 10 THEN 'ORGANISATION_AND_PARTY_BUILDING' WHEN 11 THEN 'BASIC_SERVICES' WHEN 12 THEN 'CONVENIENCE_SERVICES' WHEN 13 THEN 'SERVICE_QUALITY' WHEN 14 THEN 'RISK_VILLAGES' WHEN 15 THEN 'TRAINING' WHEN 16 THEN 'NEXT_STEPS' WHEN 17 THEN 'OTHER' END AS TEXT) AS "theme",
  CAST(CASE "r"."Theme" WHEN 1 THEN '统筹与治理' WHEN 2 THEN '改革任务' WHEN 3 THEN '先行试点' WHEN 4 THEN '空间布局' WHEN 5 THEN '产业发展' WHEN 6 THEN '交通运输' WHEN 7 THEN '设施整合' WHEN 8 THEN '资产盘活' WHEN 9 THEN '权力下放' WHEN 10 THEN '组织设置与党建' WHEN 11 THEN '基本服务' WHEN 12 THEN '便民服务' WHEN 13 THEN '服务质量' WHEN 14 THEN '风险村治理' WHEN 15 THEN '干部培训' WHEN 16 THEN '下步打算' WHEN 17 THEN '其他' END AS TEXT) AS "theme_zh",
  "r"."Rule" AS "rule",
  "r"."RuleZh" AS "rule_zh",
  CAST(CASE "r"."Relation" WHEN 1 THEN 'EQUAL' WHEN 2 THEN 'AT_MOST' END AS TEXT) AS "relation",
  CAST(CASE "r"."Relation" WHEN 1 THEN '相等' WHEN 2 THEN '不超过' END AS TEXT) AS "relation_zh",
  CAST(CASE "r"."Unit" WHEN 1 THEN 'NUMBER' WHEN 2 THEN 'PERSON' WHEN 3 THEN 'ITEM' WHEN 4 THEN 'CATEGORY' WHEN 5 THEN 'MATTER' WHEN 6 THEN 'SCHOOL' WHEN 7 THEN 'LOT' WHEN 8 THEN 'ROUTE' WHEN 9 THEN 'SQUARE_KILOMETRE' WHEN 10 THEN 'KILOMETRE' WHEN 11 THEN 'MU' WHEN 12 THEN 'YUAN' WHEN 13 THEN 'PERCENT' WHEN 14 THEN 'PERCENTAGE_POINT' WHEN 15 THEN 'PERSON_PER_TOWNSHIP' WHEN 16 THEN 'PER_MILLE' WHEN 17 THEN 'TIMES' WHEN 18 THEN 'RATIO' WHEN 19 THEN 'BASIS_POINT' WHEN 20 THEN 'PER_UNIT' WHEN 21 THEN 'HOUSEHOLD' WHEN 22 THEN 'PERSON_TIME' WHEN 23 THEN 'PERSON_DAY' WHEN 24 THEN 'VEHICLE' WHEN 25 THEN 'BED' WHEN 26 THEN 'OCCURRENCE' WHEN 27 THEN 'SQUARE_METRE' WHEN 28 THEN 'HECTARE' WHEN 29 THEN 'CUBIC_METRE' WHEN 30 THEN 'METRE' WHEN 31 THEN 'CENTIMETRE' WHEN 32 THEN 'MILLIMETRE' WHEN 33 THEN 'LI' WHEN 34 THEN 'TONNE' WHEN 35 THEN 'KILOGRAM' WHEN 36 THEN 'JIN' WHEN 37 THEN 'GRAM' WHEN 38 THEN 'MILLIGRAM' WHEN 39 THEN 'MICROGRAM' WHEN 40 THEN 'LITRE' WHEN 41 THEN 'KILOWATT_HOUR' WHEN 42 THEN 'KILOWATT' WHEN 43 THEN 'MEGAWATT' WHEN 44 THEN 'KILOVOLT' WHEN 45 THEN 'YEAR' WHEN 46 THEN 'MONTH' WHEN 47 THEN 'WEEK' WHEN 48 THEN 'DAY' WHEN 49 THEN 'WORKING_DAY' WHEN 50 THEN 'HOUR' WHEN 51 THEN 'MINUTE' WHEN 52 THEN 'SECOND' WHEN 53 THEN 'US_DOLLAR' WHEN 54 THEN 'DEGREE_CELSIUS' WHEN 55 THEN 'PER_MILLE_POINT' END AS TEXT) AS "unit",
  CAST(CASE "r"."Unit" WHEN 1 THEN '个' WHEN 2 THEN '人' WHEN 3 THEN '项' WHEN 4 THEN '大类' WHEN 5 THEN '件' WHEN 6 THEN '所' WHEN 7 THEN '宗' WHEN 8 THEN '条' WHEN 9 THEN '平方公里' WHEN 10 THEN '公里' WHEN 11 THEN '亩' WHEN 12 THEN '元' WHEN 13 THEN '%' WHEN 14 THEN '百分点' WHEN 15 THEN '人/乡镇' WHEN 16 THEN '‰' WHEN 17 THEN '倍' WHEN 18 THEN '分数' WHEN 19 THEN '基点' WHEN 20 THEN '每单位' WHEN 21 THEN '户' WHEN 22 THEN '人次' WHEN 23 THEN '人天' WHEN 24 THEN '辆' WHEN 25 THEN '床位' WHEN 26 THEN '次' WHEN 27 THEN '平方米' WHEN 28 THEN '公顷' WHEN 29 THEN '立方米' WHEN 30 THEN '米' WHEN 31 THEN '厘米' WHEN 32 THEN '毫米' WHEN 33 THEN '华里' WHEN 34 THEN '吨' WHEN 35 THEN '公斤' WHEN 36 THEN '斤' WHEN 37 THEN '克' WHEN 38 THEN '毫克' WHEN 39 THEN '微克' WHEN 40 THEN '升' WHEN 41 THEN '千瓦时' WHEN 42 THEN '千瓦' WHEN 43 THEN '兆瓦' WHEN 44 THEN '千伏' WHEN 45 THEN '年' WHEN 46 THEN '个月' WHEN 47 THEN '周' WHEN 48 THEN '天' WHEN 49 THEN '工作日' WHEN 50 THEN '小时' WHEN 51 THEN '分钟' WHEN 52 THEN '秒' WHEN 53 THEN '美元' WHEN 54 THEN '℃' WHEN 55 THEN '千分点' END AS TEXT) AS "unit_zh",
  CAST(CASE "r"."ExpectedBy" WHEN 1 THEN 'SAME_AS' WHEN 2 THEN 'SUM' WHEN 3 THEN 'DIFFERENCE' WHEN 4 THEN 'PERCENTAGE_CHANGE' WHEN 5 THEN 'LEVEL_BEFORE_GROWTH' WHEN 6 THEN 'RATIO' END AS TEXT) AS "expected_by",
  CAST(CASE "r"."ExpectedBy" WHEN 1 THEN '等于' WHEN 2 THEN '合计' WHEN 3 THEN '差' WHEN 4 THEN '变化率' WHEN 5 THEN '基期推算' WHEN 6 THEN '比率' END AS TEXT) AS "expected_by_zh",
  CAST(CASE "r"."ActualBy" WHEN 1 THEN 'SAME_AS' WHEN 2 THEN 'SUM' WHEN 3 THEN 'DIFFERENCE' WHEN 4 THEN 'PERCENTAGE_CHANGE' WHEN 5 THEN 'LEVEL_BEFORE_GROWTH' WHEN 6 THEN 'RATIO' END AS TEXT) AS "actual_by",
  CAST(CASE "r"."ActualBy" WHEN 1 THEN '等于' WHEN 2 THEN '合计' WHEN 3 THEN '差' WHEN 4 THEN '变化率' WHEN 5 THEN '基期推算' WHEN 6 THEN '比率' END AS TEXT) AS "actual_by_zh",
  "r"."Rows" AS "rows",
  CAST("r"."Expected" / 10000.0 AS REAL) AS "expected",
  CAST("r"."ExpectedLower" / 10000.0 AS REAL) AS "expected_lower",
  CAST("r"."ExpectedUpper" / 10000.0 AS REAL) AS "expected_upper",
  CAST("r"."Actual" / 10000.0 AS REAL) AS "actual",
  CAST("r"."ActualLower" / 10000.0 AS REAL) AS "actual_lower",
  CAST("r"."ActualUpper" / 10000.0 AS REAL) AS "actual_upper",
  CAST("r"."Difference" / 10000.0 AS REAL) AS "difference",
  CAST(CASE "r"."Status" WHEN 1 THEN 'HOLDS' WHEN 2 THEN 'NOT_RECONCILED' WHEN 3 THEN 'NOT_DECIDABLE' END AS TEXT) AS "status",
  CAST(CASE "r"."Status" WHEN 1 THEN '成立' WHEN 2 THEN '勾稽不符' WHEN 3 THEN '无法判断' END AS TEXT) AS "status_zh",
  "r"."Explanation" AS "explanation",
  "r"."Version" AS "version",
  "report"."Code" AS "report_code",
  "report"."TitleZh" AS "report_title_zh",
  "report"."TitleEn" AS "report_title_en",
  "report_county"."Code" AS "report_county_code",
  "report_county"."NameZh" AS "report_county_name_zh",
  "report_county"."NameEn" AS "report_county_name_en",
  "report_county"."KnownAs" AS "report_county_known_as",
  "report_county"."KnownAsZh" AS "report_county_known_as_zh"
FROM "Checks" AS "r"
LEFT JOIN "Reports" AS "report" ON "report"."Id" = "r"."ReportId"
LEFT JOIN "Counties" AS "report_county" ON "report_county"."Id" = "report"."CountyId";

CREATE VIEW "v_counties" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  "r"."AreaCode" AS "area_code",
  "r"."NameZh" AS "name_zh",
  "r"."NameEn" AS "name_en",
  "r"."KnownAs" AS "known_as",
  "r"."KnownAsZh" AS "known_as_zh",
  "r"."Version" AS "version"
FROM "Counties" AS "r";

CREATE VIEW "v_county_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  "r"."AreaCode" AS "area_code",
  "r"."NameZh" AS "name_zh",
  "r"."NameEn" AS "name_en",
  "r"."KnownAs" AS "known_as",
  "r"."KnownAsZh" AS "known_as_zh",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "CountiesRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_facility_consolidation_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  CAST(CASE "r"."Type" WHEN 1 THEN 'HEALTH_CENTRE' WHEN 2 THEN 'MEDICAL_SUB_CENTRE' WHEN 3 THEN 'ELDERLY_CARE_CENTRE' WHEN 4 THEN 'VOCATIONAL_SCHOOL' WHEN 5 THEN 'PRIMARY_OR_SECONDARY_SCHOOL' WHEN 6 THEN 'SERVICE_CENTRE' WHEN 7 THEN 'SERVICE_SUB_CENTRE' WHEN 8 THEN 'VILLAGE_SERVICE_ROOM' WHEN 9 THEN 'SERVICE_STATION' WHEN 10 THEN 'COUNTY_MEDICAL_CENTRE' WHEN 11 THEN 'SCHOOL' WHEN 12 THEN 'KINDERGARTEN' WHEN 13 THEN 'OTHER' END AS TEXT) AS "type",
  CAST(CASE "r"."Type" WHEN 1 THEN '建制乡镇卫生院' WHEN 2 THEN '县域医疗次中心' WHEN 3 THEN '区域性养老中心' WHEN 4 THEN '职业中学' WHEN 5 THEN '中小学' WHEN 6 THEN '便民服务中心' WHEN 7 THEN '便民服务分中心' WHEN 8 THEN '便民服务室' WHEN 9 THEN '便民服务站' WHEN 10 THEN '县医疗中心' WHEN 11 THEN '学校' WHEN 12 THEN '幼儿园' WHEN 13 THEN '其他' END AS TEXT) AS "type_zh",
  "r"."TypeWording" AS "type_wording",
  CAST(CASE "r"."Action" WHEN 1 THEN 'PLANNED' WHEN 2 THEN 'ESTABLISHED_TO_STANDARD' WHEN 3 THEN 'BUILT' WHEN 4 THEN 'ADDED' WHEN 5 THEN 'INTEGRATED' WHEN 6 THEN 'MERGED_OR_CLOSED' WHEN 7 THEN 'STRENGTHENED' WHEN 8 THEN 'IMPROVED' WHEN 9 THEN 'CONSOLIDATED' WHEN 10 THEN 'OTHER' END AS TEXT) AS "action",
  CAST(CASE "r"."Action" WHEN 1 THEN '规划建设' WHEN 2 THEN '规范设置' WHEN 3 THEN '建成' WHEN 4 THEN '新增' WHEN 5 THEN '整合' WHEN 6 THEN '撤并' WHEN 7 THEN '做强' WHEN 8 THEN '做优' WHEN 9 THEN '做实' WHEN 10 THEN '其他' END AS TEXT) AS "action_zh",
  "r"."ActionWording" AS "action_wording",
  "r"."NameZh" AS "name_zh",
  "r"."NameEn" AS "name_en",
  "r"."EffectiveOn" AS "effective_on",
  CAST("r"."FloorArea" / 10000.0 AS REAL) AS "floor_area",
  CAST(CASE "r"."Status" WHEN 1 THEN 'NOT_STARTED' WHEN 2 THEN 'UNDER_WAY' WHEN 3 THEN 'COMPLETED' WHEN 4 THEN 'OTHER' END AS TEXT) AS "status",
  CAST(CASE "r"."Status" WHEN 1 THEN '未开工' WHEN 2 THEN '在建' WHEN 3 THEN '已建成' WHEN 4 THEN '其他' END AS TEXT) AS "status_zh",
  "r"."StatusWording" AS "status_wording",
  "r"."Capacity" AS "capacity",
  CAST("r"."Investment" / 10000.0 AS REAL) AS "investment",
  "r"."MergedIntoId" AS "merged_into_id",
  "r"."CountyId" AS "county_id",
  "r"."TownshipId" AS "township_id",
  "r"."VillageId" AS "village_id",
  "r"."ProvenById" AS "proven_by_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "FacilityConsolidationsRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_facility_consolidations" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  CAST(CASE "r"."Type" WHEN 1 THEN 'HEALTH_CENTRE' WHEN 2 THEN 'MEDICAL_SUB_CENTRE' WHEN 3 THEN 'ELDERLY_CARE_CENTRE' WHEN 4 THEN 'VOCATIONAL_SCHOOL' WHEN 5 THEN 'PRIMARY_OR_SECONDARY_SCHOOL' WHEN 6 THEN 'SERVICE_CENTRE' WHEN 7 THEN 'SERVICE_SUB_CENTRE' WHEN 8 THEN 'VILLAGE_SERVICE_ROOM' WHEN 9 THEN 'SERVICE_STATION' WHEN 10 THEN 'COUNTY_MEDICAL_CENTRE' WHEN 11 THEN 'SCHOOL' WHEN 12 THEN 'KINDERGARTEN' WHEN 13 THEN 'OTHER' END AS TEXT) AS "type",
  CAST(CASE "r"."Type" WHEN 1 THEN '建制乡镇卫生院' WHEN 2 THEN '县域医疗次中心' WHEN 3 THEN '区域性养老中心' WHEN 4 THEN '职业中学' WHEN 5 THEN '中小学' WHEN 6 THEN '便民服务中心' WHEN 7 THEN '便民服务分中心' WHEN 8 THEN '便民服务室' WHEN 9 THEN '便民服务站' WHEN 10 THEN '县医疗中心' WHEN 11 THEN '学校' WHEN 12 THEN '幼儿园' WHEN 13 THEN '其他' END AS TEXT) AS "type_zh",
  "r"."TypeWording" AS "type_wording",
  CAST(CASE "r"."Action" WHEN 1 THEN 'PLANNED' WHEN 2 THEN 'ESTABLISHED_TO_STANDARD' WHEN 3 THEN 'BUILT' WHEN 4 THEN 'ADDED' WHEN 5 THEN 'INTEGRATED' WHEN 6 THEN 'MERGED_OR_CLOSED' WHEN 7 THEN 'STRENGTHENED' WHEN 8 THEN 'IMPROVED' WHEN 9 THEN 'CONSOLIDATED' WHEN 10 THEN 'OTHER' END AS TEXT) AS "action",
  CAST(CASE "r"."Action" WHEN 1 THEN '规划建设' WHEN 2 THEN '规范设置' WHEN 3 THEN '建成' WHEN 4 THEN '新增' WHEN 5 THEN '整合' WHEN 6 THEN '撤并' WHEN 7 THEN '做强' WHEN 8 THEN '做优' WHEN 9 THEN '做实' WHEN 10 THEN '其他' END AS TEXT) AS "action_zh",
  "r"."ActionWording" AS "action_wording",
  "r"."NameZh" AS "name_zh",
  "r"."NameEn" AS "name_en",
  "r"."EffectiveOn" AS "effective_on",
  CAST("r"."FloorArea" / 10000.0 AS REAL) AS "floor_area",
  CAST(CASE "r"."Status" WHEN 1 THEN 'NOT_STARTED' WHEN 2 THEN 'UNDER_WAY' WHEN 3 THEN 'COMPLETED' WHEN 4 THEN 'OTHER' END AS TEXT) AS "status",
  CAST(CASE "r"."Status" WHEN 1 THEN '未开工' WHEN 2 THEN '在建' WHEN 3 THEN '已建成' WHEN 4 THEN '其他' END AS TEXT) AS "status_zh",
  "r"."StatusWording" AS "status_wording",
  "r"."Capacity" AS "capacity",
  CAST("r"."Investment" / 10000.0 AS REAL) AS "investment",
  "r"."Version" AS "version",
  "merged_into"."Code" AS "merged_into_code",
  "merged_into"."NameZh" AS "merged_into_name_zh",
  "merged_into"."NameEn" AS "merged_into_name_en",
  "county"."Code" AS "county_code",
  "county"."NameZh" AS "county_name_zh",
  "county"."NameEn" AS "county_name_en",
  "county"."KnownAs" AS "county_known_as",
  "county"."KnownAsZh" AS "county_known_as_zh",
  "township"."Code" AS "township_code",
  "township"."NameZh" AS "township_name_zh",
  "township"."NameEn" AS "township_name_en",
  "township"."KnownAs" AS "township_known_as",
  "township"."KnownAsZh" AS "township_known_as_zh",
  "village"."Code" AS "village_code",
  "village"."NameZh" AS "village_name_zh",
  "village"."NameEn" AS "village_name_en",
  "proven_by"."Code" AS "proven_by_code",
  "proven_by"."Wording" AS "proven_by_wording"
FROM "FacilityConsolidations" AS "r"
LEFT JOIN "FacilityConsolidations" AS "merged_into" ON "merged_into"."Id" = "r"."MergedIntoId"
LEFT JOIN "Counties" AS "county" ON "county"."Id" = "r"."CountyId"
LEFT JOIN "Townships" AS "township" ON "township"."Id" = "r"."TownshipId"
LEFT JOIN "Villages" AS "village" ON "village"."Id" = "r"."VillageId"
LEFT JOIN "Figures" AS "proven_by" ON "proven_by"."Id" = "r"."ProvenById";

CREATE VIEW "v_figure_input_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."FigureId" AS "figure_id",
  "r"."Position" AS "position",
  "r"."InputId" AS "input_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "FigureInputsRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_figure_inputs" AS
SELECT "r"."Id" AS "id",
  "r"."Position" AS "position",
  "r"."Version" AS "version",
  "figure"."Code" AS "figure_code",
  "figure"."Wording" AS "figure_wording",
  "input"."Code" AS "input_code",
  "input"."Wording" AS "input_wording",
  "figure_report"."Code" AS "figure_report_code",
  "figure_report"."TitleZh" AS "figure_report_title_zh",
  "figure_report"."TitleEn" AS "figure_report_title_en",
  "figure_indicator"."Code" AS "figure_indicator_code",
  "figure_indicator"."NameZh" AS "figure_indicator_name_zh",
  "figure_indicator"."NameEn" AS "figure_indicator_name_en",
  "figure_county"."Code" AS "figure_county_code",
  "figure_county"."NameZh" AS "figure_county_name_zh",
  "figure_county"."NameEn" AS "figure_county_name_en",
  "figure_county"."KnownAs" AS "figure_county_known_as",
  "figure_county"."KnownAsZh" AS "figure_county_known_as_zh"
FROM "FigureInputs" AS "r"
LEFT JOIN "Figures" AS "figure" ON "figure"."Id" = "r"."FigureId"
LEFT JOIN "Figures" AS "input" ON "input"."Id" = "r"."InputId"
LEFT JOIN "Reports" AS "figure_report" ON "figure_report"."Id" = "figure"."ReportId"
LEFT JOIN "Indicators" AS "figure_indicator" ON "figure_indicator"."Id" = "figure"."IndicatorId"
LEFT JOIN "Counties" AS "figure_county" ON "figure_county"."Id" = "figure"."CountyId";

CREATE VIEW "v_figure_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."ReportId" AS "report_id",
  "r"."IndicatorId" AS "indicator_id",
  CAST(CASE "r"."Theme" WHEN 1 THEN 'GOVERNANCE' WHEN 2 THEN 'REFORM_TASKS' WHEN 3 THEN 'PILOTS' WHEN 4 THEN 'SPATIAL_LAYOUT' WHEN 5 THEN 'INDUSTRY' WHEN 6 THEN 'TRANSPORT' WHEN 7 THEN 'FACILITIES' WHEN 8 THEN 'ASSETS' WHEN 9 THEN 'DEVOLVED_POWERS' WHEN 10 THEN 'ORGANISATION_AND_PARTY_BUILDING' WHEN 11 THEN 'BASIC_SERVICES' WHEN 12 THEN 'CONVENIENCE_SERVICES' WHEN 13 THEN 'SERVICE_QUALITY' WHEN 14 THEN 'RISK_VILLAGES' WHEN 15 THEN 'TRAINING' WHEN 16 THEN 'NEXT_STEPS' WHEN 17 THEN 'OTHER' END AS TEXT) AS "theme",
  CAST(CASE "r"."Theme" WHEN 1 THEN '统筹与治理' WHEN 2 THEN '改革任务' WHEN 3 THEN '先行试点' WHEN 4 THEN '空间布局' WHEN 5 THEN '产业发展' WHEN 6 THEN '交通运输' WHEN 7 THEN '设施整合' WHEN 8 THEN '资产盘活' WHEN 9 THEN '权力下放' WHEN 10 THEN '组织设置与党建' WHEN 11 THEN '基本服务' WHEN 12 THEN '便民服务' WHEN 13 THEN '服务质量' WHEN 14 THEN '风险村治理' WHEN 15 THEN '干部培训' WHEN 16 THEN '下步打算' WHEN 17 THEN '其他' END AS TEXT) AS "theme_zh",
  CAST(CASE "r"."Role" WHEN 1 THEN 'LEVEL' WHEN 2 THEN 'FLOW' WHEN 3 THEN 'CUMULATIVE' WHEN 4 THEN 'GROWTH_RATE' WHEN 5 THEN 'CHANGE' WHEN 6 THEN 'BASELINE' WHEN 7 THEN 'TARGET' WHEN 8 THEN 'NEED' END AS TEXT) AS "role",
  CAST(CASE "r"."Role" WHEN 1 THEN '时点数' WHEN 2 THEN '时期数' WHEN 3 THEN '累计数' WHEN 4 THEN '增长率' WHEN 5 THEN '变化' WHEN 6 THEN '基期值' WHEN 7 THEN '目标' WHEN 8 THEN '需求摸底' END AS TEXT) AS "role_zh",
  CAST("r"."Value" / 10000.0 AS REAL) AS "value",
  CAST(CASE "r"."Unit" WHEN 1 THEN 'NUMBER' WHEN 2 THEN 'PERSON' WHEN 3 THEN 'ITEM' WHEN 4 THEN 'CATEGORY' WHEN 5 THEN 'MATTER' WHEN 6 THEN 'SCHOOL' WHEN 7 THEN 'LOT' WHEN 8 THEN 'ROUTE' WHEN 9 THEN 'SQUARE_KILOMETRE' WHEN 10 THEN 'KILOMETRE' WHEN 11 THEN 'MU' WHEN 12 THEN 'YUAN' WHEN 13 THEN 'PERCENT' WHEN 14 THEN 'PERCENTAGE_POINT' WHEN 15 THEN 'PERSON_PER_TOWNSHIP' WHEN 16 THEN 'PER_MILLE' WHEN 17 THEN 'TIMES' WHEN 18 THEN 'RATIO' WHEN 19 THEN 'BASIS_POINT' WHEN 20 THEN 'PER_UNIT' WHEN 21 THEN 'HOUSEHOLD' WHEN 22 THEN 'PERSON_TIME' WHEN 23 THEN 'PERSON_DAY' WHEN 24 THEN 'VEHICLE' WHEN 25 THEN 'BED' WHEN 26 THEN 'OCCURRENCE' WHEN 27 THEN 'SQUARE_METRE' WHEN 28 THEN 'HECTARE' WHEN 29 THEN 'CUBIC_METRE' WHEN 30 THEN 'METRE' WHEN 31 THEN 'CENTIMETRE' WHEN 32 THEN 'MILLIMETRE' WHEN 33 THEN 'LI' WHEN 34 THEN 'TONNE' WHEN 35 THEN 'KILOGRAM' WHEN 36 THEN 'JIN' WHEN 37 THEN 'GRAM' WHEN 38 THEN 'MILLIGRAM' WHEN 39 THEN 'MICROGRAM' WHEN 40 THEN 'LITRE' WHEN 41 THEN 'KILOWATT_HOUR' WHEN 42 THEN 'KILOWATT' WHEN 43 THEN 'MEGAWATT' WHEN 44 THEN 'KILOVOLT' WHEN 45 THEN 'YEAR' WHEN 46 THEN 'MONTH' WHEN 47 THEN 'WEEK' WHEN 48 THEN 'DAY' WHEN 49 THEN 'WORKING_DAY' WHEN 50 THEN 'HOUR' WHEN 51 THEN 'MINUTE' WHEN 52 THEN 'SECOND' WHEN 53 THEN 'US_DOLLAR' WHEN 54 THEN 'DEGREE_CELSIUS' WHEN 55 THEN 'PER_MILLE_POINT' END AS TEXT) AS "unit",
  CAST(CASE "r"."Unit" WHEN 1 THEN '个' WHEN 2 THEN '人' WHEN 3 THEN '项' WHEN 4 THEN '大类' WHEN 5 THEN '件' WHEN 6 THEN '所' WHEN 7 THEN '宗' WHEN 8 THEN '条' WHEN 9 THEN '平方公里' WHEN 10 THEN '公里' WHEN 11 THEN '亩' WHEN 12 THEN '元' WHEN 13 THEN '%' WHEN 14 THEN '百分点' WHEN 15 THEN '人/乡镇' WHEN 16 THEN '‰' WHEN 17 THEN '倍' WHEN 18 THEN '分数' WHEN 19 THEN '基点' WHEN 20 THEN '每单位' WHEN 21 THEN '户' WHEN 22 THEN '人次' WHEN 23 THEN '人天' WHEN 24 THEN '辆' WHEN 25 THEN '床位' WHEN 26 THEN '次' WHEN 27 THEN '平方米' WHEN 28 THEN '公顷' WHEN 29 THEN '立方米' WHEN 30 THEN '米' WHEN 31 THEN '厘米' WHEN 32 THEN '毫米' WHEN 33 THEN '华里' WHEN 34 THEN '吨' WHEN 35 THEN '公斤' WHEN 36 THEN '斤' WHEN 37 THEN '克' WHEN 38 THEN '毫克' WHEN 39 THEN '微克' WHEN 40 THEN '升' WHEN 41 THEN '千瓦时' WHEN 42 THEN '千瓦' WHEN 43 THEN '兆瓦' WHEN 44 THEN '千伏' WHEN 45 THEN '年' WHEN 46 THEN '个月' WHEN 47 THEN '周' WHEN 48 THEN '天' WHEN 49 THEN '工作日' WHEN 50 THEN '小时' WHEN 51 THEN '分钟' WHEN 52 THEN '秒' WHEN 53 THEN '美元' WHEN 54 THEN '℃' WHEN 55 THEN '千分点' END AS TEXT) AS "unit_zh",
  CAST(CASE "r"."Precision" WHEN 1 THEN 'EXACT' WHEN 2 THEN 'ROUNDED' WHEN 3 THEN 'MORE_THAN' WHEN 4 THEN 'AT_LEAST' WHEN 5 THEN 'ABOUT' WHEN 6 THEN 'AT_MOST' WHEN 7 THEN 'LESS_THAN' END AS TEXT) AS "precision",
  CAST(CASE "r"."Precision" WHEN 1 THEN '精确' WHEN 2 THEN '四舍五入' WHEN 3 THEN '余' WHEN 4 THEN '以上' WHEN 5 THEN '约' WHEN 6 THEN '以内' WHEN 7 THEN '不足' END AS TEXT) AS "precision_zh",
  CAST("r"."Lower" / 10000.0 AS REAL) AS "lower",
  "r"."LowerIncluded" AS "lower_included",
  CAST("r"."Upper" / 10000.0 AS REAL) AS "upper",
  "r"."UpperIncluded" AS "upper_included",
  "r"."Wording" AS "wording",
  "r"."UnitWording" AS "unit_wording",
  CAST(CASE "r"."Direction" WHEN 1 THEN 'UP' WHEN 2 THEN 'DOWN' END AS TEXT) AS "direction",
  CAST(CASE "r"."Direction" WHEN 1 THEN '上升' WHEN 2 THEN '下降' END AS TEXT) AS "direction_zh",
  CAST(CASE "r"."Derivation" WHEN 1 THEN 'SAME_AS' WHEN 2 THEN 'SUM' WHEN 3 THEN 'DIFFERENCE' WHEN 4 THEN 'PERCENTAGE_CHANGE' WHEN 5 THEN 'LEVEL_BEFORE_GROWTH' WHEN 6 THEN 'RATIO' END AS TEXT) AS "derivation",
  CAST(CASE "r"."Derivation" WHEN 1 THEN '等于' WHEN 2 THEN '合计' WHEN 3 THEN '差' WHEN 4 THEN '变化率' WHEN 5 THEN '基期推算' WHEN 6 THEN '比率' END AS TEXT) AS "derivation_zh",
  CAST(CASE WHEN "r"."Derivation" IS NULL THEN 'STATED' ELSE 'DERIVED' END AS TEXT) AS "origin",
  CAST(CASE WHEN "r"."Derivation" IS NULL THEN '报告所载' ELSE '推算' END AS TEXT) AS "origin_zh",
  CAST(CASE WHEN "r"."VillageId" IS NOT NULL THEN 'VILLAGE' ELSE CASE WHEN "r"."TownshipId" IS NOT NULL THEN 'TOWNSHIP' ELSE 'COUNTY' END END AS TEXT) AS "scope",
  CAST(CASE WHEN "r"."VillageId" IS NOT NULL THEN '单个村' ELSE CASE WHEN "r"."TownshipId" IS NOT NULL THEN '单个乡镇' ELSE '全县' END END AS TEXT) AS "scope_zh",
  "r"."Period" AS "period",
  "r"."Year" AS "year",
  "r"."FirstMonth" AS "first_month",
  "r"."LastMonth" AS "last_month",
  "r"."Remark" AS "remark",
  "r"."CountyId" AS "county_id",
  "r"."TownshipId" AS "township_id",
  "r"."VillageId" AS "village_id",
  "r"."LocatorId" AS "locator_id",
  "r"."RestatesId" AS "restates_id",
  "r"."SupersededById" AS "superseded_by_id",
  "r"."InitiativeId" AS "initiative_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "FiguresRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_figures" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  CAST(CASE "r"."Theme" WHEN 1 THEN 'GOVERNANCE' WHEN 2 THEN 'REFORM_TASKS' WHEN 3 THEN 'PILOTS' WHEN 4 THEN 'SPATIAL_LAYOUT' WHEN 5 THEN 'INDUSTRY' WHEN 6 THEN 'TRANSPORT' WHEN 7 THEN 'FACILITIES' WHEN 8 THEN 'ASSETS' WHEN 9 THEN 'DEVOLVED_POWERS' WHEN 10 THEN 'ORGANISATION_AND_PARTY_BUILDING' WHEN 11 THEN 'BASIC_SERVICES' WHEN 12 THEN 'CONVENIENCE_SERVICES' WHEN 13 THEN 'SERVICE_QUALITY' WHEN 14 THEN 'RISK_VILLAGES' WHEN 15 THEN 'TRAINING' WHEN 16 THEN 'NEXT_STEPS' WHEN 17 THEN 'OTHER' END AS TEXT) AS "theme",
  CAST(CASE "r"."Theme" WHEN 1 THEN '统筹与治理' WHEN 2 THEN '改革任务' WHEN 3 THEN '先行试点' WHEN 4 THEN '空间布局' WHEN 5 THEN '产业发展' WHEN 6 THEN '交通运输' WHEN 7 THEN '设施整合' WHEN 8 THEN '资产盘活' WHEN 9 THEN '权力下放' WHEN 10 THEN '组织设置与党建' WHEN 11 THEN '基本服务' WHEN 12 THEN '便民服务' WHEN 13 THEN '服务质量' WHEN 14 THEN '风险村治理' WHEN 15 THEN '干部培训' WHEN 16 THEN '下步打算' WHEN 17 THEN '其他' END AS TEXT) AS "theme_zh",
  CAST(CASE "r"."Role" WHEN 1 THEN 'LEVEL' WHEN 2 THEN 'FLOW' WHEN 3 THEN 'CUMULATIVE' WHEN 4 THEN 'GROWTH_RATE' WHEN 5 THEN 'CHANGE' WHEN 6 THEN 'BASELINE' WHEN 7 THEN 'TARGET' WHEN 8 THEN 'NEED' END AS TEXT) AS "role",
  CAST(CASE "r"."Role" WHEN 1 THEN '时点数' WHEN 2 THEN '时期数' WHEN 3 THEN '累计数' WHEN 4 THEN '增长率' WHEN 5 THEN '变化' WHEN 6 THEN '基期值' WHEN 7 THEN '目标' WHEN 8 THEN '需求摸底' END AS TEXT) AS "role_zh",
  CAST("r"."Value" / 10000.0 AS REAL) AS "value",
  CAST(CASE "r"."Unit" WHEN 1 THEN 'NUMBER' WHEN 2 THEN 'PERSON' WHEN 3 THEN 'ITEM' WHEN 4 THEN 'CATEGORY' WHEN 5 THEN 'MATTER' WHEN 6 THEN 'SCHOOL' WHEN 7 THEN 'LOT' WHEN 8 THEN 'ROUTE' WHEN 9 THEN 'SQUARE_KILOMETRE' WHEN 10 THEN 'KILOMETRE' WHEN 11 THEN 'MU' WHEN 12 THEN 'YUAN' WHEN 13 THEN 'PERCENT' WHEN 14 THEN 'PERCENTAGE_POINT' WHEN 15 THEN 'PERSON_PER_TOWNSHIP' WHEN 16 THEN 'PER_MILLE' WHEN 17 THEN 'TIMES' WHEN 18 THEN 'RATIO' WHEN 19 THEN 'BASIS_POINT' WHEN 20 THEN 'PER_UNIT' WHEN 21 THEN 'HOUSEHOLD' WHEN 22 THEN 'PERSON_TIME' WHEN 23 THEN 'PERSON_DAY' WHEN 24 THEN 'VEHICLE' WHEN 25 THEN 'BED' WHEN 26 THEN 'OCCURRENCE' WHEN 27 THEN 'SQUARE_METRE' WHEN 28 THEN 'HECTARE' WHEN 29 THEN 'CUBIC_METRE' WHEN 30 THEN 'METRE' WHEN 31 THEN 'CENTIMETRE' WHEN 32 THEN 'MILLIMETRE' WHEN 33 THEN 'LI' WHEN 34 THEN 'TONNE' WHEN 35 THEN 'KILOGRAM' WHEN 36 THEN 'JIN' WHEN 37 THEN 'GRAM' WHEN 38 THEN 'MILLIGRAM' WHEN 39 THEN 'MICROGRAM' WHEN 40 THEN 'LITRE' WHEN 41 THEN 'KILOWATT_HOUR' WHEN 42 THEN 'KILOWATT' WHEN 43 THEN 'MEGAWATT' WHEN 44 THEN 'KILOVOLT' WHEN 45 THEN 'YEAR' WHEN 46 THEN 'MONTH' WHEN 47 THEN 'WEEK' WHEN 48 THEN 'DAY' WHEN 49 THEN 'WORKING_DAY' WHEN 50 THEN 'HOUR' WHEN 51 THEN 'MINUTE' WHEN 52 THEN 'SECOND' WHEN 53 THEN 'US_DOLLAR' WHEN 54 THEN 'DEGREE_CELSIUS' WHEN 55 THEN 'PER_MILLE_POINT' END AS TEXT) AS "unit",
  CAST(CASE "r"."Unit" WHEN 1 THEN '个' WHEN 2 THEN '人' WHEN 3 THEN '项' WHEN 4 THEN '大类' WHEN 5 THEN '件' WHEN 6 THEN '所' WHEN 7 THEN '宗' WHEN 8 THEN '条' WHEN 9 THEN '平方公里' WHEN 10 THEN '公里' WHEN 11 THEN '亩' WHEN 12 THEN '元' WHEN 13 THEN '%' WHEN 14 THEN '百分点' WHEN 15 THEN '人/乡镇' WHEN 16 THEN '‰' WHEN 17 THEN '倍' WHEN 18 THEN '分数' WHEN 19 THEN '基点' WHEN 20 THEN '每单位' WHEN 21 THEN '户' WHEN 22 THEN '人次' WHEN 23 THEN '人天' WHEN 24 THEN '辆' WHEN 25 THEN '床位' WHEN 26 THEN '次' WHEN 27 THEN '平方米' WHEN 28 THEN '公顷' WHEN 29 THEN '立方米' WHEN 30 THEN '米' WHEN 31 THEN '厘米' WHEN 32 THEN '毫米' WHEN 33 THEN '华里' WHEN 34 THEN '吨' WHEN 35 THEN '公斤' WHEN 36 THEN '斤' WHEN 37 THEN '克' WHEN 38 THEN '毫克' WHEN 39 THEN '微克' WHEN 40 THEN '升' WHEN 41 THEN '千瓦时' WHEN 42 THEN '千瓦' WHEN 43 THEN '兆瓦' WHEN 44 THEN '千伏' WHEN 45 THEN '年' WHEN 46 THEN '个月' WHEN 47 THEN '周' WHEN 48 THEN '天' WHEN 49 THEN '工作日' WHEN 50 THEN '小时' WHEN 51 THEN '分钟' WHEN 52 THEN '秒' WHEN 53 THEN '美元' WHEN 54 THEN '℃' WHEN 55 THEN '千分点' END AS TEXT) AS "unit_zh",
  CAST(CASE "r"."Precision" WHEN 1 THEN 'EXACT' WHEN 2 THEN 'ROUNDED' WHEN 3 THEN 'MORE_THAN' WHEN 4 THEN 'AT_LEAST' WHEN 5 THEN 'ABOUT' WHEN 6 THEN 'AT_MOST' WHEN 7 THEN 'LESS_THAN' END AS TEXT) AS "precision",
  CAST(CASE "r"."Precision" WHEN 1 THEN '精确' WHEN 2 THEN '四舍五入' WHEN 3 THEN '余' WHEN 4 THEN '以上' WHEN 5 THEN '约' WHEN 6 THEN '以内' WHEN 7 THEN '不足' END AS TEXT) AS "precision_zh",
  CAST("r"."Lower" / 10000.0 AS REAL) AS "lower",
  "r"."LowerIncluded" AS "lower_included",
  CAST("r"."Upper" / 10000.0 AS REAL) AS "upper",
  "r"."UpperIncluded" AS "upper_included",
  "r"."Wording" AS "wording",
  "r"."UnitWording" AS "unit_wording",
  CAST(CASE "r"."Direction" WHEN 1 THEN 'UP' WHEN 2 THEN 'DOWN' END AS TEXT) AS "direction",
  CAST(CASE "r"."Direction" WHEN 1 THEN '上升' WHEN 2 THEN '下降' END AS TEXT) AS "direction_zh",
  CAST(CASE "r"."Derivation" WHEN 1 THEN 'SAME_AS' WHEN 2 THEN 'SUM' WHEN 3 THEN 'DIFFERENCE' WHEN 4 THEN 'PERCENTAGE_CHANGE' WHEN 5 THEN 'LEVEL_BEFORE_GROWTH' WHEN 6 THEN 'RATIO' END AS TEXT) AS "derivation",
  CAST(CASE "r"."Derivation" WHEN 1 THEN '等于' WHEN 2 THEN '合计' WHEN 3 THEN '差' WHEN 4 THEN '变化率' WHEN 5 THEN '基期推算' WHEN 6 THEN '比率' END AS TEXT) AS "derivation_zh",
  CAST(CASE WHEN "r"."Derivation" IS NULL THEN 'STATED' ELSE 'DERIVED' END AS TEXT) AS "origin",
  CAST(CASE WHEN "r"."Derivation" IS NULL THEN '报告所载' ELSE '推算' END AS TEXT) AS "origin_zh",
  CAST(CASE WHEN "r"."VillageId" IS NOT NULL THEN 'VILLAGE' ELSE CASE WHEN "r"."TownshipId" IS NOT NULL THEN 'TOWNSHIP' ELSE 'COUNTY' END END AS TEXT) AS "scope",
  CAST(CASE WHEN "r"."VillageId" IS NOT NULL THEN '单个村' ELSE CASE WHEN "r"."TownshipId" IS NOT NULL THEN '单个乡镇' ELSE '全县' END END AS TEXT) AS "scope_zh",
  "r"."Period" AS "period",
  "r"."Year" AS "year",
  "r"."FirstMonth" AS "first_month",
  "r"."LastMonth" AS "last_month",
  "r"."Remark" AS "remark",
  "r"."Version" AS "version",
  "report"."Code" AS "report_code",
  "report"."TitleZh" AS "report_title_zh",
  "report"."TitleEn" AS "report_title_en",
  "indicator"."Code" AS "indicator_code",
  "indicator"."NameZh" AS "indicator_name_zh",
  "indicator"."NameEn" AS "indicator_name_en",
  "county"."Code" AS "county_code",
  "county"."NameZh" AS "county_name_zh",
  "county"."NameEn" AS "county_name_en",
  "county"."KnownAs" AS "county_known_as",
  "county"."KnownAsZh" AS "county_known_as_zh",
  "township"."Code" AS "township_code",
  "township"."NameZh" AS "township_name_zh",
  "township"."NameEn" AS "township_name_en",
  "township"."KnownAs" AS "township_known_as",
  "township"."KnownAsZh" AS "township_known_as_zh",
  "village"."Code" AS "village_code",
  "village"."NameZh" AS "village_name_zh",
  "village"."NameEn" AS "village_name_en",
  "locator"."Code" AS "locator_code",
  "restates"."Code" AS "restates_code",
  "restates"."Wording" AS "restates_wording",
  "superseded_by"."Code" AS "superseded_by_code",
  "superseded_by"."TitleZh" AS "superseded_by_title_zh",
  "superseded_by"."TitleEn" AS "superseded_by_title_en",
  "initiative"."Code" AS "initiative_code",
  "initiative"."ShortName" AS "initiative_short_name",
  "initiative"."TitleZh" AS "initiative_title_zh",
  "initiative"."TitleEn" AS "initiative_title_en"
FROM "Figures" AS "r"
LEFT JOIN "Reports" AS "report" ON "report"."Id" = "r"."ReportId"
LEFT JOIN "Indicators" AS "indicator" ON "indicator"."Id" = "r"."IndicatorId"
LEFT JOIN "Counties" AS "county" ON "county"."Id" = "r"."CountyId"
LEFT JOIN "Townships" AS "township" ON "township"."Id" = "r"."TownshipId"
LEFT JOIN "Villages" AS "village" ON "village"."Id" = "r"."VillageId"
LEFT JOIN "Locators" AS "locator" ON "locator"."Id" = "r"."LocatorId"
LEFT JOIN "Figures" AS "restates" ON "restates"."Id" = "r"."RestatesId"
LEFT JOIN "Reports" AS "superseded_by" ON "superseded_by"."Id" = "r"."SupersededById"
LEFT JOIN "Initiatives" AS "initiative" ON "initiative"."Id" = "r"."InitiativeId";

CREATE VIEW "v_indicator_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."NameZh" AS "name_zh",
  "r"."NameEn" AS "name_en",
  "r"."Definition" AS "definition",
  "r"."AddsToId" AS "adds_to_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "IndicatorsRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_indicators" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."NameZh" AS "name_zh",
  "r"."NameEn" AS "name_en",
  "r"."Definition" AS "definition",
  "r"."Version" AS "version",
  "adds_to"."Code" AS "adds_to_code",
  "adds_to"."NameZh" AS "adds_to_name_zh",
  "adds_to"."NameEn" AS "adds_to_name_en"
FROM "Indicators" AS "r"
LEFT JOIN "Indicators" AS "adds_to" ON "adds_to"."Id" = "r"."AddsToId";

CREATE VIEW "v_initiative_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."ReportId" AS "report_id",
  CAST(CASE "r"."Theme" WHEN 1 THEN 'GOVERNANCE' WHEN 2 THEN 'REFORM_TASKS' WHEN 3 THEN 'PILOTS' WHEN 4 THEN 'SPATIAL_LAYOUT' WHEN 5 THEN 'INDUSTRY' WHEN 6 THEN 'TRANSPORT' WHEN 7 THEN 'FACILITIES' WHEN 8 THEN 'ASSETS' WHEN 9 THEN 'DEVOLVED_POWERS' WHEN 10 THEN 'ORGANISATION_AND_PARTY_BUILDING' WHEN 11 THEN 'BASIC_SERVICES' WHEN 12 THEN 'CONVENIENCE_SERVICES' WHEN 13 THEN 'SERVICE_QUALITY' WHEN 14 THEN 'RISK_VILLAGES' WHEN 15 THEN 'TRAINING' WHEN 16 THEN 'NEXT_STEPS' WHEN 17 THEN 'OTHER' END AS TEXT) AS "theme",
  CAST(CASE "r"."Theme" WHEN 1 THEN '统筹与治理' WHEN 2 THEN '改革任务' WHEN 3 THEN '先行试点' WHEN 4 THEN '空间布局' WHEN 5 THEN '产业发展' WHEN 6 THEN '交通运输' WHEN 7 THEN '设施整合' WHEN 8 THEN '资产盘活' WHEN 9 THEN '权力下放' WHEN 10 THEN '组织设置与党建' WHEN 11 THEN '基本服务' WHEN 12 THEN '便民服务' WHEN 13 THEN '服务质量' WHEN 14 THEN '风险村治理' WHEN 15 THEN '干部培训' WHEN 16 THEN '下步打算' WHEN 17 THEN '其他' END AS TEXT) AS "theme_zh",
  CAST(CASE "r"."Stage" WHEN 1 THEN 'PLANNED' WHEN 2 THEN 'UNDER_WAY' WHEN 3 THEN 'DONE' END AS TEXT) AS "stage",
  CAST(CASE "r"."Stage" WHEN 1 THEN '计划' WHEN 2 THEN '推进中' WHEN 3 THEN '完成' END AS TEXT) AS "stage_zh",
  "r"."ShortName" AS "short_name",
  "r"."TitleZh" AS "title_zh",
  "r"."TitleEn" AS "title_en",
  "r"."TownshipId" AS "township_id",
  "r"."VillageId" AS "village_id",
  "r"."PartOfId" AS "part_of_id",
  "r"."LocatorId" AS "locator_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "InitiativesRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_initiatives" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  CAST(CASE "r"."Theme" WHEN 1 THEN 'GOVERNANCE' WHEN 2 THEN 'REFORM_TASKS' WHEN 3 THEN 'PILOTS' WHEN 4 THEN 'SPATIAL_LAYOUT' WHEN 5 THEN 'INDUSTRY' WHEN 6 THEN 'TRANSPORT' WHEN 7 THEN 'FACILITIES' WHEN 8 THEN 'ASSETS' WHEN 9 THEN 'DEVOLVED_POWERS' WHEN 10 THEN 'ORGANISATION_AND_PARTY_BUILDING' WHEN 11 THEN 'BASIC_SERVICES' WHEN 12 THEN 'CONVENIENCE_SERVICES' WHEN 13 THEN 'SERVICE_QUALITY' WHEN 14 THEN 'RISK_VILLAGES' WHEN 15 THEN 'TRAINING' WHEN 16 THEN 'NEXT_STEPS' WHEN 17 THEN 'OTHER' END AS TEXT) AS "theme",
  CAST(CASE "r"."Theme" WHEN 1 THEN '统筹与治理' WHEN 2 THEN '改革任务' WHEN 3 THEN '先行试点' WHEN 4 THEN '空间布局' WHEN 5 THEN '产业发展' WHEN 6 THEN '交通运输' WHEN 7 THEN '设施整合' WHEN 8 THEN '资产盘活' WHEN 9 THEN '权力下放' WHEN 10 THEN '组织设置与党建' WHEN 11 THEN '基本服务' WHEN 12 THEN '便民服务' WHEN 13 THEN '服务质量' WHEN 14 THEN '风险村治理' WHEN 15 THEN '干部培训' WHEN 16 THEN '下步打算' WHEN 17 THEN '其他' END AS TEXT) AS "theme_zh",
  CAST(CASE "r"."Stage" WHEN 1 THEN 'PLANNED' WHEN 2 THEN 'UNDER_WAY' WHEN 3 THEN 'DONE' END AS TEXT) AS "stage",
  CAST(CASE "r"."Stage" WHEN 1 THEN '计划' WHEN 2 THEN '推进中' WHEN 3 THEN '完成' END AS TEXT) AS "stage_zh",
  "r"."ShortName" AS "short_name",
  "r"."TitleZh" AS "title_zh",
  "r"."TitleEn" AS "title_en",
  "r"."Version" AS "version",
  "report"."Code" AS "report_code",
  "report"."TitleZh" AS "report_title_zh",
  "report"."TitleEn" AS "report_title_en",
  "township"."Code" AS "township_code",
  "township"."NameZh" AS "township_name_zh",
  "township"."NameEn" AS "township_name_en",
  "township"."KnownAs" AS "township_known_as",
  "township"."KnownAsZh" AS "township_known_as_zh",
  "village"."Code" AS "village_code",
  "village"."NameZh" AS "village_name_zh",
  "village"."NameEn" AS "village_name_en",
  "part_of"."Code" AS "part_of_code",
  "part_of"."ShortName" AS "part_of_short_name",
  "part_of"."TitleZh" AS "part_of_title_zh",
  "part_of"."TitleEn" AS "part_of_title_en",
  "locator"."Code" AS "locator_code",
  "report_county"."Code" AS "report_county_code",
  "report_county"."NameZh" AS "report_county_name_zh",
  "report_county"."NameEn" AS "report_county_name_en",
  "report_county"."KnownAs" AS "report_county_known_as",
  "report_county"."KnownAsZh" AS "report_county_known_as_zh"
FROM "Initiatives" AS "r"
LEFT JOIN "Reports" AS "report" ON "report"."Id" = "r"."ReportId"
LEFT JOIN "Townships" AS "township" ON "township"."Id" = "r"."TownshipId"
LEFT JOIN "Villages" AS "village" ON "village"."Id" = "r"."VillageId"
LEFT JOIN "Initiatives" AS "part_of" ON "part_of"."Id" = "r"."PartOfId"
LEFT JOIN "Locators" AS "locator" ON "locator"."Id" = "r"."LocatorId"
LEFT JOIN "Counties" AS "report_county" ON "report_county"."Id" = "report"."CountyId";

CREATE VIEW "v_locator_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."ReportId" AS "report_id",
  "r"."Section" AS "section",
  "r"."Paragraph" AS "paragraph",
  "r"."Start" AS "start",
  "r"."Length" AS "length",
  "r"."SentenceSha256" AS "sentence_sha256",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "LocatorsRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_locators" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."Section" AS "section",
  "r"."Paragraph" AS "paragraph",
  "r"."Start" AS "start",
  "r"."Length" AS "length",
  "r"."SentenceSha256" AS "sentence_sha256",
  "r"."Version" AS "version",
  "report"."Code" AS "report_code",
  "report"."TitleZh" AS "report_title_zh",
  "report"."TitleEn" AS "report_title_en",
  "report_county"."Code" AS "report_county_code",
  "report_county"."NameZh" AS "report_county_name_zh",
  "report_county"."NameEn" AS "report_county_name_en",
  "report_county"."KnownAs" AS "report_county_known_as",
  "report_county"."KnownAsZh" AS "report_county_known_as_zh"
FROM "Locators" AS "r"
LEFT JOIN "Reports" AS "report" ON "report"."Id" = "r"."ReportId"
LEFT JOIN "Counties" AS "report_county" ON "report_county"."Id" = "report"."CountyId";

CREATE VIEW "v_problem_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."Statement" AS "statement",
  "r"."Source" AS "source",
  "r"."ResponsibleLeader" AS "responsible_leader",
  "r"."ResponsibleDepartment" AS "responsible_department",
  CAST(CASE "r"."Status" WHEN 1 THEN 'OPEN' WHEN 2 THEN 'UNDER_WAY' WHEN 3 THEN 'CLOSED' WHEN 4 THEN 'OTHER' END AS TEXT) AS "status",
  CAST(CASE "r"."Status" WHEN 1 THEN '未销号' WHEN 2 THEN '整改中' WHEN 3 THEN '已销号' WHEN 4 THEN '其他' END AS TEXT) AS "status_zh",
  "r"."StatusWording" AS "status_wording",
  "r"."DueOn" AS "due_on",
  "r"."ClosedOn" AS "closed_on",
  "r"."CountyId" AS "county_id",
  "r"."TownshipId" AS "township_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "ProblemsRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_problems" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."Statement" AS "statement",
  "r"."Source" AS "source",
  "r"."ResponsibleLeader" AS "responsible_leader",
  "r"."ResponsibleDepartment" AS "responsible_department",
  CAST(CASE "r"."Status" WHEN 1 THEN 'OPEN' WHEN 2 THEN 'UNDER_WAY' WHEN 3 THEN 'CLOSED' WHEN 4 THEN 'OTHER' END AS TEXT) AS "status",
  CAST(CASE "r"."Status" WHEN 1 THEN '未销号' WHEN 2 THEN '整改中' WHEN 3 THEN '已销号' WHEN 4 THEN '其他' END AS TEXT) AS "status_zh",
  "r"."StatusWording" AS "status_wording",
  "r"."DueOn" AS "due_on",
  "r"."ClosedOn" AS "closed_on",
  "r"."Version" AS "version",
  "county"."Code" AS "county_code",
  "county"."NameZh" AS "county_name_zh",
  "county"."NameEn" AS "county_name_en",
  "county"."KnownAs" AS "county_known_as",
  "county"."KnownAsZh" AS "county_known_as_zh",
  "township"."Code" AS "township_code",
  "township"."NameZh" AS "township_name_zh",
  "township"."NameEn" AS "township_name_en",
  "township"."KnownAs" AS "township_known_as",
  "township"."KnownAsZh" AS "township_known_as_zh"
FROM "Problems" AS "r"
LEFT JOIN "Counties" AS "county" ON "county"."Id" = "r"."CountyId"
LEFT JOIN "Townships" AS "township" ON "township"."Id" = "r"."TownshipId";

CREATE VIEW "v_reform_task_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  CAST(CASE "r"."Kind" WHEN 1 THEN 'WORK_PLAN' WHEN 2 THEN 'TASK' WHEN 3 THEN 'PILOT' WHEN 4 THEN 'OTHER' END AS TEXT) AS "kind",
  CAST(CASE "r"."Kind" WHEN 1 THEN '工作方案' WHEN 2 THEN '任务' WHEN 3 THEN '试点任务' WHEN 4 THEN '其他' END AS TEXT) AS "kind_zh",
  "r"."KindWording" AS "kind_wording",
  "r"."TitleZh" AS "title_zh",
  "r"."TitleEn" AS "title_en",
  CAST(CASE "r"."MajorTask" WHEN 1 THEN 'RESOURCE_ALLOCATION' WHEN 2 THEN 'DEVELOPMENT_QUALITY' WHEN 3 THEN 'SERVICE_CAPACITY' WHEN 4 THEN 'GOVERNANCE_EFFECTIVENESS' END AS TEXT) AS "major_task",
  CAST(CASE "r"."MajorTask" WHEN 1 THEN '优化资源配置' WHEN 2 THEN '提升发展质量' WHEN 3 THEN '增强服务能力' WHEN 4 THEN '提高治理效能' END AS TEXT) AS "major_task_zh",
  CAST(CASE "r"."Theme" WHEN 1 THEN 'GOVERNANCE' WHEN 2 THEN 'REFORM_TASKS' WHEN 3 THEN 'PILOTS' WHEN 4 THEN 'SPATIAL_LAYOUT' WHEN 5 THEN 'INDUSTRY' WHEN 6 THEN 'TRANSPORT' WHEN 7 THEN 'FACILITIES' WHEN 8 THEN 'ASSETS' WHEN 9 THEN 'DEVOLVED_POWERS' WHEN 10 THEN 'ORGANISATION_AND_PARTY_BUILDING' WHEN 11 THEN 'BASIC_SERVICES' WHEN 12 THEN 'CONVENIENCE_SERVICES' WHEN 13 THEN 'SERVICE_QUALITY' WHEN 14 THEN 'RISK_VILLAGES' WHEN 15 THEN 'TRAINING' WHEN 16 THEN 'NEXT_STEPS' WHEN 17 THEN 'OTHER' END AS TEXT) AS "theme",
  CAST(CASE "r"."Theme" WHEN 1 THEN '统筹与治理' WHEN 2 THEN '改革任务' WHEN 3 THEN '先行试点' WHEN 4 THEN '空间布局' WHEN 5 THEN '产业发展' WHEN 6 THEN '交通运输' WHEN 7 THEN '设施整合' WHEN 8 THEN '资产盘活' WHEN 9 THEN '权力下放' WHEN 10 THEN '组织设置与党建' WHEN 11 THEN '基本服务' WHEN 12 THEN '便民服务' WHEN 13 THEN '服务质量' WHEN 14 THEN '风险村治理' WHEN 15 THEN '干部培训' WHEN 16 THEN '下步打算' WHEN 17 THEN '其他' END AS TEXT) AS "theme_zh",
  "r"."ThemeWording" AS "theme_wording",
  "r"."LeadOfficial" AS "lead_official",
  "r"."LeadDepartment" AS "lead_department",
  CAST(CASE "r"."Status" WHEN 1 THEN 'NOT_STARTED' WHEN 2 THEN 'UNDER_WAY' WHEN 3 THEN 'COMPLETED' WHEN 4 THEN 'OTHER' END AS TEXT) AS "status",
  CAST(CASE "r"."Status" WHEN 1 THEN '未启动' WHEN 2 THEN '推进中' WHEN 3 THEN '已完成' WHEN 4 THEN '其他' END AS TEXT) AS "status_zh",
  "r"."StatusWording" AS "status_wording",
  CAST("r"."Progress" / 10000.0 AS REAL) AS "progress",
  "r"."DueOn" AS "due_on",
  "r"."CompletedOn" AS "completed_on",
  "r"."PlanId" AS "plan_id",
  "r"."CountyId" AS "county_id",
  "r"."TownshipId" AS "township_id",
  "r"."ProvenById" AS "proven_by_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "ReformTasksRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_reform_tasks" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  CAST(CASE "r"."Kind" WHEN 1 THEN 'WORK_PLAN' WHEN 2 THEN 'TASK' WHEN 3 THEN 'PILOT' WHEN 4 THEN 'OTHER' END AS TEXT) AS "kind",
  CAST(CASE "r"."Kind" WHEN 1 THEN '工作方案' WHEN 2 THEN '任务' WHEN 3 THEN '试点任务' WHEN 4 THEN '其他' END AS TEXT) AS "kind_zh",
  "r"."KindWording" AS "kind_wording",
  "r"."TitleZh" AS "title_zh",
  "r"."TitleEn" AS "title_en",
  CAST(CASE "r"."MajorTask" WHEN 1 THEN 'RESOURCE_ALLOCATION' WHEN 2 THEN 'DEVELOPMENT_QUALITY' WHEN 3 THEN 'SERVICE_CAPACITY' WHEN 4 THEN 'GOVERNANCE_EFFECTIVENESS' END AS TEXT) AS "major_task",
  CAST(CASE "r"."MajorTask" WHEN 1 THEN '优化资源配置' WHEN 2 THEN '提升发展质量' WHEN 3 THEN '增强服务能力' WHEN 4 THEN '提高治理效能' END AS TEXT) AS "major_task_zh",
  CAST(CASE "r"."Theme" WHEN 1 THEN 'GOVERNANCE' WHEN 2 THEN 'REFORM_TASKS' WHEN 3 THEN 'PILOTS' WHEN 4 THEN 'SPATIAL_LAYOUT' WHEN 5 THEN 'INDUSTRY' WHEN 6 THEN 'TRANSPORT' WHEN 7 THEN 'FACILITIES' WHEN 8 THEN 'ASSETS' WHEN 9 THEN 'DEVOLVED_POWERS' WHEN 10 THEN 'ORGANISATION_AND_PARTY_BUILDING' WHEN 11 THEN 'BASIC_SERVICES' WHEN 12 THEN 'CONVENIENCE_SERVICES' WHEN 13 THEN 'SERVICE_QUALITY' WHEN 14 THEN 'RISK_VILLAGES' WHEN 15 THEN 'TRAINING' WHEN 16 THEN 'NEXT_STEPS' WHEN 17 THEN 'OTHER' END AS TEXT) AS "theme",
  CAST(CASE "r"."Theme" WHEN 1 THEN '统筹与治理' WHEN 2 THEN '改革任务' WHEN 3 THEN '先行试点' WHEN 4 THEN '空间布局' WHEN 5 THEN '产业发展' WHEN 6 THEN '交通运输' WHEN 7 THEN '设施整合' WHEN 8 THEN '资产盘活' WHEN 9 THEN '权力下放' WHEN 10 THEN '组织设置与党建' WHEN 11 THEN '基本服务' WHEN 12 THEN '便民服务' WHEN 13 THEN '服务质量' WHEN 14 THEN '风险村治理' WHEN 15 THEN '干部培训' WHEN 16 THEN '下步打算' WHEN 17 THEN '其他' END AS TEXT) AS "theme_zh",
  "r"."ThemeWording" AS "theme_wording",
  "r"."LeadOfficial" AS "lead_official",
  "r"."LeadDepartment" AS "lead_department",
  CAST(CASE "r"."Status" WHEN 1 THEN 'NOT_STARTED' WHEN 2 THEN 'UNDER_WAY' WHEN 3 THEN 'COMPLETED' WHEN 4 THEN 'OTHER' END AS TEXT) AS "status",
  CAST(CASE "r"."Status" WHEN 1 THEN '未启动' WHEN 2 THEN '推进中' WHEN 3 THEN '已完成' WHEN 4 THEN '其他' END AS TEXT) AS "status_zh",
  "r"."StatusWording" AS "status_wording",
  CAST("r"."Progress" / 10000.0 AS REAL) AS "progress",
  "r"."DueOn" AS "due_on",
  "r"."CompletedOn" AS "completed_on",
  "r"."Version" AS "version",
  "plan"."Code" AS "plan_code",
  "plan"."TitleZh" AS "plan_title_zh",
  "plan"."TitleEn" AS "plan_title_en",
  "county"."Code" AS "county_code",
  "county"."NameZh" AS "county_name_zh",
  "county"."NameEn" AS "county_name_en",
  "county"."KnownAs" AS "county_known_as",
  "county"."KnownAsZh" AS "county_known_as_zh",
  "township"."Code" AS "township_code",
  "township"."NameZh" AS "township_name_zh",
  "township"."NameEn" AS "township_name_en",
  "township"."KnownAs" AS "township_known_as",
  "township"."KnownAsZh" AS "township_known_as_zh",
  "proven_by"."Code" AS "proven_by_code",
  "proven_by"."Wording" AS "proven_by_wording"
FROM "ReformTasks" AS "r"
LEFT JOIN "ReformTasks" AS "plan" ON "plan"."Id" = "r"."PlanId"
LEFT JOIN "Counties" AS "county" ON "county"."Id" = "r"."CountyId"
LEFT JOIN "Townships" AS "township" ON "township"."Id" = "r"."TownshipId"
LEFT JOIN "Figures" AS "proven_by" ON "proven_by"."Id" = "r"."ProvenById";

CREATE VIEW "v_register_synonym_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."Register" AS "register",
  "r"."Field" AS "field",
  "r"."Wording" AS "wording",
  "r"."Meaning" AS "meaning",
  "r"."CountyId" AS "county_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "RegisterSynonymsRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_register_synonyms" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."Register" AS "register",
  "r"."Field" AS "field",
  "r"."Wording" AS "wording",
  "r"."Meaning" AS "meaning",
  "r"."Version" AS "version",
  "county"."Code" AS "county_code",
  "county"."NameZh" AS "county_name_zh",
  "county"."NameEn" AS "county_name_en",
  "county"."KnownAs" AS "county_known_as",
  "county"."KnownAsZh" AS "county_known_as_zh"
FROM "RegisterSynonyms" AS "r"
LEFT JOIN "Counties" AS "county" ON "county"."Id" = "r"."CountyId";

CREATE VIEW "v_report_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."TitleZh" AS "title_zh",
  "r"."TitleEn" AS "title_en",
  "r"."Year" AS "year",
  "r"."Issuer" AS "issuer",
  "r"."IssuedOn" AS "issued_on",
  "r"."DocumentNumber" AS "document_number",
  "r"."PeriodFrom" AS "period_from",
  "r"."PeriodTo" AS "period_to",
  "r"."AsAt" AS "as_at",
  "r"."Sha256" AS "sha256",
  "r"."TextLength" AS "text_length",
  "r"."PredecessorId" AS "predecessor_id",
  CAST(CASE "r"."Succession" WHEN 1 THEN 'CONTINUES' WHEN 2 THEN 'SUPERSEDES' WHEN 3 THEN 'RESTATES' END AS TEXT) AS "succession",
  CAST(CASE "r"."Succession" WHEN 1 THEN '延续' WHEN 2 THEN '取代' WHEN 3 THEN '重述' END AS TEXT) AS "succession_zh",
  "r"."CountyId" AS "county_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "ReportsRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_reports" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."TitleZh" AS "title_zh",
  "r"."TitleEn" AS "title_en",
  "r"."Year" AS "year",
  "r"."Issuer" AS "issuer",
  "r"."IssuedOn" AS "issued_on",
  "r"."DocumentNumber" AS "document_number",
  "r"."PeriodFrom" AS "period_from",
  "r"."PeriodTo" AS "period_to",
  "r"."AsAt" AS "as_at",
  "r"."Sha256" AS "sha256",
  "r"."TextLength" AS "text_length",
  CAST(CASE "r"."Succession" WHEN 1 THEN 'CONTINUES' WHEN 2 THEN 'SUPERSEDES' WHEN 3 THEN 'RESTATES' END AS TEXT) AS "succession",
  CAST(CASE "r"."Succession" WHEN 1 THEN '延续' WHEN 2 THEN '取代' WHEN 3 THEN '重述' END AS TEXT) AS "succession_zh",
  "r"."Version" AS "version",
  "predecessor"."Code" AS "predecessor_code",
  "predecessor"."TitleZh" AS "predecessor_title_zh",
  "predecessor"."TitleEn" AS "predecessor_title_en",
  "county"."Code" AS "county_code",
  "county"."NameZh" AS "county_name_zh",
  "county"."NameEn" AS "county_name_en",
  "county"."KnownAs" AS "county_known_as",
  "county"."KnownAsZh" AS "county_known_as_zh"
FROM "Reports" AS "r"
LEFT JOIN "Reports" AS "predecessor" ON "predecessor"."Id" = "r"."PredecessorId"
LEFT JOIN "Counties" AS "county" ON "county"."Id" = "r"."CountyId";

CREATE VIEW "v_risk_village_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  CAST(CASE "r"."Level" WHEN 1 THEN 'LOW' WHEN 2 THEN 'MEDIUM' WHEN 3 THEN 'HIGH' END AS TEXT) AS "level",
  CAST(CASE "r"."Level" WHEN 1 THEN '低风险' WHEN 2 THEN '中风险' WHEN 3 THEN '高风险' END AS TEXT) AS "level_zh",
  CAST(CASE "r"."Status" WHEN 1 THEN 'OPEN' WHEN 2 THEN 'BEING_RESOLVED' WHEN 3 THEN 'RESOLVED' WHEN 4 THEN 'OTHER' END AS TEXT) AS "status",
  CAST(CASE "r"."Status" WHEN 1 THEN '未化解' WHEN 2 THEN '化解中' WHEN 3 THEN '已化解' WHEN 4 THEN '其他' END AS TEXT) AS "status_zh",
  "r"."StatusWording" AS "status_wording",
  "r"."LeadOfficial" AS "lead_official",
  "r"."RiskFactors" AS "risk_factors",
  "r"."AssessedOn" AS "assessed_on",
  "r"."DueOn" AS "due_on",
  "r"."ResolvedOn" AS "resolved_on",
  "r"."CountyId" AS "county_id",
  "r"."TownshipId" AS "township_id",
  "r"."VillageId" AS "village_id",
  "r"."ProvenById" AS "proven_by_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "RiskVillagesRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_risk_villages" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  CAST(CASE "r"."Level" WHEN 1 THEN 'LOW' WHEN 2 THEN 'MEDIUM' WHEN 3 THEN 'HIGH' END AS TEXT) AS "level",
  CAST(CASE "r"."Level" WHEN 1 THEN '低风险' WHEN 2 THEN '中风险' WHEN 3 THEN '高风险' END AS TEXT) AS "level_zh",
  CAST(CASE "r"."Status" WHEN 1 THEN 'OPEN' WHEN 2 THEN 'BEING_RESOLVED' WHEN 3 THEN 'RESOLVED' WHEN 4 THEN 'OTHER' END AS TEXT) AS "status",
  CAST(CASE "r"."Status" WHEN 1 THEN '未化解' WHEN 2 THEN '化解中' WHEN 3 THEN '已化解' WHEN 4 THEN '其他' END AS TEXT) AS "status_zh",
  "r"."StatusWording" AS "status_wording",
  "r"."LeadOfficial" AS "lead_official",
  "r"."RiskFactors" AS "risk_factors",
  "r"."AssessedOn" AS "assessed_on",
  "r"."DueOn" AS "due_on",
  "r"."ResolvedOn" AS "resolved_on",
  "r"."Version" AS "version",
  "county"."Code" AS "county_code",
  "county"."NameZh" AS "county_name_zh",
  "county"."NameEn" AS "county_name_en",
  "county"."KnownAs" AS "county_known_as",
  "county"."KnownAsZh" AS "county_known_as_zh",
  "township"."Code" AS "township_code",
  "township"."NameZh" AS "township_name_zh",
  "township"."NameEn" AS "township_name_en",
  "township"."KnownAs" AS "township_known_as",
  "township"."KnownAsZh" AS "township_known_as_zh",
  "village"."Code" AS "village_code",
  "village"."NameZh" AS "village_name_zh",
  "village"."NameEn" AS "village_name_en",
  "proven_by"."Code" AS "proven_by_code",
  "proven_by"."Wording" AS "proven_by_wording"
FROM "RiskVillages" AS "r"
LEFT JOIN "Counties" AS "county" ON "county"."Id" = "r"."CountyId"
LEFT JOIN "Townships" AS "township" ON "township"."Id" = "r"."TownshipId"
LEFT JOIN "Villages" AS "village" ON "village"."Id" = "r"."VillageId"
LEFT JOIN "Figures" AS "proven_by" ON "proven_by"."Id" = "r"."ProvenById";

CREATE VIEW "v_township_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  "r"."AreaCode" AS "area_code",
  "r"."NameZh" AS "name_zh",
  "r"."NameEn" AS "name_en",
  "r"."KnownAs" AS "known_as",
  "r"."KnownAsZh" AS "known_as_zh",
  CAST(CASE "r"."Kind" WHEN 1 THEN 'TOWNSHIP' WHEN 2 THEN 'TOWN' WHEN 3 THEN 'SUBDISTRICT' WHEN 4 THEN 'OTHER' END AS TEXT) AS "kind",
  CAST(CASE "r"."Kind" WHEN 1 THEN '乡' WHEN 2 THEN '镇' WHEN 3 THEN '街道' WHEN 4 THEN '其他' END AS TEXT) AS "kind_zh",
  "r"."KindWording" AS "kind_wording",
  "r"."Class" AS "class",
  "r"."ValidFrom" AS "valid_from",
  "r"."ValidTo" AS "valid_to",
  "r"."CountyId" AS "county_id",
  "r"."SuccessorId" AS "successor_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "TownshipsRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_townships" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  "r"."AreaCode" AS "area_code",
  "r"."NameZh" AS "name_zh",
  "r"."NameEn" AS "name_en",
  "r"."KnownAs" AS "known_as",
  "r"."KnownAsZh" AS "known_as_zh",
  CAST(CASE "r"."Kind" WHEN 1 THEN 'TOWNSHIP' WHEN 2 THEN 'TOWN' WHEN 3 THEN 'SUBDISTRICT' WHEN 4 THEN 'OTHER' END AS TEXT) AS "kind",
  CAST(CASE "r"."Kind" WHEN 1 THEN '乡' WHEN 2 THEN '镇' WHEN 3 THEN '街道' WHEN 4 THEN '其他' END AS TEXT) AS "kind_zh",
  "r"."KindWording" AS "kind_wording",
  "r"."Class" AS "class",
  "r"."ValidFrom" AS "valid_from",
  "r"."ValidTo" AS "valid_to",
  "r"."Version" AS "version",
  "county"."Code" AS "county_code",
  "county"."NameZh" AS "county_name_zh",
  "county"."NameEn" AS "county_name_en",
  "county"."KnownAs" AS "county_known_as",
  "county"."KnownAsZh" AS "county_known_as_zh",
  "successor"."Code" AS "successor_code",
  "successor"."NameZh" AS "successor_name_zh",
  "successor"."NameEn" AS "successor_name_en",
  "successor"."KnownAs" AS "successor_known_as",
  "successor"."KnownAsZh" AS "successor_known_as_zh"
FROM "Townships" AS "r"
LEFT JOIN "Counties" AS "county" ON "county"."Id" = "r"."CountyId"
LEFT JOIN "Townships" AS "successor" ON "successor"."Id" = "r"."SuccessorId";

CREATE VIEW "v_village_versions" AS
SELECT "r"."RevisionId" AS "id",
  "r"."Id" AS "row_id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  "r"."AreaCode" AS "area_code",
  "r"."NameZh" AS "name_zh",
  "r"."NameEn" AS "name_en",
  CAST(CASE "r"."Kind" WHEN 1 THEN 'VILLAGE' WHEN 2 THEN 'COMMUNITY' WHEN 3 THEN 'OTHER' END AS TEXT) AS "kind",
  CAST(CASE "r"."Kind" WHEN 1 THEN '村' WHEN 2 THEN '社区' WHEN 3 THEN '其他' END AS TEXT) AS "kind_zh",
  "r"."KindWording" AS "kind_wording",
  "r"."ValidFrom" AS "valid_from",
  "r"."ValidTo" AS "valid_to",
  "r"."TownshipId" AS "township_id",
  "r"."SuccessorId" AS "successor_id",
  "r"."Version" AS "version",
  "recorded_by"."Id" AS "recorded_by_id",
  CAST(replace("recorded_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "recorded_by_recorded_at",
  "ended_by"."Id" AS "ended_by_id",
  CAST(replace("ended_by"."RecordedAt", ' ', 'T') || 'Z' AS TEXT) AS "ended_by_recorded_at"
FROM "VillagesRevisions" AS "r"
LEFT JOIN "Changes" AS "recorded_by" ON "recorded_by"."Id" = "r"."RecordedFrom"
LEFT JOIN "Changes" AS "ended_by" ON "ended_by"."Id" = "r"."RecordedTo";

CREATE VIEW "v_villages" AS
SELECT "r"."Id" AS "id",
  "r"."Code" AS "code",
  "r"."Synthetic" AS "synthetic",
  "r"."AreaCode" AS "area_code",
  "r"."NameZh" AS "name_zh",
  "r"."NameEn" AS "name_en",
  CAST(CASE "r"."Kind" WHEN 1 THEN 'VILLAGE' WHEN 2 THEN 'COMMUNITY' WHEN 3 THEN 'OTHER' END AS TEXT) AS "kind",
  CAST(CASE "r"."Kind" WHEN 1 THEN '村' WHEN 2 THEN '社区' WHEN 3 THEN '其他' END AS TEXT) AS "kind_zh",
  "r"."KindWording" AS "kind_wording",
  "r"."ValidFrom" AS "valid_from",
  "r"."ValidTo" AS "valid_to",
  "r"."Version" AS "version",
  "township"."Code" AS "township_code",
  "township"."NameZh" AS "township_name_zh",
  "township"."NameEn" AS "township_name_en",
  "township"."KnownAs" AS "township_known_as",
  "township"."KnownAsZh" AS "township_known_as_zh",
  "successor"."Code" AS "successor_code",
  "successor"."NameZh" AS "successor_name_zh",
  "successor"."NameEn" AS "successor_name_en",
  "township_county"."Code" AS "township_county_code",
  "township_county"."NameZh" AS "township_county_name_zh",
  "township_county"."NameEn" AS "township_county_name_en",
  "township_county"."KnownAs" AS "township_county_known_as",
  "township_county"."KnownAsZh" AS "township_county_known_as_zh"
FROM "Villages" AS "r"
LEFT JOIN "Townships" AS "township" ON "township"."Id" = "r"."TownshipId"
LEFT JOIN "Villages" AS "successor" ON "successor"."Id" = "r"."SuccessorId"
LEFT JOIN "Counties" AS "township_county" ON "township_county"."Id" = "township"."CountyId";

CREATE VIEW "v_codes" AS
SELECT CAST(column1 AS TEXT) AS "list",
  CAST(column2 AS INTEGER) AS "position",
  CAST(column3 AS TEXT) AS "code",
  CAST(column4 AS TEXT) AS "label_zh",
  CAST(column5 AS TEXT) AS "label_en",
  CAST(column6 AS TEXT) AS "description"
FROM (VALUES ('AssetClass', 1, 'FIVE_STATIONS_AND_FIVE_OFFICES', '五站五所', 'five stations and five offices', 'Premises of the five stations and five offices (五站五所), field offices of county departments in townships.'),
  ('AssetClass', 2, 'PARTY_AND_GOVERNMENT_OFFICES', '党政办公用房及附属房屋', 'Party and government offices', 'Offices of the Party and the government of a township, and buildings that belong to them (党政办公用房及附属房屋).'),
  ('AssetClass', 3, 'OTHER', '其他', 'other', 'Any other vacated asset (其他腾退资产).'),
  ('AssetClass', 4, 'SCHOOL_BUILDINGS', '闲置校舍', 'school buildings', 'A school building that is no longer used (闲置校舍).'),
  ('ChangeAction', 1, 'ADDED', '新增', 'added', 'The row was added (新增).'),
  ('ChangeAction', 2, 'CHANGED', '修改', 'changed', 'The row was given other values (修改).'),
  ('ChangeAction', 3, 'WITHDRAWN', '撤销', 'withdrawn', 'The row was withdrawn (撤销): it is part of the past only.'),
  ('ChangeDirection', 1, 'UP', '上升', 'up', 'A rise (增长, 增加, 提高): the value is positive.'),
  ('ChangeDirection', 2, 'DOWN', '下降', 'down', 'A fall (下降, 减少, 降低): the value is negative.'),
  ('ChangeKind', 1, 'SEED', '初始载入', 'first load', 'The first load of the record (初始载入).'),
  ('ChangeKind', 2, 'CORRECTION', '更正', 'correction', 'A correction of the record (更正): it should have said so before.'),
  ('ChangeKind', 3, 'EVENT', '事件', 'event', 'An event in the world (事件), which the record follows.'),
  ('CheckRelation', 1, 'EQUAL', '相等', 'equal', 'They are equal; rounded values, if their bounds leave it possible.'),
  ('CheckRelation', 2, 'AT_MOST', '不超过', 'at most', 'The actual value is at most the expected one.'),
  ('CheckSide', 1, 'EXPECTED', '应有值', 'expected', 'The value that the rule asks for.'),
  ('CheckSide', 2, 'ACTUAL', '实际值', 'actual', 'The value that is found.'),
  ('CheckStatus', 1, 'HOLDS', '成立', 'holds', 'The relation holds.'),
  ('CheckStatus', 2, 'NOT_RECONCILED', '勾稽不符', 'not reconciled', 'The relation does not hold, and the data do not say why.'),
  ('CheckStatus', 3, 'NOT_DECIDABLE', '无法判断', 'not decidable', 'The report gives nothing to decide it with.'),
  ('Derivation', 1, 'SAME_AS', '等于', 'same as', 'The first input, taken over.'),
  ('Derivation', 2, 'SUM', '合计', 'sum', 'The sum of the inputs.'),
  ('Derivation', 3, 'DIFFERENCE', '差', 'difference', 'The first input less the second.'),
  ('Derivation', 4, 'PERCENTAGE_CHANGE', '变化率', 'percentage change', 'The change from the first input to the second, in per cent of the first.'),
  ('Derivation', 5, 'LEVEL_BEFORE_GROWTH', '基期推算', 'level before growth', 'The level from which a growth of the second input, in per cent, leads to the first input: after a fall of 3.2 % to 56,000, it is 57,851.'),
  ('Derivation', 6, 'RATIO', '比率', 'ratio', 'The first input in per cent of the second, such as a completion rate (完成率).'),
  ('DisposalStatus', 1, 'NOT_STARTED', '未处置', 'not started', 'Nothing has been done yet (未处置).'),
  ('DisposalStatus', 2, 'UNDER_WAY', '处置中', 'under way', 'The disposal is under way (处置中).'),
  ('DisposalStatus', 3, 'COMPLETED', '已处置', 'completed', 'The asset has been disposed of (已处置).'),
  ('DisposalStatus', 4, 'OTHER', '其他', 'other', 'Any other status (其他), such as a dispute over the ownership (权属纠纷).'),
  ('FacilityAction', 1, 'PLANNED', '规划建设', 'planned', 'Not yet there: planned, or being built (规划, 加快建设).'),
  ('FacilityAction', 2, 'ESTABLISHED_TO_STANDARD', '规范设置', 'established to standard', 'Set up or kept by the standard for its kind (规范设置).'),
  ('FacilityAction', 3, 'BUILT', '建成', 'built', 'Built (建成).'),
  ('FacilityAction', 4, 'ADDED', '新增', 'added', 'Newly opened (新增).'),
  ('FacilityAction', 5, 'INTEGRATED', '整合', 'integrated', 'Integrated with others of its kind (整合).'),
  ('FacilityAction', 6, 'MERGED_OR_CLOSED', '撤并', 'merged or closed', 'Merged into another or closed (撤并); the report does not divide the two.'),
  ('FacilityAction', 7, 'STRENGTHENED', '做强', 'strengthened', 'Strengthened (做强).'),
  ('FacilityAction', 8, 'IMPROVED', '做优', 'improved', 'Improved (做优).'),
  ('FacilityAction', 9, 'CONSOLIDATED', '做实', 'consolidated', 'Put on a solid footing (做实).'),
  ('FacilityAction', 10, 'OTHER', '其他', 'other', 'Anything else (其他), such as relocated (迁建).'),
  ('FacilityStatus', 1, 'NOT_STARTED', '未开工', 'not started', 'Construction has not begun (未开工).'),
  ('FacilityStatus', 2, 'UNDER_WAY', '在建', 'under way', 'It is being built (在建).'),
  ('FacilityStatus', 3, 'COMPLETED', '已建成', 'completed', 'It is built (已建成).'),
  ('FacilityStatus', 4, 'OTHER', '其他', 'other', 'Any other status (其他), such as suspended (停工).'),
  ('FacilityType', 1, 'HEALTH_CENTRE', '建制乡镇卫生院', 'health centre', 'The health centre of an established township (建制乡镇卫生院).'),
  ('FacilityType', 2, 'MEDICAL_SUB_CENTRE', '县域医疗次中心', 'county medical sub-centre', 'A county medical sub-centre: the 4 of the layout 1+4+N (县域医疗次中心).'),
  ('FacilityType', 3, 'ELDERLY_CARE_CENTRE', '区域性养老中心', 'regional elderly-care centre', 'A regional elderly-care centre (区域性养老中心).'),
  ('FacilityType', 4, 'VOCATIONAL_SCHOOL', '职业中学', 'vocational school', 'A secondary vocational school (职中).'),
  ('FacilityType', 5, 'PRIMARY_OR_SECONDARY_SCHOOL', '中小学', 'primary or secondary school', 'A primary or secondary school (中小学); the report does not divide the two.'),
  ('FacilityType', 6, 'SERVICE_CENTRE', '便民服务中心', 'convenience service centre', 'The convenience service centre of a township (便民服务中心).'),
  ('FacilityType', 7, 'SERVICE_SUB_CENTRE', '便民服务分中心', 'convenience service sub-centre', 'A sub-centre of a township''s convenience service centre (便民服务分中心).'),
  ('FacilityType', 8, 'VILLAGE_SERVICE_ROOM', '便民服务室', 'village service room', 'The convenience service room of a village or community (便民服务室).'),
  ('FacilityType', 9, 'SERVICE_STATION', '便民服务站', 'convenience service station', 'A convenience service station (便民服务站).'),
  ('FacilityType', 10, 'COUNTY_MEDICAL_CENTRE', '县医疗中心', 'county medical centre', 'The county medical centre: the 1 of the layout 1+4+N (县医疗中心).'),
  ('FacilityType', 11, 'SCHOOL', '学校', 'school', 'A school whose level the register does not give (学校).'),
  ('FacilityType', 12, 'KINDERGARTEN', '幼儿园', 'kindergarten', 'A kindergarten (幼儿园).'),
  ('FacilityType', 13, 'OTHER', '其他', 'other', 'Any other facility (其他).'),
  ('FigureOrigin', 1, 'STATED', '报告所载', 'stated', 'The report states it; its locator says where.'),
  ('FigureOrigin', 2, 'DERIVED', '推算', 'derived', 'The report does not state it; it is computed from the figures among its inputs.'),
  ('FigureRole', 1, 'LEVEL', '时点数', 'level', 'How many or how much there is, or is in force, at the time that the figure is of (时点数): centres, staff, plans, powers held. It can rise and fall. How it came about does not matter: centres that were built (建成) or set up to standard (规范设置) are a level.'),
  ('FigureRole', 2, 'FLOW', '时期数', 'flow', 'How much there was from the beginning of a period to its end (时期数): output value, matters handled.'),
  ('FigureRole', 3, 'CUMULATIVE', '累计数', 'cumulative', 'How often something has been done, or to how many, from the start of the work to the report (累计数): persons trained, villages assessed, schools merged, lots handed over. It counts acts, and can only grow.'),
  ('FigureRole', 4, 'GROWTH_RATE', '增长率', 'growth rate', 'A change relative to an earlier value, in per cent (增长率); 同比 is against the same period a year earlier.'),
  ('FigureRole', 5, 'CHANGE', '变化', 'change', 'The difference between a later value and an earlier one, in their unit.'),
  ('FigureRole', 6, 'BASELINE', '基期值', 'baseline', 'An earlier value with which a later one is compared (由原来 ... 增加到).'),
  ('FigureRole', 7, 'TARGET', '目标', 'target', 'What is aimed at, planned or being built, and not yet there (目标, 规划, 加快建设).'),
  ('FigureRole', 8, 'NEED', '需求摸底', 'survey of need', 'What a survey found to be needed (摸排需求), not what was built or provided.'),
  ('FigureScope', 1, 'COUNTY', '全县', 'county', 'The whole county (全县).'),
  ('FigureScope', 2, 'TOWNSHIP', '单个乡镇', 'township', 'One town or township (乡镇).'),
  ('FigureScope', 3, 'VILLAGE', '单个村', 'village', 'One village or community (村, 社区).'),
  ('HandoverMethod', 1, 'REASSIGNMENT', '调剂使用', 'reassignment', 'Given to another public body for its use (调剂使用).'),
  ('HandoverMethod', 2, 'PUBLIC_AUCTION', '公开拍卖', 'public auction', 'Sold at a public auction (公开拍卖).'),
  ('HandoverMethod', 3, 'LEASE', '租赁', 'lease', 'Let (租赁).'),
  ('HandoverMethod', 4, 'CAPITAL_CONTRIBUTION', '增加注册资本金', 'capital contribution', 'Contributed to the registered capital of a state-owned enterprise (增加注册资本金).'),
  ('HandoverMethod', 5, 'OTHER', '其他', 'other', 'Any other way (其他), such as demolition (拆除).'),
  ('MajorTask', 1, 'RESOURCE_ALLOCATION', '优化资源配置', 'better allocation of resources', 'To allocate resources better (优化资源配置).'),
  ('MajorTask', 2, 'DEVELOPMENT_QUALITY', '提升发展质量', 'better quality of development', 'To raise the quality of development (提升发展质量).'),
  ('MajorTask', 3, 'SERVICE_CAPACITY', '增强服务能力', 'stronger services', 'To strengthen the capacity to serve (增强服务能力).'),
  ('MajorTask', 4, 'GOVERNANCE_EFFECTIVENESS', '提高治理效能', 'more effective governance', 'To make governance more effective (提高治理效能).'),
  ('Precision', 1, 'EXACT', '精确', 'exact', 'A count, or a quantity stated without any qualifier: the bounds are the value.'),
  ('Precision', 2, 'ROUNDED', '四舍五入', 'rounded', 'Stated with decimals, in 万 or 亿, or as a percentage: half a unit of the last digit to either side, the upper bound excluded.'),
  ('Precision', 3, 'MORE_THAN', '余', 'more than', 'More than stated. Somewhat more (余, 多): above the value, and below the value plus one in the place of its last digit that is not zero (1000余 is less than 2000); that upper bound is our convention. More by any amount (超过, 突破): there is no upper bound.'),
  ('Precision', 4, 'AT_LEAST', '以上', 'at least', 'The value or more (以上, which includes the value): there is no upper bound.'),
  ('Precision', 5, 'ABOUT', '约', 'about', 'About the value (约): there are no bounds. Near and below it (近): the value is the upper bound, excluded.'),
  ('Precision', 6, 'AT_MOST', '以内', 'at most', 'The value or less (以下, 以内, 不超过, which include the value): there is no lower bound.'),
  ('Precision', 7, 'LESS_THAN', '不足', 'less than', 'Less than the value (不足, 不到): there is no lower bound.'),
  ('ProblemStatus', 1, 'OPEN', '未销号', 'open', 'It is not closed (未销号), and nobody says that work on it has begun.'),
  ('ProblemStatus', 2, 'UNDER_WAY', '整改中', 'under way', 'It is being dealt with (整改中), or awaits its closing.'),
  ('ProblemStatus', 3, 'CLOSED', '已销号', 'closed', 'It is closed (已销号).'),
  ('ProblemStatus', 4, 'OTHER', '其他', 'other', 'Any other status (其他), such as one that is permanent (长期坚持).'),
  ('QuantityPrecision', 1, 'EXACT', '精确', 'exact', 'Both bounds are the value.'),
  ('QuantityPrecision', 2, 'MORE_THAN', '余', 'more than', 'The true value is above the value, which is not rounded, and does not pass the upper bound (余).'),
  ('QuantityPrecision', 3, 'BETWEEN', '区间', 'between', 'The true value lies between the bounds.'),
  ('QuantityPrecision', 4, 'AT_LEAST', '以上', 'at least', 'The true value does not fall below the lower bound, and there is no upper bound (以上).'),
  ('QuantityPrecision', 5, 'AT_MOST', '以下', 'at most', 'The true value does not pass the upper bound, and there is no lower bound (以下).'),
  ('QuantityPrecision', 6, 'ABOUT', '约', 'about', 'There are no bounds (约).'),
  ('ReportSuccession', 1, 'CONTINUES', '延续', 'continues', 'It reports on a later time (延续): every figure of the earlier report stands.'),
  ('ReportSuccession', 2, 'SUPERSEDES', '取代', 'supersedes', 'It takes the place of the earlier report (取代), as a corrected edition does: no figure of that report stands, unless the later one only repeats it.'),
  ('ReportSuccession', 3, 'RESTATES', '重述', 'restates', 'It states some earlier figures anew (重述), as after a revision: a figure of the same indicator, role, place and time takes the place of the earlier one. The other figures stand.'),
  ('RiskLevel', 1, 'LOW', '低风险', 'low', 'Low risk (低风险).'),
  ('RiskLevel', 2, 'MEDIUM', '中风险', 'medium', 'Medium risk (中风险).'),
  ('RiskLevel', 3, 'HIGH', '高风险', 'high', 'High risk (高风险).'),
  ('RiskStatus', 1, 'OPEN', '未化解', 'open', 'Nothing has been done about it yet (未化解).'),
  ('RiskStatus', 2, 'BEING_RESOLVED', '化解中', 'being resolved', 'It is being resolved (化解中).'),
  ('RiskStatus', 3, 'RESOLVED', '已化解', 'resolved', 'It is resolved (已化解).'),
  ('RiskStatus', 4, 'OTHER', '其他', 'other', 'Any other status (其他), such as under observation (动态监测).'),
  ('Stage', 1, 'PLANNED', '计划', 'planned', 'Announced among the next steps (下步工作打算), by words that do not say that it has begun.'),
  ('Stage', 2, 'UNDER_WAY', '推进中', 'under way', 'Begun and not completed, or practised continually (推进, 探索, 逐步, 初步形成); also a next step by words that say that it has begun (加快, 持续, 深入推进).'),
  ('Stage', 3, 'DONE', '完成', 'done', 'Reported as carried out: set up, drawn up, completed (成立, 制定, 完成).'),
  ('TaskKind', 1, 'WORK_PLAN', '工作方案', 'work plan', 'A work plan of the framework 1+29 (改革任务工作方案).'),
  ('TaskKind', 2, 'TASK', '任务', 'task', 'A task of the list that the work plans lead to (任务清单).'),
  ('TaskKind', 3, 'PILOT', '试点任务', 'pilot task', 'A task that a pilot town takes on first (试点任务).'),
  ('TaskKind', 4, 'OTHER', '其他', 'other', 'Any other kind (其他), such as a campaign (专项行动).'),
  ('TaskStatus', 1, 'NOT_STARTED', '未启动', 'not started', 'Work has not begun (未启动).'),
  ('TaskStatus', 2, 'UNDER_WAY', '推进中', 'under way', 'Work has begun (推进中).'),
  ('TaskStatus', 3, 'COMPLETED', '已完成', 'completed', 'The work is done (已完成).'),
  ('TaskStatus', 4, 'OTHER', '其他', 'other', 'Any other status (其他), such as postponed (暂缓实施).'),
  ('Theme', 1, 'GOVERNANCE', '统筹与治理', 'governance of the reform', 'How the follow-up phase is led: leading group, problem lists, working mechanisms (组织领导, 问题清单, 工作机制).'),
  ('Theme', 2, 'REFORM_TASKS', '改革任务', 'reform tasks', 'Work plans and tasks of the framework, and the four major tasks (改革任务).'),
  ('Theme', 3, 'PILOTS', '先行试点', 'pilots', 'Pilot towns and the tasks that they take on (先行试点).'),
  ('Theme', 4, 'SPATIAL_LAYOUT', '空间布局', 'spatial layout', 'The county''s spatial structure: main centre and secondary economic centres (空间布局).'),
  ('Theme', 5, 'INDUSTRY', '产业发展', 'industry', 'Crops, enterprises, cooperatives, output, and where industries are placed (产业发展).'),
  ('Theme', 6, 'TRANSPORT', '交通运输', 'transport', 'Roads, buses and the rural passenger network (交通运输).'),
  ('Theme', 7, 'FACILITIES', '设施整合', 'facilities', 'Schools, health centres and elderly-care centres, and how they are consolidated (教育, 医疗, 养老资源整合).'),
  ('Theme', 8, 'ASSETS', '资产盘活', 'assets', 'Premises vacated by the mergers, and what becomes of them (腾退资产盘活).'),
  ('Theme', 9, 'DEVOLVED_POWERS', '权力下放', 'devolved powers', 'County powers, resources and law enforcement moved down to townships (行政资源下沉, 权限下放, 执法).'),
  ('Theme', 10, 'ORGANISATION_AND_PARTY_BUILDING', '组织设置与党建', 'organisation and Party building', 'Township bodies, village Party organisations, and self-governance, rule of law and rule of virtue (组织设置, 党建引领, 三治协同).'),
  ('Theme', 11, 'BASIC_SERVICES', '基本服务', 'basic services', 'Services that must not lapse: service sites in abolished townships, police, judicial offices, cultural venues (基本服务底线).'),
  ('Theme', 12, 'CONVENIENCE_SERVICES', '便民服务', 'convenience services', 'Convenience service centres, their staff, matters, volume and satisfaction (便民服务主线).'),
  ('Theme', 13, 'SERVICE_QUALITY', '服务质量', 'service quality', 'Rules for service-counter staff and how they are assessed (服务规范, 量化考核).'),
  ('Theme', 14, 'RISK_VILLAGES', '风险村治理', 'risk villages', 'Villages and communities found to be at risk before the elections of the two committees (两委), and outgoing cadres (风险村, 离任干部).'),
  ('Theme', 15, 'TRAINING', '干部培训', 'training', 'Training, pay and management of village cadres (村干部培训与报酬).'),
  ('Theme', 16, 'NEXT_STEPS', '下步打算', 'next steps', 'What the report announces for the time to come (下步工作打算). Only rows recorded before its deprecation have it.'),
  ('Theme', 17, 'OTHER', '其他', 'other', 'Any other subject (其他), and figures of an added report whose subject nobody has named yet.'),
  ('TownshipKind', 1, 'TOWNSHIP', '乡', 'township', 'A township (乡).'),
  ('TownshipKind', 2, 'TOWN', '镇', 'town', 'A town (镇).'),
  ('TownshipKind', 3, 'SUBDISTRICT', '街道', 'subdistrict', 'A subdistrict (街道).'),
  ('TownshipKind', 4, 'OTHER', '其他', 'other', 'Any other division (其他), such as a state forest farm (国有林场).'),
  ('Unit', 1, 'NUMBER', '个', 'number', 'A plain number of places, bodies, facilities or of what has no unit of its own: the wording says of what (个, 处, 台).'),
  ('Unit', 2, 'PERSON', '人', 'persons', 'Persons (人, 名).'),
  ('Unit', 3, 'ITEM', '项', 'items', 'Items: tasks, plans, topics, problems, powers, matters of a list (项).'),
  ('Unit', 4, 'CATEGORY', '大类', 'categories', 'Categories (大类).'),
  ('Unit', 5, 'MATTER', '件', 'matters handled', 'Matters handled, one for each application (件).'),
  ('Unit', 6, 'SCHOOL', '所', 'schools', 'Schools (所).'),
  ('Unit', 7, 'LOT', '宗', 'lots', 'Lots of assets: an asset lot is what is valued and handed over as one (宗).'),
  ('Unit', 8, 'ROUTE', '条', 'routes', 'Routes of passenger transport (条).'),
  ('Unit', 9, 'SQUARE_KILOMETRE', '平方公里', 'km²', 'Square kilometres (平方公里).'),
  ('Unit', 10, 'KILOMETRE', '公里', 'km', 'Kilometres (公里).'),
  ('Unit', 11, 'MU', '亩', 'mu', 'Mu, about 667 square metres (亩).'),
  ('Unit', 12, 'YUAN', '元', 'yuan', 'Yuan renminbi (元).'),
  ('Unit', 13, 'PERCENT', '%', '%', 'Per cent, of the whole or of the base (%): 104 stands for 104 %.'),
  ('Unit', 14, 'PERCENTAGE_POINT', '百分点', 'percentage points', 'Percentage points: the difference of two percentages (百分点).'),
  ('Unit', 15, 'PERSON_PER_TOWNSHIP', '人/乡镇', 'persons per township', 'Persons per township, on average over the townships (每乡镇平均 ... 人).'),
  ('Unit', 16, 'PER_MILLE', '‰', '‰', 'Per mille, of the whole or of the base (‰): 3.2 stands for 3.2 ‰.'),
  ('Unit', 17, 'TIMES', '倍', 'times', 'A multiple (倍, 番): 2.3 stands for 2.3 times.'),
  ('Unit', 18, 'RATIO', '分数', 'fraction', 'A fraction of a whole (三分之一): 0.5 stands for one half.'),
  ('Unit', 19, 'BASIS_POINT', '基点', 'basis points', 'Basis points: the hundredths of a percentage point (基点).'),
  ('Unit', 20, 'PER_UNIT', '每单位', 'per unit', 'A rate per unit of something, such as 元/亩: the wording says of what, and per what.'),
  ('Unit', 21, 'HOUSEHOLD', '户', 'households', 'Households (户).'),
  ('Unit', 22, 'PERSON_TIME', '人次', 'person-times', 'Person-times: one for each person each time (人次).'),
  ('Unit', 23, 'PERSON_DAY', '人天', 'person-days', 'Person-days (人日, 人天).'),
  ('Unit', 24, 'VEHICLE', '辆', 'vehicles', 'Vehicles (辆).'),
  ('Unit', 25, 'BED', '床位', 'beds', 'Beds (床位, 张床位).'),
  ('Unit', 26, 'OCCURRENCE', '次', 'occurrences', 'How often something took place (次, 场次).'),
  ('Unit', 27, 'SQUARE_METRE', '平方米', 'm²', 'Square metres (平方米).'),
  ('Unit', 28, 'HECTARE', '公顷', 'hectares', 'Hectares (公顷).'),
  ('Unit', 29, 'CUBIC_METRE', '立方米', 'm³', 'Cubic metres (立方米).'),
  ('Unit', 30, 'METRE', '米', 'm', 'Metres (米).'),
  ('Unit', 31, 'CENTIMETRE', '厘米', 'cm', 'Centimetres (厘米).'),
  ('Unit', 32, 'MILLIMETRE', '毫米', 'mm', 'Millimetres (毫米).'),
  ('Unit', 33, 'LI', '华里', 'li', 'Li, 500 metres (华里).'),
  ('Unit', 34, 'TONNE', '吨', 't', 'Tonnes (吨).'),
  ('Unit', 35, 'KILOGRAM', '公斤', 'kg', 'Kilograms (公斤, 千克).'),
  ('Unit', 36, 'JIN', '斤', 'jin', 'Jin, 500 grams (斤).'),
  ('Unit', 37, 'GRAM', '克', 'g', 'Grams (克).'),
  ('Unit', 38, 'MILLIGRAM', '毫克', 'mg', 'Milligrams (毫克).'),
  ('Unit', 39, 'MICROGRAM', '微克', 'μg', 'Micrograms (微克).'),
  ('Unit', 40, 'LITRE', '升', 'l', 'Litres (升).'),
  ('Unit', 41, 'KILOWATT_HOUR', '千瓦时', 'kWh', 'Kilowatt-hours (千瓦时, 度).'),
  ('Unit', 42, 'KILOWATT', '千瓦', 'kW', 'Kilowatts (千瓦).'),
  ('Unit', 43, 'MEGAWATT', '兆瓦', 'MW', 'Megawatts (兆瓦).'),
  ('Unit', 44, 'KILOVOLT', '千伏', 'kV', 'Kilovolts (千伏).'),
  ('Unit', 45, 'YEAR', '年', 'years', 'Years, as a length of time (年).'),
  ('Unit', 46, 'MONTH', '个月', 'months', 'Months, as a length of time (个月).'),
  ('Unit', 47, 'WEEK', '周', 'weeks', 'Weeks (周, 星期).'),
  ('Unit', 48, 'DAY', '天', 'days', 'Days (天, 日).'),
  ('Unit', 49, 'WORKING_DAY', '工作日', 'working days', 'Working days (工作日).'),
  ('Unit', 50, 'HOUR', '小时', 'hours', 'Hours (小时).'),
  ('Unit', 51, 'MINUTE', '分钟', 'minutes', 'Minutes (分钟).'),
  ('Unit', 52, 'SECOND', '秒', 'seconds', 'Seconds (秒).'),
  ('Unit', 53, 'US_DOLLAR', '美元', 'US dollars', 'US dollars (美元).'),
  ('Unit', 54, 'DEGREE_CELSIUS', '℃', '°C', 'Degrees Celsius (摄氏度). Temperatures have no sum.'),
  ('Unit', 55, 'PER_MILLE_POINT', '千分点', 'per-mille points', 'Per-mille points: the difference of two rates per mille (千分点).'),
  ('VillageKind', 1, 'VILLAGE', '村', 'village', 'A village (村).'),
  ('VillageKind', 2, 'COMMUNITY', '社区', 'community', 'A community (社区).'),
  ('VillageKind', 3, 'OTHER', '其他', 'other', 'Any other unit (其他), such as a branch of a farm (农场分场).')) AS "codes";

