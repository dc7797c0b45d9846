using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace HyperTune.Storage.Journal.Files;

/// <summary>What Linux knows of files and .NET does not tell: their number, how many names they have, and locks that belong to one opening of a file.</summary>
internal static class LinuxFiles
{
    private const int CurrentDirectory = -100;
    private const int DoNotFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicStatus = 0x7ff;
    private const int NoSuchEntry = 2;
    private const int NoDirectory = 20;
    private const int SetOpenFileLock = 37;
    private const short WriteLock = 1;
    private const int TryAgain = 11;
    private const int AccessDenied = 13;

    /// <summary>Whether the calls are there, in the form in which they are made here.</summary>
    public static bool IsSupported { get; } = OperatingSystem.IsLinux() && Environment.Is64BitProcess && HasStatus();

    /// <summary>The entry at a path, not what it points to; <see langword="null"/> when there is none.</summary>
    /// <exception cref="IOException">The system does not say.</exception>
    public static FileStatus? StatusOf(string path)
    {
        if (Status(CurrentDirectory, [.. Encoding.UTF8.GetBytes(path), 0], DoNotFollow, BasicStatus, out RawStatus status) == 0)
        {
            return status.ToStatus();
        }

        int error = Marshal.GetLastPInvokeError();
        return error is NoSuchEntry or NoDirectory ? null : throw Failed(error);
    }

    /// <summary>An open file.</summary>
    /// <exception cref="IOException">The system does not say.</exception>
    public static FileStatus StatusOf(SafeFileHandle handle)
    {
        int result = Status((int)handle.DangerousGetHandle(), [0], EmptyPath, BasicStatus, out RawStatus status);
        GC.KeepAlive(handle);
        return result == 0 ? status.ToStatus() : throw Failed(Marshal.GetLastPInvokeError());
    }

    /// <summary>
    /// Locks a file for one writer until its handle is closed. Readers do not notice: the lock is on a byte that no file has, and of another kind than the
    /// one by which .NET keeps files apart.
    /// </summary>
    /// <returns><see langword="false"/> when another writer has the lock.</returns>
    public static bool TryLock(SafeFileHandle handle)
    {
        var wanted = new RawLock { Type = WriteLock, Start = long.MaxValue - 1, Length = 1 };
        int result = Control((int)handle.DangerousGetHandle(), SetOpenFileLock, ref wanted);
        GC.KeepAlive(handle);

        // A file system without such locks leaves it to the lock file.
        return result == 0 || Marshal.GetLastPInvokeError() is not (TryAgain or AccessDenied);
    }

    private static IOException Failed(int error) => new(new Win32Exception(error).Message, error);

    private static bool HasStatus()
    {
        try
        {
            return Status(CurrentDirectory, [(byte)'/', 0], DoNotFollow, BasicStatus, out _) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
        catch (DllNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static extern int Status(int directory, byte[] path, int flags, uint mask, out RawStatus status);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static extern int Control(int file, int command, ref RawLock wanted);

    // struct statx of <linux/stat.h>, which is the same on all processors.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct RawStatus
    {
        private const int KindMask = 0xf000;
        private const int DirectoryKind = 0x4000;
        private const int RegularKind = 0x8000;
        private const int LinkKind = 0xa000;
        private const long NanosecondsPerSecond = 1_000_000_000;

        [FieldOffset(16)]
        private readonly uint _links;

        [FieldOffset(28)]
        private readonly ushort _mode;

        [FieldOffset(32)]
        private readonly ulong _inode;

        [FieldOffset(40)]
        private readonly ulong _length;

        [FieldOffset(112)]
        private readonly long _modifiedSeconds;

        [FieldOffset(120)]
        private readonly uint _modifiedNanoseconds;

        [FieldOffset(136)]
        private readonly uint _deviceMajor;

        [FieldOffset(140)]
        private readonly uint _deviceMinor;

        public FileStatus ToStatus() => new(
            (_mode & KindMask) switch
            {
                RegularKind => FileKind.Regular,
                DirectoryKind => FileKind.Directory,
                LinkKind => FileKind.Link,
                _ => FileKind.Special,
            },
            ((ulong)_deviceMajor << 32) | _deviceMinor,
            _inode,
            _links,
            (long)_length,
            unchecked((_modifiedSeconds * NanosecondsPerSecond) + _modifiedNanoseconds));
    }

    // struct flock of <fcntl.h> on 64-bit systems.
    [StructLayout(LayoutKind.Explicit, Size = 32)]
    private struct RawLock
    {
        [FieldOffset(0)]
        public short Type;

        [FieldOffset(8)]
        public long Start;

        [FieldOffset(16)]
        public long Length;
    }
}
