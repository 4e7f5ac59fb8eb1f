using System.Buffers.Binary;
using System.Text;

namespace ReformGraph.Tests.Telemetry;

/// <summary>A message in protobuf's binary encoding, read without its declaration.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, long Number, byte[] Bytes)> fields = [];

    public ProtobufMessage(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var tag = Varint(bytes, ref at);
            var (number, content) = (0L, Array.Empty<byte>());
            switch (tag & 7)
            {
                case 0:
                    number = Varint(bytes, ref at);
                    break;
                case 1:
                    number = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
                    at += sizeof(long);
                    break;
                case 2:
                    var length = (int)Varint(bytes, ref at);
                    content = bytes[at..(at + length)];
                    at += length;
                    break;
                case 5:
                    number = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
                    at += sizeof(int);
                    break;
                default:
                    throw new InvalidDataException($"The wire type {tag & 7} is not in use.");
            }

            fields.Add(((int)(tag >> 3), number, content));
        }
    }

    public bool Has(int field) => fields.Exists(one => one.Field == field);

    public IEnumerable<ProtobufMessage> Messages(int field) =>
        fields.Where(one => one.Field == field).Select(one => new ProtobufMessage(one.Bytes));

    public long Number(int field) => fields.Find(one => one.Field == field).Number;

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    private byte[] Bytes(int field) => fields.Find(one => one.Field == field).Bytes ?? [];

    private static long Varint(byte[] bytes, ref int at)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)value;
            }

            shift += 7;
        }
    }
}
