namespace HyperTune.Benchmarks;

/// <summary>The variables of Binh's and Korn's problem.</summary>
[SearchSpace]
internal sealed partial record BnhNumbers([Uniform(0, 5)] double X, [Uniform(0, 3)] double Y);
