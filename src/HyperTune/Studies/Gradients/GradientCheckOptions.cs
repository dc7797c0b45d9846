using System.Collections.Immutable;
using HyperTune.Numerics;

namespace HyperTune;

/// <summary>Settings of <see cref="GradientCheck"/>.</summary>
/// <typeparam name="TConfig">The config type.</typeparam>
public sealed record GradientCheckOptions<TConfig>
{
    private const double LargestStep = 0.1;

    /// <summary>The configs to check at.</summary>
    /// <value>Empty (default) for <see cref="RandomConfigs"/> random ones.</value>
    public ImmutableArray<TConfig> Configs { get; init; } = [];

    /// <summary>At how many random configs to check, where <see cref="Configs"/> names none.</summary>
    /// <value>At least 1. Default: 5.</value>
    public int RandomConfigs
    {
        get;
        init
        {
            Guard.AtLeast(value, 1, nameof(RandomConfigs));
            field = value;
        }
    }
    = 5;

    /// <summary>The seed of the random configs.</summary>
    /// <value>Default: 0.</value>
    public long Seed { get; init; }

    /// <summary>How far the differences reach to either side, as a share of the parameter's range on its own scale.</summary>
    /// <value>Above 0 and at most 0.1. Default: 1e-4.</value>
    public double Step
    {
        get;
        init => field = value is > 0 and <= LargestStep
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Step), value, "The value must be above 0 and at most 0.1.");
    }
    = 1e-4;
}
