namespace ReformGraph.Tests.Architecture;

/// <summary>
/// The folders of a project, by the namespaces of its types, and the uses of one by another.
/// A folder within a folder is a folder of its own.
/// The project's own folder has the empty name, and belongs above all others.
/// </summary>
internal sealed class ProjectFolders
{
    private const int ExamplesOfUse = 3;

    private readonly Dictionary<(string From, string To), List<string>> uses = [];
    private readonly HashSet<string> folders;
    private readonly string name;

    public ProjectFolders(ArchUnitNET.Domain.Architecture code, System.Reflection.Assembly project)
    {
        name = project.GetName().Name!;
        // Without what generators of source add to namespaces of their own.
        var types = project.GetTypes().Where(type => type.Namespace?.Split('.')[0] == name.Split('.')[0])
            .Select(type => Plain(type.FullName!)).ToHashSet();
        folders = [.. types.Select(FolderOf)];
        foreach (var (origin, target) in code.Types.SelectMany(type => type.Dependencies,
            (type, use) => (Plain(type.FullName), Plain(use.Target.FullName)))
            .Where(use => types.Contains(use.Item1) && types.Contains(use.Item2)).Distinct())
        {
            var key = (FolderOf(origin), FolderOf(target));
            if (key.Item1 != key.Item2)
            {
                (uses.TryGetValue(key, out var known) ? known : uses[key] = []).Add(
                    $"{origin.Split('.')[^1]} uses {target.Split('.')[^1]}");
            }
        }
    }

    /// <summary>The uses that close a cycle of folders, and those of the project's own folder, each with types that make it.</summary>
    public IReadOnlyList<string> Upward()
    {
        var reached = folders.ToDictionary(folder => folder, Reach);
        return
        [
            .. uses.Where(use => use.Key.To.Length == 0 || (use.Key.From.Length > 0 && reached[use.Key.To].Contains(use.Key.From)))
                .OrderBy(use => use.Value.Count).ThenBy(use => use.Key.From, StringComparer.Ordinal)
                .Select(use =>
                    $"{Shown(use.Key.From)} -> {Shown(use.Key.To)} ({use.Value.Count}): " +
                    $"{string.Join(", ", use.Value.Order(StringComparer.Ordinal).Take(ExamplesOfUse))}"),
        ];
    }

    /// <summary>The project's folders in layers, a line for each: a folder uses only folders of lines below its own.</summary>
    public string Picture()
    {
        var heights = new Dictionary<string, int>();
        var layers = folders.GroupBy(Height).OrderByDescending(layer => layer.Key)
            .Select(layer => $"  {string.Join("   ", layer.Order(StringComparer.Ordinal).Select(Shown))}\n");
        return $"{name}\n{string.Concat(layers)}";

        int Height(string folder)
        {
            if (!heights.TryGetValue(folder, out var height))
            {
                heights[folder] = 0; // in case a cycle leads back to it, which another test reports
                var below = folder.Length == 0 ? folders.Where(other => other.Length > 0) : UsedBy(folder);
                heights[folder] = height = below.Select(Height).DefaultIfEmpty(-1).Max() + 1;
            }

            return height;
        }
    }

    private IEnumerable<string> UsedBy(string folder) => uses.Keys.Where(use => use.From == folder).Select(use => use.To);

    // But for what the project's own folder uses, which may be all.
    private HashSet<string> Reach(string folder)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>(UsedBy(folder));
        while (next.TryPop(out var used))
        {
            foreach (var further in used.Length > 0 && reached.Add(used) ? UsedBy(used) : [])
            {
                next.Push(further);
            }
        }

        return reached;
    }

    private string FolderOf(string type)
    {
        var space = type.LastIndexOf('.') is > 0 and var dot ? type[..dot] : string.Empty;
        return space == name ? string.Empty
            : (space.StartsWith(name + ".", StringComparison.Ordinal) ? space[(name.Length + 1)..] : space).Replace('.', '/');
    }

    private static string Shown(string folder) => folder.Length == 0 ? "." : folder;

    /// <summary>A type's name without its arity and the types within it.</summary>
    public static string Plain(string fullName) => fullName.Split('+', '`', '<')[0];
}
