using System.Runtime.CompilerServices;

namespace HyperTune.IntegrationTests;

/// <summary>A test that needs Optuna.</summary>
public sealed class OptunaFactAttribute : NeedyFactAttribute
{
    private static readonly string? Missing = Python.FindOptuna() is null
        ? "Optuna is not installed; on Debian: apt-get install python3-optuna. HYPERTUNE_PYTHON can name another Python."
        : null;

    public OptunaFactAttribute([CallerMemberName] string test = "")
        : base(Missing, test)
    {
    }
}
