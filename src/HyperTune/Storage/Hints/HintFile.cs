using System.Text;
using HyperTune.Text;

namespace HyperTune.Storage.Hints;

/// <summary>The file beside a journal that hands the hints of its studies to the compiler.</summary>
internal static class HintFile
{
    // What a project names by <HyperTuneStudy>; the package's targets hand it to the program.
    private const string Setting = "HyperTune.Hints";

    // No digest of ours is as large; a file that is has another origin, and is written anew.
    private const long MostBytes = 4 << 20;

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The digest of a journal.</summary>
    public static string PathOf(string journal) => journal + HintDigestFormat.Extension;

    /// <summary>Whether the program was built from a project that wants the hints of a journal.</summary>
    public static bool IsWanted(string journal)
        => AppContext.GetData(Setting) is string names
            && names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Contains(Path.GetFileName(journal), StringComparer.OrdinalIgnoreCase);

    /// <summary>Puts the lines of a study in the place of those that the digest has of it; studies are in the ordinal order of their names.</summary>
    /// <remarks>Readers see the old file or the new one. Of two processes that write at once, the later one's studies stand.</remarks>
    /// <param name="path">The digest.</param>
    /// <param name="study">The study's name.</param>
    /// <param name="lines">Its lines.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Update(string path, string study, IReadOnlyList<string> lines)
    {
        SortedDictionary<string, IReadOnlyList<string>> studies = Read(path);
        studies[study] = lines;
        string[] all = [TabbedLine.Of(HintDigestFormat.Header, HintDigestFormat.Version), .. studies.Values.SelectMany(static known => known)];
        string text = string.Concat(all.Append(TabbedLine.Of(HintDigestFormat.End, NumberFormat.Invariant(all.Length))).Select(static line => line + "\n"));
        string unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(unfinished, text, Encoding);
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>The config type of a study that the digest has; <see langword="null"/> where it has none of that name.</summary>
    public static string? TypeOf(string path, string study)
        => Read(path).TryGetValue(study, out IReadOnlyList<string>? lines) && TabbedLine.Read(lines[0]) is [_, _, var type, ..] ? type : null;

    // A digest that is not whole is one of nothing: what it says is told again by the next runs.
    private static SortedDictionary<string, IReadOnlyList<string>> Read(string path)
    {
        var studies = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (!File.Exists(path) || new FileInfo(path).Length > MostBytes)
        {
            return studies;
        }

        string[] lines = File.ReadAllLines(path, Encoding);
        bool isWhole = lines.Length >= 2
            && lines[0] == TabbedLine.Of(HintDigestFormat.Header, HintDigestFormat.Version)
            && lines[^1] == TabbedLine.Of(HintDigestFormat.End, NumberFormat.Invariant(lines.Length - 1));
        List<string>? current = null;
        foreach (string line in isWhole ? lines[1..^1] : [])
        {
            if (TabbedLine.Read(line) is [HintDigestFormat.Study, var name, _, _, _])
            {
                current = [];
                studies[name] = current;
            }

            current?.Add(line);
        }

        return studies;
    }
}
