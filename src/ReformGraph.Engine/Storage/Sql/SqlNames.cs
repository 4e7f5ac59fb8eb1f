using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Storage.Sql;

/// <summary>Names as written in statements.</summary>
public static class SqlNames
{
    /// <summary>The column of a property.</summary>
    public static string Column(IReadOnlyProperty property) => Quoted(property.GetColumnName());

    /// <summary>A quoted name.</summary>
    public static string Quoted(string name) => $"\"{name}\"";

    /// <summary>A text as a literal.</summary>
    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
