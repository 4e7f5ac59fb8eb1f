namespace ReformGraph.Tests.Export;

/// <summary>A file for a reader that reads nothing else, deleted afterwards.</summary>
internal sealed class ScratchFile(string extension) : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"export-{Guid.NewGuid():N}.{extension}");

    public static async Task<ScratchFile> OfAsync(string extension, Stream content)
    {
        var file = new ScratchFile(extension);
        await using var target = File.Create(file.Path);
        await content.CopyToAsync(target);
        return file;
    }

    public void Dispose() => File.Delete(Path);
}
