namespace ReformGraph.Engine.Writing;

/// <summary>
/// A format of exports: writes flat rows. It receives the rows while a connection is in use for them, so it must not wait for anything; it
/// writes to memory.
/// </summary>
public abstract class ExportWriter : IDisposable
{
    /// <summary>Called once, before the first row.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="target">The output. It is emptied now and then, after a <see cref="Flush"/>.</param>
    public abstract void Begin(IReadOnlyList<ExportColumn> columns, Stream target);

    /// <summary>Writes a row, which is valid until this returns.</summary>
    public abstract void Write(ExportRow row);

    /// <summary>Called once, after the last row.</summary>
    /// <param name="stamp">How the rows can be requested again; null if that was not requested.</param>
    public abstract ValueTask FinishAsync(ResponseStamp? stamp);

    /// <summary>Called before the target is emptied: writes what is held back, unless the format must collect more rows.</summary>
    public abstract void Flush();

    /// <summary>Releases what it holds, whether it was completed or not.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
