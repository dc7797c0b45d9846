namespace HyperTune.Storage.Journal.Files;

/// <summary>Finds the one name of a journal behind all that can lead to it: the lock has its name from it, so that two names must not make two locks.</summary>
internal static class JournalPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    private static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = 0 };

    /// <summary>The path without links, also those among its directories, and in the letters in which the file was created.</summary>
    /// <exception cref="JournalException">The links go round in circles, or cannot be read.</exception>
    public static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        try
        {
            return InItsLetters(Follow(full));
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException and not JournalException)
        {
            throw new JournalException(full, null, $"The path cannot be followed: {exception.Message} Allow this user to read its directories.", exception);
        }
    }

    private static string Follow(string full)
    {
        string resolved = Path.GetPathRoot(full)!;
        Stack<string> rest = new();
        Push(rest, full[resolved.Length..]);
        for (int links = 0; rest.TryPop(out string? part);)
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            string next = Path.Combine(resolved, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new JournalException(full, null, "The path leads over more than 40 symbolic links, or round in circles. Name the file itself.");
            }

            string root = Path.GetPathRoot(target) ?? "";
            resolved = root.Length > 0 ? root : resolved;
            Push(rest, target[root.Length..]);
        }

        return resolved;
    }

    private static void Push(Stack<string> rest, string path)
    {
        string[] parts = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (string part in parts.Reverse().Where(static part => part != "."))
        {
            rest.Push(part);
        }
    }

    // Some file systems take any letters for the same file, and then no entry need have those of the path.
    private static string InItsLetters(string path)
    {
        string name = Path.GetFileName(path);
        if (name.Length == 0 || name.AsSpan().IndexOfAny('*', '?') >= 0 || !File.Exists(path))
        {
            return path;
        }

        string directory = Path.GetDirectoryName(path)!;
        string[] entries = Directory.GetFiles(directory, name, AnyCase);
        return entries.Contains(path, StringComparer.Ordinal) || entries.Length != 1 ? path : entries[0];
    }
}
