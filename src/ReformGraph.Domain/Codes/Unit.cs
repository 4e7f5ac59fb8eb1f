using System.ComponentModel;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Codes;

[Description(
    "The unit of a value. Values are never converted from one unit to another; only 万 (ten thousand) and 亿 (a hundred million) are " +
    "multiplied out.")]
public enum Unit
{
    [Label("个", "number")]
    [Description("A plain number of places, bodies or facilities (个).")]
    Number = 1,

    [Label("人", "persons")]
    [Description("Persons (人, 名).")]
    Person = 2,

    [Label("项", "items")]
    [Description("Items: tasks, plans, topics, problems, powers, matters of a list (项).")]
    Item = 3,

    [Label("大类", "categories")]
    [Description("Categories (大类).")]
    Category = 4,

    [Label("件", "matters handled")]
    [Description("Matters handled, one for each application (件).")]
    Matter = 5,

    [Label("所", "schools")]
    [Description("Schools (所).")]
    School = 6,

    [Label("宗", "lots")]
    [Description("Lots of assets: an asset lot is what is valued and handed over as one (宗).")]
    Lot = 7,

    [Label("条", "routes")]
    [Description("Routes of passenger transport (条).")]
    Route = 8,

    [Label("平方公里", "km²")]
    [Description("Square kilometres (平方公里).")]
    SquareKilometre = 9,

    [Label("公里", "km")]
    [Description("Kilometres (公里).")]
    Kilometre = 10,

    [Label("亩", "mu")]
    [Description("Mu, about 667 square metres (亩).")]
    Mu = 11,

    [Label("元", "yuan")]
    [Description("Yuan renminbi (元).")]
    Yuan = 12,

    [Label("%", "%")]
    [Description("Per cent, of the whole or of the base (%): 104 stands for 104 %.")]
    Percent = 13,

    [Label("百分点", "percentage points")]
    [Description("Percentage points: the difference of two percentages (百分点).")]
    PercentagePoint = 14,

    [Label("人/乡镇", "persons per township")]
    [Description("Persons per township, on average over the townships (每乡镇平均 ... 人).")]
    PersonPerTownship = 15,
}
