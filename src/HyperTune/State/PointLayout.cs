using System.Collections.Immutable;
using HyperTune.Spaces.Comparison;

namespace HyperTune.State;

/// <summary>
/// The parameters that a trial's values stand for, in their order: those of the study's space of now, of an earlier one, or of another program. Many
/// trials share one layout.
/// </summary>
internal sealed class PointLayout(SpaceOutline outline)
{
    public SpaceOutline Outline { get; } = outline;

    public ImmutableArray<ParameterOutline> Parameters => Outline.Parameters;

    public static PointLayout Of(SearchSpace space) => new(space.Outline);

    /// <summary>A layout of another program's parameters, of which no condition is known.</summary>
    public static PointLayout Of(ImmutableArray<ParameterOutline> parameters) => new(new SpaceOutline("", parameters));

    /// <summary>Whether the same values mean the same in both.</summary>
    public bool IsSameAs(PointLayout other)
        => ReferenceEquals(this, other)
            || Parameters.Select(static parameter => (parameter.Name, parameter.Distribution.Canonical, parameter.Condition))
                .SequenceEqual(other.Parameters.Select(static parameter => (parameter.Name, parameter.Distribution.Canonical, parameter.Condition)));
}
