using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Declarations;

/// <summary>Reads a marked type into a <see cref="SpaceDeclaration"/>; the one place that looks at members, for the generator and the analyzers alike.</summary>
internal sealed class DeclarationReader(Compilation compilation, CancellationToken cancellationToken)
{
    private SemanticModel? _model;

    /// <summary>Reads a type, or returns null where it is not marked.</summary>
    public SpaceDeclaration? Read(INamedTypeSymbol type)
        => AttributeReader.FindSearchSpace(type) is { } marker ? Read(type, marker, inherited: []) : null;

    private SpaceDeclaration Read(INamedTypeSymbol type, AttributeData marker, ImmutableArray<ParameterDeclaration> inherited)
    {
        IMethodSymbol? primary = FindPrimaryConstructor(type, cancellationToken);
        var parameters = ImmutableArray.CreateBuilder<ParameterDeclaration>();
        var positionalProperties = new HashSet<IPropertySymbol>(SymbolEqualityComparer.Default);
        foreach (IParameterSymbol positional in primary?.Parameters ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            IPropertySymbol? property = FindProperty(type, positional);
            if (property is not null)
            {
                positionalProperties.Add(property);
            }

            if (ReadPositional(positional, property) is { } parameter)
            {
                parameters.Add(parameter);
            }
        }

        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Of two members with one name, which the compiler reports, the second is as good as not there.
            bool isTwin = parameters.Any(earlier => earlier.MemberName == property.Name);
            if (!positionalProperties.Contains(property) && !isTwin && ReadProperty(property) is { } parameter)
            {
                parameters.Add(parameter);
            }
        }

        ImmutableArray<ParameterDeclaration> own = parameters.ToImmutable();
        return new SpaceDeclaration
        {
            Type = type,
            Marker = marker,
            Parameters = own,
            Constructor = primary ?? type.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty),
            Constraints = ConstraintDeclaration.In(type),
            Inherited = inherited,
            Cases = ReadCases(type, marker, inherited.AddRange(own)),
        };
    }

    // A type that is nested in another and derives from it can be no deeper inside itself, so this ends.
    private ImmutableArray<SpaceDeclaration> ReadCases(INamedTypeSymbol type, AttributeData marker, ImmutableArray<ParameterDeclaration> inherited)
    {
        if (!type.IsAbstract)
        {
            return [];
        }

        var cases = ImmutableArray.CreateBuilder<SpaceDeclaration>();
        foreach (INamedTypeSymbol nested in type.GetTypeMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (SymbolEqualityComparer.Default.Equals(nested.BaseType, type))
            {
                cases.Add(Read(nested, marker, inherited));
            }
        }

        return cases.ToImmutable();
    }

    /// <summary>The distribution attributes on a member, in source order.</summary>
    public static ImmutableArray<DistributionDeclaration> ReadDistributions(ISymbol symbol)
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

    /// <summary>Whether a property is computed: one of a space's type is then a view, not a part of the config.</summary>
    public static bool IsView(IPropertySymbol property, CancellationToken cancellationToken)
        => property.SetMethod is null
            && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is PropertyDeclarationSyntax syntax
            && syntax.AccessorList?.Accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null) != true;

    /// <summary>The type inside a Nullable, or the type itself.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private ParameterDeclaration? ReadPositional(IParameterSymbol positional, IPropertySymbol? property)
    {
        // [property: Uniform(0, 1)] puts the attribute on the property, a plain one on the parameter.
        ImmutableArray<DistributionDeclaration> distributions = ReadDistributions(positional);
        if (property is not null)
        {
            distributions = distributions.AddRange(ReadDistributions(property));
        }

        SyntaxNode? syntax = positional.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ParameterSyntax { Default: { } clause }
            ? clause.Value
            : null;
        Optional<object?> constant = positional.HasExplicitDefaultValue ? new(positional.ExplicitDefaultValue) : default;
        var defaultDeclaration = new DefaultDeclaration(syntax, constant)
        {
            // A struct's only constant is its default, which is told as null.
            Seconds = constant is { HasValue: true, Value: null } && ValueKinds.Of(positional.Type) == ValueKind.TimeSpan ? 0 : null,
        };
        return Create(property, positional, positional.Type, distributions, defaultDeclaration);
    }

    private ParameterDeclaration? ReadProperty(IPropertySymbol property)
    {
        if (property.IsStatic || property.IsIndexer || property.IsImplicitlyDeclared || !property.ExplicitInterfaceImplementations.IsEmpty)
        {
            return null;
        }

        ImmutableArray<DistributionDeclaration> distributions = ReadDistributions(property);
        var syntax = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as PropertyDeclarationSyntax;
        if (distributions.IsEmpty && IsView(property, cancellationToken))
        {
            return null;
        }

        DefaultDeclaration initializer = ReadInitializer(syntax?.Initializer?.Value, property.Type) with { IsAssigned = IsAssigned(property) };
        return Create(property, null, property.Type, distributions, initializer);
    }

    // As far as the body of the constructor itself tells.
    private bool IsAssigned(IPropertySymbol property)
        => property.ContainingType.InstanceConstructors.FirstOrDefault(static constructor => constructor is { Parameters.IsEmpty: true, IsImplicitlyDeclared: false }) is { } constructor
            && constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ConstructorDeclarationSyntax syntax
            && syntax.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left switch
            {
                IdentifierNameSyntax name => name.Identifier.ValueText == property.Name,
                MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: { } name } => name.Identifier.ValueText == property.Name,
                _ => false,
            });

    private static ParameterDeclaration? Create(
        IPropertySymbol? property,
        IParameterSymbol? positional,
        ITypeSymbol type,
        ImmutableArray<DistributionDeclaration> distributions,
        DefaultDeclaration defaultDeclaration)
    {
        // While it is being typed, a member may have no name yet.
        if ((positional ?? (ISymbol?)property)?.Name is null or "")
        {
            return null;
        }

        RepeatDeclaration? repeat = RepeatDeclaration.Find(positional) ?? RepeatDeclaration.Find(property);
        (ListKind listKind, ITypeSymbol valueType) = repeat is null ? (ListKind.None, type) : ListKinds.Of(type);
        ITypeSymbol underlying = WithoutNullable(valueType);
        ValueKind kind = ValueKinds.Of(underlying);
        if (distributions.IsEmpty && kind != ValueKind.Space && repeat is null)
        {
            return null;
        }

        return new ParameterDeclaration
        {
            Property = property,
            Positional = positional,
            Type = type,
            ValueType = valueType,
            UnderlyingType = underlying,
            Kind = kind,
            When = WhenDeclaration.Find(positional) ?? WhenDeclaration.Find(property),
            Repeat = repeat,
            ListKind = listKind,
            Distributions = distributions,
            Default = defaultDeclaration,
        };
    }

    private DefaultDeclaration ReadInitializer(ExpressionSyntax? expression, ITypeSymbol type)
    {
        if (expression is null)
        {
            return default;
        }

        bool isTimeSpan = ValueKinds.Of(WithoutNullable(type)) == ValueKind.TimeSpan;
        if (!isTimeSpan && LiteralExpression.Value(expression) is { HasValue: true } literal)
        {
            return new DefaultDeclaration(expression, literal);
        }

        if (_model?.SyntaxTree != expression.SyntaxTree)
        {
            // Symbol actions bring no semantic model, and an initializer can lie in any part of the type; this runs for those that are no literals only.
#pragma warning disable RS1030
            _model = compilation.GetSemanticModel(expression.SyntaxTree);
#pragma warning restore RS1030
        }

        return new DefaultDeclaration(expression, _model.GetConstantValue(expression, cancellationToken))
        {
            Seconds = isTimeSpan ? TimeSpanExpression.Seconds(_model.GetOperation(expression, cancellationToken)) : null,
        };
    }

    /// <summary>The constructor whose parameters stand behind the type's name.</summary>
    public static IMethodSymbol? FindPrimaryConstructor(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences
            .Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { ParameterList: not null }));
}
