using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Catalog;
using ReformGraph.Data.Errors;
using ReformGraph.Engine;

namespace ReformGraph.Http;

/// <summary>
/// The catalogue over HTTP: a page, and two documents for programs, with what the role of the client may read. It rejects requests by
/// method and parameters, and reads the content from the engine.
/// </summary>
internal sealed class CatalogEndpoint(CatalogReader reader, TrustedDocuments documents, EntityTags tags)
{
    public const string PagePath = "/catalog", DataPackagePath = PagePath + "/datapackage.json", DcatPath = PagePath + "/dcat.jsonld";

    public Task PageAsync(HttpContext context)
    {
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return AnswerAsync(context, "text/html", CatalogPage.Render);
    }

    public Task DataPackageAsync(HttpContext context) => AnswerAsync(context, ResponseMediaType.Json.Name, DataPackage.Render);

    public Task DcatAsync(HttpContext context) => AnswerAsync(context, DcatCatalog.MediaType, DcatCatalog.Render);

    private async Task AnswerAsync(HttpContext context, string type, Func<CatalogContent, string, string> write)
    {
        var request = context.Request;
        RequestErrors.UnlessRead(request);

        documents.RefuseOthers();
        if (request.Query.Count > 0)
        {
            throw RequestErrors.Create(ServerErrorCodes.InvalidParameter, "The catalogue takes no parameters.");
        }

        var role = context.Features.GetRequiredFeature<Actor>().RoleScope;
        var content = await reader.ReadAsync(role, context.RequestAborted);
        var root = PublicAddress.BaseUrl(request);
        var tag = tags.Create(content.StateTag, "", new ReadRequest { Role = role }, $"{type} {root}");
        await HttpResponses.TextAsync(context, type, write(content, root), tag, "private, no-cache");
    }
}
