namespace HyperTune.IntegrationTests;

[SearchSpace]
public sealed partial record TestSpaceConfig
{
    [Uniform(-1, 1)]
    public double X { get; init; }
}
