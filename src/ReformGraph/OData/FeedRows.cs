using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.OData;

/// <summary>What is requested of each row of a list, of an entity or of groups, and how it is written.</summary>
internal abstract class FeedRows
{
    /// <summary>The fields read from a row.</summary>
    public abstract IReadOnlyList<ReadField> Fields(FeedValues values);

    /// <summary>The properties in the form of a context URL.</summary>
    public abstract string Context { get; }

    /// <summary>Writes a row in OData's format.</summary>
    public virtual void Write(FeedText to, ReadRow row)
    {
        to.Json.Raw('{');
        WriteMembers(to, row);
        to.Json.Raw('}');
    }

    /// <summary>Writes the members of a row.</summary>
    public abstract void WriteMembers(FeedText to, ReadRow row);
}
