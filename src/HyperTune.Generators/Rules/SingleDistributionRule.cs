using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;

namespace HyperTune.Generators.Rules;

/// <summary>HT1006: a parameter has one distribution.</summary>
internal static class SingleDistributionRule
{
    public static Finding? Find(ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        if (parameter.Distributions.Length < 2)
        {
            return null;
        }

        DistributionDeclaration first = parameter.Distributions[0];
        // One attribute twice in a place is the compiler's to report (CS0579); on a positional parameter and again on its property it is not.
        DistributionDeclaration? other = parameter.Distributions.Skip(1)
            .FirstOrDefault(distribution => distribution.Kind != first.Kind || IsOnParameter(distribution) != IsOnParameter(first));
        DistributionDeclaration marked = other ?? parameter.Distributions[1];
        return new Finding(
            DeclarationDescriptors.SeveralDistributions,
            () => marked.GetLocation(cancellationToken),
            [parameter.MemberName, first.DisplayName, marked.DisplayName])
        {
            IsReported = other is not null,
        };

        bool IsOnParameter(DistributionDeclaration distribution) => parameter.Positional?.GetAttributes().Contains(distribution.Attribute) == true;
    }
}
