using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Domain.Rules;

/// <summary>A rule of several fields that a row does not keep, told in both languages.</summary>
/// <param name="message">What the field must be, behind its name.</param>
/// <param name="member">The field.</param>
internal sealed class BilingualResult(Bilingual message, string member) : ValidationResult(message.En, [member])
{
    /// <summary>What the field must be, behind its name.</summary>
    public Bilingual Message { get; } = message;
}
