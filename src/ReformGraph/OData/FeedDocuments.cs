using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.OData.Edm.Csdl;

namespace ReformGraph.OData;

/// <summary>The two documents by which a client discovers the service.</summary>
internal static class FeedDocuments
{
    /// <summary>The service document: the entity sets.</summary>
    public static string Service(FeedModel model, string address, bool hasContext)
    {
        var service = new JsonObject();
        if (hasContext)
        {
            service["@odata.context"] = $"{address}/$metadata";
        }

        service["value"] =
            new JsonArray(
            [.. model.Entities.Select(
            entity => new JsonObject { ["name"] = entity.Plural, ["kind"] = "EntitySet", ["url"] = entity.Plural })]);
        return service.ToJsonString(JsonSerializerOptions.Web);
    }

    /// <summary>The metadata document: CSDL in XML.</summary>
    public static string Metadata(FeedModel model)
    {
        using var text = new MemoryStream();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            if (!CsdlWriter.TryWriteCsdl(model.Edm, xml, CsdlTarget.OData, out var errors))
            {
                throw new InvalidOperationException(string.Join(" ", errors));
            }
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
