using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Values;
using ReformGraph.Engine.Writing;

namespace ReformGraph.OData;

/// <summary>A response in OData's JSON under construction. It is held until it is complete, and must not be too long.</summary>
/// <param name="hasExactTexts">Whether 64-bit integers and decimals are written as strings.</param>
internal sealed class FeedText(bool hasExactTexts) : IDisposable
{
    /// <summary>The maximum length of a response.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>The output of values.</summary>
    public JsonText Json { get; } = new();

    /// <summary>Whether 64-bit integers and decimals are written as strings.</summary>
    public bool HasExactTexts => hasExactTexts;

    /// <summary>Whether numbers of a type can be inexact for a client whose numbers are IEEE 754 doubles.</summary>
    public static bool IsExact(ScalarType? type) => type is not null && EdmTypes.Scalars[type].IsExact;

    /// <summary>The name of a member, in the form for <see cref="Name"/>.</summary>
    public static byte[] Lead(string name) =>
        Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\":");

    /// <summary>The name of a member, after a comma if it is not the first.</summary>
    public void Name(byte[] lead)
    {
        if (Json.Written[^1] != '{')
        {
            Json.Raw(',');
        }

        Json.Raw(lead);
    }

    /// <summary>A string member.</summary>
    public void Member(byte[] lead, string text)
    {
        Name(lead);
        Json.Text(text);
    }

    /// <summary>A value of a row; a number is written as a string if requested.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">The place of the value.</param>
    /// <param name="isExact">Whether it is a number that can be inexact for a client whose numbers are IEEE 754 doubles.</param>
    public void Value(ReadRow row, int field, bool isExact)
    {
        if (!isExact || !hasExactTexts)
        {
            row.Write(Json, field);
            return;
        }

        var start = Json.Length;
        Json.Raw('"');
        row.Write(Json, field);
        if (Json.Written[(start + 1)..].SequenceEqual("null"u8))
        {
            Json.Cut(start);
            Json.Null();
        }
        else
        {
            Json.Raw('"');
        }
    }

    /// <summary>A member with the number of rows.</summary>
    public void Count(byte[] lead, long count)
    {
        Name(lead);
        if (hasExactTexts)
        {
            Json.Text($"{count}");
        }
        else
        {
            Json.Number(count);
        }
    }

    /// <summary>Rejects a response that has become too long.</summary>
    /// <exception cref="RequestErrorException">It is too long.</exception>
    public void RefuseLong()
    {
        if (Json.Length > MostBytes)
        {
            throw new RequestErrorException(new RequestError(
                ErrorCodes.AnswerTooLarge,
                $"The response is larger than {MostBytes} bytes. "
                + "Give the lists in $expand a smaller $top, or choose fewer properties with $select."));
        }
    }

    public void Dispose() => Json.Dispose();
}
