using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>Writes null for a field that has no valid value, and keeps the error that says why.</summary>
/// <param name="path">The path of the field in the response.</param>
/// <param name="at">The place of the field in the document.</param>
internal sealed class FieldFailure(ResponsePath path, Place at)
{
    public void Write(JsonText json, PageResult result, RequestError why)
    {
        json.Null();
        result.Errors.Add(() => why with { Locations = [at.Location], Path = path.Resolve(result) });
    }
}
