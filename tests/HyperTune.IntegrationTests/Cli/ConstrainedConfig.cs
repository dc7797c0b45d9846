namespace HyperTune.IntegrationTests.Cli;

[SearchSpace]
internal sealed partial record ConstrainedConfig
{
    [Uniform(0, 1)] public double X { get; init; }

    [Uniform(0, 1)] public double Y { get; init; }

    [Constraint] private static bool IsBelow(ConstrainedConfig config) => config.X + config.Y < 1.5;
}
