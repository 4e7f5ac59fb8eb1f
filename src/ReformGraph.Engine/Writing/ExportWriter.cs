namespace ReformGraph.Engine.Writing;

/// <summary>
/// A format of exports: writes flat rows. It is given the rows while a connection is held for them,
/// so it must not wait for anything meanwhile;
/// what it writes to is memory.
/// </summary>
public abstract class ExportWriter : IDisposable
{
    /// <summary>Called once, before the first row.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="target">Where to. It is emptied now and then, behind a <see cref="Flush"/>.</param>
    public abstract void Begin(IReadOnlyList<ExportColumn> columns, Stream target);

    /// <summary>Writes a row, which is valid until this returns.</summary>
    public abstract void Write(ExportRow row);

    /// <summary>Called once, behind the last row.</summary>
    /// <param name="stamp">By what the rows can be had again; null where that was not asked for.</param>
    public abstract ValueTask FinishAsync(ResponseStamp? stamp);

    /// <summary>Called when the target is to be emptied: what is held back goes to it,
    /// unless the format has to have more rows together.</summary>
    public abstract void Flush();

    /// <summary>Gives back what it holds, whether it came to its end or not.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
