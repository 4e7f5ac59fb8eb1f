using System.IO.Compression;

namespace ReformGraph.Import;

/// <summary>
/// The parts of a workbook, which lie in a ZIP file and refer to one another by relationships. It believes nothing that the file says of its
/// sizes: what is unpacked is counted as it is read, and so is the directory.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    /// <summary>The largest directory of the file, in bytes: that of some ten thousand parts.</summary>
    public const int LargestDirectory = 1 << 20;

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly Uri Root = new("http://package/");

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly long mostUnpacked;
    private long unpacked;

    /// <summary>Reads the directory of a file, which is one that can be sought in.</summary>
    /// <param name="file">The file; it stays open.</param>
    /// <param name="mostUnpacked">How many bytes its parts may unpack to, those that nobody reads apart.</param>
    /// <exception cref="TableException">It is no ZIP file, or has too many parts, or two of the same name.</exception>
    public XlsxPackage(Stream file, long mostUnpacked)
    {
        this.mostUnpacked = mostUnpacked;
        RefuseCompoundFile(file);
        var (isOpen, read) = (false, 0);
        try
        {
            archive = new ZipArchive(new MeteredStream(file, Count), ZipArchiveMode.Read);
            foreach (var entry in archive.Entries)
            {
                var name = entry.FullName.Replace('\\', '/').TrimStart('/');
                if (!parts.TryAdd(name, entry))
                {
                    throw Refused(name, "each part only once");
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new TableException(1, null, null, "an XLSX workbook, whole");
        }

        isOpen = true;

        void Count(int more)
        {
            read += more;
            if (!isOpen && read > LargestDirectory)
            {
                throw TableException.OverLimit(1, null, LargestDirectory, "bytes in the directory of the parts of a workbook");
            }
        }
    }

    /// <summary>Begins to read a part.</summary>
    /// <exception cref="TableException">There is none of the name.</exception>
    public XlsxPart Open(string name)
    {
        var entry = parts.GetValueOrDefault(name) ?? throw Refused(name, "this part, which is missing");
        try
        {
            return new XlsxPart(name, entry.Open(), Unpack);
        }
        catch (InvalidDataException)
        {
            throw Refused(name, "a part that is compressed by Deflate, and whole");
        }
    }

    /// <summary>The part to which a relationship of a part leads, and of what type it is; null where there is no such relationship.</summary>
    /// <param name="source">The name of the part; empty for the package.</param>
    /// <param name="isMeant">Whether the relationship of an id and a type is meant.</param>
    public (string Name, string Type)? Related(string source, Func<string, string, bool> isMeant)
    {
        var slash = source.LastIndexOf('/') + 1;
        var name = $"{source[..slash]}_rels/{source[slash..]}.rels";
        if (!parts.ContainsKey(name))
        {
            return null;
        }

        using var part = Open(name);
        while (part.ReadTo("Relationship"))
        {
            var (id, type, target) = (part.Attribute("Id"), part.Attribute("Type"), part.Attribute("Target"));
            if (id is not null && type is not null && target is not null && isMeant(id, type))
            {
                return Uri.TryCreate(new Uri(Root, source), target, out var found) && found.Host == Root.Host
                    ? (Uri.UnescapeDataString(found.AbsolutePath).TrimStart('/'), type)
                    : throw part.Refused(null, target, "the name of a part");
            }
        }

        return null;
    }

    public void Dispose() => archive.Dispose();

    private static TableException Refused(string part, string expected) => new(1, null, null, expected) { Part = part };

    private void Unpack(int bytes)
    {
        unpacked += bytes;
        if (unpacked > mostUnpacked)
        {
            throw TableException.OverLimit(1, null, mostUnpacked, "bytes in a workbook when it is unpacked", $"Limits:{nameof(RequestLimits.ImportBytes)}");
        }
    }

    private static void RefuseCompoundFile(Stream file)
    {
        var mark = new byte[CompoundFile.Length];
        file.Position = 0;
        if (file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length && mark.AsSpan().SequenceEqual(CompoundFile))
        {
            throw new TableException(1, null, null, "an XLSX workbook, while the file is of the format before it (XLS) or protected by a password: save it as XLSX without one");
        }

        file.Position = 0;
    }
}
