using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsCheck;
using ReformGraph.Http;
using ReformGraph.Tests.Export;
using ReformGraph.Tests.Import;
using ReformGraph.Tests.OData;

namespace ReformGraph.Tests.BadInput;

/// <summary>A request of any kind that the server knows, right or damaged.</summary>
/// <param name="Method">The method.</param>
/// <param name="Address">The path with its options.</param>
/// <param name="Body">The body; null if there is none.</param>
/// <param name="ContentType">What the body is.</param>
internal sealed record SoakRequest(HttpMethod Method, string Address, byte[]? Body = null, string ContentType = "application/json")
{
    private const string Json = "application/json";
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly GraphQLCase[] Cases =
        [.. GraphQLCase.Folders.Where(folder => folder != "Engine")
            .SelectMany(folder => GraphQLCase.In(folder).Select(name => GraphQLCase.Read(folder, name)))];

    private static readonly string[] Pages =
        ["/", "/graphql?sdl", "/catalog", "/catalog/datapackage.json", "/catalog/dcat.jsonld", "/odata", "/odata/$metadata", "/checkpoint",
            "/checkpoint?size=1", "/nothing", "/export", "/import"];

    private static readonly string[] Proofs =
        ["/proofs/inclusion?entity=RiskVillage&code=RV-H-001&version=1", "/proofs/inclusion?entity=Change&id=1",
            "/proofs/consistency?from=1&to=2"];

    private static readonly string[] Tables =
    [
        "code,level,leadOfficial\nRV-H-001,LOW,张三\nRV-H-002,HIGH,\n",
        "code,bookValue,areaSquareMetres\nAH-S-001,1234.5,37.5\n",
        "code,level\nRV-X-001,MEDIUM\n",
        """[{"code":"RV-M-001","level":"LOW","assessedOn":"2020-10-31"},{"code":"RV-M-002","leadOfficial":"李四"}]""",
        """{"code":"RV-L-001","level":"LOW"}""" + "\n" + """{"code":"RV-L-002","remark":"圈🏡"}""" + "\n",
    ];

    private static readonly string[] TablePieces =
        [",", "\n", "\r\n", "\"", "\0", "\uFEFF", "code", "level", "=1+1", "圈", "🏡", "1e400", "-1", "99999999999999999999",
            "2026-02-30",
            "{", "}", "[", "]", ":", "null", "\\uD800"];

    private static readonly byte[] Workbook = Importing.Workbook(["code", "level"], ["RV-H-003", "LOW"], ["RV-H-004", "HIGH"]);

    /// <summary>All kinds, those that are asked most by clients the most.</summary>
    public static Gen<SoakRequest> Any { get; } = Gen.Frequency(
        (6, Gen.OneOf<GraphQLCase>(Cases).Select(one => OfBody(BodyOf(one)))),
        (3, Damage.To(Gen.OneOf<string>([.. Cases.Select(one => one.Text)]), RandomInputTests.Pieces, 1, 3)
            .Select(text => OfBody(JsonSerializer.SerializeToUtf8Bytes(new { query = text })))),
        (3, RandomInputTests.Variables.Select(OfBody)),
        (2, RandomInputTests.Body.Select(OfBody)),
        (1, Gen.OneOf<GraphQLCase>(Cases).Select(one => Get($"/graphql?query={Uri.EscapeDataString(one.Text)}"))),
        (3, DamagedAddress.To(RefusalTests.Addresses, RefusalTests.Pieces, least: 0).Select(Get)),
        (3, DamagedAddress.To(ExportRefusalTests.Addresses, ExportRefusalTests.Pieces, least: 0).Select(Get)),
        (1, DamagedAddress.To(Proofs, ExportRefusalTests.Pieces, least: 0).Select(Get)),
        (1, Gen.OneOf<string>(Pages).Select(Get)),
        (1, Gen.OneOf<string>(Pages).Select(page => new SoakRequest(HttpMethod.Options, page))),
        (2, Import()));

    /// <summary>The message of it, for someone with a key.</summary>
    public HttpRequestMessage Message(string key, string accept)
    {
        var message = new HttpRequestMessage(Method, Address) { Content = Body is null ? null : new ByteArrayContent(Body) };
        message.Content?.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        message.Headers.Add("Authorization", $"Bearer {key}");
        message.Headers.Add("Accept", accept);
        message.Headers.Add(GraphQLEndpoint.PreflightHeader, "1");
        return message;
    }

    public override string ToString() =>
        $"{Method} {Uri.UnescapeDataString(Address)} {(Body is null ? "" : Encoding.UTF8.GetString(Body))}";

    private static SoakRequest Get(string address) => new(HttpMethod.Get, address);

    private static SoakRequest OfBody(byte[] body) => new(HttpMethod.Post, "/graphql", body);

    // The variables as the file has them: a serializer refuses what some cases are about.
    private static byte[] BodyOf(GraphQLCase one) => Encoding.UTF8.GetBytes(
        $$"""{"query":{{JsonSerializer.Serialize(one.Text)}},"variables":{{one.Variables?.GetRawText() ?? "null"}},"operationName":{{JsonSerializer.Serialize(one.OperationName)}}}""");

    private static Gen<SoakRequest> Import() =>
        from name in Gen.OneOf<string>("risk-villages", "asset-handovers", "figures", "nothing")
        from dryRun in Gen.Frequency((3, Gen.Const("true")), (1, Gen.Const("false")))
        from table in Gen.Frequency(
            (4, Damage.To(Gen.OneOf<string>(Tables), TablePieces, 0, 2)
                .Select(text => (Bytes: Encoding.UTF8.GetBytes(text), Type: text.StartsWith('[') || text.StartsWith('{') ? Json : Csv))),
            (1, Gen.Select(Gen.Int[0, Workbook.Length - 1], Gen.Byte)
                .Select((at, value) => (Bytes: (byte[])[.. Workbook[..at], value, .. Workbook[(at + 1)..]], Type: Xlsx))))
        select new SoakRequest(HttpMethod.Post, $"/import/{name}?reason=soak&dryRun={dryRun}", table.Bytes, table.Type);
}
