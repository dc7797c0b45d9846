using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>All rules for a type marked as a set of metrics. The generator and the analyzers share it, so they cannot disagree.</summary>
internal static class MetricsRules
{
    /// <summary>Everything wrong with a declaration; also what somebody else reports, see <see cref="Finding.IsReported"/>.</summary>
    public static IEnumerable<Finding> Check(MetricsDeclaration metrics, CancellationToken cancellationToken)
    {
        if (FindShape(metrics.Type) is { } shape)
        {
            return [shape];
        }

        return PartialRules.Check(metrics.Type, "Metrics", cancellationToken)
            .Concat(NameRules.Check(metrics, cancellationToken))
            .Concat(metrics.Metrics.SelectMany(metric => MetricRules.Check(metric, cancellationToken).Concat(RecordRules.CheckMetric(metric, cancellationToken))))
            .Concat(metrics.Records.SelectMany(record => RecordRules.Check(record, cancellationToken)))
            .Concat(FindNoObjective(metrics));
    }

    /// <summary>Whether code can be generated for the declaration: nothing in it is an error.</summary>
    public static bool IsValid(MetricsDeclaration metrics, CancellationToken cancellationToken)
        => FindFault(metrics, cancellationToken) is null;

    /// <summary>The error for which no code can be generated, one that is reported before one that is not; null where there is none.</summary>
    public static Finding? FindFault(MetricsDeclaration metrics, CancellationToken cancellationToken) => Finding.FirstError(Check(metrics, cancellationToken));

    private static Finding? FindShape(INamedTypeSymbol type)
    {
        string? reason = type.TypeKind == TypeKind.Struct ? ShapeRule.FindUnnameable(type) : "it is no struct; use a partial record struct";
        return reason is null
            ? null
            : new Finding(DeclarationDescriptors.UnsupportedDeclaration, () => Places.Identifier(type), [type.Name, "Metrics", reason])
            {
                // The attribute's own targets exclude all but structs.
                IsReported = type.TypeKind == TypeKind.Struct,
            };
    }

    private static IEnumerable<Finding> FindNoObjective(MetricsDeclaration metrics)
        => metrics.Metrics.Any(static metric => metric.Maximize is not null || metric.Minimize is not null)
            ? []
            : [new Finding(ConditionDescriptors.NoObjective, () => Places.Identifier(metrics.Type), [metrics.Type.Name])];
}
