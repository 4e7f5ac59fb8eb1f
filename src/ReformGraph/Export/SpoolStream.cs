namespace ReformGraph.Export;

/// <summary>A new file among the temporary ones, written from its start on. Where the disk is full, something makes way,
/// or what is written is refused.</summary>
/// <param name="path">Where it is.</param>
/// <param name="options">How it is opened.</param>
/// <param name="makeRoom">Takes something away; false where there is nothing.</param>
/// <param name="refusal">What is thrown then.</param>
internal sealed class SpoolStream(string path, FileOptions options, Func<bool> makeRoom, Func<Exception> refusal)
    : FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 1, options)
{
    private const int NoSpaceLeft = 28, OverQuota = 122; // of Linux
    private const int DiskFull = 112, HandleDiskFull = 39; // of Windows

    private long end;

    /// <summary>Whether a failure is for want of room.</summary>
    public static bool IsFull(IOException failure) => (failure.HResult & 0xFFFF) is NoSpaceLeft or OverQuota or DiskFull or HandleDiskFull;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                await RandomAccess.WriteAsync(SafeFileHandle, buffer, end,
                    cancellationToken); // at the same place again, wherever it broke off
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
