namespace ReformGraph.Engine.Modeling;

/// <summary>
/// What one format has for each scalar, and for all enums. There is no default: a scalar that a table lacks is an error that names both.
/// </summary>
/// <param name="format">The name of the format in errors.</param>
public abstract class ScalarTable(string format)
{
    /// <summary>The names of the scalars that the table lacks.</summary>
    public IReadOnlyList<string> Missing =>
        [.. ScalarType.All.Select(scalar => scalar.Name).Where(name => !Has(name))];

    /// <summary>Checks that the table has every scalar. An application does so when it starts.</summary>
    /// <exception cref="ModelException">It lacks one.</exception>
    public void Require()
    {
        if (Missing is [var name, ..])
        {
            throw Unknown(name);
        }
    }

    /// <summary>The error for a scalar that the table lacks.</summary>
    private protected ModelException Unknown(string scalar) => new($"{format} has nothing for the scalar {scalar}: add it to the table.");

    private protected abstract bool Has(string scalar);
}

/// <summary>A <see cref="ScalarTable"/> with its values.</summary>
/// <param name="format">The name of the format in errors.</param>
/// <param name="codeList">What it has for an enum.</param>
/// <param name="scalars">What it has for each scalar, by name.</param>
public sealed class ScalarTable<T>(string format, T codeList, IReadOnlyDictionary<string, T> scalars) : ScalarTable(format)
{
    /// <summary>What the format has for a scalar or an enum.</summary>
    /// <exception cref="ModelException">It has nothing.</exception>
    public T this[ScalarType type] => type.IsEnum ? codeList
        : scalars.TryGetValue(type.Name, out var found) ? found
        : throw Unknown(type.Name);

    private protected override bool Has(string scalar) => scalars.ContainsKey(scalar);
}
