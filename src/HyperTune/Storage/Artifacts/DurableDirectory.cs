using System.Runtime.InteropServices;
using System.Text;

namespace HyperTune.Storage.Artifacts;

/// <summary>
/// Directories whose names survive a loss of power: on Unix a file that was flushed may still be without its name afterwards. Windows keeps names in a
/// journal of its own.
/// </summary>
internal static class DurableDirectory
{
    private const int ReadOnly = 0;

    /// <summary>Creates a directory, and those above it, where they are not there yet.</summary>
    public static void Create(string directory)
    {
        if (Directory.Exists(directory))
        {
            return;
        }

        string? parent = Path.GetDirectoryName(directory);
        if (parent is not null)
        {
            Create(parent);
        }

        Directory.CreateDirectory(directory);
        if (parent is not null)
        {
            Flush(parent);
        }
    }

    /// <summary>Waits until the names in a directory are on the disk; a file system that cannot do that for directories does nothing.</summary>
    public static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open([.. Encoding.UTF8.GetBytes(directory), 0], ReadOnly);
        if (handle >= 0)
        {
            _ = FlushHandle(handle);
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int FlushHandle(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
