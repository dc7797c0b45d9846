using System.Collections.Immutable;

namespace HyperTune.Tests;

/// <summary>A union with a list of unions.</summary>
[SearchSpace]
internal abstract partial record HostilePlan
{
    public sealed partial record Staged([Repeat(1, 3)] ImmutableArray<HostileStep> Steps) : HostilePlan;

    public sealed partial record Direct([Uniform(0, 1)] double Speed = 0.5) : HostilePlan;
}
