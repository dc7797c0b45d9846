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

    /// <summary>The members with metric attributes, in source order.</summary>
    public required ImmutableArray<MetricDeclaration> Metrics { get; init; }

    /// <summary>Reads a type, or returns null where it is not marked.</summary>
    public static MetricsDeclaration? Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (AttributeReader.Find(type, "MetricsAttribute") is not { } marker)
        {
            return null;
        }

        IMethodSymbol? primary = DeclarationReader.FindPrimaryConstructor(type, cancellationToken);
        var metrics = ImmutableArray.CreateBuilder<MetricDeclaration>();
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            IParameterSymbol? positional = primary?.Parameters.FirstOrDefault(parameter => parameter.Name == property.Name);
            ImmutableArray<AttributeData> attributes = ReadAttributes(positional).AddRange(ReadAttributes(property));
            if (!attributes.IsEmpty)
            {
                metrics.Add(new MetricDeclaration { Property = property, Argument = ArgumentOf(property, primary), Attributes = attributes });
            }
        }

        return new MetricsDeclaration { Type = type, Marker = marker, Primary = primary, Metrics = metrics.ToImmutable() };
    }

    // A struct that is no record writes the parameter behind its property in another case.
    private static IParameterSymbol? ArgumentOf(IPropertySymbol property, IMethodSymbol? primary)
        => primary?.Parameters.FirstOrDefault(parameter => parameter.Name == property.Name)
            ?? (property.SetMethod is null
                ? primary?.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, property.Name, System.StringComparison.OrdinalIgnoreCase))
                : null);

    /// <summary>The metric attributes on a member.</summary>
    public static ImmutableArray<AttributeData> ReadAttributes(ISymbol? member)
        => member is null ? [] : [.. member.GetAttributes().Where(static attribute => AttributeReader.IsMetric(attribute))];
}
