using System.ComponentModel;
using System.Reflection;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Reports;

/// <summary>The fields of <see cref="AddReport"/>, as texts from options of a command or parts of a form.</summary>
internal static class ReportFields
{
    private static readonly IReadOnlyList<PropertyInfo> Members =
        [.. typeof(AddReport).GetProperties().Where(member => member.IsDefined(typeof(DescriptionAttribute)))];

    /// <summary>Their names and descriptions.</summary>
    public static IReadOnlyList<(string Name, string Description)> All { get; } =
        [.. Members.Select(member => (NameOf(member), member.GetCustomAttribute<DescriptionAttribute>()!.Description))];

    /// <summary>The field that must be given.</summary>
    public static string Required { get; } = SchemaNames.CamelCase(nameof(AddReport.County));

    /// <summary>Reads them.</summary>
    /// <param name="given">Returns the text of a field; null or empty if it is not given.</param>
    /// <param name="refuse">Creates the exception from the name of a field and a sentence that says what it must be.</param>
    public static AddReport Read(Func<string, string?> given, Func<string, Bilingual, Exception> refuse)
    {
        var read = Activator.CreateInstance<AddReport>();
        foreach (var member in Members)
        {
            var (name, text) = (NameOf(member), given(NameOf(member))?.Trim());
            if (string.IsNullOrEmpty(text))
            {
                if (name == Required)
                {
                    throw refuse(name, RowRules.MustBeGiven);
                }

                continue;
            }

            var type = ScalarType.For(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType)!;
            member.SetValue(read, CellValue.Parse(type, text) ?? throw refuse(name,
                new($"must be {CellValue.Expectation(type)}", $"必须是{CellValue.Scalars[type].ExpectedZh(type)}")));
        }

        return read;
    }

    private static string NameOf(PropertyInfo member) => SchemaNames.CamelCase(member.Name);
}
