using System.Security.Cryptography;
using System.Text;
using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.SchemaBuilding;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine;

/// <summary>
/// The schema as each role sees it: the part that it may use. Roles that may use everything share one; the schema of another role is built
/// when it is first requested. Requests are validated against the whole schema, so that what a role may not use is rejected as forbidden,
/// not as unknown.
/// </summary>
/// <param name="dataModel">The entities.</param>
/// <param name="whole">The whole schema.</param>
/// <param name="writer">Knows which roles may write; null if nothing is written.</param>
/// <param name="paging">The page sizes.</param>
internal sealed class RoleSchemas(DataModel dataModel, ISchema whole, RowWriter? writer, PagingOptions paging)
{
    // The roles, and some of their scopes: there can be as many scopes as tokens.
    private const int MostKept = 32;

    private readonly BoundedCache<string, RoleSchema> byRole = new(MostKept, (_, _) => 1);
    private readonly RoleSchema ofAll = new(dataModel, paging, () => whole);

    /// <summary>The schema of a role, within the scope of a sender.</summary>
    public RoleSchema Get(RoleScope role) => byRole.TryGet(role.Key, out var known) ? known : byRole.Add(role.Key, Make(role));

    private RoleSchema Make(RoleScope role)
    {
        var seen = dataModel.For(role, writer?.Allows(role.Name) != false);
        return ReferenceEquals(seen, dataModel) ? ofAll : new RoleSchema(seen, paging, () => SchemaBuilder.Build(seen, paging));
    }
}

/// <summary>What a role sees of the schema. Each part is created when it is first requested, and kept.</summary>
internal sealed class RoleSchema
{
    private readonly Lazy<string> text;
    private readonly Lazy<string> core;
    private readonly Lazy<MetadataGraph> objects;

    public RoleSchema(DataModel dataModel, PagingOptions paging, Func<ISchema> build)
    {
        text = new(() => SchemaText.Print(build()));
        core = new(() => SchemaText.Print(dataModel.Core(), paging));
        objects = new(() => IntrospectionObjects.Create(build(), dataModel));
        Hash = new(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))));
    }

    /// <summary>The schema in the schema definition language.</summary>
    public string Text => text.Value;

    /// <summary>The part of it about rows: without aggregates, versions, differences and mutations.</summary>
    public string Core => core.Value;

    /// <summary>The SHA-256 of its text.</summary>
    public Lazy<string> Hash { get; }

    /// <summary>The answers to introspection.</summary>
    public MetadataGraph Objects => objects.Value;
}
