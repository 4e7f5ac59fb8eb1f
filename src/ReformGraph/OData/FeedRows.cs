using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.OData;

/// <summary>What of each row of a list is asked for, be it a row of an entity or of a group, and how it is written.</summary>
internal abstract class FeedRows
{
    /// <summary>What of a row is read.</summary>
    public abstract IReadOnlyList<ReadField> Fields(FeedValues values);

    /// <summary>The properties in the form of a context URL.</summary>
    public abstract string Context { get; }

    /// <summary>Writes a row as OData has it.</summary>
    public virtual void Write(FeedText to, ReadRow row)
    {
        to.Json.Raw('{');
        WriteMembers(to, row);
        to.Json.Raw('}');
    }

    /// <summary>Writes the members of a row.</summary>
    public abstract void WriteMembers(FeedText to, ReadRow row);
}
