using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>From the symbols of a set of metrics to its model.</summary>
internal static class MetricsParser
{
    private const string MetricsProperty = "Metrics";

    /// <summary>The model of a marked type, or null where nothing can be written for it.</summary>
    public static MetricsModel? Parse(GeneratorAttributeSyntaxContext marked, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)marked.TargetSymbol;
        bool canBeWritten = type.TypeKind == TypeKind.Struct && Markers.IsOnFirst(marked, "MetricsAttribute") && type.CanHaveGeneratedPart(cancellationToken);
        return canBeWritten && MetricsDeclaration.Read(type, cancellationToken) is { } declaration ? Parse(declaration, cancellationToken) : null;
    }

    private static MetricsModel Parse(MetricsDeclaration declaration, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = declaration.Type;
        string descriptor = new NameScope(type.MemberNames.Concat([type.Name, MetricsProperty])).Take("MetricsDescriptor");
        var names = new NameScope(ReservedNames.OfMetrics.Append(descriptor).Concat(declaration.Metrics.Select(static metric => metric.Property.Name)));
        return new MetricsModel
        {
            // A type can be a search space as well, whose file has the plain name.
            HintName = TypeShape.HintName(type, "{Metrics}"),
            Namespace = type.ContainingNamespace.ToCode(),
            Containers = TypeShape.Containers(type),
            Declaration = TypeShape.Declaration(type),
            DisplayName = type.Name,
            TypeName = type.ToCode(),
            Fault = FaultParser.Parse(MetricsRules.FindFault(declaration, cancellationToken)),
            DescriptorName = descriptor,
            HasOwnMetricsMember = type.Name == MetricsProperty || type.MemberNames.Contains(MetricsProperty),
            Metrics = declaration.Metrics
                .Where(static metric => metric.Property is { IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true })
                .Select(metric => ParseMetric(metric, names, descriptor, cancellationToken))
                .ToEquatableArray(),
        };
    }

    private static MetricModel ParseMetric(MetricDeclaration metric, NameScope names, string descriptor, CancellationToken cancellationToken)
    {
        string name = metric.Property.Name;
        string? direction = metric.Maximize is not null ? "Maximize" : metric.Minimize is not null ? "Minimize" : null;
        double? atLeast = metric.AtLeast is { } lower ? AttributeReader.Number(lower, 0) : null;
        double? atMost = metric.AtMost is { } upper ? AttributeReader.Number(upper, 0) : null;
        string?[] words = [direction, atLeast is { } low ? $"at least {Literals.Text(low)}" : null, atMost is { } high ? $"at most {Literals.Text(high)}" : null];
        string description = string.Join("; ", words.Where(static word => word is not null));
        return new MetricModel
        {
            Identifier = Identifiers.Escape(name),
            Kind = ValueKinds.Of(metric.Property.Type),
            Name = metric.Name,
            DescriptorProperty = ReservedNames.OfMetrics.Contains(name) || name == descriptor ? names.Take(name + "Metric") : name,
            Accessibility = MemberNames.AccessibilityOf(metric.Property.DeclaredAccessibility),
            Direction = direction,
            AtLeast = atLeast is { } least ? Literals.Double(least) : null,
            AtMost = atMost is { } most ? Literals.Double(most) : null,
            Description = description.Length == 0 ? "" : char.ToUpperInvariant(description[0]) + description.Substring(1),
            Summary = DocumentationReader.ReadSummary(metric.Property, cancellationToken),
        };
    }
}
