using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Settings;

/// <summary>What the server logs.</summary>
public sealed class LoggingOptions
{
    public LogLevelOptions LogLevel { get; init; } = new();
}

/// <summary>The lowest levels that are logged, by category.</summary>
public sealed class LogLevelOptions
{
    private const string Rule = "Trace, Debug, Information, Warning, Error, Critical or None";

    [Description("The lowest level that the server logs: Trace, Debug, Information, Warning, Error, Critical, or None for nothing.")]
    [EnumDataType(typeof(LogLevel), ErrorMessage = Rule)]
    public LogLevel Default { get; init; } = LogLevel.Information;

    [Description(
        "The lowest level of the lines about requests: a line for each at Information, and for those about the server's health at " +
        "Debug. By default, Logging:LogLevel:Default.")]
    [EnumDataType(typeof(LogLevel), ErrorMessage = Rule)]
    public LogLevel? Requests { get; init; }

    [Description(
        "The lowest level of the lines about access: refused logins, and requests for what a role may not do, at Warning. By default, " +
        "Logging:LogLevel:Default.")]
    [EnumDataType(typeof(LogLevel), ErrorMessage = Rule)]
    public LogLevel? Access { get; init; }

    [Description(
        "The lowest level of the lines about changes: each change at Information, refused mutations at Warning, and failures of the " +
        "storage at Error. By default, Logging:LogLevel:Default.")]
    [EnumDataType(typeof(LogLevel), ErrorMessage = Rule)]
    public LogLevel? Changes { get; init; }

    [Description("The lowest level of the lines of the libraries under the server.")]
    [EnumDataType(typeof(LogLevel), ErrorMessage = Rule)]
    public LogLevel Microsoft { get; init; } = LogLevel.Warning;
}
