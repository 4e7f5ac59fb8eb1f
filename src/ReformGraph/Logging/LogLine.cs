using System.Globalization;
using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Values;

namespace ReformGraph.Logging;

/// <summary>A line of the log. Nothing in it changes after it has been added to the log, which writes it later.</summary>
/// <param name="time">When it was logged.</param>
/// <param name="level">Its level.</param>
/// <param name="category">Its category.</param>
internal abstract class LogLine(DateTimeOffset time, LogLevel level, string category)
{
    public DateTimeOffset Time => time;

    public LogLevel Level => level;

    public string Category => category;

    /// <summary>Roughly how many kilobytes it takes in memory, at least 1.</summary>
    public virtual int Kilobytes => 1;

    /// <summary>What it says, for a person. It may contain any characters.</summary>
    public abstract string Text { get; }

    /// <summary>What it says, in its JSON.</summary>
    public virtual string Message => Text;

    /// <summary>What follows it on lines of their own; null if nothing does.</summary>
    public virtual string? Details => null;

    /// <summary>Writes the members of its JSON that only this kind of line has.</summary>
    public abstract void WriteMembers(JsonText json);
}

/// <summary>A line with a message, which any part of the program or of its libraries logs.</summary>
/// <param name="time">When it was logged.</param>
/// <param name="level">Its level.</param>
/// <param name="category">Its category.</param>
/// <param name="message">The message.</param>
/// <param name="values">The values in it, by their names in its template.</param>
/// <param name="exception">An exception with its stack trace; null if there is none.</param>
internal sealed class MessageLine(DateTimeOffset time, LogLevel level, string category, string message,
    IReadOnlyList<KeyValuePair<string, object>> values, string? exception) : LogLine(time, level, category)
{
    private const int LongestMessage = 2_000, LongestException = 8_000, LongestValue = 500, MostValues = 20;

    private readonly string text = SourceText.Cut(message, LongestMessage);
    private readonly string? trace = exception is null ? null : SourceText.Cut(exception, LongestException);

    public override int Kilobytes => 1 + ((text.Length + (trace?.Length ?? 0) + values.Sum(value => $"{value.Value}".Length)) / 500);

    public override string Text => text;

    public override string? Details => trace;

    /// <summary>A line for what a part of the program logs.</summary>
    public static MessageLine Create<T>(DateTimeOffset time, LogLevel level, string category, T state, Exception? exception,
        Func<T, Exception?, string> format)
    {
        var message = format(state, exception);
        return new(time, level, category, message, state is IReadOnlyList<KeyValuePair<string, object?>> values
            ? [.. values.Take(MostValues).Where(value => IsValue(value) && value.Value as string != message).Select(Kept)] : [],
            exception?.ToString());
    }

    public override void WriteMembers(JsonText json)
    {
        foreach (var (name, value) in values)
        {
            var lead = Encoding.UTF8.GetBytes($",\"{name}\":"); // a name of a template, which needs no escapes
            switch (value)
            {
                case long number:
                    json.Member(lead, number);
                    break;
                case string[] texts:
                    json.Member(lead, texts);
                    break;
                default:
                    json.Member(lead, (string)value);
                    break;
            }
        }

        if (trace is not null)
        {
            json.Member(",\"exception\":"u8, trace);
        }
    }

    private static bool IsValue(KeyValuePair<string, object?> value) =>
        value is { Key: not "{OriginalFormat}" and not "Message" and not "Level" and not "Time" and not "Category", Value: not null };

    // An object might have changed when the line is written.
    private static KeyValuePair<string, object> Kept(KeyValuePair<string, object?> value) => new(
        JsonNamingPolicy.CamelCase.ConvertName(value.Key),
        value.Value is int or long ? Convert.ToInt64(value.Value, CultureInfo.InvariantCulture)
            : value.Value is IEnumerable<string> texts
                ? texts.Take(MostValues).Select(text => SourceText.Cut(text, LongestValue)).ToArray()
            : SourceText.Cut(Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? string.Empty, LongestValue));
}
