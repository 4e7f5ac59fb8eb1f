using System.Globalization;
using ReformGraph.Data.Sqlite;

namespace ReformGraph.Commands;

/// <summary>What <c>doctor</c> checks on the disks: the space that is free for the database and for temporary files.</summary>
internal static class DiskChecks
{
    private const string Check = "disk";
    private const long Comfortable = 1_000_000_000; // bytes

    /// <summary>Runs them.</summary>
    /// <param name="database">The file of the database, which may not exist.</param>
    /// <param name="isUpgraded">Whether the next start upgrades it: a copy needs as much space, and migrations some more.</param>
    /// <param name="tell">Receives each finding.</param>
    public static void Run(string database, bool isUpgraded, Action<Finding> tell)
    {
        var size = SqliteFile.Exists(database) ? new FileInfo(database).Length : 0;
        tell(Of(NearestFolder(database), "the database", isUpgraded ? size : 0));
        tell(Of(Path.GetTempPath(), "temporary files", 0));
    }

    /// <summary>The folder of a file, or what exists nearest above it.</summary>
    public static string NearestFolder(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        while (!Path.Exists(folder) && Path.GetDirectoryName(folder) is { } above) // a drive may not exist
        {
            folder = above;
        }

        return folder;
    }

    private static Finding Of(string folder, string content, long copied)
    {
        try
        {
            var free = new DriveInfo(folder).AvailableFreeSpace;
            var said = string.Create(CultureInfo.InvariantCulture, $"{free / 1_000_000m:N0} MB are free for {content} in {folder}");
            return free < copied ? new(Check, FindingState.Error,
                    string.Create(CultureInfo.InvariantCulture, $"{said}, and the upgrade needs {copied / 1_000_000m:N0} MB: make room."))
                : free < Math.Max(Comfortable, 2 * copied) ? new(Check, FindingState.Warning, $"{said}: make room before the disk is full.")
                : new(Check, FindingState.Ok, $"{said}.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return new(Check, FindingState.Warning,
                $"The folder {folder} for {content} cannot be used: {cause.Message.TrimEnd('.')}. Create it, or set another one in the " +
                "environment: TMPDIR, on Windows TMP.");
        }
    }
}
