using ReformGraph.Engine;

namespace ReformGraph.Export;

/// <summary>A file to which an export was written.</summary>
/// <param name="Head">What is known about the export.</param>
/// <param name="Path">Its path.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Digest">The SHA-256 of its bytes, in hexadecimal.</param>
/// <param name="SensitiveRows">The number of rows in it that have sensitive values.</param>
internal sealed record ExportFile(ResponseHead Head, string Path, long Length, string Digest, long SensitiveRows);

/// <summary>A file that is being read; it remains readable after its name is deleted.</summary>
/// <param name="File">The file.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record OpenExportFile(ExportFile File, FileStream Content);
