namespace HyperTune.IntegrationTests.Packaging;

[Collection(PackageTestGroup.Name)]
public sealed class TrimmingTests(PackageFixture package)
{
    // Whole assemblies may go, and every warning is shown by itself and is an error.
    private const string Properties = """
        <PublishTrimmed>true</PublishTrimmed>
        <TrimMode>full</TrimMode>
        <TrimmerSingleWarn>false</TrimmerSingleWarn>
        <SuppressTrimAnalysisWarnings>false</SuppressTrimAnalysisWarnings>
        <EnableAotAnalyzer>true</EnableAotAnalyzer>
        <EnableSingleFileAnalyzer>true</EnableSingleFileAnalyzer>
        <SelfContained>true</SelfContained>
        <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
        <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
        """;

    private static readonly string[] Expected =
    [
        .. Enumerable.Repeat("12 trials, constraint kept: True", 6),
        "journal: 10 trials",
        "records: Score { Accuracy = 0, Latency = 1, Day = Friday, Cost = 0.10, Size =  }, data: v3",
        "json: True",
        "metrics: Accuracy, Latency",
        "gradient: Gradient { Rate = 1, Optimizer =  }",
    ];

    [Fact]
    public async Task Trimmed_program_is_published_without_a_warning_and_runs()
    {
        string project = package.CreateProject("Trimmed", PackageFixture.Source("TrimmedApp"), Properties);
        string published = Path.Combine(project, "published");
        string log = await DotNet.SucceedAsync(project, "publish", "-c", "Release", "-o", published);
        Assert.DoesNotContain("warning", log, StringComparison.OrdinalIgnoreCase);

        string whole = Directory.EnumerateFiles(package.PackageCache, "HyperTune.dll", SearchOption.AllDirectories).Single();
        Assert.True(new FileInfo(Path.Combine(published, "HyperTune.dll")).Length < new FileInfo(whole).Length, "Nothing was trimmed.");

        string program = Path.Combine(published, OperatingSystem.IsWindows() ? "Trimmed.exe" : "Trimmed");
        string output = await DotNet.SucceedWithProgramAsync(program, project, Path.Combine(project, "studies.journal"));
        Assert.Equal(Expected, output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
