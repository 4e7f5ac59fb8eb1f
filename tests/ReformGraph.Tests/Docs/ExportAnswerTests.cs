using System.Text;
using System.Text.RegularExpressions;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Docs;

/// <summary>Every export and feed in the documents that has its file below it is asked for, and the file compared.</summary>
public sealed partial class ExportAnswerTests(RunningServer server) : IClassFixture<RunningServer>
{
    public static TheoryData<string, string, string?, string?, string> Files()
    {
        var files = new TheoryData<string, string, string?, string?, string>();
        foreach (var (command, file) in Markdown.Files.SelectMany(name => Markdown.Blocks(name).Zip(Markdown.Blocks(name).Skip(1))))
        {
            if (CurlPattern().Match(command.Text) is { Success: true } curl)
            {
                files.Add(command.ToString(),
                    $"{curl.Groups["path"].Value}?{string.Join('&', curl.Groups["parameter"].Captures.Select(parameter => Encoded(parameter.Value)))}", null, null, file.Text);
            }
            else if (QueryPattern().Match(command.Text) is { Success: true } query)
            {
                files.Add(command.ToString(), "/graphql", query.Groups["accept"].Value, query.Groups["body"].Value, file.Text);
            }
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task An_export_in_a_document_gives_the_file_below_it(string place, string path, string? accept, string? body, string file)
    {
        using var response = body is null ? await server.Client.GetAsync(path)
            : await server.SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"),
                $"Accept: {accept}");
        var given = await response.Content.ReadAsStringAsync();
        Assert.Equal($"{place}\n{Timeless(file)}", $"{place}\n{Timeless(given)}");
    }

    [Fact]
    public void The_documents_about_exports_and_OData_have_some() => Assert.Equal(7, Files().Count);

    // The hash of a change is of its time too.
    private static string Timeless(string file) => TokenPattern().Replace(file.ReplaceLineEndings("\n").TrimEnd(), "1-hash");

    private static string Encoded(string parameter) =>
        parameter.Split('=', 2) is [var name, var value] ? $"{name}={Uri.EscapeDataString(value)}" : parameter;

    [GeneratedRegex(
        @"\Acurl -G http://localhost:5080(?<path>/(?:export|odata)/\S+)(?: (?:-d|--data-urlencode) (?:'(?<parameter>[^']*)'|(?<parameter>\S+)))*\n\z")]
    private static partial Regex CurlPattern();

    [GeneratedRegex(
        @"\Acurl http://localhost:5080/graphql -H 'Content-Type: application/json' -H 'Accept: (?<accept>[^']+)' -d '(?<body>[^']+)'\n\z")]
    private static partial Regex QueryPattern();

    [GeneratedRegex(@"\b1-[0-9a-f]{12}\b")]
    private static partial Regex TokenPattern();
}
