using Microsoft.Win32.SafeHandles;

namespace HyperTune;

/// <summary>A journal in a file.</summary>
internal sealed class JournalFile : JournalMedium
{
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

    public override bool TryOpenForReading()
    {
        try
        {
            _handle = File.OpenHandle(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new JournalException(Path, null, "The file may not be read. Allow this user to read it.", exception);
        }
    }

    public override void OpenForWriting()
    {
        try
        {
            _handle = File.OpenHandle(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
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

    public override void FlushToDisk() => RandomAccess.FlushToDisk(Handle);

    public override bool TryLock()
    {
        try
        {
            return _lock.TryAcquire();
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new JournalException(Path, null, "Its directory has disappeared. Restore it, or choose another path.", exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw NotWritable(exception);
        }
    }

    public override void Unlock() => _lock.Release();

    public override bool HoldsLock() => _lock.IsHeld();

    private JournalException NotWritable(Exception exception) => new(
        Path,
        null,
        $"The file or its lock cannot be written: {exception.Message} Allow this user to write the file and its directory, or copy the journal to a "
            + "place where that is allowed.",
        exception);
}
