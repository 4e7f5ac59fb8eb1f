namespace ReformGraph.Engine.Writing;

/// <summary>
/// A format of exports: writes flat rows. It is given the rows while a connection is held for them, so it must not wait for anything; what it
/// writes to is memory.
/// </summary>
public abstract class ExportWriter
{
    /// <summary>Called once, before the first row.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="target">Where to. It is emptied now and then, behind a <see cref="Flush"/>.</param>
    public abstract void Begin(IReadOnlyList<string> columns, Stream target);

    /// <summary>Writes a row, which is valid until this returns.</summary>
    public abstract void Write(ExportRow row);

    /// <summary>Called once, behind the last row.</summary>
    public abstract void Finish();

    /// <summary>Called when the target is to be emptied: what is held back must be in it.</summary>
    public abstract void Flush();
}
