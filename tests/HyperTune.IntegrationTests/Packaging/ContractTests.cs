namespace HyperTune.IntegrationTests.Packaging;

[Collection(PackageTestGroup.Name)]
public sealed class ContractTests(PackageFixture package)
{
    // What the program is told by these rules is true and wanted: public nested types, in no namespace, are how short examples look.
    private const string Properties = "<NoWarn>$(NoWarn);CA1034;CA1050</NoWarn>";

    private static readonly string[] Expected =
    [
        "True",
        "True",
        "12 TrialBudgetSpent",
        "Completed Completed Pruned Completed Completed Completed Completed",
        "6 8",
        "LearningRate: Log-uniform in [0.0001, 0.1]; default 0.001",
        "20 parameters, infinitely many configs, True",
        "True",
        "64",
        "True",
        "0.5",
        "True",
        "0.9",
    ];

    [Fact]
    public async Task Program_written_from_the_documentation_builds_with_all_warnings_on_and_runs()
    {
        string project = package.CreateProject("Contract", PackageFixture.Source("ContractApp"), Properties);
        string output = await DotNet.SucceedAsync(project, "run", "-c", "Release");
        Assert.Equal(Expected, output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
