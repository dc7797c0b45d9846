using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HyperTune.IntegrationTests.Packaging;

/// <summary>A project that is made by what README says under <i>In your own project</i>, and by nothing else, builds and tunes.</summary>
[Collection(PackageTestGroup.Name)]
public sealed partial class ReadmeRecipeTests(PackageFixture package)
{
    private const string Feed = "../HyperTune/feed";
    private const string Clone = "../HyperTune/";

    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public async Task Project_with_the_package_tunes()
    {
        XElement project = XElement.Parse(Block("xml", 0));
        Assert.Equal(package.Version, project.Descendants("PackageReference").Single().Attribute("Version")!.Value);
        Assert.Equal(Feed, project.Descendants("RestoreAdditionalProjectSources").Single().Value);
        await TuneAsync("ByPackage", project.ToString().Replace(Feed, package.Feed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Project_with_the_two_projects_tunes()
    {
        XElement project = XElement.Parse(Block("xml", 0));
        project.Descendants("RestoreAdditionalProjectSources").Remove();
        project.Element("ItemGroup")!.ReplaceWith(XElement.Parse(Block("xml", 1)));
        Assert.Equal(2, project.Descendants("ProjectReference").Count());
        await TuneAsync("ByProjects", project.ToString().Replace(Clone, Repository.Root + "/", StringComparison.Ordinal));
    }

    private async Task TuneAsync(string name, string project)
    {
        string directory = Path.Combine(package.Work, name);
        Directory.CreateDirectory(directory);
        await File.WriteAllTextAsync(Path.Combine(directory, "MyTuning.csproj"), project);
        await File.WriteAllTextAsync(Path.Combine(directory, "Program.cs"), Block("csharp", 0));

        // Outputs and packages of its own, so that no other build is disturbed and no package of an earlier run is found.
        await File.WriteAllTextAsync(Path.Combine(directory, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{package.PackageCache}</RestorePackagesPath>
                <NuGetAudit>false</NuGetAudit>
                <UseSharedCompilation>false</UseSharedCompilation>
              </PropertyGroup>
            </Project>
            """);
        string output = await DotNet.SucceedAsync(directory, "run", "--artifacts-path", Path.Combine(directory, "artifacts"));
        Assert.Matches(@"^Trial [0-9]+: completed with (1|0\.[0-9]+) \(LearningRate = 0\.[0-9]+, Units = [0-9]+, Activation = (relu|tanh)\)$", output.Trim());
    }

    private static string Block(string language, int number)
        => Fence().Matches(Readme).Where(match => match.Groups["language"].Value == language).ElementAt(number).Groups["code"].Value;

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
