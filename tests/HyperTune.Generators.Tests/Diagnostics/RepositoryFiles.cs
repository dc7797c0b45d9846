using System.Runtime.CompilerServices;

namespace HyperTune.Generators.Tests.Diagnostics;

/// <summary>Files of the repository, found from this source file's own place.</summary>
internal static class RepositoryFiles
{
    public static readonly string TestSources = Path.GetDirectoryName(Path.GetDirectoryName(Here()))!;

    public static readonly string Generators = Path.GetFullPath(Path.Combine(TestSources, "..", "..", "src", "HyperTune.Generators"));

    public static readonly string Documentation = Path.Combine(Generators, "Documentation");

    public static string Page(string id) => Path.Combine(Documentation, id + ".md");

    private static string Here([CallerFilePath] string file = "") => file;
}
