using ReformGraph.Engine;

namespace ReformGraph.Export;

/// <summary>A file that an export was written to.</summary>
/// <param name="Head">What is known of the export.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Digest">The SHA-256 of its bytes, in hexadecimal.</param>
internal sealed record ExportFile(ResponseHead Head, string Path, long Length, string Digest);

/// <summary>A file that is being read; it stays readable when its name is gone.</summary>
/// <param name="File">The file.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record OpenExportFile(ExportFile File, FileStream Content);
