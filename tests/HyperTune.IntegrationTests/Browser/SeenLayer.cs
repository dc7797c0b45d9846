namespace HyperTune.IntegrationTests.Browser;

/// <summary>A layer of a list.</summary>
[SearchSpace]
internal partial record struct SeenLayer([Uniform(16, 96, Step = 16)] int Units);
