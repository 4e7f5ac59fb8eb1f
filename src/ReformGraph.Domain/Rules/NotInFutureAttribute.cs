namespace ReformGraph.Domain.Rules;

/// <summary>Declares that a date is of something that has happened: it is not after <see cref="Today"/>.
/// A date without it may lie in the future.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotInFutureAttribute : Attribute
{
    /// <summary>In every row.</summary>
    public NotInFutureAttribute()
    {
    }

    /// <summary>In every row but those in which another field says that it is still to happen.</summary>
    /// <param name="member">The name of the property of that field.</param>
    /// <param name="value">The value by which it says so.</param>
    public NotInFutureAttribute(string member, object value) => (Member, Value) = (member, value);

    /// <summary>The name of the property that makes an exception; null where there is none.</summary>
    public string? Member { get; }

    /// <summary>The value that makes it.</summary>
    public object? Value { get; }
}
