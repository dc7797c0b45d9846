namespace HyperTune.Benchmarks;

/// <summary>The variables of Binh's and Korn's problem; the default is not in the front.</summary>
[SearchSpace]
internal sealed partial record BnhNumbers([Uniform(0, 5)] double X = 4, [Uniform(0, 3)] double Y = 1);
