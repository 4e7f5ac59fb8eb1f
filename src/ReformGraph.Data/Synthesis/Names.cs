namespace ReformGraph.Data.Synthesis;

/// <summary>Combined names. None is intended to be that of a real place or person.</summary>
internal static class Names
{
    private static readonly (string Zh, string En)[] Firsts =
    [
        ("青", "Qing"), ("白", "Bai"), ("金", "Jin"), ("玉", "Yu"), ("龙", "Long"), ("凤", "Feng"), ("石", "Shi"), ("松", "Song"),
        ("柳", "Liu"),
            ("桂", "Gui"),
        ("南", "Nan"), ("北", "Bei"), ("东", "Dong"), ("西", "Xi"), ("新", "Xin"), ("高", "Gao"), ("长", "Chang"), ("大", "Da"),
        ("双", "Shuang"),
            ("三", "San"),
        ("和", "He"), ("安", "An"), ("福", "Fu"), ("永", "Yong"), ("云", "Yun"), ("红", "Hong"), ("黄", "Huang"), ("古", "Gu"),
        ("平", "Ping"),
            ("太", "Tai"),
    ];

    private static readonly (string Zh, string En)[] Seconds =
    [
        ("山", "shan"), ("河", "he"), ("江", "jiang"), ("溪", "xi"), ("湖", "hu"), ("桥", "qiao"), ("坪", "ping"), ("坝", "ba"),
        ("沟", "gou"),
            ("湾", "wan"),
        ("林", "lin"), ("泉", "quan"), ("塘", "tang"), ("岭", "ling"), ("峰", "feng"), ("谷", "gu"), ("台", "tai"), ("店", "dian"),
        ("庙", "miao"),
            ("井", "jing"),
        ("田", "tian"), ("园", "yuan"), ("门", "men"), ("关", "guan"), ("场", "chang"), ("口", "kou"), ("坡", "po"), ("洞", "dong"),
        ("滩", "tan"),
            ("堰", "yan"),
    ];

    private static readonly string[] Surnames =
        ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何",
            "郭", "马", "罗"];

    private static readonly string[] GivenNames =
        ["伟", "芳", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "霞", "平",
        "刚", "华", "建国", "志强", "晓燕", "海波", "文静", "玉兰", "永康", "春梅"];

    private static readonly string[] Departments =
        ["县委组织部", "县发展改革局", "县民政局", "县财政局", "县教育局", "县卫生健康局",
            "县交通运输局", "县农业农村局", "县自然资源局", "县行政审批局", "县委编办", "县司法局"];

    /// <summary>The number of different names of places.</summary>
    public static int Places => Firsts.Length * Seconds.Length;

    /// <summary>The name of a place without its kind, by its number, starting at 0.</summary>
    public static (string Zh, string En) Place(int number)
    {
        var (first, second) = (Firsts[number / Seconds.Length], Seconds[number % Seconds.Length]);
        return (first.Zh + second.Zh, first.En + second.En);
    }

    /// <summary>The name of a person.</summary>
    public static string Official(DeterministicRandom draw) => draw.OneOf<string>(Surnames) + draw.OneOf<string>(GivenNames);

    /// <summary>The name of a department of a county.</summary>
    public static string Department(DeterministicRandom draw) => draw.OneOf<string>(Departments);
}
