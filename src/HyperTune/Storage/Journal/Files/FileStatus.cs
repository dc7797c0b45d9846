using Microsoft.Win32.SafeHandles;

namespace HyperTune.Storage.Journal.Files;

/// <summary>What a file system says about an entry. Two equal ones mean that nothing has happened to it between them, as far as that can be seen.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Device">The device that holds it; 0 where the system does not say.</param>
/// <param name="Inode">Its number there, or when it was created where the system gives no number.</param>
/// <param name="Links">How many names it has.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Modified">When it was written last, in a unit that only serves to compare.</param>
internal readonly record struct FileStatus(FileKind Kind, ulong Device, ulong Inode, long Links, long Length, long Modified)
{
    /// <summary>Whether both are the same file, whatever was written to it between them.</summary>
    public bool IsSameFile(in FileStatus other) => Device == other.Device && Inode == other.Inode;

    /// <summary>The entry at a path; a link itself, not what it points to.</summary>
    /// <returns><see langword="null"/> when there is none.</returns>
    public static FileStatus? Read(string path)
    {
        if (LinuxFiles.IsSupported)
        {
            return LinuxFiles.StatusOf(path);
        }

        var file = new FileInfo(path);
        if (Directory.Exists(path) && file.LinkTarget is null)
        {
            return new FileStatus(FileKind.Directory, 0, 0, 1, 0, 0);
        }

        return file.Exists ? Of(file) : null;
    }

    /// <summary>An open file.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="path">Where it was opened.</param>
    public static FileStatus Of(SafeFileHandle handle, string path) => LinuxFiles.IsSupported
        ? LinuxFiles.StatusOf(handle)
        : Of(new FileInfo(path)) with { Length = RandomAccess.GetLength(handle) };

    private static FileStatus Of(FileInfo file)
    {
        FileKind kind = file.LinkTarget is null ? FileKind.Regular : FileKind.Link;
        return new FileStatus(kind, 0, (ulong)file.CreationTimeUtc.Ticks, 1, file.Exists ? file.Length : 0, file.LastWriteTimeUtc.Ticks);
    }
}
