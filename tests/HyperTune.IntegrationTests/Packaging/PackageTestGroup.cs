namespace HyperTune.IntegrationTests.Packaging;

/// <summary>The tests that share one package.</summary>
[CollectionDefinition(Name)]
public sealed class PackageTestGroup : ICollectionFixture<PackageFixture>
{
    public const string Name = "package";
}
