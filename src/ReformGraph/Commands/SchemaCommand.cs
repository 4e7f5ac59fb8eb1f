using System.CommandLine;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding;
using ReformGraph.Reference;

namespace ReformGraph.Commands;

/// <summary>
/// The command <c>schema</c>: prints the schema of the API, that of the database, or the reference page, to the standard output.
/// Reads no database.
/// </summary>
internal static class SchemaCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="dataModel">Reads the data model; called when the command runs.</param>
    /// <param name="database">Writes the SQL of all migrations; called when the command runs.</param>
    /// <param name="settings">Describes every setting; called when the command runs.</param>
    /// <param name="commands">Describes every command; called when the command runs.</param>
    public static Command Create(Func<DataModel> dataModel, Func<string> database, Func<IReadOnlyList<SettingDescription>> settings,
        Func<IReadOnlyList<(string Name, string Description)>> commands)
    {
        var script =
            new Option<bool>("--sql")
            {
                Description =
            "Prints the SQL that creates a database (schema/database.sqlite.sql) instead of the schema of the API (schema/schema.graphql)."
            };
        var reference = new Option<bool>("--reference") { Description = "Prints the reference page (docs/reference.md) instead." };
        var command = new Command("schema", "Prints the GraphQL schema in the schema definition language (SDL).") { script, reference };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(
            parsed.GetValue(reference) ? ReferenceDocument.Write(dataModel(), settings(), ServerErrorCodes.All, commands())
            : parsed.GetValue(script) ? database()
            : SchemaText.Print(dataModel())));
        return command;
    }
}
