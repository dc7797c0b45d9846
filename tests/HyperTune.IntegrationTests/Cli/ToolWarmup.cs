namespace HyperTune.IntegrationTests.Cli;

/// <summary>An optional part.</summary>
[SearchSpace]
internal sealed partial record ToolWarmup([Uniform(1, 6)] int Epochs);
