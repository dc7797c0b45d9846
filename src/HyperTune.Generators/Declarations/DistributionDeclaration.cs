using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>A distribution attribute as it stands in the source.</summary>
internal sealed class DistributionDeclaration
{
    public DistributionDeclaration(AttributeData attribute, DistributionKind kind)
    {
        Attribute = attribute;
        Kind = kind;
        switch (kind)
        {
            case DistributionKind.Uniform or DistributionKind.LogUniform:
                Low = AttributeReader.Number(attribute, 0);
                High = AttributeReader.Number(attribute, 1);
                Step = AttributeReader.Number(attribute, nameof(Step));
                IsReadable = Low is not null && High is not null;
                break;
            case DistributionKind.Normal or DistributionKind.LogNormal:
                Mean = AttributeReader.Number(attribute, 0);
                StandardDeviation = AttributeReader.Number(attribute, 1);
                Low = AttributeReader.Number(attribute, nameof(Low));
                High = AttributeReader.Number(attribute, nameof(High));
                IsReadable = Mean is not null && StandardDeviation is not null;
                break;
            case DistributionKind.Subset:
                Least = AttributeReader.Integer(attribute, nameof(Least)) ?? 0;
                IsReadable = true;
                break;
            case DistributionKind.Permutation or DistributionKind.Proportions:
                Length = AttributeReader.Integer(attribute, 0);
                IsReadable = Length is not null || (kind == DistributionKind.Permutation && attribute.AttributeConstructor is { Parameters.IsEmpty: true });
                break;
            default:
                Values = AttributeReader.Values(attribute, 0);
                IsReadable = !Values.IsDefault && Values.All(static value => value.Kind != TypedConstantKind.Error);
                break;
        }

        Name = AttributeReader.Text(attribute, nameof(Name));
        IsReadable &= attribute.NamedArguments.All(static argument => argument.Value.Kind != TypedConstantKind.Error) && !HasOverflow();
    }

    /// <summary>The distribution attributes on a member, in source order.</summary>
    public static ImmutableArray<DistributionDeclaration> On(ISymbol symbol)
    {
        ImmutableArray<DistributionDeclaration>.Builder? distributions = null;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (AttributeReader.KindOf(attribute) is { } kind)
            {
                (distributions ??= ImmutableArray.CreateBuilder<DistributionDeclaration>()).Add(new DistributionDeclaration(attribute, kind));
            }
        }

        return distributions?.ToImmutable() ?? [];
    }

    public AttributeData Attribute { get; }

    public DistributionKind Kind { get; }

    /// <summary>Whether the arguments bind; if not, the compiler has reported an error and no other is needed.</summary>
    public bool IsReadable { get; }

    /// <summary>The low bound, or null where none is given.</summary>
    public double? Low { get; }

    /// <summary>The high bound, or null where none is given.</summary>
    public double? High { get; }

    /// <summary>The step, or null where none is given.</summary>
    public double? Step { get; }

    /// <summary>The mean, or the mean of the logarithm.</summary>
    public double? Mean { get; }

    /// <summary>The standard deviation, or that of the logarithm.</summary>
    public double? StandardDeviation { get; }

    /// <summary>The listed values; empty for <c>[Choice]</c> without arguments, default for a distribution over a range.</summary>
    public ImmutableArray<TypedConstant> Values { get; }

    /// <summary>The number of items of a permutation or of shares, or null where none is given.</summary>
    public int? Length { get; }

    /// <summary>How many members a subset has at least.</summary>
    public int Least { get; }

    /// <summary>The stable name, or null where none is given.</summary>
    public string? Name { get; }

    public bool IsList => Kind is DistributionKind.Choice or DistributionKind.Ordinal;

    /// <summary>Whether what is drawn is made of several parameters.</summary>
    public bool IsComposite => Kind is DistributionKind.Subset or DistributionKind.Permutation or DistributionKind.Proportions;

    /// <summary>Whether the values of a parameter of this kind are numbers without gaps, as the runtime's <c>Distribution.IsContinuous</c> will say.</summary>
    public bool IsContinuous(ValueKind kind) => kind.IsNumeric() && !IsList && !IsComposite && Spacing(kind) == 0;

    /// <summary>The distance between neighbouring numbers of a range: the step, or 1 for integers without one; 0 for numbers without gaps.</summary>
    public double Spacing(ValueKind kind) => Step ?? (kind.IsInteger() ? 1 : 0);

    /// <summary>The attribute's name as the user writes it.</summary>
    public string DisplayName => Kind.ToString();

    /// <summary>Where the whole attribute stands.</summary>
    public Location GetLocation(CancellationToken cancellationToken) => AttributePlaces.Whole(Attribute, cancellationToken);

    /// <summary>Where an argument stands: one of the constructor by its place or its name, another by its property.</summary>
    public Location GetArgumentLocation(int position, string? parameterName, CancellationToken cancellationToken)
        => AttributePlaces.Argument(Attribute, position, parameterName, cancellationToken);

    /// <summary>Where the listed value with the given place stands.</summary>
    public Location GetValueLocation(int index, CancellationToken cancellationToken) => AttributePlaces.Value(Attribute, 0, index, cancellationToken);

    // 1e999 is an error of the compiler's and arrives as infinity, as double.PositiveInfinity does.
    private bool HasOverflow()
        => (IsInfinite(Low) || IsInfinite(High) || IsInfinite(Step) || IsInfinite(Mean) || IsInfinite(StandardDeviation))
            && Attribute.ApplicationSyntaxReference?.GetSyntax().ContainsDiagnostics == true;

    private static bool IsInfinite(double? number) => number is double.PositiveInfinity or double.NegativeInfinity;
}
