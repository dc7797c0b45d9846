namespace HyperTune.Tests;

/// <summary>A union that is an element of a list.</summary>
[SearchSpace]
internal abstract partial record HostileStep
{
    public sealed partial record Wait([LogUniform(0.01, 100)] double Duration = 1) : HostileStep;

    public sealed partial record Move([Uniform(1, 7)] int Distance = 2, [Choice] bool IsFast = false) : HostileStep;
}
