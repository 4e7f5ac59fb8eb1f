CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES ('20261123042825_Initial', '');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261124002052_SyntheticRows', '');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261124013223_OrderIndexes', '');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261125072737_Rollups', '');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261125090540_IndicatorsThatAddUp', '');
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE "Counties" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Counties" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "AreaCode" TEXT NULL,
    "NameZh" TEXT NULL,
    "NameEn" TEXT NULL,
    "KnownAs" TEXT NOT NULL
, "Synthetic" INTEGER NOT NULL DEFAULT 0, "Version" INTEGER NOT NULL DEFAULT 1);
CREATE TABLE "DataState" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DataState" PRIMARY KEY,
    "Sequence" INTEGER NOT NULL,
    "Database" TEXT NOT NULL
);
CREATE TABLE "Reports" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Reports" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "TitleZh" TEXT NOT NULL,
    "TitleEn" TEXT NOT NULL,
    "Year" INTEGER NULL,
    "Sha256" TEXT NOT NULL,
    "CountyId" INTEGER NOT NULL, "Version" INTEGER NOT NULL DEFAULT 1,
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
    "SuccessorId" INTEGER NULL, "Synthetic" INTEGER NOT NULL DEFAULT 0, "Version" INTEGER NOT NULL DEFAULT 1,
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
    "Explanation" TEXT NOT NULL, "Version" INTEGER NOT NULL DEFAULT 1,
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
    "SentenceSha256" TEXT NOT NULL, "Version" INTEGER NOT NULL DEFAULT 1,
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
    "SuccessorId" INTEGER NULL, "Synthetic" INTEGER NOT NULL DEFAULT 0, "Version" INTEGER NOT NULL DEFAULT 1,
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
    "LocatorId" INTEGER NULL, "Version" INTEGER NOT NULL DEFAULT 1,
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
    "RestatesId" INTEGER NULL, "Version" INTEGER NOT NULL DEFAULT 1,
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
    "ProvenById" INTEGER NULL, "Synthetic" INTEGER NOT NULL DEFAULT 0, "Version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FK_AssetHandovers_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AssetHandovers_Figures_ProvenById" FOREIGN KEY ("ProvenById") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AssetHandovers_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT
);
CREATE TABLE "CheckInputs" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_CheckInputs" PRIMARY KEY AUTOINCREMENT,
    "CheckId" INTEGER NOT NULL,
    "Side" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "FigureId" INTEGER NOT NULL, "Version" INTEGER NOT NULL DEFAULT 1,
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
    "ProvenById" INTEGER NULL, "Synthetic" INTEGER NOT NULL DEFAULT 0, "Version" INTEGER NOT NULL DEFAULT 1,
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
    "InputId" INTEGER NOT NULL, "Version" INTEGER NOT NULL DEFAULT 1,
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
    "ProvenById" INTEGER NULL, "Synthetic" INTEGER NOT NULL DEFAULT 0, "Version" INTEGER NOT NULL DEFAULT 1,
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
    "ProvenById" INTEGER NULL, "Synthetic" INTEGER NOT NULL DEFAULT 0, "Version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FK_RiskVillages_Counties_CountyId" FOREIGN KEY ("CountyId") REFERENCES "Counties" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RiskVillages_Figures_ProvenById" FOREIGN KEY ("ProvenById") REFERENCES "Figures" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RiskVillages_Townships_TownshipId" FOREIGN KEY ("TownshipId") REFERENCES "Townships" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_RiskVillages_Villages_VillageId" FOREIGN KEY ("VillageId") REFERENCES "Villages" ("Id") ON DELETE RESTRICT
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
CREATE TABLE "Indicators" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Indicators" PRIMARY KEY AUTOINCREMENT,
    "AddsToId" INTEGER NULL,
    "Code" TEXT NOT NULL,
    "Definition" TEXT NOT NULL,
    "NameEn" TEXT NOT NULL,
    "NameZh" TEXT NOT NULL, "Version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FK_Indicators_Indicators_AddsToId" FOREIGN KEY ("AddsToId") REFERENCES "Indicators" ("Id") ON DELETE RESTRICT
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
    "Hash" TEXT NOT NULL
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
CREATE INDEX "IX_RiskVillages_AssessedOn" ON "RiskVillages" ("AssessedOn");
CREATE INDEX "IX_ReformTasks_DueOn" ON "ReformTasks" ("DueOn");
CREATE INDEX "IX_ReformTasks_Progress" ON "ReformTasks" ("Progress");
CREATE INDEX "IX_FacilityConsolidations_EffectiveOn" ON "FacilityConsolidations" ("EffectiveOn");
CREATE INDEX "IX_AssetHandovers_BookValue" ON "AssetHandovers" ("BookValue");
CREATE INDEX "IX_AssetHandovers_HandedOverOn" ON "AssetHandovers" ("HandedOverOn");
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
CREATE INDEX "IX_Indicators_AddsToId" ON "Indicators" ("AddsToId");
CREATE UNIQUE INDEX "IX_Indicators_Code" ON "Indicators" ("Code");
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
CREATE INDEX "IX_CheckInputsRevisions_CheckId_RecordedFrom_RecordedTo" ON "CheckInputsRevisions" ("CheckId", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_CheckInputsRevisions_CheckId_Side_Position_RecordedFrom_RecordedTo" ON "CheckInputsRevisions" ("CheckId", "Side", "Position", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_CheckInputsRevisions_FigureId_RecordedFrom_RecordedTo" ON "CheckInputsRevisions" ("FigureId", "RecordedFrom", "RecordedTo");
CREATE UNIQUE INDEX "IX_CheckInputsRevisions_Id_RecordedFrom" ON "CheckInputsRevisions" ("Id", "RecordedFrom");
CREATE INDEX "IX_CheckInputsRevisions_RecordedFrom" ON "CheckInputsRevisions" ("RecordedFrom");
CREATE INDEX "IX_CheckInputsRevisions_RecordedTo" ON "CheckInputsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;
CREATE INDEX "IX_ChecksRevisions_Code_RecordedFrom_RecordedTo" ON "ChecksRevisions" ("Code", "RecordedFrom", "RecordedTo");
CREATE UNIQUE INDEX "IX_ChecksRevisions_Id_RecordedFrom" ON "ChecksRevisions" ("Id", "RecordedFrom");
CREATE INDEX "IX_ChecksRevisions_RecordedFrom" ON "ChecksRevisions" ("RecordedFrom");
CREATE INDEX "IX_ChecksRevisions_RecordedTo" ON "ChecksRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;
CREATE INDEX "IX_ChecksRevisions_ReportId_RecordedFrom_RecordedTo" ON "ChecksRevisions" ("ReportId", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_ChecksRevisions_Status_RecordedFrom_RecordedTo" ON "ChecksRevisions" ("Status", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_CountiesRevisions_Code_RecordedFrom_RecordedTo" ON "CountiesRevisions" ("Code", "RecordedFrom", "RecordedTo");
CREATE UNIQUE INDEX "IX_CountiesRevisions_Id_RecordedFrom" ON "CountiesRevisions" ("Id", "RecordedFrom");
CREATE INDEX "IX_CountiesRevisions_RecordedFrom" ON "CountiesRevisions" ("RecordedFrom");
CREATE INDEX "IX_CountiesRevisions_RecordedTo" ON "CountiesRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;
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
CREATE INDEX "IX_FigureInputsRevisions_FigureId_Position_RecordedFrom_RecordedTo" ON "FigureInputsRevisions" ("FigureId", "Position", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_FigureInputsRevisions_FigureId_RecordedFrom_RecordedTo" ON "FigureInputsRevisions" ("FigureId", "RecordedFrom", "RecordedTo");
CREATE UNIQUE INDEX "IX_FigureInputsRevisions_Id_RecordedFrom" ON "FigureInputsRevisions" ("Id", "RecordedFrom");
CREATE INDEX "IX_FigureInputsRevisions_InputId_RecordedFrom_RecordedTo" ON "FigureInputsRevisions" ("InputId", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_FigureInputsRevisions_RecordedFrom" ON "FigureInputsRevisions" ("RecordedFrom");
CREATE INDEX "IX_FigureInputsRevisions_RecordedTo" ON "FigureInputsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;
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
CREATE INDEX "IX_IndicatorsRevisions_AddsToId_RecordedFrom_RecordedTo" ON "IndicatorsRevisions" ("AddsToId", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_IndicatorsRevisions_Code_RecordedFrom_RecordedTo" ON "IndicatorsRevisions" ("Code", "RecordedFrom", "RecordedTo");
CREATE UNIQUE INDEX "IX_IndicatorsRevisions_Id_RecordedFrom" ON "IndicatorsRevisions" ("Id", "RecordedFrom");
CREATE INDEX "IX_IndicatorsRevisions_RecordedFrom" ON "IndicatorsRevisions" ("RecordedFrom");
CREATE INDEX "IX_IndicatorsRevisions_RecordedTo" ON "IndicatorsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;
CREATE INDEX "IX_InitiativesRevisions_Code_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("Code", "RecordedFrom", "RecordedTo");
CREATE UNIQUE INDEX "IX_InitiativesRevisions_Id_RecordedFrom" ON "InitiativesRevisions" ("Id", "RecordedFrom");
CREATE INDEX "IX_InitiativesRevisions_LocatorId_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("LocatorId", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_InitiativesRevisions_RecordedFrom" ON "InitiativesRevisions" ("RecordedFrom");
CREATE INDEX "IX_InitiativesRevisions_RecordedTo" ON "InitiativesRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;
CREATE INDEX "IX_InitiativesRevisions_ReportId_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("ReportId", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_InitiativesRevisions_Theme_RecordedFrom_RecordedTo" ON "InitiativesRevisions" ("Theme", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_LocatorsRevisions_Code_RecordedFrom_RecordedTo" ON "LocatorsRevisions" ("Code", "RecordedFrom", "RecordedTo");
CREATE UNIQUE INDEX "IX_LocatorsRevisions_Id_RecordedFrom" ON "LocatorsRevisions" ("Id", "RecordedFrom");
CREATE INDEX "IX_LocatorsRevisions_RecordedFrom" ON "LocatorsRevisions" ("RecordedFrom");
CREATE INDEX "IX_LocatorsRevisions_RecordedTo" ON "LocatorsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;
CREATE INDEX "IX_LocatorsRevisions_ReportId_RecordedFrom_RecordedTo" ON "LocatorsRevisions" ("ReportId", "RecordedFrom", "RecordedTo");
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
CREATE INDEX "IX_ReportsRevisions_Code_RecordedFrom_RecordedTo" ON "ReportsRevisions" ("Code", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_ReportsRevisions_CountyId_RecordedFrom_RecordedTo" ON "ReportsRevisions" ("CountyId", "RecordedFrom", "RecordedTo");
CREATE UNIQUE INDEX "IX_ReportsRevisions_Id_RecordedFrom" ON "ReportsRevisions" ("Id", "RecordedFrom");
CREATE INDEX "IX_ReportsRevisions_RecordedFrom" ON "ReportsRevisions" ("RecordedFrom");
CREATE INDEX "IX_ReportsRevisions_RecordedTo" ON "ReportsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;
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
CREATE INDEX "IX_TownshipsRevisions_Code_RecordedFrom_RecordedTo" ON "TownshipsRevisions" ("Code", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_TownshipsRevisions_CountyId_RecordedFrom_RecordedTo" ON "TownshipsRevisions" ("CountyId", "RecordedFrom", "RecordedTo");
CREATE UNIQUE INDEX "IX_TownshipsRevisions_Id_RecordedFrom" ON "TownshipsRevisions" ("Id", "RecordedFrom");
CREATE INDEX "IX_TownshipsRevisions_RecordedFrom" ON "TownshipsRevisions" ("RecordedFrom");
CREATE INDEX "IX_TownshipsRevisions_RecordedTo" ON "TownshipsRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;
CREATE INDEX "IX_TownshipsRevisions_SuccessorId_RecordedFrom_RecordedTo" ON "TownshipsRevisions" ("SuccessorId", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_VillagesRevisions_Code_RecordedFrom_RecordedTo" ON "VillagesRevisions" ("Code", "RecordedFrom", "RecordedTo");
CREATE UNIQUE INDEX "IX_VillagesRevisions_Id_RecordedFrom" ON "VillagesRevisions" ("Id", "RecordedFrom");
CREATE INDEX "IX_VillagesRevisions_RecordedFrom" ON "VillagesRevisions" ("RecordedFrom");
CREATE INDEX "IX_VillagesRevisions_RecordedTo" ON "VillagesRevisions" ("RecordedTo") WHERE "RecordedTo" < 9223372036854775807;
CREATE INDEX "IX_VillagesRevisions_SuccessorId_RecordedFrom_RecordedTo" ON "VillagesRevisions" ("SuccessorId", "RecordedFrom", "RecordedTo");
CREATE INDEX "IX_VillagesRevisions_TownshipId_RecordedFrom_RecordedTo" ON "VillagesRevisions" ("TownshipId", "RecordedFrom", "RecordedTo");
INSERT INTO "__EFMigrationsHistory" VALUES ('20261125110646_History', '');
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
CREATE UNIQUE INDEX "IX_ApiKeys_Name" ON "ApiKeys" ("Name");
CREATE UNIQUE INDEX "IX_ApiKeys_Prefix" ON "ApiKeys" ("Prefix");
INSERT INTO "__EFMigrationsHistory" VALUES ('20261125123150_AddApiKeys', '');
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
CREATE INDEX "IX_IdempotencyKeys_CreatedAt" ON "IdempotencyKeys" ("CreatedAt");
INSERT INTO "__EFMigrationsHistory" VALUES ('20261125140309_AddIdempotencyKeys', '');
CREATE TABLE "ChangeLeaves" (
    "ChangeId" INTEGER NOT NULL,
    "First" INTEGER NOT NULL,
    "Entity" TEXT NOT NULL,
    "Leaves" BLOB NOT NULL,
    CONSTRAINT "PK_ChangeLeaves" PRIMARY KEY ("ChangeId", "First")
);
INSERT INTO "__EFMigrationsHistory" VALUES ('20261128204808_KeepLeavesOfChanges', '');
ALTER TABLE "Changes" ADD "Salt" BLOB NULL;
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129141500_AddSaltOfChanges', '');
