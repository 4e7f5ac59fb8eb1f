namespace ReformGraph.Domain.Rules;

/// <summary>Declares that the value of a field is not before that of another one of its row. Where one of them is null,
/// there is no order.</summary>
/// <param name="member">The name of the property that holds the earlier value.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotBeforeAttribute(string member) : Attribute
{
    /// <summary>The name of the property that holds the earlier value.</summary>
    public string Member { get; } = member;
}
