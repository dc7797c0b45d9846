using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Emission;

/// <summary>Subsets, orders and shares in words.</summary>
internal static class CompositeText
{
    public static string Describe(CompositeModel composite) => composite.Kind switch
    {
        DistributionKind.Subset => $"A subset of {Names(composite)}{(composite.Least > 0 ? $", at least {composite.Least} of them" : "")}, a parameter each",
        DistributionKind.Permutation => $"An order of {(composite.Members.Count > 0 ? Names(composite) : $"the numbers from 0 to {composite.Length - 1}")}, each with a key",
        _ => $"{composite.Length} shares of at least 0 that sum to 1",
    };

    /// <summary>The default where there is no initializer.</summary>
    public static string Default(CompositeModel composite) => composite.Kind switch
    {
        DistributionKind.Subset when composite.Least == 0 => "none of them",
        DistributionKind.Subset => string.Join(", ", composite.Members.Take(composite.Least).Select(ConstantText.Of)),
        DistributionKind.Permutation => "this order",
        _ => "equal shares",
    };

    private static string Names(CompositeModel composite) => string.Join(", ", composite.Members.Select(ConstantText.Of));
}
