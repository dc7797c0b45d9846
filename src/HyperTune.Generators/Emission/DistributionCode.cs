using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A distribution as code.</summary>
internal static class DistributionCode
{
    /// <summary>The fully qualified runtime class.</summary>
    public static string TypeOf(DistributionModel distribution) => distribution.Kind switch
    {
        DistributionKind.Uniform => Runtime.UniformDistribution,
        DistributionKind.LogUniform => Runtime.LogUniformDistribution,
        DistributionKind.Normal => Runtime.NormalDistribution,
        DistributionKind.LogNormal => Runtime.LogNormalDistribution,
        DistributionKind.Ordinal => Runtime.OrdinalDistribution,
        _ => Runtime.ChoiceDistribution,
    };

    /// <summary>The arguments of its constructor.</summary>
    public static string ArgumentsOf(DistributionModel distribution)
    {
        if (distribution.Range is not { } range)
        {
            return $"[{string.Join(", ", ConstantText.Labels(distribution).Select(Literals.String))}]";
        }

        string ends = $"{Number(range.Low)}, {Number(range.High)}";
        string integer = range.IsInteger ? ", isInteger: true" : "";
        return distribution.Kind switch
        {
            DistributionKind.Uniform => range.Spacing.Value == 0 ? ends : $"{ends}, {Number(range.Spacing)}",
            DistributionKind.LogUniform => ends + integer,
            _ => $"{Number(range.Mean!.Value)}, {Number(range.StandardDeviation!.Value)}, {ends}{integer}",
        };
    }

    private static string Number(NumberBits number) => Literals.Double(number.Value);
}
