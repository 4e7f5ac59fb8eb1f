using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Domain.Rules;

/// <summary>Declares the form of a text, by a regular expression that matches all of it.</summary>
/// <param name="pattern">The expression.</param>
/// <param name="en">The form in English, to be read after "must be".</param>
/// <param name="zh">The same in Chinese, to be read after 必须是.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PatternAttribute(string pattern, string en, string zh) : RegularExpressionAttribute(pattern)
{
    /// <summary>The form.</summary>
    public Bilingual Expected { get; } = new(en, zh);
}
