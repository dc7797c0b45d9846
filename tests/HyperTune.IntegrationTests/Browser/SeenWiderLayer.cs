namespace HyperTune.IntegrationTests.Browser;

/// <summary>A layer with one parameter more than <see cref="SeenLayer"/>.</summary>
[SearchSpace]
internal partial record struct SeenWiderLayer([Uniform(16, 96, Step = 16)] int Units, [Uniform(0, 0.5)] double Dropout);
