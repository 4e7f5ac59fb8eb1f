using System.Text;
using System.Text.Encodings.Web;

namespace ReformGraph.Http;

/// <summary>What a person sees who opens the API's address in a browser: what this is, and how to query it.</summary>
internal static class LandingPage
{
    private static readonly string template = Template();

    public static Task SendAsync(HttpContext context)
    {
        var address = HtmlEncoder.Default.Encode($"{PublicAddress.BaseUrl(context.Request)}{GraphQLEndpoint.Path}");
        var page = Encoding.UTF8.GetBytes(template.Replace("{{address}}", address, StringComparison.Ordinal));
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
        response.Headers.Append("Vary", "Accept, Accept-Encoding");
        Guard(response);
        return response.BodyWriter.WriteAsync(page, context.RequestAborted).AsTask();
    }

    /// <summary>Allows a page nothing but to be read.</summary>
    internal static void Guard(HttpResponse response)
    {
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static string Template()
    {
        using var resource = typeof(LandingPage).Assembly.GetManifestResourceStream("LandingPage.html")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
