using System.Diagnostics;
using System.Globalization;
using System.Text;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Values;
using ReformGraph.Settings;

namespace ReformGraph.Logging;

/// <summary>The line of a request. The parts of the program that handle the request add what they know; then it is logged.</summary>
/// <param name="time">When the request began.</param>
/// <param name="level">The level.</param>
/// <param name="method">The method.</param>
/// <param name="path">The path, as <see cref="ClientText"/> shows it.</param>
internal sealed class RequestLine(DateTimeOffset time, LogLevel level, string method, string path) : LogLine(time, level, LogName)
{
    /// <summary>The category of these lines.</summary>
    public const string LogName = nameof(LogLevelOptions.Requests);

    private readonly long start = Stopwatch.GetTimestamp();
    private string? operation;
    private ReadCount? count;
    private IReadOnlyList<string> errors = [];
    private string? key;
    private int status;
    private long bytes;
    private string traceId = string.Empty;
    private TimeSpan duration;

    /// <summary>Counts what the database returns for the request.</summary>
    public ReadCount Count => count ??= new();

    /// <summary>The name of the operation.</summary>
    public string? Operation
    {
        set => operation = value is null ? null : ClientText.Shown(value);
    }

    public override string Message => "Request answered";

    public override string Text
    {
        get
        {
            var text = new StringBuilder($"{method} {path} ");
            if (operation is not null)
            {
                text.Append(operation).Append(' ');
            }

            text.Append(CultureInfo.InvariantCulture, $"{status} in {duration.TotalMilliseconds:0.0} ms, ");
            if (count is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"{English.Count(count.Rows, "row")}, ");
            }

            text.Append(CultureInfo.InvariantCulture, $"{bytes} bytes");
            return text.AppendJoin("", errors.Prepend(key).OfType<string>().Select(part => $", {part}")).ToString();
        }
    }

    /// <summary>Adds the codes of the errors for which it was rejected.</summary>
    public void Reject(IEnumerable<RequestError> because) => errors = [.. because.Select(error => error.Code.Name).Distinct()];

    /// <summary>Adds what is known when it has been answered.</summary>
    /// <param name="answered">The status.</param>
    /// <param name="length">The number of bytes in the body of the response.</param>
    /// <param name="sender">The name of the key, or the subject of the token; null if the sender is unknown.</param>
    /// <param name="id">The trace id.</param>
    public void Complete(int answered, long length, string? sender, string id)
    {
        duration = Stopwatch.GetElapsedTime(start);
        (status, bytes, traceId) = (answered, length, id);
        key = sender is null ? null : ClientText.Shown(sender);
    }

    public override void WriteMembers(JsonText json)
    {
        json.Member(",\"method\":"u8, method);
        json.Member(",\"path\":"u8, path);
        if (operation is not null)
        {
            json.Member(",\"operation\":"u8, operation);
        }

        json.Member(",\"status\":"u8, status);
        json.Member(",\"milliseconds\":"u8, duration);
        if (count is not null)
        {
            json.Member(",\"rows\":"u8, count.Rows);
        }

        json.Member(",\"bytes\":"u8, bytes);
        if (key is not null)
        {
            json.Member(",\"key\":"u8, key);
        }

        json.Member(",\"traceId\":"u8, traceId);
        if (errors.Count > 0)
        {
            json.Member(",\"errors\":"u8, errors);
        }
    }
}
