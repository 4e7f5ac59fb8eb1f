using System.Buffers;
using System.Globalization;
using System.Text;
using ReformGraph.Engine.Values;

namespace ReformGraph.Logging;

/// <summary>How lines are written. No character of what they say can end a line or act on a terminal.</summary>
internal abstract class LineFormat
{
    /// <summary>For a person in front of a terminal.</summary>
    public static LineFormat Text { get; } = new TextFormat();

    /// <summary>One JSON object a line, for programs.</summary>
    public static LineFormat Json { get; } = new JsonFormat();

    /// <summary>Writes a line with its line feed.</summary>
    public abstract void Write(LogLine line, ArrayBufferWriter<byte> output);

    private sealed class TextFormat : LineFormat
    {
        public override void Write(LogLine line, ArrayBufferWriter<byte> output)
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{line.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z {line.Level} {line.Category}: ");
            Append(text, line.Text);
            foreach (var detail in line.Details?.Split('\n') ?? [])
            {
                Append(text.Append("\n    "), detail.TrimEnd('\r'));
            }

            Encoding.UTF8.GetBytes(text.Append('\n').ToString(), output);
        }

        private static void Append(StringBuilder to, string text)
        {
            foreach (var rune in text.EnumerateRunes())
            {
                if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse)
                {
                    to.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
                }
                else
                {
                    to.Append(rune.ToString());
                }
            }
        }
    }

    private sealed class JsonFormat : LineFormat
    {
        private static readonly byte[][] Levels =
            [.. Enum.GetNames<LogLevel>().Select(name => Encoding.ASCII.GetBytes($",\"level\":\"{name}\""))];

        public override void Write(LogLine line, ArrayBufferWriter<byte> output)
        {
            using var json = new JsonText();
            json.Member("{\"time\":"u8, line.Time.UtcDateTime);
            json.Raw(Levels[(int)line.Level]);
            json.Member(",\"category\":"u8, line.Category);
            json.Member(",\"message\":"u8, line.Message);
            line.WriteMembers(json);
            json.Raw("}\n"u8);
            output.Write(json.Written);
        }
    }
}
