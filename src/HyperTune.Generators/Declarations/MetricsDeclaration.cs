using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>A type marked as a set of metrics, as symbols and before any check. It never enters the generator's pipeline.</summary>
internal sealed class MetricsDeclaration
{
    public required INamedTypeSymbol Type { get; init; }

    /// <summary>The marking attribute.</summary>
    public required AttributeData Marker { get; init; }

    /// <summary>The constructor whose parameters stand behind the type's name, or null where there is none.</summary>
    public required IMethodSymbol? Primary { get; init; }

    /// <summary>The metrics, in source order.</summary>
    public required ImmutableArray<MetricDeclaration> Metrics { get; init; }

    /// <summary>The records, in source order.</summary>
    public required ImmutableArray<MetricDeclaration> Records { get; init; }

    /// <summary>Reads a type, or returns null where it is not marked.</summary>
    public static MetricsDeclaration? Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (AttributeReader.Find(type, "MetricsAttribute") is not { } marker)
        {
            return null;
        }

        var metrics = ImmutableArray.CreateBuilder<MetricDeclaration>();
        var records = ImmutableArray.CreateBuilder<MetricDeclaration>();
        foreach (ConfigMember member in ConfigMember.In(type, cancellationToken))
        {
            ImmutableArray<AttributeData> attributes = ReadAttributes(member.Positional).AddRange(ReadAttributes(member.Property));
            if (member.Property is { } property && !attributes.IsEmpty)
            {
                var declaration = new MetricDeclaration { Property = property, Argument = member.Positional, Attributes = attributes };
                (declaration.IsRecord ? records : metrics).Add(declaration);
            }
        }

        return new MetricsDeclaration
        {
            Type = type,
            Marker = marker,
            Primary = ConfigMember.FindPrimaryConstructor(type, cancellationToken),
            Metrics = metrics.ToImmutable(),
            Records = records.ToImmutable(),
        };
    }

    /// <summary>The metric attributes on a member.</summary>
    public static ImmutableArray<AttributeData> ReadAttributes(ISymbol? member)
        => member is null ? [] : [.. member.GetAttributes().Where(static attribute => AttributeReader.IsMetric(attribute))];
}
