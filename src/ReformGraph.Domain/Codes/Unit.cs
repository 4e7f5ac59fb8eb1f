using System.ComponentModel;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Codes;

[Description(
    "The unit of a value. Values are never converted from one unit to another; only 万 (ten thousand) and 亿 (a hundred million) are " +
    "multiplied out.")]
public enum Unit
{
    [Label("个", "number")]
    [Description(
        "A plain number of places, bodies, facilities or of what has no unit of its own: the wording says of what (个, 处, 台).")]
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

    [Label("‰", "‰")]
    [Description("Per mille, of the whole or of the base (‰): 3.2 stands for 3.2 ‰.")]
    PerMille = 16,

    [Label("倍", "times")]
    [Description("A multiple (倍, 番): 2.3 stands for 2.3 times.")]
    Times = 17,

    [Label("分数", "fraction")]
    [Description("A fraction of a whole (三分之一): 0.5 stands for one half.")]
    Ratio = 18,

    [Label("基点", "basis points")]
    [Description("Basis points: the hundredths of a percentage point (基点).")]
    BasisPoint = 19,

    [Label("每单位", "per unit")]
    [Description("A rate per unit of something, such as 元/亩: the wording says of what, and per what.")]
    PerUnit = 20,

    [Label("户", "households")]
    [Description("Households (户).")]
    Household = 21,

    [Label("人次", "person-times")]
    [Description("Person-times: one for each person each time (人次).")]
    PersonTime = 22,

    [Label("人天", "person-days")]
    [Description("Person-days (人日, 人天).")]
    PersonDay = 23,

    [Label("辆", "vehicles")]
    [Description("Vehicles (辆).")]
    Vehicle = 24,

    [Label("床位", "beds")]
    [Description("Beds (床位, 张床位).")]
    Bed = 25,

    [Label("次", "occurrences")]
    [Description("How often something took place (次, 场次).")]
    Occurrence = 26,

    [Label("平方米", "m²")]
    [Description("Square metres (平方米).")]
    SquareMetre = 27,

    [Label("公顷", "hectares")]
    [Description("Hectares (公顷).")]
    Hectare = 28,

    [Label("立方米", "m³")]
    [Description("Cubic metres (立方米).")]
    CubicMetre = 29,

    [Label("米", "m")]
    [Description("Metres (米).")]
    Metre = 30,

    [Label("厘米", "cm")]
    [Description("Centimetres (厘米).")]
    Centimetre = 31,

    [Label("毫米", "mm")]
    [Description("Millimetres (毫米).")]
    Millimetre = 32,

    [Label("华里", "li")]
    [Description("Li, 500 metres (华里).")]
    Li = 33,

    [Label("吨", "t")]
    [Description("Tonnes (吨).")]
    Tonne = 34,

    [Label("公斤", "kg")]
    [Description("Kilograms (公斤, 千克).")]
    Kilogram = 35,

    [Label("斤", "jin")]
    [Description("Jin, 500 grams (斤).")]
    Jin = 36,

    [Label("克", "g")]
    [Description("Grams (克).")]
    Gram = 37,

    [Label("毫克", "mg")]
    [Description("Milligrams (毫克).")]
    Milligram = 38,

    [Label("微克", "μg")]
    [Description("Micrograms (微克).")]
    Microgram = 39,

    [Label("升", "l")]
    [Description("Litres (升).")]
    Litre = 40,

    [Label("千瓦时", "kWh")]
    [Description("Kilowatt-hours (千瓦时, 度).")]
    KilowattHour = 41,

    [Label("千瓦", "kW")]
    [Description("Kilowatts (千瓦).")]
    Kilowatt = 42,

    [Label("兆瓦", "MW")]
    [Description("Megawatts (兆瓦).")]
    Megawatt = 43,

    [Label("千伏", "kV")]
    [Description("Kilovolts (千伏).")]
    Kilovolt = 44,

    [Label("年", "years")]
    [Description("Years, as a length of time (年).")]
    Year = 45,

    [Label("个月", "months")]
    [Description("Months, as a length of time (个月).")]
    Month = 46,

    [Label("周", "weeks")]
    [Description("Weeks (周, 星期).")]
    Week = 47,

    [Label("天", "days")]
    [Description("Days (天, 日).")]
    Day = 48,

    [Label("工作日", "working days")]
    [Description("Working days (工作日).")]
    WorkingDay = 49,

    [Label("小时", "hours")]
    [Description("Hours (小时).")]
    Hour = 50,

    [Label("分钟", "minutes")]
    [Description("Minutes (分钟).")]
    Minute = 51,

    [Label("秒", "seconds")]
    [Description("Seconds (秒).")]
    Second = 52,

    [Label("美元", "US dollars")]
    [Description("US dollars (美元).")]
    UsDollar = 53,

    [Label("℃", "°C")]
    [Description("Degrees Celsius (摄氏度). Temperatures have no sum.")]
    DegreeCelsius = 54,

    [Label("千分点", "per-mille points")]
    [Description("Per-mille points: the difference of two rates per mille (千分点).")]
    PerMillePoint = 55,
}
