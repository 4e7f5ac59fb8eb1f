using System.Globalization;
using ReformGraph.Engine.Telemetry;

namespace ReformGraph.Engine.Writing;

/// <summary>How a response can be requested again: with the same request to the same schema of the same version, as of the sequence
/// number.</summary>
/// <param name="Sequence">The sequence number of the last change that it shows.</param>
/// <param name="SchemaHash">The SHA-256 of the schema's text, in hexadecimal.</param>
/// <param name="QueryHash">The SHA-256 of the document, the name of the operation and the variables as sent, in hexadecimal.</param>
public sealed record ResponseStamp(long Sequence, string SchemaHash, string QueryHash)
{
    /// <summary>The version of the engine that responded, such as 0.1.0.</summary>
    public static string Version => EngineTelemetry.Version;

    /// <summary>The stamp as written in its header.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"sequence={Sequence}, schema={SchemaHash}, query={QueryHash}, version={Version}");
}
