using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Domain.Rules;

/// <summary>A violated rule that involves several fields, in both languages.</summary>
/// <param name="message">What the field must be, to be read after its name.</param>
/// <param name="member">The field.</param>
internal sealed class BilingualResult(Bilingual message, string member) : ValidationResult(message.En, [member])
{
    /// <summary>What the field must be, to be read after its name.</summary>
    public Bilingual Message { get; } = message;
}
