namespace HyperTune.Tests;

/// <summary>An element of a list of variable length.</summary>
[SearchSpace]
internal readonly partial record struct StoredLayer([Uniform(16, 256, Step = 16)] int Units, [Uniform(0, 0.5)] double Dropout = 0.25);
