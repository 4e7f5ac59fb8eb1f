namespace ReformGraph.Domain.Rules;

/// <summary>Declares that a date is that of a past event: it is not after <see cref="Today"/>. A date without this attribute may be in the
/// future.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotInFutureAttribute : Attribute
{
    /// <summary>In every row.</summary>
    public NotInFutureAttribute()
    {
    }

    /// <summary>In every row except those in which another field says that the event is still to happen.</summary>
    /// <param name="member">The name of the property of that field.</param>
    /// <param name="value">The value that says so.</param>
    public NotInFutureAttribute(string member, object value) => (Member, Value) = (member, value);

    /// <summary>The name of the property that makes an exception; null if there is none.</summary>
    public string? Member { get; }

    /// <summary>The value that makes it.</summary>
    public object? Value { get; }
}
