using System.ComponentModel;
using System.Reflection;

namespace ReformGraph.Domain.Access;

/// <summary>The role of a sender. Roles are not ranks: an auditor sees everything and changes nothing.</summary>
internal enum Role
{
    [Description("reads the data")]
    Reader = 1,

    [Description("reads and changes the data, and sees who changed what")]
    Editor,

    [Description("reads the data, and sees who changed what")]
    Auditor,

    [Description("does all that the server allows")]
    Admin,
}

/// <summary>The names of the roles, in declarations, settings and commands.</summary>
internal static class RoleNames
{
    public const string Reader = "reader";
    public const string Editor = "editor";
    public const string Auditor = "auditor";
    public const string Admin = "admin";

    /// <summary>All of them, in the order of the roles.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Role>().Select(Name)];

    /// <summary>What a sender with a role does.</summary>
    public static string Meaning(this Role role) =>
        typeof(Role).GetField(role.ToString())!.GetCustomAttribute<DescriptionAttribute>()!.Description;

    /// <summary>The name of a role.</summary>
    public static string Name(this Role role) => role switch
    {
        Role.Reader => Reader,
        Role.Editor => Editor,
        Role.Auditor => Auditor,
        Role.Admin => Admin,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "It is no role."),
    };
}
