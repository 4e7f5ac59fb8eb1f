using System.Globalization;
using System.Text.Json;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>What all copies of the register have.</summary>
internal static class RegisterCopy
{
    public const string Columns = "id,code,level,riskFactors,resolvedOn,county.code,township.code,version";
}

/// <summary>Someone who keeps a copy of the register.</summary>
internal interface IRegisterCopy
{
    /// <summary>How many weeks there are between two pulls.</summary>
    int Every { get; }

    /// <summary>Pulls all at first, and then what has changed.</summary>
    Task PullAsync();

    /// <summary>The copy.</summary>
    string Rebuilt();

    /// <summary>The register, as the copy should be.</summary>
    Task<string> WholeAsync();
}

/// <summary>Begins with everything, and goes on from the token of the header.</summary>
internal sealed class CsvCopy(RunningServer server) : IRegisterCopy
{
    private readonly SortedDictionary<int, string> rows = [];
    private string? token;

    public int Every => 1;

    public async Task PullAsync()
    {
        using var response = await server.SendAsync(HttpMethod.Get,
            $"/export/risk-villages.csv?select={RegisterCopy.Columns}{(token is null ? string.Empty : $"&changedSince={token}")}", null);
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal(token is null ? RegisterCopy.Columns : $"changeAction,changeToken,{RegisterCopy.Columns}",
            lines[0]); // even if nothing has changed
        foreach (var line in lines[1..^1])
        {
            var cells = token is null ? ["ADDED", string.Empty, line] : line.Split(',', 3);
            var id = int.Parse(cells[2].Split(',')[0], CultureInfo.InvariantCulture);
            Assert.Equal(cells[0] == "ADDED", !rows.ContainsKey(id));
            rows[id] = cells[2];
            if (cells[0] == "WITHDRAWN")
            {
                rows.Remove(id);
            }
        }

        token = Assert.Single(response.Headers.GetValues("Change-Token"));
    }

    public string Rebuilt() => string.Join('\n', rows.Values);

    public async Task<string> WholeAsync() =>
        string.Join('\n',
        (await server.Client.GetStringAsync($"/export/risk-villages.csv?select={RegisterCopy.Columns}")).Split("\r\n")[1..^1]);
}

/// <summary>Begins from 0, and goes on from the token of the last row, as a tool does that sees no headers.</summary>
internal sealed class JsonCopy(RunningServer server, int every) : IRegisterCopy
{
    private readonly SortedDictionary<int, string> rows = [];
    private string token = "0";

    public int Every => every;

    public async Task PullAsync()
    {
        foreach (var line in (await server.Client.GetStringAsync(
            $"/export/risk-villages.ndjson?select={RegisterCopy.Columns}&changedSince={token}")).Split('\n')[..^1])
        {
            var row = JsonElement.Parse(line);
            var id = int.Parse(row.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
            token = row.GetProperty("changeToken").GetString()!;
            rows[id] = "{" + line[line.IndexOf("\"id\":", StringComparison.Ordinal)..];
            if (row.GetProperty("changeAction").GetString() == "WITHDRAWN")
            {
                rows.Remove(id);
            }
        }
    }

    public string Rebuilt() => string.Join('\n', rows.Values);

    public async Task<string> WholeAsync() =>
        (await server.Client.GetStringAsync($"/export/risk-villages.ndjson?select={RegisterCopy.Columns}")).TrimEnd('\n');
}

/// <summary>Follows links, of pages and of changes.</summary>
internal sealed class ODataCopy(RunningServer server) : IRegisterCopy
{
    private const string Set =
        "/odata/riskVillages?$select=id,code,level,riskFactors,resolvedOn,version&$expand=county($select=code),township($select=code)";

    private readonly SortedDictionary<int, string> rows = [];
    private string next = Set;

    public int Every => 1;

    public async Task PullAsync()
    {
        for (var isLast = false; !isLast;)
        {
            using var response = await server.SendAsync(HttpMethod.Get, next, null, "Prefer: odata.track-changes, odata.maxpagesize=50");
            var page = JsonElement.Parse(await response.Content.ReadAsStringAsync());
            foreach (var row in page.GetProperty("value").EnumerateArray())
            {
                if (row.TryGetProperty("reason", out var reason))
                {
                    Assert.Equal("deleted", reason.GetString());
                    rows.Remove(
                        int.Parse(row.GetProperty("id").GetString()!["riskVillages('".Length..^"')".Length], CultureInfo.InvariantCulture));
                }
                else
                {
                    rows[int.Parse(row.GetProperty("id").GetString()!, CultureInfo.InvariantCulture)] = row.GetRawText();
                }
            }

            isLast = page.TryGetProperty("@odata.deltaLink", out var link);
            next = isLast ? link.GetString()! : page.GetProperty("@odata.nextLink").GetString()!;
            Assert.Contains(isLast ? "changedSince=" + Assert.Single(response.Headers.GetValues("Change-Token")) : "$skiptoken=", next,
                StringComparison.Ordinal);
        }
    }

    public string Rebuilt() => string.Join('\n', rows.Values);

    public async Task<string> WholeAsync() =>
        string.Join('\n', JsonElement.Parse(await server.Client.GetStringAsync(Set)).GetProperty("value").EnumerateArray()
        .Select(row => row.GetRawText()));
}
