using System.Text.Json;

namespace ReformGraph.Benchmarks.Ways.Floor;

/// <summary>The hand-written answer to one work: the statements of one connection, and how their rows become JSON.</summary>
internal abstract class FloorAnswer
{
    protected static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    protected static readonly JsonEncodedText Code = JsonEncodedText.Encode("code");
    protected static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    protected static readonly JsonEncodedText Level = JsonEncodedText.Encode("level");
    protected static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    protected static readonly JsonEncodedText TitleZh = JsonEncodedText.Encode("titleZh");
    protected static readonly JsonEncodedText NameZh = JsonEncodedText.Encode("nameZh");
    protected static readonly JsonEncodedText LeadOfficial = JsonEncodedText.Encode("leadOfficial");
    protected static readonly JsonEncodedText LeadDepartment = JsonEncodedText.Encode("leadDepartment");
    protected static readonly JsonEncodedText Progress = JsonEncodedText.Encode("progress");
    protected static readonly JsonEncodedText DueOn = JsonEncodedText.Encode("dueOn");
    protected static readonly JsonEncodedText AssessedOn = JsonEncodedText.Encode("assessedOn");
    protected static readonly JsonEncodedText FloorArea = JsonEncodedText.Encode("floorArea");
    protected static readonly JsonEncodedText AssetClass = JsonEncodedText.Encode("assetClass");
    protected static readonly JsonEncodedText Nodes = JsonEncodedText.Encode("nodes");
    protected static readonly JsonEncodedText TotalCount = JsonEncodedText.Encode("totalCount");
    protected static readonly JsonEncodedText County = JsonEncodedText.Encode("county");
    protected static readonly JsonEncodedText Township = JsonEncodedText.Encode("township");
    protected static readonly JsonEncodedText Townships = JsonEncodedText.Encode("townships");
    protected static readonly JsonEncodedText ReformTasks = JsonEncodedText.Encode("reformTasks");
    protected static readonly JsonEncodedText RiskVillages = JsonEncodedText.Encode("riskVillages");
    protected static readonly JsonEncodedText AssetHandovers = JsonEncodedText.Encode("assetHandovers");
    protected static readonly JsonEncodedText ReformTaskById = JsonEncodedText.Encode("reformTaskById");
    protected static readonly JsonEncodedText Villages = JsonEncodedText.Encode("villages");
    protected static readonly JsonEncodedText Tasks = JsonEncodedText.Encode("tasks");

    /// <summary>Writes what stands under <c>data</c>.</summary>
    public abstract void Write(Utf8JsonWriter json, FloorParameters parameters);
}
