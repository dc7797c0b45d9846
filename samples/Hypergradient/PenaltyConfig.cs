using HyperTune;

namespace Hypergradient;

/// <summary>How strongly the weights of each ring of the picture are held near 0.</summary>
[SearchSpace]
public sealed partial record PenaltyConfig
{
    /// <summary>The 28 squares at the border.</summary>
    [LogUniform(1e-6, 10)] public double Border { get; init; } = 1e-3;

    /// <summary>The 20 squares next to them.</summary>
    [LogUniform(1e-6, 10)] public double Outer { get; init; } = 1e-3;

    /// <summary>The 12 squares next to those.</summary>
    [LogUniform(1e-6, 10)] public double Inner { get; init; } = 1e-3;

    /// <summary>The 4 squares in the middle.</summary>
    [LogUniform(1e-6, 10)] public double Middle { get; init; } = 1e-3;

    /// <summary>The penalty of each ring, from the border on.</summary>
    internal double[] Penalties => [Border, Outer, Inner, Middle];
}
