namespace ReformGraph.Seeding;

/// <summary>The application itself gives the value; no seed file has a column for it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ComputedAttribute : Attribute;
