using System.Text;
using CsCheck;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Values;
using Xunit;

namespace ReformGraph.Tests.Engine.Execution;

public sealed class GatheredRowsTests
{
    private const int Block = 256 * 1024; // of texts, in bytes

    private static readonly Gen<string?> Texts = Gen.OneOf<string?>(Gen.Const((string?)null), Gen.Int[0, 40].Select(Text),
        Gen.Int[Block - 2, Block + 2].Select(Text), Gen.Int[0, 3 * Block].Select(Text));

    [Fact]
    public void Rows_are_kept_as_they_were_whatever_blocks_they_stand_in() => Gen.Select(Texts.Array[1, 12], Gen.Int[1, 40]).Sample(
        (texts, columns) =>
        {
            using var rows = new RowBuffer([StoredKind.Integer, .. Enumerable.Repeat(StoredKind.Text, columns)],
                new RowBufferSize(new RowBufferTotal(new EngineOptions { GatheredBytes = int.MaxValue })));
            for (var row = 0; row < texts.Length; row++)
            {
                rows.Add(new Row(row, texts[row]));
            }

            for (rows.Row = texts.Length - 1; rows.Row >= 0; rows.Row--)
            {
                Assert.Equal(rows.Row, rows.Integer(0));
                Assert.Equal(texts[rows.Row] is null, rows.IsNull(columns));
                Assert.True(texts[rows.Row] is not { } text || Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(rows.Text(columns)));
            }
        },
        iter: 100);

    [Fact]
    public void Many_rows_are_kept_as_they_were()
    {
        using var rows = new RowBuffer([StoredKind.Integer, StoredKind.Text], new RowBufferSize(new RowBufferTotal(new EngineOptions())));
        for (var row = 0; row < 100_000; row++)
        {
            rows.Add(new Row(row, $"row {row}"));
        }

        for (rows.Row = 0; rows.Row < rows.Count; rows.Row++)
        {
            Assert.Equal((rows.Row, $"row {rows.Row}"), ((int)rows.Integer(0), Encoding.UTF8.GetString(rows.Text(1))));
        }
    }

    [Fact]
    public void What_is_given_back_can_be_taken_again_and_more_is_refused()
    {
        var size = new RowBufferSize(new RowBufferTotal(new EngineOptions { GatheredBytes = 1_000 }));
        for (var time = 0; time < 3; time++)
        {
            using var rows = new RowBuffer([StoredKind.Integer, StoredKind.Text], size);
            rows.Add(new Row(1, Text(900)));
            Assert.Equal("ANSWER_TOO_LARGE",
                Assert.Throws<RequestErrorException>(() => rows.Add(new Row(2, Text(100)))).Errors[0].Code.Name);
        }
    }

    private static string Text(int length) => string.Create(length, length, static (text, seed) =>
    {
        for (var at = 0; at < text.Length; at++)
        {
            text[at] = (char)('a' + ((at + seed) % 26));
        }
    });

    private sealed class Row(int number, string? text) : RowSource
    {
        private readonly byte[]? bytes = text is null ? null : Encoding.UTF8.GetBytes(text);

        public override bool IsNull(int column) => column > 0 && bytes is null;

        public override long Integer(int column) => number;

        public override double Real(int column) => number;

        public override ReadOnlySpan<byte> Text(int column) => bytes;
    }
}
