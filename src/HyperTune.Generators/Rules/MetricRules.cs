using System.Collections.Generic;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT1010, HT3011, HT3012, HT3013, HT3018: one metric.</summary>
internal static class MetricRules
{
    public static IEnumerable<Finding> Check(MetricDeclaration metric, CancellationToken cancellationToken)
    {
        if (FindUnreadable(metric, cancellationToken) is { } unreadable)
        {
            yield return unreadable;
            yield break;
        }

        if (!ValueKinds.Of(metric.Property.Type).IsNumeric())
        {
            yield return new Finding(
                ConditionDescriptors.MetricNotDouble,
                () => Places.DeclaredType(metric.Property, cancellationToken),
                [metric.Property.Name, metric.Property.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)])
            {
                IsReported = TypeRules.Exists(metric.Property.Type),
            };
            yield break;
        }

        if (FindNotSettable(metric, "metric") is { } notSettable)
        {
            yield return notSettable;
        }

        if (metric is { Maximize: { } maximize, Minimize: { } minimize })
        {
            AttributeData second = metric.Attributes.IndexOf(maximize) > metric.Attributes.IndexOf(minimize) ? maximize : minimize;
            yield return new Finding(
                ConditionDescriptors.ConflictingMetric,
                () => AttributePlaces.Whole(second, cancellationToken),
                [metric.Property.Name]);
        }

        if ((FindLimit(metric, metric.AtLeast, cancellationToken) ?? FindLimit(metric, metric.AtMost, cancellationToken) ?? FindCrossedLimits(metric, cancellationToken)) is { } limit)
        {
            yield return limit;
        }
    }

    /// <summary>HT3018: a member that cannot be given its value again, and does not compute it.</summary>
    public static Finding? FindNotSettable(MetricDeclaration member, string role)
        => member is { Argument: null, Property.SetMethod: null, IsComputed: false }
            ? new Finding(ConditionDescriptors.MetricNotSettable, () => Places.Identifier(member.Property), [member.Property.Name, role])
            : null;

    /// <summary>HT1010: a member that nobody can read.</summary>
    public static Finding? FindUnreadable(MetricDeclaration metric, CancellationToken cancellationToken)
    {
        string? reason = metric.Property switch
        {
            { IsStatic: true } => "a static property is not part of an outcome",
            { IsIndexer: true } => "an indexer is not part of an outcome",
            { ExplicitInterfaceImplementations.IsEmpty: false } => "an explicitly implemented property has no name to read it by",
            { GetMethod: null } => "the property cannot be read",
            _ => null,
        };
        return reason is null
            ? null
            : new Finding(
                DeclarationDescriptors.AttributeWithoutSearchSpace,
                () => AttributePlaces.Whole(metric.Attributes[0], cancellationToken),
                [AttributeReader.DisplayName(metric.Attributes[0]), metric.Property.Name, reason]);
    }

    private static Finding? FindLimit(MetricDeclaration metric, AttributeData? attribute, CancellationToken cancellationToken)
    {
        if (attribute is null)
        {
            return null;
        }

        double? limit = AttributeReader.Number(attribute, 0);
        return limit is { } number && !double.IsNaN(number) && !double.IsInfinity(number)
            ? null
            : Report(metric, attribute, limit.GetValueOrDefault(), "a finite number", cancellationToken) with
            {
                // An argument that does not bind is the compiler's to report.
                IsReported = limit is not null,
            };
    }

    private static Finding? FindCrossedLimits(MetricDeclaration metric, CancellationToken cancellationToken)
        => metric is { AtLeast: { } atLeast, AtMost: { } atMost } && AttributeReader.Number(atLeast, 0) is { } low && AttributeReader.Number(atMost, 0) is { } high && low >= high
            ? Report(metric, atLeast, low, $"below the upper limit {NumberText.Of(high)}", cancellationToken)
            : null;

    private static Finding Report(MetricDeclaration metric, AttributeData attribute, double limit, string required, CancellationToken cancellationToken) => new(
        ConditionDescriptors.InvalidMetricLimit,
        () => AttributePlaces.Argument(attribute, 0, "limit", cancellationToken),
        [NumberText.Of(limit), metric.Property.Name, required]);
}
