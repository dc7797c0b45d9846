using System.Runtime.InteropServices;
using System.Text;

namespace HyperTune.Storage.Artifacts;

/// <summary>
/// Makes the names in a directory survive a loss of power: on Unix a file that was flushed may still be without its name afterwards. Windows keeps
/// names in a journal of its own.
/// </summary>
internal static class DirectoryFlush
{
    private const int ReadOnly = 0;

    /// <summary>Waits until the names are on the disk; a file system that cannot do that for directories does nothing.</summary>
    public static void Run(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open([.. Encoding.UTF8.GetBytes(directory), 0], ReadOnly);
        if (handle >= 0)
        {
            _ = Flush(handle);
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
