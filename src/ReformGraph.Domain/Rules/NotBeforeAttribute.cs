namespace ReformGraph.Domain.Rules;

/// <summary>Declares that the value of a field is not before that of another field of its row. If one of them is null, the rule does not
/// apply.</summary>
/// <param name="member">The name of the property with the earlier value.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotBeforeAttribute(string member) : Attribute
{
    /// <summary>The name of the property with the earlier value.</summary>
    public string Member { get; } = member;
}
