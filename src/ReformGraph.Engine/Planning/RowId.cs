using System.Globalization;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>Converts the id that a client sends to the key of a row. An id is a text: another notation of the same number is the id of no
/// row.</summary>
internal static class RowId
{
    /// <summary>Reads an id; for a number that the server would write differently, returns the key of no row.</summary>
    /// <exception cref="RequestErrorException">It cannot be a key at all, and is most likely a code.</exception>
    public static int Read(string text, Place at) =>
        !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number != decimal.Truncate(number)
        || Math.Abs(number) > int.MaxValue
        ? throw at.Refusal(ErrorCodes.IdMalformed,
            $"\"{SourceText.Shorten(text)}\" is not an id; ids are whole numbers up to {int.MaxValue}, such as \"7\".")
        : ((int)number).ToString(CultureInfo.InvariantCulture) == text ? (int)number : RowWrite.OfNoRow;
}
