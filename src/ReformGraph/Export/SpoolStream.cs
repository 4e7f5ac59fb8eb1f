namespace ReformGraph.Export;

/// <summary>A new temporary file, written from its start. If the disk is full, something is deleted, or the write is rejected.</summary>
/// <param name="path">Its path.</param>
/// <param name="options">How it is opened.</param>
/// <param name="makeRoom">Deletes something; false if there is nothing.</param>
/// <param name="refusal">Creates the exception to throw then.</param>
internal sealed class SpoolStream(string path, FileOptions options, Func<bool> makeRoom, Func<Exception> refusal)
    : FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 1, options)
{
    private const int NoSpaceLeft = 28, OverQuota = 122; // of Linux
    private const int DiskFull = 112, HandleDiskFull = 39; // of Windows

    private long end;

    /// <summary>Whether a failure is due to a lack of space.</summary>
    public static bool IsFull(IOException failure) => (failure.HResult & 0xFFFF) is NoSpaceLeft or OverQuota or DiskFull or HandleDiskFull;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                await RandomAccess.WriteAsync(SafeFileHandle, buffer, end,
                    cancellationToken); // at the same position again, wherever it stopped
                end += buffer.Length;
                return;
            }
            catch (IOException full) when (IsFull(full))
            {
                if (!makeRoom())
                {
                    throw refusal();
                }
            }
        }
    }
}
