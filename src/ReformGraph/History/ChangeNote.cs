using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.History;

/// <summary>What is to be recorded of a change besides its rows.</summary>
/// <param name="Actor">Who makes it.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Reason">Why it is made.</param>
internal sealed record ChangeNote(string Actor, ChangeKind Kind, [property: Description("Why the change is made.")] string Reason) : IValidatableObject
{
    /// <summary>The actor where nobody has to say who he is.</summary>
    public const string Local = "local";

    /// <summary>For an event, when it took effect.</summary>
    [Description("The day on which an event took effect.")]
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>A reference to what proves it.</summary>
    [Description("A reference to what proves the change.")]
    public string? EvidenceReference { get; init; }

    /// <summary>The SHA-256 of what proves it, in hexadecimal.</summary>
    [Description("The SHA-256 of what proves the change.")]
    [RegularExpression("[0-9a-f]{64}", ErrorMessage = "64 lower-case hexadecimal digits")]
    public string? EvidenceSha256 { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind is ChangeKind.Event != EffectiveOn is not null)
        {
            yield return new(Kind is ChangeKind.Event ? "must be given for an event" : "must be empty for what is no event", [nameof(EffectiveOn)]);
        }
    }
}
