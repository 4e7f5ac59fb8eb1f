using System.Reflection;
using System.Text.Json;
using CsCheck;
using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Values to ask for: those of the rows, and others near them.</summary>
internal sealed class ScalarSamples
{
    private static readonly Dictionary<string, string[]> Near = new()
    {
        ["Byte"] = ["2", "4", "254"],
        ["Short"] = ["-32767", "1", "8", "32766"],
        ["Int"] = ["-2147483647", "-2", "1", "15", "17", "319", "499", "502", "2147483646"],
        ["Long"] = ["-9223372036854775807", "1", "9007199254740992", "9007199254740994", "9223372036854775806"],
        ["Float"] = ["-1e-300", "1e-323", "0.10000000000000002", "0.33333333333333337", "1e21", "1.7976931348623155e308", "-0.0"],
        ["Decimal"] = ["-922337203685477.5806", "-0.0001", "0.0002", "23.4999", "104.0", "104.0001", "1e2", "922337203685477.5806"],
        ["DateTime"] = ["\"2026-01-02T03:04:05.0000029Z\"", "\"2026-01-02T11:04:05+08:00\"", "\"2026-01-02T03:04:05.6780Z\"",
            "\"1970-01-01T00:00:00Z\""],
        ["LocalDate"] = ["\"0001-01-02\"", "\"1949-09-30\"", "\"2024-03-01\"", "\"9999-12-30\""],
        ["LocalTime"] = ["\"00:00:00.0000001\"", "\"08:30:00.000\"", "\"08:29:59.9999999\"", "\"23:59:59\""],
        ["TimeSpan"] = ["\"PT0.0000002S\"", "\"PT89M60S\"", "\"-PT24H\"", "\"P1D\""],
        ["UUID"] = ["\"00000000-0000-0000-0000-0000000000FE\"", "\"7fffffff00004000800000000000000f\"",
            "\"80000000-0000-4000-8000-000000000001\""],
        ["URL"] =
            ["\"https://example.org\"", "\"https://example.org/a?b=c%20d\"", "\"https://EXAMPLE.org/\"", "\"urn:isbn:9787100012346\""],
        ["ID"] = ["\"1\"", "2", "\"13\"", "40", "\"120\"", "-1", "240", "2147483647"],
    };

    private readonly Dictionary<string, Gen<Written>> samples;

    public ScalarSamples(TinyDatabase database, ISchema schema)
    {
        samples = schema.AllTypes.OfType<ScalarGraphType>().Where(scalar => scalar is not EnumerationGraphType).ToDictionary(
            scalar => scalar.Name,
            scalar => Gen.OneOf<Written>([.. OfRows(database.Rows, scalar).Concat(Near.GetValueOrDefault(scalar.Name, [])).Distinct()
                .Select(Written.Same).DefaultIfEmpty(Written.Null)]));
        foreach (var named in schema.AllTypes.OfType<EnumerationGraphType>())
        {
            samples[named.Name] = Gen.OneOf<Written>([.. named.Values.Select(value => Written.Enum(value.Name))]);
        }

        samples["String"] = Texts();
    }

    public Gen<Written> Of(IGraphType scalar) => samples[scalar.Name];

    private static IEnumerable<string> OfRows(TinyRows rows, ScalarGraphType scalar) =>
        from row in rows.All
        from property in row.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where ScalarType.For(property.PropertyType)?.Name == scalar.Name
        let value = property.GetValue(row)
        where value is not null
        select JsonSerializer.Serialize(scalar.Serialize(value));

    private static Gen<Written> Texts()
    {
        var known = Gen.OneOf<string>([.. TinyRows.Texts, "B1", "B12", "S3", "Card of"]);
        var part = Gen.Select(known, Gen.Int[0, 3], Gen.Int[1, 4],
            (text, start, length) => string.Concat(text.EnumerateRunes().Skip(start).Take(length)));
        var pair = Gen.Select(known, known, (first, second) => first + second);
        return Gen.Frequency((4, known), (2, part), (1, pair)).Select(Written.Text);
    }
}
