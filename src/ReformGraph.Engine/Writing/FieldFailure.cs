using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>Writes null in the place of a field that cannot be given, and keeps the error that says why.</summary>
/// <param name="path">Where the field stands in the answer.</param>
/// <param name="at">Where it stands in the document.</param>
internal sealed class FieldFailure(ResponsePath path, Place at)
{
    public void Write(JsonText json, PageResult result, RequestError why)
    {
        json.Null();
        result.Errors.Add(() => why with { Locations = [at.Location], Path = path.Resolve(result) });
    }
}
