using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Settings;

/// <summary>One setting, as its property declares it.</summary>
/// <param name="Key">Its key, with : between section and name.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Default">Its default as written, or null.</param>
/// <param name="Description">What it sets.</param>
/// <param name="Checks">The checks of its value.</param>
internal sealed record Setting(string Key, Type Type, string? Default, string Description, IReadOnlyList<ValidationAttribute> Checks)
{
    /// <summary>Every setting, in the order of declaration.</summary>
    public static IReadOnlyList<Setting> All { get; } = [.. DeclaredIn(new ReformGraphOptions(), string.Empty)];

    /// <summary>The settings that differ from their defaults, as <c>Key=value</c>. None of them is a secret.</summary>
    public static IEnumerable<string> Changed(ReformGraphOptions options) => DeclaredIn(options, string.Empty).Zip(All)
        .Where(pair => pair.First.Default != pair.Second.Default).Select(pair => $"{pair.First.Key}={pair.First.Default}");

    /// <summary>The settings of the engine with their values, as <c>Key=value</c>.</summary>
    public static IEnumerable<string> AsWritten(EngineOptions options) =>
        DeclaredIn(options, string.Empty).Select(setting => $"{setting.Key}={setting.Default}");

    /// <summary>What the value looks like, for a person.</summary>
    public string Form => Type == typeof(int) || Type == typeof(long) ? "a whole number"
        : Type == typeof(bool) ? "true or false"
        : Type == typeof(TimeSpan) ? "a time as hh:mm:ss"
        : "text";

    /// <summary>What the value must be, for a person.</summary>
    public string Rule =>
        Checks is [RangeAttribute range]
        ? string.Create(CultureInfo.InvariantCulture, $"{Form} from {Bound(range.Minimum):g} to {Bound(range.Maximum):g}")
        : Checks is [{ ErrorMessage: { } rule }] ? rule
        : Form;

    /// <summary>Whether the text is a value of this setting.</summary>
    public bool Accepts(string text)
    {
        try
        {
            var value = TypeDescriptor.GetConverter(Type).ConvertFromInvariantString(text);
            return Checks.All(check => check.IsValid(value));
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    // An attribute keeps the bounds of a time as text until it is first used.
    private object? Bound(object bound) =>
        bound is string text ? TypeDescriptor.GetConverter(Type).ConvertFromInvariantString(text) : bound;

    private static string? Written(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        _ => TypeDescriptor.GetConverter(value.GetType()).ConvertToInvariantString(value),
    };

    private static IEnumerable<Setting> DeclaredIn(object options, string prefix)
    {
        foreach (var property in options.GetType().GetProperties())
        {
            var key = prefix + (property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name);
            var value = property.GetValue(options);
            if (property.GetCustomAttribute<DescriptionAttribute>() is { } description)
            {
                ValidationAttribute[] checks = [.. property.GetCustomAttributes<ValidationAttribute>()];
                yield return new Setting(key, property.PropertyType, Written(value), description.Description, checks);
                continue;
            }

            foreach (var setting in DeclaredIn(value!, value is EngineOptions ? string.Empty : key + ConfigurationPath.KeyDelimiter))
            {
                yield return setting;
            }
        }
    }
}
