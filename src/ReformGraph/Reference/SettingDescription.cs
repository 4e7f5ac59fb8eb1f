namespace ReformGraph.Reference;

/// <summary>One setting, as the reference lists it.</summary>
/// <param name="Key">Its key in the configuration, such as <c>Engine:Paging:MaxPageSize</c>.</param>
/// <param name="Type">What kind of value it takes.</param>
/// <param name="Default">Its default value.</param>
/// <param name="Range">The accepted values; null if all values of its type are.</param>
/// <param name="Description">What it does.</param>
internal sealed record SettingDescription(string Key, string Type, string Default, string? Range, string Description);
