namespace HyperTune.Tests;

/// <summary>Numbers on every scale.</summary>
[SearchSpace]
internal sealed partial record ContinuousConfig(
    [Uniform(-5, 5)] double Linear,
    [LogUniform(1e-5, 1e-1)] double Decades,
    [Normal(0.5, 0.2, Low = 0, High = 1)] double Bell = 0.5);
