namespace HyperTune.IntegrationTests.Packaging;

/// <summary>Packs the library, and what shows its studies, once into a folder feed, from outputs of its own so that no other build is disturbed.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();

    public string Feed => _directory.File("feed");

    public string PackageCache => _directory.File("packages");

    public string Work => _directory.File("work");

    public string PackagePath => Directory.EnumerateFiles(Feed, "HyperTune.*.nupkg").Single(static path => char.IsAsciiDigit(Path.GetFileName(path)["HyperTune.".Length]));

    public string SymbolsPath => Directory.EnumerateFiles(Feed, "HyperTune.*.snupkg").Single();

    public string Version => Path.GetFileNameWithoutExtension(PackagePath)["HyperTune.".Length..];

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Work);
        foreach (string project in (string[])["HyperTune", "HyperTune.Views", "HyperTune.Spectre"])
        {
            await DotNet.SucceedAsync(
                Repository.Root,
                "pack", $"src/{project}/{project}.csproj", "-c", "Release", "-o", Feed, "--artifacts-path", _directory.File("artifacts"), "-p:UseSharedCompilation=false");
        }
    }

    public Task DisposeAsync()
    {
        _directory.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The source of a program that lies beside this file.</summary>
    public static string Source(string name) => File.ReadAllText(Path.Combine(Repository.Root, "tests/HyperTune.IntegrationTests/Packaging", name, "Program.cs"));

    /// <summary>Writes a console project that references nothing but the package, and other ones of ours that are named.</summary>
    /// <param name="name">The project's name.</param>
    /// <param name="program">Its only source.</param>
    /// <param name="properties">More properties, as XML.</param>
    /// <param name="others">The other packages.</param>
    public string CreateProject(string name, string program, string properties = "", params string[] others)
    {
        string references = string.Concat(others.Select(other => $"<PackageReference Include=\"{other}\" Version=\"[{Version}]\" />"));
        string directory = Path.Combine(Work, name);
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AnalysisLevel>latest-all</AnalysisLevel>
                <NoWarn>CA1303;CA1515;CA2007;CA1852;NU1507</NoWarn>
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{PackageCache}</RestorePackagesPath>
                <UseSharedCompilation>false</UseSharedCompilation>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="HyperTune" Version="[{Version}]" />
                {references}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(directory, "Program.cs"), program);
        return directory;
    }
}
