using Microsoft.Win32.SafeHandles;

namespace HyperTune.Storage.Journal.Files;

/// <summary>A journal in a file.</summary>
internal sealed class JournalFile : JournalMedium
{
    private readonly JournalFileLock _lock;

    // The writer's, from when it has the lock until it gives it back.
    private SafeFileHandle? _writing;
    private SafeFileHandle? _handle;

    /// <exception cref="JournalException">The directory does not exist, or what is at the path can be no journal.</exception>
    public JournalFile(string path, TimeSpan gracePeriod)
    {
        Path = JournalPath.Resolve(path);
        string directory = System.IO.Path.GetDirectoryName(Path) ?? Path;
        if (!Directory.Exists(directory))
        {
            throw new JournalException(Path, null, $"The directory '{directory}' does not exist. Create it, or choose another path.");
        }

        CheckEntry();
        _lock = new JournalFileLock(Path, gracePeriod);
    }

    public override string Path { get; }

    public override FileStatus Status => Try(() => FileStatus.Of(Handle, Path), "read");

    private SafeFileHandle Handle => _handle ?? throw new InvalidOperationException("The journal is not open.");

    public override bool IsStill(in FileStatus status) => Try(() => FileStatus.Read(Path), "read") == status;

    // A process that removes the link of a dead Optuna keeps the journal for itself for a moment, and so do some backup programs.
    public override bool TryOpenForReading(out bool isBusy)
    {
        isBusy = !TryOpen(FileMode.Open, FileAccess.Read, "read", out _handle);
        return _handle is not null;
    }

    public override void OpenForWriting() => _handle = _writing ?? throw new InvalidOperationException("The journal is not locked.");

    public override void Close()
    {
        if (_handle != _writing)
        {
            _handle?.Dispose();
        }

        _handle = null;
    }

    public override int Read(long offset, Span<byte> buffer)
    {
        try
        {
            return RandomAccess.Read(Handle, buffer, offset);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw Failed(exception, "read");
        }
    }

    // What cannot be written is told by whoever knows what it is.
    public override void Append(ReadOnlySpan<byte> bytes) => RandomAccess.Write(Handle, bytes, RandomAccess.GetLength(Handle));

    public override void Truncate(long length) => Try(
        () =>
        {
            RandomAccess.SetLength(Handle, length);
            return true;
        },
        "written");

    public override void FlushToDisk()
    {
        using SafeFileHandle handle = File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    public override bool TryLock()
    {
        if (!Try(_lock.TryAcquire, "written"))
        {
            return false;
        }

        bool isOpen = false;
        try
        {
            isOpen = TryOpen(FileMode.OpenOrCreate, FileAccess.ReadWrite, "written", out _writing)
                && (!LinuxFiles.IsSupported || LinuxFiles.TryLock(_writing!));
            return isOpen;
        }
        finally
        {
            if (!isOpen)
            {
                Unlock();
            }
        }
    }

    public override string DescribeHolder() => _lock.DescribeHolder();

    public override void Unlock()
    {
        _writing?.Dispose();
        _writing = null;
        Try(
            () =>
            {
                _lock.Release();
                return true;
            },
            "written");
    }

    public override bool HoldsLock() => Try(_lock.IsHeld, "read");

    /// <summary>Opens the file.</summary>
    /// <returns><see langword="false"/> when somebody keeps all others away from it; no handle when there is no file.</returns>
    private bool TryOpen(FileMode mode, FileAccess access, string what, out SafeFileHandle? handle)
    {
        handle = null;
        if (!CheckEntry() && mode == FileMode.Open)
        {
            return true;
        }

        try
        {
            handle = File.OpenHandle(Path, mode, access, FileShare.ReadWrite | FileShare.Delete);
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (IOException exception) when (FileErrors.IsInUse(exception))
        {
            return false;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException or NotSupportedException)
        {
            throw Failed(exception, what);
        }
    }

    /// <summary>Looks whether what is at the path can be a journal that has no other name.</summary>
    /// <returns>Whether there is something.</returns>
    private bool CheckEntry()
    {
        if (Try(() => FileStatus.Read(Path), "read") is not { } status)
        {
            return false;
        }

        return status switch
        {
            { Kind: FileKind.Directory } => throw new JournalException(Path, null, "The path is a directory. Name a file in it."),
            { Kind: FileKind.Special } => throw new JournalException(Path, null, "This is a pipe, a socket or a device, and no file. Choose another path."),
            { Kind: FileKind.Link } => throw new JournalException(
                Path, null, "The file was replaced by a symbolic link while it was open. Stop the programs that use it, restore it, and open it again."),
            { Links: > 1 } => throw SeveralNames(in status),
            _ => true,
        };
    }

    private JournalException SeveralNames(in FileStatus status)
    {
        FileStatus own = status;
        string[] others =
        [
            .. Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!)
                .Where(other => other != Path && FileStatus.Read(other) is { } found && found.IsSameFile(in own)),
        ];
        string known = others.Length == 0 ? "" : $" One is '{others[0]}'.";
        return new JournalException(
            Path,
            null,
            $"The file has {status.Links} names (hard links), and writers under different names do not see each other's lock.{known} Remove all names but one, "
                + "or copy the file.");
    }

    private T Try<T>(Func<T> act, string what)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException and not JournalException)
        {
            throw Failed(exception, what);
        }
    }

    private JournalException Failed(Exception exception, string what)
    {
        if (exception is DirectoryNotFoundException)
        {
            return new JournalException(Path, null, "Its directory has disappeared. Restore it, or choose another path.", exception);
        }

        string advice = what == "read" ? "Allow this user to read it, and check that the disk works." : FileErrors.Advice(exception);
        string subject = what == "read" ? "file" : "file or its lock";
        return new JournalException(Path, null, $"The {subject} cannot be {what}: {FileErrors.Describe(exception)} {advice}", exception);
    }
}
