using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// The output of a response. Every serializer of rows checks after each of them whether a part should be sent, so that a response of any
/// size takes the memory of one part, however deeply its lists are nested.
/// </summary>
/// <param name="json">The text so far.</param>
/// <param name="sendPart">Sends what is held, and returns when the client can receive more; null if the response is sent as a
/// whole.</param>
internal sealed class ResponseFlow(JsonText json, Func<ValueTask>? sendPart)
{
    /// <summary>What is held.</summary>
    public JsonText Json => json;

    /// <summary>Whether a part should be sent.</summary>
    public bool IsLarge => json.Length > ResponseBuffer.HeldBack && sendPart is not null;

    public ValueTask SendPartAsync() => sendPart!();
}
