using Microsoft.Win32.SafeHandles;

namespace HyperTune.Storage.Journal.Files;

/// <summary>A journal in a file.</summary>
internal sealed class JournalFile : JournalMedium
{
    // Together half a minute.
    private const int MaximumAttempts = 300;
    private const int LongestPause = 100;

    private readonly JournalFileLock _lock;
    private SafeFileHandle? _handle;

    /// <exception cref="JournalException">The directory does not exist.</exception>
    public JournalFile(string path, TimeSpan gracePeriod)
    {
        Path = System.IO.Path.GetFullPath(path);
        string directory = System.IO.Path.GetDirectoryName(Path) ?? Path;
        if (!Directory.Exists(directory))
        {
            throw new JournalException(Path, null, $"The directory '{directory}' does not exist. Create it, or choose another path.");
        }

        if (Directory.Exists(Path))
        {
            throw new JournalException(Path, null, "The path is a directory. Name a file in it.");
        }

        _lock = new JournalFileLock(Path, gracePeriod);
    }

    public override string Path { get; }

    public override long Length => RandomAccess.GetLength(Handle);

    private SafeFileHandle Handle => _handle ?? throw new InvalidOperationException("The journal is not open.");

    public override bool IsStill(long length)
    {
        var file = new FileInfo(Path);
        return file.Exists && (file.Attributes & FileAttributes.ReparsePoint) == 0 && file.Length == length;
    }

    public override bool TryOpenForReading()
    {
        try
        {
            _handle = Open(FileMode.Open, FileAccess.Read);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (DirectoryNotFoundException exception)
        {
            throw NoDirectory(exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new JournalException(Path, null, $"The file cannot be read: {exception.Message} Allow this user to read it.", exception);
        }
    }

    public override void OpenForWriting()
    {
        try
        {
            _handle = Open(FileMode.OpenOrCreate, FileAccess.ReadWrite);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw NoDirectory(exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw NotWritable(exception);
        }
    }

    public override void Close()
    {
        _handle?.Dispose();
        _handle = null;
    }

    public override int Read(long offset, Span<byte> buffer) => RandomAccess.Read(Handle, buffer, offset);

    public override void Append(ReadOnlySpan<byte> bytes) => RandomAccess.Write(Handle, bytes, RandomAccess.GetLength(Handle));

    public override void Truncate(long length) => RandomAccess.SetLength(Handle, length);

    public override void FlushToDisk()
    {
        using SafeFileHandle handle = Open(FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    public override bool TryLock()
    {
        try
        {
            return _lock.TryAcquire();
        }
        catch (DirectoryNotFoundException exception)
        {
            throw NoDirectory(exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw NotWritable(exception);
        }
    }

    public override void Unlock() => _lock.Release();

    public override bool HoldsLock() => _lock.IsHeld();

    // A process that removes the link of a dead Optuna keeps the journal for itself for a moment, and so do some backup programs.
    private SafeFileHandle Open(FileMode mode, FileAccess access)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return File.OpenHandle(Path, mode, access, FileShare.ReadWrite | FileShare.Delete);
            }
            catch (IOException exception) when (FileErrors.IsInUse(exception) && attempt < MaximumAttempts)
            {
                Thread.Sleep(Math.Min(attempt, LongestPause));
            }
        }
    }

    private JournalException NoDirectory(Exception exception)
        => new(Path, null, "Its directory has disappeared. Restore it, or choose another path.", exception);

    private JournalException NotWritable(Exception exception) => new(
        Path,
        null,
        $"The file or its lock cannot be written: {exception.Message} Allow this user to write the file and its directory, or copy the journal to a "
            + "place where that is allowed.",
        exception);
}
