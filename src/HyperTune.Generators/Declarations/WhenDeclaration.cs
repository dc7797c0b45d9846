using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>A condition as it stands in the source.</summary>
internal sealed class WhenDeclaration
{
    private WhenDeclaration(AttributeData attribute)
    {
        Attribute = attribute;
        ParameterName = attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string name } ? name : null;
        Values = AttributeReader.Values(attribute, 1);
        Low = AttributeReader.Number(attribute, nameof(Low));
        High = AttributeReader.Number(attribute, nameof(High));
        IsReadable = ParameterName is not null
            && !Values.IsDefault
            && Values.All(static value => value.Kind != TypedConstantKind.Error)
            && attribute.NamedArguments.All(static argument => argument.Value.Kind != TypedConstantKind.Error);
    }

    public AttributeData Attribute { get; }

    /// <summary>Whether the arguments bind; if not, the compiler has reported an error and no other is needed.</summary>
    public bool IsReadable { get; }

    /// <summary>The name of the deciding property, or null where it is missing.</summary>
    public string? ParameterName { get; }

    /// <summary>The values that make the member exist; empty where a range decides.</summary>
    public ImmutableArray<TypedConstant> Values { get; }

    /// <summary>The low limit, or null where none is given.</summary>
    public double? Low { get; }

    /// <summary>The high limit, or null where none is given.</summary>
    public double? High { get; }

    /// <summary>Whether a listed number of the deciding parameter lies within the limits, all as the parameter's type holds them: as a double, 0.4f is above 0.4.</summary>
    public bool Admits(double listed, ValueKind kind) => AdmitsSome(listed, listed, kind);

    /// <summary>Whether a range of the deciding parameter and the limits have a number in common, all as the parameter's type holds them.</summary>
    public bool AdmitsSome(double lowest, double highest, ValueKind kind)
        => (Low is not { } low || kind.Hold(highest) >= kind.Hold(low)) && (High is not { } high || kind.Hold(lowest) <= kind.Hold(high));

    /// <summary>The condition on a member, or null where there is none.</summary>
    public static WhenDeclaration? Find(ISymbol? member)
        => member is not null && AttributeReader.Find(member, "WhenAttribute") is { } attribute ? new WhenDeclaration(attribute) : null;
}
