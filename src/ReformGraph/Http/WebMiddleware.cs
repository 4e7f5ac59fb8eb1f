using System.IO.Compression;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using ReformGraph.Data.Errors;

namespace ReformGraph.Http;

/// <summary>
/// The server's web: the pages that a browser shows, and the files that they load. They are the same for everyone, contain no data and need
/// no key. A page asks the API for what it shows, like any other client, with the key that its reader enters.
/// </summary>
internal sealed class WebMiddleware(RequestDelegate next, IResponseCompressionProvider compression)
{
    private const string Assets = "/assets", Registers = "/registers";
    private static readonly string[] Pages = ["", "/report", "/audit", "/load"];
    private const string App = "app.html", GraphiQL = "graphiql.html", Licences = "licenses.txt";
    private const string Folder = "Web/"; // of the resources
    private const string Brotli = "br";

    private const string Everywhere =
        "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'self'; form-action 'none'; " +
        "frame-ancestors 'none'; ";

    // The editor of GraphiQL writes style sheets and HTML, and draws marks by images in the style sheets.
    private static readonly Dictionary<string, string> policies = new()
    {
        [App] = Everywhere + "style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types default",
        [GraphiQL] = Everywhere + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self'",
    };

    private static readonly Dictionary<string, string> pages = policies.Keys.ToDictionary(name => name, TextOf);
    private static readonly FileExtensionContentTypeProvider contentTypes = new();

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        return !GraphQLEndpoint.IsRead(request) ? next(context)
            : request.Path == $"{Assets}/{Licences}" ? LicencesAsync(context)
            : request.Path.StartsWithSegments(Assets, out var asset) ? AssetAsync(context, asset.Value!.TrimStart('/'))
            : PageAt(request) is { } page ? PageAsync(context, page)
            : next(context);
    }

    private static string? PageAt(HttpRequest request) =>
        GraphQLEndpoint.IsForPeople(request) ? GraphiQL
        : Pages.Any(page => IsAt(request.Path, page)) || IsRegister(request.Path) ? App
        : null;

    private static bool IsAt(PathString path, string page) => path.StartsWithSegments(page, out var rest) && rest.Value is "" or "/";

    private static bool IsRegister(PathString path) =>
        path.StartsWithSegments(Registers, out var name) && name.Value!.LastIndexOf('/') <= 0;

    private static Task PageAsync(HttpContext context, string name)
    {
        var root = HtmlEncoder.Default.Encode(context.Request.PathBase.ToUriComponent() + "/");
        var page = pages[name].Replace("<base href=\"/\">", $"<base href=\"{root}\">", StringComparison.Ordinal);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policies[name];
        headers["Referrer-Policy"] = "no-referrer";
        return HttpResponses.TextAsync(context, "text/html", page, EntityTags.OfText(page), "no-cache", "Accept, Accept-Encoding");
    }

    // The name of this file has no hash.
    private static Task LicencesAsync(HttpContext context)
    {
        var licences = TextOf($"{Licences}.{Brotli}");
        return HttpResponses.TextAsync(context, "text/plain", licences, EntityTags.OfText(licences), "no-cache", "Accept-Encoding");
    }

    // The name of a file has a hash of its content. It is kept in Brotli; for other clients, the response is compressed as any other is.
    private async Task AssetAsync(HttpContext context, string name)
    {
        await using var content = Open($"{name}.{Brotli}");
        if (content is null)
        {
            throw RequestErrors.Create(ServerErrorCodes.PathNotFound,
                "The pages of this server have no such file. A page that asks for it belongs to another version of the server: reload it.");
        }

        var response = context.Response;
        response.ContentType = !contentTypes.TryGetContentType(name, out var type) ? "application/octet-stream"
            : type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.XContentTypeOptions = "nosniff";
        if (compression.GetCompressionProvider(context)?.EncodingName == Brotli)
        {
            response.Headers.ContentEncoding = Brotli;
            response.ContentLength = content.Length;
            await content.CopyToAsync(response.Body, context.RequestAborted);
            return;
        }

        await using var decoded = new BrotliStream(content, CompressionMode.Decompress);
        await decoded.CopyToAsync(response.Body, context.RequestAborted);
    }

    private static Stream? Open(string name) => typeof(WebMiddleware).Assembly.GetManifestResourceStream(Folder + name);

    private static string TextOf(string name)
    {
        using var content = Open(name)!;
        using var decoded = name.EndsWith($".{Brotli}", StringComparison.Ordinal)
            ? new BrotliStream(content, CompressionMode.Decompress) : content;
        using var reader = new StreamReader(decoded);
        return reader.ReadToEnd();
    }
}
