using HyperTune.Generators.Tests.Diagnostics;

namespace HyperTune.Generators.Tests.Pages;

/// <summary>A page that users read: README, a guide, or what is behind a diagnostic's id.</summary>
/// <param name="Path">Its place in the repository, with slashes.</param>
public sealed record Page(string Path)
{
    private static readonly string Root = System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryFiles.Generators, "..", ".."));

    /// <summary>README.</summary>
    public static readonly Page Readme = new("README.md");

    /// <summary>The guide whose blocks make one program, a storage over a database.</summary>
    public static readonly Page StorageGuide = new("src/HyperTune/Documentation/Storages.md");

    /// <summary>README and the guides.</summary>
    public static readonly IReadOnlyList<Page> ReadmeAndGuides = [Readme, .. In("src/HyperTune/Documentation")];

    /// <summary>The pages of the diagnostics and their list.</summary>
    public static readonly IReadOnlyList<Page> DiagnosticPages = In("src/HyperTune.Generators/Documentation");

    /// <summary>Every page of the repository that a link may be on.</summary>
    public static readonly IReadOnlyList<Page> All =
        [.. ReadmeAndGuides, .. DiagnosticPages, new("CONTRIBUTING.md"), new("CHANGELOG.md"), new("tests/HyperTune.Benchmarks/FINDINGS.md")];

    /// <summary>The file.</summary>
    public string File => System.IO.Path.Combine(Root, Path);

    /// <summary>What the page says.</summary>
    public string Text => System.IO.File.ReadAllText(File);

    /// <summary>The page's blocks of code, in their order.</summary>
    public IReadOnlyList<CodeBlock> Blocks => CodeBlock.ReadAll(this);

    /// <inheritdoc/>
    public override string ToString() => Path;

    private static Page[] In(string folder) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Root, folder), "*.md")
            .Select(System.IO.Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .Select(name => new Page($"{folder}/{name}")),
    ];
}
