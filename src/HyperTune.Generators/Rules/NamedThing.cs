using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>Something with a name in studies and files.</summary>
/// <param name="Symbol">The member or type.</param>
/// <param name="Name">The name: the given one, else the symbol's own.</param>
/// <param name="Source">The attribute that gives the name, or null.</param>
internal readonly record struct NamedThing(ISymbol Symbol, string Name, AttributeData? Source)
{
    public static NamedThing Of(ParameterDeclaration parameter)
    {
        AttributeData? source = parameter.Distributions.FirstOrDefault() is { Name: not null } distribution
            ? distribution.Attribute
            : FindStableName(parameter.Positional) ?? FindStableName(parameter.Property);
        return new NamedThing(parameter.Symbol, parameter.Name, source);
    }

    public static NamedThing OfCase(INamedTypeSymbol type, string name) => new(type, name, FindStableName(type));

    public static NamedThing Of(MetricDeclaration metric)
        => new(metric.Property, metric.Name, metric.Attributes.FirstOrDefault(static attribute => AttributeReader.Text(attribute, nameof(Name)) is not null));

    /// <summary>The given name, else the identifier.</summary>
    public Location GetLocation(CancellationToken cancellationToken)
        => Source is null ? Places.Identifier(Symbol) : AttributePlaces.Argument(Source, IsStableName(Source) ? 0 : -1, "Name", cancellationToken);

    private static AttributeData? FindStableName(ISymbol? symbol) => AttributeReader.StableName(symbol) is null ? null : AttributeReader.Find(symbol!, "StableNameAttribute");

    private static bool IsStableName(AttributeData attribute) => AttributeReader.IsRuntime(attribute, "StableNameAttribute");
}
