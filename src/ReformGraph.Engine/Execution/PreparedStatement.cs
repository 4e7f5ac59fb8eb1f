using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Execution;

/// <summary>A statement that a connection has prepared, bound anew for each request.
/// Its columns are those of the row it stands on.</summary>
internal abstract class PreparedStatement : RowSource
{
    /// <summary>Takes the values of its plan parameters: longs, doubles and texts.</summary>
    public abstract void Bind(object?[] values);

    /// <summary>Moves to the next row; false when there is none.</summary>
    public abstract bool Step();

    /// <summary>Makes it ready for the next request. What it holds of this one is let go.</summary>
    public abstract void Reset();
}

/// <summary>What prepares statements: the run knows no more of a database.</summary>
internal abstract class StatementSource
{
    /// <summary>The prepared form of a statement.</summary>
    public abstract PreparedStatement Prepare(ReadStatement statement);
}
