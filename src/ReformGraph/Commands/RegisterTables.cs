using System.Globalization;
using ReformGraph.Data.Import;
using ReformGraph.Data.Registers;
using ReformGraph.Domain.Rules;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary>Prints how the table of an office was read: what its columns and values mean, and what was left out.</summary>
internal static class RegisterTables
{
    private static readonly Bilingual Column = new("column", "列"), Field = new("field", "字段");

    /// <summary>Prints it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="reading">How the table was read.</param>
    /// <param name="number">What row numbers count.</param>
    /// <param name="console">The console.</param>
    public static void Print(ImportReport report, RegisterReading reading, Bilingual number, IAnsiConsole console)
    {
        ReportTables.Print(report.Language, console, new("Columns", "列"), reading.Columns.Count, [Column, Field, new("note", "说明")],
            reading.Columns.Select(column => new[] { column.Heading, FieldOf(column), NoteOf(column, reading).In(report.Language) }));
        var values = reading.Columns.Where(column => column.Values is { Count: > 0 })
            .SelectMany(column => column.Values!, (column, value) => new[] { column.Heading, value.Key, value.Value ?? "?" }).ToList();
        ReportTables.Print(report.Language, console, new("Values", "取值"), values.Count,
            [Column, new("value", "取值"), new("stored as", "存为")], values);
        ReportTables.Print(report.Language, console, new("Left out", "未导入的行"), reading.LeftOut.Total,
            [number, new("kind", "类型"), new("text", "内容")],
            reading.LeftOut.Listed.Select(row => new[] { Shown(row.Row), KindOf(row.Kind).In(report.Language), row.Text }));
        if (reading.NewPlaces is { } places)
        {
            ReportTables.Print(report.Language, console,
                places.Listed[0].Code is null ? new("Not in the county", "本县尚无") : new("Places added", "新增地名"),
                places.Total,
                [number, new("entity", "对象"), new("name", "名称"), new("code", "编码")],
                places.Listed.Select(place => new[] { Shown(place.Row), place.Entity, place.Name, place.Code ?? string.Empty }));
        }

        foreach (var sentence in SentencesOf(report, reading))
        {
            console.WriteLine(sentence.In(report.Language));
        }
    }

    private static IEnumerable<Bilingual> SentencesOf(ImportReport report, RegisterReading reading)
    {
        if (reading.PlacesWithNewAreaCodes is > 0 and var places)
        {
            var what = places == 1 ? "the area code" : "the area codes";
            yield return new($"{English.Count(places, "place")} of the county got {what} that the table gives.",
                $"本县 {places} 个地名已按表中的村代码补充行政区划代码。");
        }

        if (reading.SynonymsKept is > 0 and var kept)
        {
            var verb = report.DryRun ? "would be" : kept == 1 ? "is" : "are";
            yield return new($"{English.Count(kept, "synonym")} of the mapping {verb} kept for the county.",
                $"映射文件中 {kept} 个用语{(report.DryRun ? "将" : "已")}留存于本县。");
        }

        if (reading.HiddenRows is { } hidden)
        {
            yield return new($"Hidden rows were read: {string.Join(", ", hidden.Listed)}.",
                $"已读取隐藏行：{string.Join("、", hidden.Listed)}。");
        }

        if (report.Proven > 0)
        {
            yield return new($"{English.Count(report.Proven, "row")} took over the proof of the rows that they replace.",
                $"{report.Proven} 行沿用所替换行的依据数据。");
        }

        foreach (var warning in reading.Warnings)
        {
            yield return warning;
        }
    }

    private static string FieldOf(ReadColumn column) =>
        column.IsUnknown ? "?" : column.NotStored is null ? column.Field ?? "code" : string.Empty;

    private static Bilingual NoteOf(ReadColumn column, RegisterReading reading)
    {
        List<Bilingual> notes = [];
        Add(column.NotStored is not null, () => new($"not stored: {column.NotStored!.En}", $"不存储：{column.NotStored!.Zh}"));
        Add(reading.CodeFrom?.Contains(column.Heading) is true, () => new("gives the code", "作为编码"));
        Add(column.Unit is not null, () => new($"in {column.Unit}", $"单位：{column.Unit}"));
        Add(column.Default is not null, () => new($"{column.Default} in empty cells, as the mapping says",
            $"空单元格按映射文件取“{column.Default}”"));
        Add(column.Hidden is true, () => new("hidden", "隐藏列"));
        Add(column.FilledDown is > 0, () => new($"{English.Count(column.FilledDown!.Value, "empty cell")} filled from above",
            $"{column.FilledDown} 个空单元格沿用上一行"));
        return new(string.Join("; ", notes.Select(note => note.En)), string.Join("；", notes.Select(note => note.Zh)));

        void Add(bool applies, Func<Bilingual> note)
        {
            if (applies)
            {
                notes.Add(note());
            }
        }
    }

    private static Bilingual KindOf(RowKind kind) => kind switch
    {
        RowKind.Blank => new("blank", "空行"),
        RowKind.Title => new("title", "标题"),
        RowKind.Total => new("total", "合计"),
        RowKind.Subtotal => new("subtotal", "小计"),
        RowKind.Part => new("part of the row above", "其中项"),
        RowKind.Township => new("township", "乡镇"),
        _ => new("note", "备注"),
    };

    private static string Shown(int row) => row.ToString(CultureInfo.InvariantCulture);
}
