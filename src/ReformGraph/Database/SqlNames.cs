using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Database;

/// <summary>Names as they stand in statements.</summary>
internal static class SqlNames
{
    public static string Column(IReadOnlyProperty property) => Quoted(property.GetColumnName());

    public static string Quoted(string name) => $"\"{name}\"";

    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
