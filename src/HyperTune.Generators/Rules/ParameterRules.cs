using System.Collections.Generic;
using System.Threading;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>The rules for one tuned member, in an order in which a finding never merely follows from an earlier one.</summary>
internal static class ParameterRules
{
    public static IEnumerable<Finding> Check(ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        if (AccessRule.Find(parameter, cancellationToken) is { } inaccessible)
        {
            yield return inaccessible;
        }

        Finding? first = SingleDistributionRule.Find(parameter, cancellationToken)
            ?? RepeatRules.Find(parameter, cancellationToken)
            ?? CompositeRules.Find(parameter, cancellationToken)
            ?? TypeRules.FindUnsupported(parameter, cancellationToken)
            ?? TypeRules.FindUnwritten(parameter, cancellationToken);
        if (first is { } undrawable)
        {
            yield return undrawable;
            yield break;
        }

        if (parameter.Composite is not null)
        {
            if (CompositeDefaultRule.Find(parameter) is { } misfit)
            {
                yield return misfit;
            }

            yield break;
        }

        bool isSound = true;
        foreach (DistributionDeclaration distribution in parameter.Distributions)
        {
            foreach (Finding finding in Check(parameter, distribution, cancellationToken))
            {
                isSound &= finding.Descriptor.DefaultSeverity != DiagnosticSeverity.Error;
                yield return finding;
            }
        }

        if (isSound && RepeatRules.FindDefault(parameter, cancellationToken) is { } length)
        {
            yield return length;
        }
    }

    private static IEnumerable<Finding> Check(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        if (!distribution.IsReadable)
        {
            yield return TypeRules.Unreadable(parameter, distribution, cancellationToken);
            yield break;
        }

        bool isSound = true;
        foreach (Finding finding in CheckValues(parameter, distribution, cancellationToken))
        {
            isSound &= finding.Descriptor.DefaultSeverity != DiagnosticSeverity.Error;
            yield return finding;
        }

        if (isSound && (DefaultRule.Find(parameter, distribution) ?? WideRangeRule.Find(parameter, distribution, cancellationToken)) is { } later)
        {
            yield return later;
        }
    }

    private static IEnumerable<Finding> CheckValues(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        if (TypeRules.FindMismatch(parameter, distribution, cancellationToken) is { } mismatch)
        {
            return [mismatch];
        }

        Finding? finding = distribution.Kind switch
        {
            DistributionKind.Uniform => RangeRules.Find(parameter, distribution, cancellationToken) ?? StepRule.Find(parameter, distribution, cancellationToken),
            DistributionKind.LogUniform => RangeRules.Find(parameter, distribution, cancellationToken),
            DistributionKind.Normal or DistributionKind.LogNormal => NormalRules.FindInShape(parameter, distribution, cancellationToken)
                ?? RangeRules.Find(parameter, distribution, cancellationToken)
                ?? NormalRules.FindMissingLimit(parameter, distribution, cancellationToken)
                ?? NormalRules.FindInReach(parameter, distribution, cancellationToken),
            _ => null,
        };
        return distribution.IsList ? ChoiceRules.Check(parameter, distribution, cancellationToken)
            : finding is null ? []
            : [finding];
    }
}
