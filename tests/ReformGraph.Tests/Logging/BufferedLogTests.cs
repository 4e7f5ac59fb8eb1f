using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ReformGraph.Logging;
using Xunit;

namespace ReformGraph.Tests.Logging;

/// <summary>The log between those who write to it and an output that is slow, fails, or is a terminal.</summary>
public sealed class BufferedLogTests
{
    private const int Many = 20_000;

    [Fact]
    public void Whoever_logs_never_waits_for_the_output_and_lines_that_were_dropped_are_counted()
    {
        using var output = new Held();
        var log = new BufferedLog(output, LineFormat.Text, TimeProvider.System);
        var logger = log.CreateLogger("Test");
        logger.LogInformation("first");
        Assert.True(output.Asked.Wait(TimeSpan.FromSeconds(30)));
        var clock = Stopwatch.StartNew();
        for (var number = 0; number < Many; number++)
        {
            logger.LogInformation("line {Number}", number);
        }

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        output.Go.Set();
        log.Dispose();
        var lines = output.Written.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var said = Assert.Single(lines, line => line.Contains("lines that are missing here: ", StringComparison.Ordinal));
        Assert.Equal(Many + 2, lines.Length + int.Parse(said.Split(": ")[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(lines.Length, 1_000, 10_000);
    }

    [Fact]
    public void An_output_that_fails_stops_nothing()
    {
        using var output = new Failing();
        using var log = new BufferedLog(output, LineFormat.Text, TimeProvider.System);
        log.CreateLogger("Test").LogInformation("first");
        Assert.True(output.Asked.Wait(TimeSpan.FromSeconds(30)));
        log.CreateLogger("Test").LogInformation("second");
    }

    [Fact]
    public void A_long_message_or_trace_is_cut_and_counts_by_its_length()
    {
        var line = MessageLine.Create(default, LogLevel.Error, "Test", new string('x', 100_000), new InvalidOperationException(
            new string('y', 100_000)), (state, _) => state);
        Assert.Equal((2_001, 8_001), (line.Text.Length, line.Details!.Length));
        Assert.InRange(line.Kilobytes, 20, 22);
    }

    [Fact]
    public void Half_a_character_stops_no_log()
    {
        var cut = Message(new string('x', 1_999) + "😀" + new string('y', 2_000)); // not between the halves
        Assert.EndsWith("x…", cut, StringComparison.Ordinal);
        Assert.Equal("\ufffd", Message("😀"[..1])); // as a library may log it

        static string? Message(string text)
        {
            var output = new System.Buffers.ArrayBufferWriter<byte>();
            LineFormat.Json.Write(MessageLine.Create(default, LogLevel.Error, "Test", text, null, (state, _) => state), output);
            return JsonElement.Parse(output.WrittenSpan).GetProperty("message").GetString();
        }
    }

    [Fact]
    public void On_a_terminal_no_message_begins_a_line_or_sends_a_control_character()
    {
        var line = MessageLine.Create(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), LogLevel.Error, "Test",
            "乡镇 😀\r\nforged \u001b[31m\u202e\u2028", new InvalidOperationException("two\nlines\u0007"), (state, _) => state);
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        LineFormat.Text.Write(line, output);
        Assert.Equal(
            """
            2026-01-02 03:04:05Z Error Test: 乡镇 😀\u000d\u000aforged \u001b[31m\u202e\u2028
                System.InvalidOperationException: two
                lines\u0007

            """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private class Held : MemoryStream
    {
        private string? closed;

        public ManualResetEventSlim Asked { get; } = new();

        public ManualResetEventSlim Go { get; } = new();

        public string Written => closed ?? Encoding.UTF8.GetString(ToArray());

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (buffer.Length > 0)
            {
                Asked.Set();
                Go.Wait();
            }

            base.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            closed = Written;
            base.Dispose(disposing);
        }
    }

    private sealed class Failing : Held
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Asked.Set();
            throw new IOException("No space left on device");
        }
    }
}
