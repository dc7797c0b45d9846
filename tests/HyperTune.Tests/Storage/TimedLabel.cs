namespace HyperTune.Tests;

/// <summary>Values that look different in tables and in vectors.</summary>
[SearchSpace]
internal sealed partial record TimedLabel([Choice("=a", "b")] string Label, [Uniform(0.05, 2)] TimeSpan Timeout);
