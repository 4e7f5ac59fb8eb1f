using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Writing;

namespace ReformGraph.OData;

/// <summary>An answer in OData's JSON in the making. It is held until it is complete, and must not be too long.</summary>
/// <param name="hasExactTexts">Whether integers of 64 bits and decimals are written as texts.</param>
internal sealed class FeedText(bool hasExactTexts) : IDisposable
{
    /// <summary>How long an answer can be.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Where values are written to.</summary>
    public JsonText Json { get; } = new();

    /// <summary>Whether integers of 64 bits and decimals are written as texts.</summary>
    public bool HasExactTexts => hasExactTexts;

    /// <summary>Whether the numbers of a type can be others for a client that knows them as IEEE 754 does.</summary>
    public static bool IsExact(ScalarType? type) => type?.ClrType == typeof(long) || type?.ClrType == typeof(decimal);

    /// <summary>The name of a member, as <see cref="Name"/> takes it.</summary>
    public static byte[] Lead(string name) =>
        Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\":");

    /// <summary>The name of a member, behind a comma if it is not the first.</summary>
    public void Name(byte[] lead)
    {
        if (Json.Written[^1] != '{')
        {
            Json.Raw(',');
        }

        Json.Raw(lead);
    }

    /// <summary>A member that is a text.</summary>
    public void Member(byte[] lead, string text)
    {
        Name(lead);
        Json.Text(text);
    }

    /// <summary>A value of a row, a number as text where that is wanted.</summary>
    /// <param name="row">The row.</param>
    /// <param name="field">The place of the value.</param>
    /// <param name="isExact">Whether it is a number that can be another for a client that knows numbers as IEEE 754 does.</param>
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

    /// <summary>A member that says how many rows there are.</summary>
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

    /// <summary>Refuses an answer that has become too long.</summary>
    /// <exception cref="RequestErrorException">It has.</exception>
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
