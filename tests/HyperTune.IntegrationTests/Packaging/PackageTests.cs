using System.IO.Compression;
using System.Xml.Linq;
using HyperTune.Generators.Tests.Pages;

namespace HyperTune.IntegrationTests.Packaging;

[Collection(PackageTestGroup.Name)]
public sealed class PackageTests(PackageFixture package)
{
    private const string Program = """
        using HyperTune;

        StudyResult<Config> result = Study.Minimize<Config>(new StudyOptions { Seed = 1 }).Run(config => (config.X * config.X) + config.Units, 200);
        Console.WriteLine($"best {result.Best.Config.Units} of {result.Trials.Count}");

        [SearchSpace]
        internal sealed partial record Config
        {
            [Uniform(LOW, 1)]
            public double X { get; init; } = 0.5;

            [Uniform(1, 3)]
            public int Units { get; init; } = 2;
        }
        """;

    [Fact]
    public void Package_carries_runtime_compiler_parts_readme_and_docs()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        string[] entries = [.. archive.Entries.Select(static entry => entry.FullName)];
        Assert.Contains("lib/net10.0/HyperTune.dll", entries);
        Assert.Contains("lib/net10.0/HyperTune.xml", entries);
        Assert.Contains("analyzers/dotnet/cs/HyperTune.Generators.dll", entries);
        Assert.Contains("analyzers/dotnet/cs/HyperTune.CodeFixes.dll", entries);
        Assert.Contains("build/HyperTune.targets", entries);
        Assert.Contains("buildTransitive/HyperTune.targets", entries);
        Assert.Contains("README.md", entries);
        Assert.Contains("THIRD-PARTY-NOTICES.txt", entries);
        Assert.Equal(3, entries.Count(static entry => entry.EndsWith(".dll", StringComparison.Ordinal)));
        Assert.Single(Directory.EnumerateFiles(package.Feed, "*.snupkg"));
    }

    [Fact]
    public void Package_says_what_it_is_and_depends_on_nothing_but_the_runtimes_two_libraries()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        using Stream stream = archive.GetEntry("HyperTune.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.StartsWith("https://", Value("projectUrl"), StringComparison.Ordinal);
        Assert.NotEmpty(Value("description"));
        Assert.Equal(
            ["MathNet.Numerics", "Microsoft.Extensions.Logging.Abstractions"],
            metadata.Descendants().Where(static element => element.Name.LocalName == "dependency").Select(static element => element.Attribute("id")!.Value).Order());

        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
    }

    [Fact]
    public void Package_has_every_page_and_their_links_lead_to_what_is_there()
    {
        using var directory = new TemporaryDirectory();
        ZipFile.ExtractToDirectory(package.PackagePath, directory.Path);
        string[] pages = [.. Directory.EnumerateFiles(directory.Path, "*.md", SearchOption.AllDirectories)];
        string[] sources = ["README.md", .. Pages("src/HyperTune/Documentation"), .. Pages("src/HyperTune.Generators/Documentation")];
        Assert.Equal(sources.Length, pages.Length);
        Assert.Contains("](docs/Studies.md)", File.ReadAllText(directory.File("README.md")), StringComparison.Ordinal);
        Assert.Empty(pages.SelectMany(MarkdownLinks.FindBroken));

        // But for its links, README is the repository's.
        Assert.Equal(
            File.ReadAllText(Path.Combine(Repository.Root, "README.md")).TrimEnd(),
            File.ReadAllText(directory.File("README.md"))
                .Replace("](docs/diagnostics/", "](src/HyperTune.Generators/Documentation/", StringComparison.Ordinal)
                .Replace("](docs/", "](src/HyperTune/Documentation/", StringComparison.Ordinal)
                .TrimEnd(),
            ignoreLineEndingDifferences: true);

        static IEnumerable<string> Pages(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md");
    }

    [Fact]
    public async Task New_project_with_the_package_builds_and_tunes()
    {
        string project = package.CreateProject("Tunes", Program.Replace("LOW", "-1", StringComparison.Ordinal));
        string output = await DotNet.SucceedAsync(project, "run", "-c", "Release");
        Assert.Contains("best 1 of 200", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_range_fails_the_build_with_its_id_and_nothing_else()
    {
        string project = package.CreateProject("Fails", Program.Replace("LOW", "2", StringComparison.Ordinal));
        (int exitCode, string output) = await DotNet.RunAsync(project, "build", "-c", "Release");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error HT2001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_that_names_its_journal_gets_the_hints_of_its_runs()
    {
        const string program = """
            using HyperTune;

            await using Study<Config> study = Study.Maximize<Config>(new StudyOptions { Seed = 1, Name = "s", Strategy = Strategy.Random(), IsDeterministic = true, Storage = new JournalStorage("some.journal") });
            study.Run(config => Math.Log10(config.Rate) + (0.0001 * config.Units), 400);

            [SearchSpace]
            internal sealed partial record Config
            {
                [LogUniform(1e-4, 0.1)]
                public double Rate { get; init; } = 0.01;

                [Uniform(1, 3)]
                public int Units { get; init; } = 2;
            }
            """;

        // Messages show in an editor; as warnings they show in a build, too.
        string project = package.CreateProject("Hinted", program, "<NoWarn>$(NoWarn);CA1303</NoWarn><WarningsNotAsErrors>HT4011;HT4012</WarningsNotAsErrors>");
        string file = Path.Combine(project, "Hinted.csproj");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("</Project>", "<ItemGroup><HyperTuneStudy Include=\"some.journal\" /></ItemGroup></Project>", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(project, ".editorconfig"), "root = true\n[*.cs]\ndotnet_diagnostic.HT4011.severity = warning\n");
        Assert.DoesNotContain("HT40", await DotNet.SucceedAsync(project, "build", "-c", "Release"), StringComparison.Ordinal);
        await DotNet.SucceedAsync(project, "run", "-c", "Release", "--no-build");
        Assert.StartsWith("hypertune-hints\t1\nstudy\ts\tConfig\t", await File.ReadAllTextAsync(Path.Combine(project, "some.journal.hints")), StringComparison.Ordinal);
        string output = await DotNet.SucceedAsync(project, "build", "-c", "Release");
        Assert.Matches(@"Program\.cs\(9,23\): warning HT4011: Study 's': .* of 400 trials have Rate within [0-9.]+ % of its upper bound 0\.1: the optimum may lie beyond", output);
    }
}
