using System;
using System.Globalization;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;

namespace HyperTune.Generators.Rules;

/// <summary>HT2016: a positive uniform range without a step over three powers of ten or more is likely meant to be logarithmic.</summary>
internal static class WideRangeRule
{
    private const double LeastRatio = 1000;

    public static Finding? Find(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        if (distribution is not { Kind: DistributionKind.Uniform, Step: null, Low: { } low and > 0, High: { } high } || high / low < LeastRatio)
        {
            return null;
        }

        double decades = Math.Round(Math.Log10(high / low), 1);
        return new Finding(
            RangeDescriptors.WideUniformRange,
            () => distribution.GetLocation(cancellationToken),
            [NumberText.Of(low), NumberText.Of(high), parameter.MemberName, decades.ToString(CultureInfo.InvariantCulture)]);
    }
}
