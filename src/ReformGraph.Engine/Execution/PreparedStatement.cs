using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Execution;

/// <summary>A statement that a connection has prepared; each request binds its own values. Its columns are those of its present
/// row.</summary>
internal abstract class PreparedStatement : RowSource
{
    /// <summary>Takes the values of its plan parameters: longs, doubles and texts.</summary>
    public abstract void Bind(object?[] values);

    /// <summary>Moves to the next row; false if there is none.</summary>
    public abstract bool Step();

    /// <summary>Resets it for the next request, and releases what it holds for this one.</summary>
    public abstract void Reset();
}

/// <summary>Prepares statements: the only thing that execution knows about a database.</summary>
internal abstract class StatementSource
{
    /// <summary>The prepared form of a statement.</summary>
    public abstract PreparedStatement Prepare(ReadStatement statement);
}
