using System.IO.Compression;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>A kind of file that is a package of parts, for the words of refusals.</summary>
/// <param name="Whole">What is expected instead of a damaged file.</param>
/// <param name="NotOld">What is expected instead of a file in the older format, or with a password.</param>
/// <param name="Name">Its name.</param>
/// <param name="Limit">The setting for the number of bytes to which its parts may unpack.</param>
internal sealed record PackageKind(Bilingual Whole, Bilingual NotOld, Bilingual Name, string Limit);

/// <summary>
/// The parts of a workbook or of a Word file, which are in a ZIP file and refer to one another by relationships. It trusts none of the
/// sizes that the file states: unpacked bytes, and those of the directory, are counted as they are read.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    /// <summary>The largest directory of the file, in bytes: that of some ten thousand parts.</summary>
    public const int LargestDirectory = 1 << 20;

    private static readonly PackageKind Workbook = new(
        new("a complete XLSX workbook", "完整的 XLSX 工作簿"),
        new(
            "an XLSX workbook, but the file has the older format XLS or is protected by a password: save it as XLSX without a password",
            "XLSX 工作簿，而此文件是旧格式（XLS）或有密码保护：请另存为不带密码的 XLSX"),
        new("workbook", "工作簿"),
        $"Limits:{nameof(TableLimits.ImportBytes)}");

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly Uri Root = new("http://package/");

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly long mostUnpacked;
    private readonly PackageKind kind;
    private long unpacked;

    /// <summary>Reads the directory of a file, which must be seekable.</summary>
    /// <param name="file">The file; it stays open.</param>
    /// <param name="mostUnpacked">The maximum number of bytes to which its parts may unpack, not counting those that are not read.</param>
    /// <exception cref="TableException">It is not a ZIP file, or has too many parts, or two with the same name.</exception>
    /// <param name="kind">The kind of file; by default a workbook.</param>
    public XlsxPackage(Stream file, long mostUnpacked, PackageKind? kind = null)
    {
        (this.mostUnpacked, this.kind) = (mostUnpacked, kind ?? Workbook);
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
                    throw Refused(name, new("each part only once", "每个部件只出现一次"));
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new TableException(1, null, null, this.kind.Whole);
        }

        isOpen = true;

        void Count(int more)
        {
            read += more;
            if (!isOpen && read > LargestDirectory)
            {
                throw TableException.OverLimit(1, null, LargestDirectory,
                    new($"bytes in the directory of the parts of a {this.kind.Name.En}",
                        $"个字节（{this.kind.Name.Zh}部件目录）"));
            }
        }
    }

    /// <summary>Begins to read a part.</summary>
    /// <exception cref="TableException">There is none with this name.</exception>
    /// <param name="name">The name.</param>
    /// <param name="sheet">The name of the sheet, if it is one.</param>
    public XlsxPart Open(string name, string? sheet = null) => new(name, Unpacked(name), Unpack, kind.Whole) { Sheet = sheet };

    /// <summary>Whether there is a part with a name.</summary>
    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>Reads a part in advance, which is not counted, because it is read again. Null if it cannot contain a text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="sheet">The name of the sheet.</param>
    /// <param name="text">An ASCII text without which it need not be read.</param>
    /// <param name="read">Reads it.</param>
    public T? Ahead<T>(string name, string sheet, ReadOnlySpan<byte> text, Func<XlsxPart, T> read)
        where T : class
    {
        var before = unpacked;
        try
        {
            if (!MayHold(name, text))
            {
                return null;
            }

            unpacked = before;
            using var part = Open(name, sheet);
            return read(part);
        }
        finally
        {
            unpacked = before;
        }
    }

    /// <summary>The part to which a relationship of a part refers, and its type; null if there is no such relationship.</summary>
    /// <param name="source">The name of the part; empty for the package.</param>
    /// <param name="isMeant">Whether a relationship with an id and a type is meant.</param>
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
                    : throw part.Refused(null, target, new("the name of a part", "部件名称"));
            }
        }

        return null;
    }

    public void Dispose() => archive.Dispose();

    private static TableException Refused(string part, Bilingual expected) => new(1, null, null, expected) { Part = part };

    private Stream Unpacked(string name)
    {
        var entry = parts.GetValueOrDefault(name)
            ?? throw Refused(name, new("this part, which is missing", "此部件，但文件中没有"));
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException)
        {
            throw Refused(name, new("a complete part that is compressed with Deflate", "完整的、以 Deflate 压缩的部件"));
        }
    }

    // A part in an encoding other than UTF-8 may contain anything.
    private bool MayHold(string name, ReadOnlySpan<byte> text)
    {
        using var content = new MeteredStream(Unpacked(name), Unpack);
        var (buffer, kept, isFirst) = (new byte[81_920], 0, true);
        try
        {
            for (int read; (read = content.Read(buffer.AsSpan(kept))) > 0; isFirst = false)
            {
                var bytes = buffer.AsSpan(0, kept + read);
                if (bytes.IndexOf(text) >= 0 || (isFirst && bytes.Contains((byte)0)))
                {
                    return true;
                }

                kept = Math.Min(text.Length - 1, bytes.Length);
                bytes[^kept..].CopyTo(buffer);
            }

            return false;
        }
        catch (InvalidDataException)
        {
            throw Refused(name, kind.Whole);
        }
    }

    private void Unpack(int bytes)
    {
        unpacked += bytes;
        if (unpacked > mostUnpacked)
        {
            throw TableException.OverLimit(1, null, mostUnpacked,
                new($"bytes in a {kind.Name.En} when it is unpacked", $"个字节（{kind.Name.Zh}解压后）"), kind.Limit);
        }
    }

    private void RefuseCompoundFile(Stream file)
    {
        var mark = new byte[CompoundFile.Length];
        file.Position = 0;
        if (file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length && mark.AsSpan().SequenceEqual(CompoundFile))
        {
            throw new TableException(1, null, null, kind.NotOld);
        }

        file.Position = 0;
    }
}
