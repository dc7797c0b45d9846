using System.Collections.Immutable;
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
            Part = TypeShape.Part(type),
            DisplayName = type.Name,
            TypeName = type.ToCode(),
            Fault = FaultParser.Parse(MetricsRules.FindFault(declaration, cancellationToken)),
            DescriptorName = descriptor,
            HasOwnMetricsMember = type.Name == MetricsProperty || type.MemberNames.Contains(MetricsProperty),
            Arguments = ParseArguments(declaration),
            OtherRequired = ParseOtherRequired(declaration),
            Metrics = declaration.Metrics
                .Where(static metric => metric.Property is { IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true })
                .Select(metric => ParseMetric(metric, names, descriptor, cancellationToken))
                .ToEquatableArray(),
            Records = declaration.Records.Select(ParseRecord).ToEquatableArray(),
        };
    }

    private static EquatableArray<MetricArgumentModel> ParseArguments(MetricsDeclaration declaration)
        => (declaration.Primary?.Parameters ?? [])
            .Select(parameter => new MetricArgumentModel(
                parameter.Name,
                PlaceOf(parameter, declaration.Metrics),
                PlaceOf(parameter, declaration.Records)))
            .ToEquatableArray();

    private static int PlaceOf(IParameterSymbol parameter, ImmutableArray<MetricDeclaration> members)
        => members.Select(static member => member.Argument).ToList().FindIndex(argument => SymbolEqualityComparer.Default.Equals(argument, parameter));

    private static EquatableArray<string> ParseOtherRequired(MetricsDeclaration declaration)
        => (declaration.Primary?.HasAttribute("SetsRequiredMembersAttribute") == true ? [] : declaration.Type.GetMembers())
            .Where(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
                && !declaration.Metrics.Concat(declaration.Records).Any(kept => SymbolEqualityComparer.Default.Equals(kept.Property, member)))
            .Select(static member => member.Name)
            .ToEquatableArray();

    private static MetricModel ParseMetric(MetricDeclaration metric, NameScope names, string descriptor, CancellationToken cancellationToken)
    {
        string name = metric.Property.Name;
        return new MetricModel
        {
            PropertyName = name,
            Kind = ValueKinds.Of(metric.Property.Type),
            Name = metric.Name,
            DescriptorProperty = ReservedNames.OfMetrics.Contains(name) || name == descriptor ? names.Take(name + "Metric") : name,
            Accessibility = MemberNames.AccessibilityOf(metric.Property.DeclaredAccessibility),
            Direction = metric.Maximize is not null ? MetricDirection.Maximize : metric.Minimize is not null ? MetricDirection.Minimize : null,
            AtLeast = Limit(metric.AtLeast),
            AtMost = Limit(metric.AtMost),
            IsAssigned = IsAssigned(metric),
            Summary = DocumentationReader.ReadSummary(metric.Property, cancellationToken),
        };
    }

    private static RecordModel ParseRecord(MetricDeclaration record)
    {
        ITypeSymbol type = DeclarationReader.WithoutNullable(record.Property.Type);
        return new RecordModel
        {
            PropertyName = record.Property.Name,
            Name = record.Name,
            Kind = ValueKinds.Of(type),
            TypeName = type.ToCode(),
            IsNullable = !SymbolEqualityComparer.Default.Equals(type, record.Property.Type),
            IsAssigned = IsAssigned(record),
        };
    }

    private static bool IsAssigned(MetricDeclaration member) => member is { Argument: null, Property.SetMethod: not null };

    private static NumberBits? Limit(AttributeData? attribute)
        => attribute is not null && AttributeReader.Number(attribute, 0) is { } limit ? NumberBits.Of(limit) : null;
}
