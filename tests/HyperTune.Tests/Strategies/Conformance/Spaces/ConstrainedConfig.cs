namespace HyperTune.Tests;

/// <summary>Parameters of which a third of the combinations is allowed.</summary>
[SearchSpace]
internal sealed partial record ConstrainedConfig(
    [Uniform(0, 1)] double Left = 0.5,
    [Uniform(0, 1)] double Right = 0.5,
    [Uniform(1, 9)] int Level = 5)
{
    [Constraint]
    private static bool LeavesRoom(ConstrainedConfig config) => config.Left + config.Right <= 1 && config.Level % 3 != 0;
}
