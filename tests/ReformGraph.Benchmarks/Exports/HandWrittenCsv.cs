using System.Globalization;
using Microsoft.Data.Sqlite;
using ReformGraph.Domain.Codes;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Benchmarks.Exports;

/// <summary>
/// The register of facilities as CSV, by the loop that one would write for it: a reader and a text writer.
/// It knows which columns need no quotes,
/// reads in one go, whatever that keeps from others, and sends nothing.
/// </summary>
internal sealed class HandWrittenCsv(string database)
{
    /// <summary>The same columns of the product.</summary>
    public const string Columns = "id,code,synthetic,type,effectiveOn,floorArea,county.code,township.code,village.code";

    private const string Sql = """
        SELECT f."Id", f."Code", f."Synthetic", f."Type", f."EffectiveOn", f."FloorArea", c."Code", t."Code", v."Code"
        FROM "FacilityConsolidations" AS f
        JOIN "Counties" AS c ON c."Id" = f."CountyId"
        LEFT JOIN "Townships" AS t ON t."Id" = f."TownshipId"
        LEFT JOIN "Villages" AS v ON v."Id" = f."VillageId"
        ORDER BY f."Id"
        """;

    private static readonly Dictionary<long, string> types = Enum.GetValues<FacilityType>()
        .ToDictionary(type => (long)type, type => SchemaNames.UpperSnake($"{type}"));

    /// <summary>Writes all rows, and says how many there were.</summary>
    public int Write(Stream target)
    {
        using var connection =
            new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        using var reader = command.ExecuteReader();
        using var writer = new StreamWriter(target, bufferSize: 64 * 1024, leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(Columns);
        var rows = 0;
        for (; reader.Read(); rows++)
        {
            writer.Write(reader.GetInt64(0));
            writer.Write(',');
            writer.Write(reader.GetString(1));
            writer.Write(reader.GetBoolean(2) ? ",true," : ",false,");
            writer.Write(types[reader.GetInt64(3)]);
            writer.Write(',');
            WriteText(writer, reader, 4);
            writer.Write(',');
            if (!reader.IsDBNull(5))
            {
                writer.Write((reader.GetInt64(5) / 10_000m).ToString("0.####", CultureInfo.InvariantCulture));
            }

            for (var column = 6; column < 9; column++)
            {
                writer.Write(',');
                WriteText(writer, reader, column);
            }

            writer.WriteLine();
        }

        return rows;
    }

    private static void WriteText(StreamWriter writer, SqliteDataReader reader, int column)
    {
        if (!reader.IsDBNull(column))
        {
            writer.Write(reader.GetString(column));
        }
    }
}
