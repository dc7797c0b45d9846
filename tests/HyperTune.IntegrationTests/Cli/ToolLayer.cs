namespace HyperTune.IntegrationTests.Cli;

/// <summary>An element of a list.</summary>
[SearchSpace]
internal sealed partial record ToolLayer([Uniform(16, 256, Step = 16)] int Units);
