namespace ReformGraph.Benchmarks.Ways.Floor;

/// <summary>The hand-written answer to one work: the statements of one connection, and how their rows become JSON.</summary>
internal abstract class FloorAnswer
{
    /// <summary>Writes the whole answer.</summary>
    public abstract void Write(FloorJson json, FloorParameters parameters);
}
