using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Declarations;

/// <summary>
/// A property of a type, a parameter of its primary constructor, or the two together where the one shows what the other sets. The one answer to what the
/// members of a config or of a set of metrics are; which of them are tuned is told by their attributes and types.
/// </summary>
/// <param name="Property">The property; null for a parameter that nothing reads back.</param>
/// <param name="Positional">The parameter of the primary constructor, or null for an ordinary property.</param>
internal readonly record struct ConfigMember(IPropertySymbol? Property, IParameterSymbol? Positional)
{
    public ISymbol Symbol => (ISymbol?)Positional ?? Property!;

    /// <summary>The name of the property, which a class can write differently from the parameter that sets it.</summary>
    public string Name => Property?.Name ?? Symbol.Name;

    /// <summary>The type as declared.</summary>
    public ITypeSymbol Type => Positional?.Type ?? Property!.Type;

    /// <summary>The kind of list that the member is, and the type of the values that a distribution on it draws: of the elements, where it is a tuned list.</summary>
    public (ListKind Kind, ITypeSymbol ValueType) List
        => ListKinds.Of(Type) is { Kind: not ListKind.None } list && (Repeat is not null || Distributions.Any(static distribution => distribution.IsComposite)) ? list : (ListKind.None, Type);

    /// <summary>Whether each value of the type has the member, under its name.</summary>
    public bool IsPart => Positional is not null || Property is { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, ExplicitInterfaceImplementations.IsEmpty: true };

    /// <summary>The distribution attributes in source order, those on a positional parameter first: [property: Uniform(0, 1)] puts one on its property.</summary>
    public ImmutableArray<DistributionDeclaration> Distributions => Positional is null ? DistributionDeclaration.On(Property!)
        : Property is null ? DistributionDeclaration.On(Positional)
        : DistributionDeclaration.On(Positional).AddRange(DistributionDeclaration.On(Property));

    public RepeatDeclaration? Repeat => RepeatDeclaration.Find(Positional) ?? RepeatDeclaration.Find(Property);

    public WhenDeclaration? When => WhenDeclaration.Find(Positional) ?? WhenDeclaration.Find(Property);

    /// <summary>The ends of the range that depend on other members.</summary>
    public ImmutableArray<BoundDeclaration> Bounds => BoundDeclaration.On(Positional).AddRange(BoundDeclaration.On(Property));

    /// <summary>Whether a symbol is the member, or one of its two sides.</summary>
    public bool Is(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol, Positional) || SymbolEqualityComparer.Default.Equals(symbol, Property);

    /// <summary>Whether the member is computed: one of a space's type is then a view, not a part of the config.</summary>
    public bool IsView(CancellationToken cancellationToken)
        => Positional is null
            && Property!.SetMethod is null
            && Property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is PropertyDeclarationSyntax syntax
            && syntax.AccessorList?.Accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null) != true;

    /// <summary>
    /// The members that a type itself declares: positional parameters first, then properties, each in source order, also those that are no part of a value.
    /// Of two with one name, which the compiler reports, the second is as good as not there.
    /// </summary>
    public static ImmutableArray<ConfigMember> In(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var members = ImmutableArray.CreateBuilder<ConfigMember>();
        foreach (IParameterSymbol positional in FindPrimaryConstructor(type, cancellationToken)?.Parameters ?? [])
        {
            members.Add(new ConfigMember(FindProperty(type, positional), positional));
        }

        int positionals = members.Count;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ISymbol symbol in type.GetMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (symbol is IPropertySymbol property && !IsShown(members, positionals, property) && (new ConfigMember(property, null) is { IsPart: false } || names.Add(property.Name)))
            {
                members.Add(new ConfigMember(property, Positional: null));
            }
        }

        return members.ToImmutable();
    }

    private static bool IsShown(ImmutableArray<ConfigMember>.Builder members, int positionals, IPropertySymbol property)
    {
        for (int i = 0; i < positionals; i++)
        {
            if (members[i].Name == property.Name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The constructor whose parameters stand behind the type's name.</summary>
    public static IMethodSymbol? FindPrimaryConstructor(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            foreach (SyntaxReference reference in constructor.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { ParameterList: not null })
                {
                    return constructor;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The property that shows the value of a primary constructor's parameter: the one of the same name, or in a class, where the compiler makes none, the
    /// get-only one of the same type whose name differs in case only.
    /// </summary>
    private static IPropertySymbol? FindProperty(INamedTypeSymbol type, IParameterSymbol positional)
    {
        if (type.GetMembers(positional.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } exact)
        {
            return exact;
        }

        return type.IsRecord ? null : type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property
            => property is { IsStatic: false, IsIndexer: false, GetMethod: not null, SetMethod: null }
                && string.Equals(property.Name, positional.Name, StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(property.Type, positional.Type));
    }
}
