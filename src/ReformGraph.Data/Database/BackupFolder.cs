using System.Globalization;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;

namespace ReformGraph.Data.Database;

/// <summary>
/// A folder with the backups of one database. Each is named after the database and the time at which it was begun, such as
/// <c>reformgraph-20261130T183000Z.db</c>. Other files are ignored.
/// </summary>
/// <param name="database">The file of the database.</param>
/// <param name="folder">The folder.</param>
internal sealed class BackupFolder(string database, string folder)
{
    /// <summary>The format of a time, in UTC, in the name of a file.</summary>
    public const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private const string Extension = ".db";

    private readonly string prefix = Path.GetFileNameWithoutExtension(database) + "-";

    /// <summary>Makes a backup.</summary>
    /// <param name="now">The time, in UTC.</param>
    /// <returns>The new file.</returns>
    /// <exception cref="StartupException">There is no database or no folder, or the database is damaged, or it cannot be
    /// copied.</exception>
    public string Make(DateTime now)
    {
        if (Directory.Exists(folder))
        {
            foreach (var place in Names(AtomicFile.Suffix).Concat(Names(AtomicFile.LockSuffix)).Distinct())
            {
                AtomicFile.DeleteLeftovers(place); // of backups that were killed
            }
        }

        var copy = Path.Combine(folder, prefix + now.ToString(TimeFormat, CultureInfo.InvariantCulture) + Extension);
        DatabaseBackup.Make(database, copy);
        return copy;
    }

    /// <summary>Deletes the oldest backups. Those that are later than the newest one, by a clock that was wrong, are neither counted nor
    /// deleted.</summary>
    /// <param name="newest">The backup that was just made.</param>
    /// <param name="keep">How many are kept, including the newest one.</param>
    /// <returns>The deleted files, from the oldest on.</returns>
    /// <exception cref="StartupException">One cannot be deleted.</exception>
    public IReadOnlyList<string> DeleteOldest(string newest, int keep)
    {
        var oldest = Names("").Where(file => string.CompareOrdinal(file, newest) <= 0 && new FileInfo(file).LinkTarget is null)
            .OrderDescending(StringComparer.Ordinal).Skip(keep).Reverse().ToList();
        try
        {
            foreach (var file in oldest.SelectMany(AtomicFile.Parts))
            {
                File.Delete(file); // a reader may have left journals next to it
            }

            return oldest;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The backup {newest} was made, but an older one cannot be deleted: {cause.Message}", cause);
        }
    }

    /// <summary>The paths of the backups that have a file with an additional suffix.</summary>
    private IEnumerable<string> Names(string suffix) => Directory.EnumerateFiles(folder)
        .Where(file => file.EndsWith(suffix, StringComparison.Ordinal)).Select(file => file[..^suffix.Length]).Where(IsBackup);

    private bool IsBackup(string path) =>
        Path.GetFileName(path) is var name
        && name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal)
        && name.Length > prefix.Length + Extension.Length
        && DateTime.TryParseExact(name.AsSpan(prefix.Length..^Extension.Length), TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.None, out _);
}
