using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace HyperTune.Generators.Tests;

/// <summary>
/// Generated files beside the tests, with the names and the content that Verify gives them: <c>_snapshots/{Class}.{Method}#{HintName}.verified.cs</c>, a
/// first line <c>//HintName: …</c>, UTF-8 with BOM, LF. Run the tests with HT_ACCEPT_SNAPSHOTS=1 to accept what is generated.
/// </summary>
internal static partial class Snapshot
{
    private static readonly UTF8Encoding Utf8WithBom = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static bool Accepts => Environment.GetEnvironmentVariable("HT_ACCEPT_SNAPSHOTS") == "1";

    public static void Verify(GeneratorRun run, object testClass, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        Assert.False(Accepts && Environment.GetEnvironmentVariable("CI") == "true", "Snapshots are not accepted under CI.");
        string directory = DirectoryBeside(file);
        string prefix = $"{testClass.GetType().Name}.{method}";
        Directory.CreateDirectory(directory);
        foreach (string stale in Directory.EnumerateFiles(directory, prefix + "#*.received.*"))
        {
            File.Delete(stale);
        }

        HashSet<string> leftOver = [.. Directory.EnumerateFiles(directory, prefix + "#*.verified.*")];
        var failures = new List<string>();
        foreach ((string hintName, string text) in run.Result.GeneratedSources.Select(static source => (source.HintName, $"//HintName: {source.HintName}\n{source.SourceText}")))
        {
            string path = Path.Combine(directory, $"{prefix}#{Path.GetFileNameWithoutExtension(hintName)}");
            leftOver.Remove(path + ".verified.cs");
            if (Compare(path, Scrub(text)) is { } failure)
            {
                failures.Add(failure);
            }
        }

        failures.AddRange(leftOver.Select(static path => $"{Path.GetFileName(path)}: no longer generated"));
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    /// <summary>The folder of the snapshots of a test file.</summary>
    public static string DirectoryBeside(string file) => Path.Combine(Path.GetDirectoryName(file)!, "_snapshots");

    private static string? Compare(string path, string text)
    {
        string verified = path + ".verified.cs";
        if (File.Exists(verified) && File.ReadAllText(verified, Utf8WithBom) == text)
        {
            return null;
        }

        if (Accepts)
        {
            File.WriteAllText(verified, text, Utf8WithBom);
            return null;
        }

        bool isNew = !File.Exists(verified);
        File.WriteAllText(path + ".received.cs", text, Utf8WithBom);
        return $"{Path.GetFileName(verified)} {(isNew ? "is new" : "differs")}; see {path}.received.cs";
    }

    // The version would otherwise change every snapshot at each release.
    private static string Scrub(string text) => GeneratedCodeVersion().Replace(text, "$1{Version}$2");

    [GeneratedRegex("""(GeneratedCode\("[^"]+", ")[^"]+("\))""")]
    private static partial Regex GeneratedCodeVersion();
}
