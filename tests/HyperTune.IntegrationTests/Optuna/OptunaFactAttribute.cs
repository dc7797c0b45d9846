namespace HyperTune.IntegrationTests;

/// <summary>
/// A test that needs Optuna. Where there is none it is skipped, with the reason; but never where the environment variable CI is true, since then the test
/// fails instead.
/// </summary>
public sealed class OptunaFactAttribute : FactAttribute
{
    private static readonly string? Missing = Python.FindOptuna() is null && Environment.GetEnvironmentVariable("CI") != "true"
        ? "Optuna is not installed; on Debian: apt-get install python3-optuna. HYPERTUNE_PYTHON can name another Python."
        : null;

    public OptunaFactAttribute() => Skip = Missing;
}
