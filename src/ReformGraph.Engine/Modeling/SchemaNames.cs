using System.ComponentModel;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace ReformGraph.Engine.Modeling;

/// <summary>How members of C# classes are named in the schema and in files.</summary>
public static partial class SchemaNames
{
    /// <summary><c>LeadOfficial</c> becomes <c>leadOfficial</c>.</summary>
    public static string CamelCase(string name) => string.Concat(char.ToLowerInvariant(name[0]), name[1..]);

    /// <summary><c>leadOfficials</c> becomes <c>LeadOfficials</c>.</summary>
    public static string PascalCase(string name) => string.Concat(char.ToUpperInvariant(name[0]), name[1..]);

    /// <summary><c>InProgress</c> becomes <c>IN_PROGRESS</c>.</summary>
    public static string UpperSnake(string name) => Separate(name, '_').ToUpperInvariant();

    /// <summary><c>leadOfficial</c> becomes <c>lead_official</c>.</summary>
    public static string SnakeCase(string name) => Separate(name, '_').ToLowerInvariant();

    /// <summary><c>riskVillages</c> becomes <c>risk-villages</c>.</summary>
    public static string KebabCase(string name) => Separate(name, '-').ToLowerInvariant();

    /// <summary><c>leadOfficial</c> becomes <c>lead official</c>.</summary>
    public static string Words(string name) => Separate(name, ' ').ToLowerInvariant();

    /// <summary>Rejects a name that is not valid in GraphQL.</summary>
    /// <param name="name">The name in the schema.</param>
    /// <param name="declared">What has this name in the code.</param>
    /// <exception cref="ModelException">The name is not valid.</exception>
    internal static void Require(string name, string declared)
    {
        if (!Name().IsMatch(name))
        {
            throw new ModelException(
                $"{declared} would be called {name} in the schema; such a name may contain only letters from A to Z, digits and " +
                "underscores, and must begin with a letter.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z][_0-9A-Za-z]*\z")]
    private static partial Regex Name();

    internal static string RequireDescription(this MemberInfo member) =>
        member.GetCustomAttribute<DescriptionAttribute>()?.Description
        ?? throw new ModelException($"{member.DeclaringType?.Name ?? "Type"} {member.Name} has no [Description].");

    private static string Separate(string name, char separator)
    {
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]))
            {
                result.Append(separator);
            }

            result.Append(name[i]);
        }

        return result.ToString();
    }
}

/// <summary>A mistake in the declaration of the model, found when the application starts.</summary>
public sealed class ModelException(string message) : Exception(message);
