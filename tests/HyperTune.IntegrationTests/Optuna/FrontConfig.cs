namespace HyperTune.IntegrationTests;

/// <summary>A space of two numbers.</summary>
[SearchSpace]
internal sealed partial record FrontConfig([Uniform(0, 1, Name = "x")] double X, [Uniform(0, 1, Name = "y")] double Y);
