using ReformGraph.Data.Contexts;
using ReformGraph.Data.Import;
using ReformGraph.Tests.Seeding;

namespace ReformGraph.Tests.Checks;

/// <summary>A second, fictional county beside the first: its report with figures and checks, and its 32 villages at risk.</summary>
internal static class SecondCounty
{
    public const string Report = "qinghe-report";

    /// <summary>Loads it into a database, in one change.</summary>
    public static Task LoadAsync(SeededDatabase database) =>
        LoadAsync(database, [.. Files().Select(file => (file.File, string.Join('\n', file.Rows)))]);

    /// <summary>Loads tables into a database, in one change.</summary>
    public static async Task LoadAsync(SeededDatabase database, IReadOnlyList<(string File, string Text)> files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, Path.GetRandomFileName())).FullName;
        foreach (var (file, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file.Contains('.', StringComparison.Ordinal) ? file : $"{file}.csv"), text);
        }

        await using var context = await DatabaseFile.WritingContextOfAsync(database.Path, TimeSpan.FromSeconds(30));
        await SeedFiles.LoadAsync(context, folder);
    }

    private static IEnumerable<(string File, IEnumerable<string> Rows)> Files() => Places().Concat(Stated()).Concat(Checked());

    private static IEnumerable<(string File, IEnumerable<string> Rows)> Places()
    {
        yield return ("counties", ["code,areaCode,nameZh,nameEn,knownAs", "qinghe,990123,青禾县,Qinghe County,A fictional county."]);
        yield return ("townships", ["code,knownAs,county", "qh-town,一镇,qinghe", "qh-other-town,二镇,qinghe"]);
        yield return ("villages", ["code,township", "qh-village,qh-other-town"]);
        yield return ("risk-villages", Enumerable.Range(1, 32)
            .Select(number => $"QH-{number},{(number <= 5 ? "HIGH" : number <= 16 ? "MEDIUM" : "LOW")},qinghe,qh-town")
            .Prepend("code,level,county,township"));
    }

    private static IEnumerable<(string File, IEnumerable<string> Rows)> Stated()
    {
        (string Code, string Indicator, string Role, string Unit, string Wording)[] figures =
        [
            ("qh-risk-villages", "risk-villages", "CUMULATIVE", "NUMBER", "32个"),
            ("qh-high-risk-villages", "high-risk-villages", "CUMULATIVE", "NUMBER", "5个"),
            ("qh-tasks", "tasks", "LEVEL", "ITEM", "42项"),
            ("qh-tasks-completed", "pilot-tasks", "LEVEL", "ITEM", "33项"),
            ("qh-completion-rate", "work-plans", "LEVEL", "PERCENT", "78.6%"),
        ];
        yield return ("reports", ["code,titleZh,titleEn,county,sha256", $"{Report},情况报告,A report,qinghe,{new string('0', 64)}"]);
        yield return ("locators", figures
            .Select((figure, at) => $"F-{figure.Code},{Report},一,1,{at * 10},{figure.Wording.Length},{new string('0', 64)}")
            .Prepend("code,report,section,paragraph,start,length,sentenceSha256"));
        yield return ("figures", figures
            .Select(figure => $"{figure.Code},{Report},{figure.Indicator},RISK_VILLAGES,{figure.Role},{figure.Unit},{figure.Wording}," +
                $"qinghe,F-{figure.Code}")
            .Prepend("code,report,indicator,theme,role,unit,wording,county,locator"));
    }

    private static IEnumerable<(string File, IEnumerable<string> Rows)> Checked()
    {
        yield return ("checks",
        [
            "code,report,theme,rule,relation,unit,expectedBy,actualBy,rows,explanation",
            $"qh-rows-risk-villages,{Report},RISK_VILLAGES,As many rows.,EQUAL,NUMBER,SAME_AS,,riskVillages,None.",
            $"qh-rows-high-risk-villages,{Report},RISK_VILLAGES,As many rows.,EQUAL,NUMBER,SAME_AS,,riskVillages(level: HIGH),None.",
            $"qh-rows-villages,{Report},RISK_VILLAGES,As many rows.,EQUAL,NUMBER,SAME_AS,,villages,None.",
            $"qh-completion,{Report},REFORM_TASKS,The rate agrees with the tasks.,EQUAL,PERCENT,SAME_AS,RATIO,,None.",
        ]);
        yield return ("check-inputs",
        [
            "check,side,position,figure",
            "qh-rows-risk-villages,EXPECTED,1,qh-risk-villages",
            "qh-rows-high-risk-villages,EXPECTED,1,qh-high-risk-villages",
            "qh-rows-villages,EXPECTED,1,qh-risk-villages",
            "qh-completion,EXPECTED,1,qh-completion-rate",
            "qh-completion,ACTUAL,1,qh-tasks-completed",
            "qh-completion,ACTUAL,2,qh-tasks",
        ]);
    }
}
