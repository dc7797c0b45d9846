using System.IO.Compression;
using System.Xml.Linq;
using HyperTune.IntegrationTests.Browser;

namespace HyperTune.IntegrationTests.Packaging;

/// <summary>The packages that show what a study does and found, beside the library's in a new project.</summary>
[Collection(PackageTestGroup.Name)]
public sealed class CompanionPackageTests(PackageFixture package)
{
    private const string Config = """

        [SearchSpace]
        internal sealed partial record Config
        {
            [Uniform(-1, 1)]
            public double X { get; init; } = 0.5;

            [Uniform(1, 3)]
            public int Units { get; init; } = 2;
        }
        """;

    [Theory]
    [InlineData("HyperTune.Views", "HyperTune")]
    [InlineData("HyperTune.Spectre", "HyperTune", "Spectre.Console")]
    public void Package_says_what_it_is_and_what_it_needs(string name, params string[] dependencies)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(package.Feed, $"{name}.{package.Version}.nupkg"));
        string[] entries = [.. archive.Entries.Select(static entry => entry.FullName)];
        Assert.Contains($"lib/net10.0/{name}.dll", entries);
        Assert.Contains($"lib/net10.0/{name}.xml", entries);
        Assert.Contains("README.md", entries);
        Assert.Single(entries, static entry => entry.EndsWith(".dll", StringComparison.Ordinal));
        using Stream stream = archive.GetEntry($"{name}.nuspec")!.Open();
        Assert.Equal(
            dependencies,
            XDocument.Load(stream).Descendants().Where(static element => element.Name.LocalName == "dependency").Select(static element => element.Attribute("id")!.Value).Order());
    }

    [WebFact]
    public async Task New_project_with_the_package_of_views_saves_what_the_guide_says()
    {
        string guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/HyperTune/Documentation/Views.md"));
        string block = guide.Split("<!-- C# 14 -->\n```csharp\n")[1].Split("```")[0];
        string project = package.CreateProject(
            "Plots",
            """
            using HyperTune;

            Pictures.Save(Study.Maximize<TrainingConfig>(new StudyOptions { Seed = 1 }).Run(config => config.Units * (1 - config.LearningRate), 20));
            """,
            others: "HyperTune.Views");
        await File.WriteAllTextAsync(Path.Combine(project, "Pictures.cs"), block);
        await DotNet.SucceedAsync(project, "run", "-c", "Release");
        foreach (string page in (string[])["report.html", "contour.html"])
        {
            Assert.Contains("<script", await File.ReadAllTextAsync(Path.Combine(project, page)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task New_project_with_the_package_of_the_terminal_shows_its_study_in_lines_where_the_output_is_redirected()
    {
        const string program = """
            using HyperTune;

            var progress = new SpectreProgress();
            Study<Config> study = Study.Minimize<Config>(new StudyOptions { Seed = 1, Progress = progress });
            StudyResult<Config> result = progress.Run(study, () => study.Run(config => (config.X * config.X) + config.Units, 20));
            Console.WriteLine($"best {result.Best.Config.Units} of {result.Trials.Count}");

            """;
        string project = package.CreateProject("Shown", program + Config, others: "HyperTune.Spectre");
        string output = await DotNet.SucceedAsync(project, "run", "-c", "Release");
        Assert.Contains("20 of 20 trials, best observed ", output, StringComparison.Ordinal);
        Assert.Contains("Study 'Config': 20: 20 completed; ", output, StringComparison.Ordinal);
        Assert.Contains("best 1 of 20", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }
}
