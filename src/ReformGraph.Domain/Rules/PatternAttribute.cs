using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Domain.Rules;

/// <summary>Declares how a text is written, by a regular expression that fits all of it.</summary>
/// <param name="pattern">The expression.</param>
/// <param name="en">What it is, in English, behind "must be".</param>
/// <param name="zh">The same in Chinese, behind 必须是.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PatternAttribute(string pattern, string en, string zh) : RegularExpressionAttribute(pattern)
{
    /// <summary>What it is.</summary>
    public Bilingual Expected { get; } = new(en, zh);
}
