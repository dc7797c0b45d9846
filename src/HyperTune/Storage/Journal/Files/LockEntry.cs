using System.Text;
using Microsoft.Win32.SafeHandles;

namespace HyperTune.Storage.Journal.Files;

/// <summary>
/// A lock's entry in its directory at one moment; two equal ones are the same lock. Locks come and go at any time, so between any two looks at a path the
/// entry may vanish or become another one: whatever a look finds then is an entry or none, never an error.
/// </summary>
/// <param name="LastWriteUtc">When the entry itself was written, not what it may link to.</param>
/// <param name="LinkTarget">Where a symbolic link points; <see langword="null"/> for a file.</param>
/// <param name="Token">What a file says about its holder; <see langword="null"/> where that cannot be read.</param>
internal sealed record LockEntry(DateTime LastWriteUtc, string? LinkTarget, string? Token)
{
    /// <summary>What stands behind a token; without it the token is being written still.</summary>
    public const char TokenEnd = '\n';

    private const int MaximumLength = 512;

    /// <summary>Whether somebody keeps all others from opening the file, which is what a waiter does who is about to remove it.</summary>
    public bool IsGuarded { get; private init; }

    /// <summary>Whether there is an entry, be it a file or a link that points nowhere.</summary>
    public static bool Exists(string path) => new FileInfo(path).Exists;

    /// <summary>The entry as it is now, or <see langword="null"/> when there is none.</summary>
    public static LockEntry? Read(string path) => Read(new FileInfo(path));

    /// <summary>The entry that was looked at before, or <see langword="null"/> when there was none or it is gone by now.</summary>
    public static LockEntry? Read(FileInfo file)
    {
        if (!file.Exists)
        {
            return null;
        }

        // A link is never followed: what it points to says nothing about the lock.
        return file.LinkTarget is { } target ? new LockEntry(file.LastWriteTimeUtc, target, null) : ReadFile(file);
    }

    /// <summary>What an open lock file says about its holder.</summary>
    public static string? ReadToken(SafeFileHandle handle)
    {
        Span<byte> text = stackalloc byte[MaximumLength];
        int length = RandomAccess.Read(handle, text, 0);
        bool isWhole = length > 0 && text[length - 1] == TokenEnd;
        return isWhole ? Encoding.ASCII.GetString(text[..(length - 1)]) : null;
    }

    /// <summary>Whether this entry is still the one at the path, for a caller who guards it.</summary>
    public bool IsStillAt(string path)
        => Read(path) is { } now && now.LastWriteUtc == LastWriteUtc && now.LinkTarget == LinkTarget && (now.IsGuarded || now.Token == Token);

    private static LockEntry? ReadFile(FileInfo file)
    {
        try
        {
            using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new LockEntry(file.LastWriteTimeUtc, null, ReadToken(handle));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's lock is a lock like any other, only that it does not say whose.
            return new LockEntry(file.LastWriteTimeUtc, null, null);
        }
        catch (IOException)
        {
            return new LockEntry(file.LastWriteTimeUtc, null, null) { IsGuarded = true };
        }
    }
}
