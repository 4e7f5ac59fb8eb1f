using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using ReformGraph.Data.Tables;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;
using ReformGraph.Export;
using ReformGraph.Tests.Engine.Oracle;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>The rows of exports are those of GraphQL answers, whatever is asked, now and as of each change.</summary>
[Trait("Kind", "exhaustive")]
public sealed partial class ExportRowsTests(PastFixture past) : IClassFixture<PastFixture>
{
    private readonly InputGenerator inputs = new QuestionGenerator(past.Database).Inputs;

    [Fact]
    public void A_random_export_has_the_rows_of_the_answers_page_by_page() => Questions().Sample(
        question => AgreeAsync(question).GetAwaiter().GetResult(),
        iter: Exhaustive.Share(75),
        threads: 2,
        print: question => question.ToString());

    private Gen<Question> Questions() =>
        from entity in Gen.OneOf<EntityModel>([.. past.Database.DataModel.Entities.Where(entity => entity.IsVersioned)])
        from filter in Gen.Frequency((2, Gen.Const<Written?>((Written?)null)),
            (3, inputs.Filter(entity.Name, depth: 2).Select(written => (Written?)written)))
        from order in inputs.Order(entity.Name, depth: 2)
        from columns in Gen.Shuffle(Paths(entity, depth: 2).ToArray(), 1, 8)
        from asOf in Gen.Int[0, past.Then.Count]
        select new Question(entity, columns, filter, order, asOf == 0 ? null : asOf);

    private static IEnumerable<string> Paths(EntityModel entity, int depth) => entity.Fields.SelectMany(field => field switch
    {
        ScalarField or LookupField => [field.Name],
        ReferenceField reference when depth > 0 => Paths(reference.Target, depth - 1).Select(below => $"{field.Name}.{below}"),
        _ => (IEnumerable<string>)[],
    });

    private async Task AgreeAsync(Question question)
    {
        var (rows, code) = await AnsweredAsync(question);
        var (json, refusal) = await ExportedAsync(question, new JsonExportWriter(isArray: false));
        Assert.Equal(code, refusal);
        if (code is not null)
        {
            return;
        }

        Assert.Equal(rows, json!.Split('\n')[..^1].Select(row => Json(JsonNode.Parse(row)!)));
        var (array, _) = await ExportedAsync(question, new JsonExportWriter(isArray: true));
        Assert.Equal(rows, JsonNode.Parse(array!)!.AsArray().Select(row => Json(row!)));
        var (csv, _) = await ExportedAsync(question, new CsvExportWriter(isMarked: false));
        var table = CsvText.Read(Encoding.UTF8.GetBytes(csv!));
        Assert.Equal(question.Columns, table.Columns);
        Assert.Equal(rows.Select(Cells),
            table.Rows.Select(row => string.Join('|', row.Select(FormulaGuard.Unguard))));
        await AgreeAsQueryAsync(question, rows);
        await AgreeInParquetAsync(question, rows);
        await AgreeInXlsxAsync(question, rows);
    }

    // A document with literals and aliases, of which the first rows are wanted.
    private async Task AgreeAsQueryAsync(Question question, List<string> rows)
    {
        var first = rows.Count / 2;
        var document =
            $"query ($first: Int) {{ list: {question.Entity.Plural}(first: $first, " +
            $"{(question.Filter is null ? "" : $"where: {question.Filter.Literal}, ")}order: {question.Order.Literal}) {{ nodes {{ " +
            $"{string.Join(' ', question.Columns.Select((column, number) => Aliased(column, number)))} }} }} }}";
        foreach (var (variables, expected) in new[] { (new JsonObject(), rows), (new JsonObject { ["first"] = first }, rows[..first]) })
        {
            var query =
                past.Now.Engine.ExportOf(new QueryRequest(document, null, JsonSerializer.SerializeToElement(variables))
                {
                    Role = "admin",
                    AsOf = question.AsOf is { } sequence ? new AsOf(sequence, null) : null
                });
            using var file = new ScratchFile("text");
            await WriteAsync(query with { FirstRows = 3 }, new JsonExportWriter(isArray: false), file.Path);
            Assert.Equal(expected,
                (await File.ReadAllLinesAsync(file.Path)).Select(line => JsonNode.Parse(line)!)
                .Select(row => Json(new JsonObject(
                question.Columns.Select((column, number) => KeyValuePair.Create(column, row[Path(column, number)]?.DeepClone()))))));
        }

        static string Aliased(string column, int number) =>
            column.Split('.') is [var field, .. { Length: > 0 } below]
            ? $"{field} {{ {Aliased(string.Join('.', below), number)} }}" : $"c{number}: {column}";

        static string Path(string column, int number) => string.Join('.', [.. column.Split('.')[..^1], $"c{number}"]);
    }

    private async Task AgreeInParquetAsync(Question question, List<string> rows)
    {
        using var file = new ScratchFile("parquet");
        await ExportAsync(question,
            new ParquetExportWriter(new ExportRequest(question.Entity, "", DateTime.UnixEpoch), mostRows: 7), file.Path);
        Assert.Equal(rows.Select(Values), DuckDb.Rows($"SELECT * FROM '{file.Path}'")
            .Select(row => string.Join('|', row.Select(value => value is null ? "null" : $"<{DuckDb.Text(value)}>"))));
        var types = DuckDb.Rows($"DESCRIBE SELECT * FROM '{file.Path}'").Select(column => ((string)column[0]!, (string)column[1]!));
        Assert.Equal(question.Columns.Select(column => (column, TypeOf(question.Entity, column))), types);
    }

    private async Task AgreeInXlsxAsync(Question question, List<string> rows)
    {
        using var file = new ScratchFile("xlsx");
        await ExportAsync(question, new XlsxExportWriter(new ExportRequest(question.Entity, "", DateTime.UnixEpoch)), file.Path);
        using var book = new Workbook(file.Path);
        var sheet = book.Rows(0).ToList();
        Assert.Equal(question.Columns, sheet[0]);
        Assert.Equal(rows.Count, sheet.Count - 1);
        foreach (var (row, cells) in rows.Select(row => JsonNode.Parse(row)!.AsObject()).Zip(sheet.Skip(1)))
        {
            Assert.Equal(row.Select(member => InSheet(member.Value, TypeOf(question.Entity, member.Key))),
                cells.Select((cell, number) => Rounded(cell, TypeOf(question.Entity, question.Columns[number]))));
        }
    }

    // Fifteen digits, an instant to the second, and days from 1 March 1900 on.
    private static string InSheet(JsonNode? value, string type) => value is null ? "" : type switch
    {
        "DOUBLE" or "DECIMAL(18,4)" or "DECIMAL(19,4)" or "BIGINT" => Rounded(value.ToJsonString(), type),
        "DATE" or "TIMESTAMP WITH TIME ZONE" =>
            InSheet((string)value!, DateTime.Parse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), type),
        _ => value.GetValueKind() == JsonValueKind.String ? LineEnd().Replace((string)value!, "\n") : value.ToJsonString(),
    };

    private static string InSheet(string text, DateTime time, string type) =>
        time < new DateTime(1900, 3, 1)
            ? text : Rounded(string.Create(CultureInfo.InvariantCulture,
            $"{(type == "DATE" ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss")} {time.ToOADate():R}"), type);

    private static string Rounded(string cell, string type) => cell.Length == 0 ? "" : type switch
    {
        "DOUBLE" or "DECIMAL(18,4)" or "DECIMAL(19,4)" or "BIGINT" =>
            double.Parse(cell, CultureInfo.InvariantCulture).ToString("G15", CultureInfo.InvariantCulture),
        "TIMESTAMP WITH TIME ZONE" when cell.StartsWith('y') =>
            string.Create(CultureInfo.InvariantCulture,
            $"{cell[..20]}{DateTime.FromOADate(double.Parse(cell[20..], CultureInfo.InvariantCulture)):yyyy-MM-dd HH:mm:ss.ff}"),
        _ => cell,
    };

    private static string TypeOf(EntityModel entity, string column) => column.Split('.') is [var field, .. { Length: > 0 } below]
        ? TypeOf(((ReferenceField)entity.Find(field)!).Target, string.Join('.', below))
        : (entity.Find(column) as ScalarField)?.Type.Name switch
        {
            "ID" or "Int" or "Short" or "Byte" => "INTEGER",
            "Long" => "BIGINT",
            "Boolean" => "BOOLEAN",
            "Float" => "DOUBLE",
            "Decimal" => entity.Find(column) is ScalarField { Precision: 18 } ? "DECIMAL(18,4)" : "DECIMAL(19,4)",
            "DateTime" => "TIMESTAMP WITH TIME ZONE",
            "LocalDate" => "DATE",
            _ => "VARCHAR",
        };

    private async Task<(List<string> Rows, string? Code)> AnsweredAsync(Question question)
    {
        var rows = new List<string>();
        var document =
            $"query($where: {question.Entity.Name}FilterInput, $order: [{question.Entity.Name}SortInput!], $after: String) {{ list: " +
            $"{question.Entity.Plural}(first: 9, where: $where, order: $order, after: $after) {{ pageInfo {{ hasNextPage endCursor }} " +
            $"nodes {{ {string.Join(' ', question.Columns.Select(Selected))} }} }} }}";
        for (string? after = null; ;)
        {
            var variables =
                new JsonObject { ["where"] = question.Where, ["order"] = JsonNode.Parse(question.Order.Json), ["after"] = after };
            var answer = JsonNode.Parse(
                await past.Now.AskAsync(document, variables, asOf: question.AsOf is { } sequence ? new AsOf(sequence, null) : null))!;
            if (answer["errors"] is JsonArray errors)
            {
                return ([], (string)errors[0]!["extensions"]!["code"]!);
            }

            var list = answer["data"]!["list"]!;
            rows.AddRange(
                list["nodes"]!.AsArray().Select(node =>
                Json(new JsonObject(question.Columns.Select(column => KeyValuePair.Create(column, At(node, column)?.DeepClone()))))));
            if (!(bool)list["pageInfo"]!["hasNextPage"]!)
            {
                return (rows, null);
            }

            after = (string)list["pageInfo"]!["endCursor"]!;
        }
    }

    private async Task<(string? File, string? Code)> ExportedAsync(Question question, ExportWriter writer)
    {
        try
        {
            using var file = new ScratchFile("text");
            await ExportAsync(question, writer, file.Path);
            return (await File.ReadAllTextAsync(file.Path), null);
        }
        catch (RequestErrorException refused)
        {
            return (null, refused.Errors[0].Code.Name);
        }
    }

    private async Task ExportAsync(Question question, ExportWriter writer, string path)
    {
        await WriteAsync(
            new ExportQuery(question.Entity, question.Columns, JsonSerializer.SerializeToElement(question.Where),
                JsonSerializer.SerializeToElement(JsonNode.Parse(question.Order.Json)))
            {
                Role = "admin",
                AsOf = question.AsOf is { } sequence ? new AsOf(sequence, null) : null,
                FirstRows = 3,
            },
            writer,
            path);
    }

    private async Task WriteAsync(ExportQuery query, ExportWriter writer, string path)
    {
        using (writer)
        {
            var export = past.Now.Engine.Prepare(query);
            await using var body = File.Create(path);
            await export.RunAsync(writer, PipeWriter.Create(body), _ => { }, isHeadOnly: false, CancellationToken.None);
        }
    }

    private static string Selected(string column) =>
        column.Split('.') is [var field, .. { Length: > 0 } below] ? $"{field} {{ {Selected(string.Join('.', below))} }}" : column;

    private static JsonNode? At(JsonNode? node, string column) => column.Split('.').Aggregate(node, (at, step) => at?[step]);

    private static string Json(JsonNode row) => row.ToJsonString();

    private static string Values(string row) =>
        string.Join('|', JsonNode.Parse(row)!.AsObject().Select(member => member.Value is not { } value ? "null"
        : $"<{(value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString())}>"));

    // A null and a text without characters read the same.
    private static string Cells(string row) =>
        string.Join('|', JsonNode.Parse(row)!.AsObject()
        .Select(member => member.Value?.GetValueKind() == JsonValueKind.String ? (string)member.Value! : member.Value?.ToJsonString()));

    [GeneratedRegex("\r\n?")]
    private static partial Regex LineEnd();

    private sealed record Question(EntityModel Entity, IReadOnlyList<string> Columns, Written? Filter, Written Order, int? AsOf)
    {
        public JsonNode? Where => Filter is null ? null : JsonNode.Parse(Filter.Json);

        public override string ToString() =>
            $"{Entity.Plural} {string.Join(',', Columns)} where {Filter?.Json} order {Order.Json} as of {AsOf}";
    }
}
