using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT1010, HT3018, HT3019, HT3020: one record.</summary>
internal static class RecordRules
{
    public static IEnumerable<Finding> Check(MetricDeclaration record, CancellationToken cancellationToken)
    {
        if (MetricRules.FindUnreadable(record, cancellationToken) is { } unreadable)
        {
            yield return unreadable;
            yield break;
        }

        if (!ValueKinds.Of(DeclarationReader.WithoutNullable(record.Property.Type)).IsRecordable())
        {
            yield return new Finding(
                ConditionDescriptors.UnsupportedRecord,
                () => Places.DeclaredType(record.Property, cancellationToken),
                [record.Property.Name, record.Property.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)])
            {
                IsReported = TypeRules.Exists(record.Property.Type),
            };
        }
        else if (MetricRules.FindNotSettable(record, "record") is { } finding)
        {
            yield return finding;
        }
    }

    /// <summary>HT3020: a metric is kept anyway.</summary>
    public static IEnumerable<Finding> CheckMetric(MetricDeclaration metric, CancellationToken cancellationToken)
        => metric.Record is not { } record ? [] : [new Finding(
            ConditionDescriptors.RecordedMetric,
            () => AttributePlaces.Whole(record, cancellationToken),
            [metric.Property.Name, AttributeReader.DisplayName(metric.Attributes.First(attribute => attribute != record))])];
}
