namespace ReformGraph.Domain.Rules;

/// <summary>Declares that a date is the last day on which something may still be done. If the table of an office gives only a month or a
/// year, it is the last day of that.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DeadlineAttribute : Attribute;
