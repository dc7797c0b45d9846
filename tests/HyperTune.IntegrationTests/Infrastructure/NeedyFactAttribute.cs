namespace HyperTune.IntegrationTests;

/// <summary>
/// A test that needs what not every machine has. Where it is missing the test is skipped, and says why in its name, which <c>dotnet test</c> prints; but never
/// where the environment variable CI is true, since then the test fails instead.
/// </summary>
public abstract class NeedyFactAttribute : FactAttribute
{
    /// <param name="missing">What is missing and how to get it; <see langword="null"/> where nothing is.</param>
    /// <param name="test">The test's name.</param>
    protected NeedyFactAttribute(string? missing, string test)
    {
        if (missing is not null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = missing;
            DisplayName = $"{test}: {missing}";
        }
    }
}
