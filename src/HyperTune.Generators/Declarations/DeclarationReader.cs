using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Declarations;

/// <summary>Reads a marked type into a <see cref="SpaceDeclaration"/>; for the generator and the analyzers alike.</summary>
internal sealed class DeclarationReader(Compilation compilation, CancellationToken cancellationToken)
{
    private SemanticModel? _model;

    /// <summary>Reads a type, or returns null where it is not marked.</summary>
    public SpaceDeclaration? Read(INamedTypeSymbol type)
        => AttributeReader.FindSearchSpace(type) is { } marker ? Read(type, marker, inherited: []) : null;

    private SpaceDeclaration Read(INamedTypeSymbol type, AttributeData marker, ImmutableArray<ParameterDeclaration> inherited)
    {
        var parameters = ImmutableArray.CreateBuilder<ParameterDeclaration>();
        foreach (ConfigMember member in ConfigMember.In(type, cancellationToken))
        {
            if (member.IsPart && Read(member) is { } parameter)
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
            Constructor = ConfigMember.FindPrimaryConstructor(type, cancellationToken) ?? type.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty),
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

    /// <summary>The type inside a Nullable, or the type itself.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private ParameterDeclaration? Read(ConfigMember member)
    {
        ImmutableArray<DistributionDeclaration> distributions = member.Distributions;
        RepeatDeclaration? repeat = member.Repeat;
        (ListKind listKind, ITypeSymbol valueType) = member.List;
        ITypeSymbol underlying = WithoutNullable(valueType);
        ValueKind kind = ValueKinds.Of(underlying);
        // While it is being typed, a member may have no name yet.
        bool isTuned = !distributions.IsEmpty || ((kind == ValueKind.Space || repeat is not null) && !member.IsView(cancellationToken));
        if (!isTuned || member.Symbol.Name.Length == 0)
        {
            return null;
        }

        return new ParameterDeclaration
        {
            Property = member.Property,
            Positional = member.Positional,
            Type = member.Type,
            ValueType = valueType,
            UnderlyingType = underlying,
            Kind = kind,
            When = member.When,
            Bounds = member.Bounds,
            Repeat = repeat,
            ListKind = listKind,
            Distributions = distributions,
            Default = member.Positional is { } positional ? ReadArgument(positional) : ReadInitializer(member.Property!),
        };
    }

    private DefaultDeclaration ReadArgument(IParameterSymbol positional)
    {
        SyntaxNode? syntax = positional.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ParameterSyntax { Default: { } clause }
            ? clause.Value
            : null;
        Optional<object?> constant = positional.HasExplicitDefaultValue ? new(positional.ExplicitDefaultValue) : default;
        return new DefaultDeclaration(syntax, constant)
        {
            // A struct's only constant is its default, which is told as null.
            Seconds = constant is { HasValue: true, Value: null } && ValueKinds.Of(positional.Type) == ValueKind.TimeSpan ? 0 : null,
        };
    }

    private DefaultDeclaration ReadInitializer(IPropertySymbol property)
    {
        var syntax = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as PropertyDeclarationSyntax;
        return ReadInitializer(syntax?.Initializer?.Value, property.Type) with { IsAssigned = IsAssigned(property) };
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
}
