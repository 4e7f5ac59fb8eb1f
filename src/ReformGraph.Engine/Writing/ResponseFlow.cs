using ReformGraph.Engine.Values;
namespace ReformGraph.Engine.Writing;

/// <summary>
/// Where an answer is written to. Whatever has rows in it looks behind each of them whether so much is held that a part should go, so that
/// an answer of any size takes the memory of one part, however deep its lists stand in one another.
/// </summary>
/// <param name="json">The text in the making.</param>
/// <param name="sendPart">Sends what is held, and returns when the client has room for more;
/// null where the answer leaves as a whole.</param>
internal sealed class ResponseFlow(JsonText json, Func<ValueTask>? sendPart)
{
    /// <summary>What is held.</summary>
    public JsonText Json => json;

    /// <summary>Whether a part should go.</summary>
    public bool IsLarge => json.Length > ResponseBuffer.HeldBack && sendPart is not null;

    public ValueTask SendPartAsync() => sendPart!();
}
