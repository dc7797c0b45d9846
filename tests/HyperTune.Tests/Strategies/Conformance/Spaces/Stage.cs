namespace HyperTune.Tests;

/// <summary>One element of a list.</summary>
[SearchSpace]
internal partial record struct Stage([Uniform(16, 256, Step = 16)] int Width, [Uniform(0, 0.5)] double Dropout = 0.25);
