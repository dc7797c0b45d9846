using System.Collections.Generic;
using System.Threading;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>A number among a distribution's arguments.</summary>
/// <param name="Distribution">The attribute.</param>
/// <param name="Label">What messages call it.</param>
/// <param name="ArgumentName">The constructor's parameter or the attribute's property.</param>
/// <param name="Position">The place among the constructor's parameters; -1 for a property.</param>
/// <param name="Given">The number, or null where it is not given.</param>
internal readonly record struct NumberArgument(DistributionDeclaration Distribution, string Label, string ArgumentName, int Position, double? Given)
{
    public double Value => Given.GetValueOrDefault();

    public string Text => NumberText.Of(Value);

    public static NumberArgument Low(DistributionDeclaration distribution)
        => IsNormal(distribution) ? new(distribution, "low limit", "Low", -1, distribution.Low) : new(distribution, "low bound", "low", 0, distribution.Low);

    public static NumberArgument High(DistributionDeclaration distribution)
        => IsNormal(distribution) ? new(distribution, "high limit", "High", -1, distribution.High) : new(distribution, "high bound", "high", 1, distribution.High);

    public static NumberArgument Step(DistributionDeclaration distribution) => new(distribution, "step", "Step", -1, distribution.Step);

    public static NumberArgument Mean(DistributionDeclaration distribution)
        => new(distribution, "mean", distribution.Kind == DistributionKind.LogNormal ? "logMean" : "mean", 0, distribution.Mean);

    public static NumberArgument StandardDeviation(DistributionDeclaration distribution) => new(
        distribution,
        "standard deviation",
        distribution.Kind == DistributionKind.LogNormal ? "logStandardDeviation" : "standardDeviation",
        1,
        distribution.StandardDeviation);

    /// <summary>The two ends that are given.</summary>
    public static IEnumerable<NumberArgument> Ends(DistributionDeclaration distribution)
    {
        if (Low(distribution) is { Given: not null } low)
        {
            yield return low;
        }

        if (High(distribution) is { Given: not null } high)
        {
            yield return high;
        }
    }

    public Location GetLocation(CancellationToken cancellationToken) => Distribution.GetArgumentLocation(Position, ArgumentName, cancellationToken);

    private static bool IsNormal(DistributionDeclaration distribution) => distribution.Kind is DistributionKind.Normal or DistributionKind.LogNormal;
}
