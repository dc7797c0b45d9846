using System.Text;

namespace HyperTune;

/// <summary>A lock's entry in its directory at one moment; two equal ones are the same lock.</summary>
/// <param name="LastWriteUtc">When the entry itself was written, not what it may link to.</param>
/// <param name="LinkTarget">Where a symbolic link points; <see langword="null"/> for a file.</param>
/// <param name="Token">What a file says about its holder; <see langword="null"/> where that cannot be read.</param>
internal sealed record LockEntry(DateTime LastWriteUtc, string? LinkTarget, string? Token)
{
    /// <summary>What stands behind a token; without it the token is being written still.</summary>
    public const char TokenEnd = '\n';

    private const int MaximumLength = 512;

    public bool IsDanglingLink { get; private init; }

    /// <summary>Whether there is an entry, be it a file or a link that points nowhere.</summary>
    public static bool Exists(string path) => new FileInfo(path).Exists;

    /// <summary>The entry as it is now, or <see langword="null"/> when there is none.</summary>
    public static LockEntry? Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return null;
        }

        try
        {
            return file.LinkTarget is { } target ? ReadLink(file, target) : ReadFile(file);
        }
        catch (FileNotFoundException)
        {
            // Its holder gave it back since the line above.
            return null;
        }
        catch (IOException)
        {
            // A waiter is just about to remove it.
            return new LockEntry(file.LastWriteTimeUtc, null, null);
        }
    }

    /// <summary>Whether this entry is still the one at the path.</summary>
    public bool IsStillAt(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && file.LastWriteTimeUtc == LastWriteUtc && file.LinkTarget == LinkTarget;
    }

    private static LockEntry ReadLink(FileInfo file, string target) =>
        new(file.LastWriteTimeUtc, target, null) { IsDanglingLink = file.ResolveLinkTarget(true) is not { Exists: true } };

    private static LockEntry ReadFile(FileInfo file)
    {
        using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> text = stackalloc byte[MaximumLength];
        int length = RandomAccess.Read(handle, text, 0);
        bool isWhole = length > 0 && text[length - 1] == TokenEnd;
        return new LockEntry(file.LastWriteTimeUtc, null, isWhole ? Encoding.ASCII.GetString(text[..(length - 1)]) : null);
    }
}
