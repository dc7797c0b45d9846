namespace HyperTune.Tests;

/// <summary>48 configs, of which 40 are allowed.</summary>
[SearchSpace]
internal sealed partial record FiniteConfig(
    [Uniform(1, 4)] int Row,
    [Uniform(0, 0.5, Step = 0.1)] double Column = 0.3,
    [Choice] bool Flag = false)
{
    [Constraint]
    private static bool IsInside(FiniteConfig config) => config.Row < 4 || config.Column < 0.15;
}
