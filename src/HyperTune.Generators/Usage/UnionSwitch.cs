using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Usage;

/// <summary>A switch over a conditional space: which cases it has no arm for.</summary>
internal static class UnionSwitch
{
    /// <summary>The conditional space, or the abstract case, that a type is; null for any other type.</summary>
    public static INamedTypeSymbol? UnionOf(ITypeSymbol? type)
        => type is INamedTypeSymbol { IsAbstract: true, TypeKind: TypeKind.Class } union
            && (AttributeReader.IsSearchSpace(union) || AttributeReader.IsCase(union))
            && Leaves(union).Any()
                ? union
                : null;

    /// <summary>The cases that no arm of a switch expression takes; none where an arm takes everything and does more than throw.</summary>
    public static INamedTypeSymbol[] FindMissing(ISwitchExpressionOperation expression, INamedTypeSymbol union)
        => FindMissing(union, expression.Arms.Select(static arm => (arm.Pattern, IsGuarded: arm.Guard is not null, Throws: IsThrow(arm.Value))));

    /// <summary>The cases that no label of a switch statement takes; none where there is a default that does more than throw.</summary>
    public static INamedTypeSymbol[] FindMissing(ISwitchOperation statement, INamedTypeSymbol union)
    {
        if (statement.Cases.Any(static section => section.Clauses.OfType<IDefaultCaseClauseOperation>().Any() && !IsThrow(section.Body.FirstOrDefault())))
        {
            return [];
        }

        return FindMissing(
            union,
            statement.Cases.SelectMany(static section => section.Clauses.OfType<IPatternCaseClauseOperation>()
                .Select(clause => (clause.Pattern, IsGuarded: clause.Guard is not null, Throws: IsThrow(section.Body.FirstOrDefault())))));
    }

    private static INamedTypeSymbol[] FindMissing(INamedTypeSymbol union, IEnumerable<(IPatternOperation Pattern, bool IsGuarded, bool Throws)> arms)
    {
        var taken = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach ((IPatternOperation pattern, bool isGuarded, bool throws) in arms)
        {
            if (isGuarded)
            {
                continue;
            }

            if (TakesAll(pattern))
            {
                // One that only throws is there because the compiler asked for it.
                return throws ? [.. Leaves(union).Where(leaf => !IsTaken(leaf, taken))] : [];
            }

            taken.UnionWith(Types(pattern));
        }

        return [.. Leaves(union).Where(leaf => !IsTaken(leaf, taken))];
    }

    /// <summary>The cases at the ends.</summary>
    private static IEnumerable<INamedTypeSymbol> Leaves(INamedTypeSymbol union)
        => union.GetTypeMembers().Where(static nested => AttributeReader.IsCase(nested)).SelectMany(static nested => nested.IsAbstract ? Leaves(nested) : [nested]);

    private static bool IsTaken(INamedTypeSymbol leaf, HashSet<ITypeSymbol> taken) => taken.Contains(leaf) || leaf.BaseTypes().Any(taken.Contains);

    /// <summary>The types of which a pattern takes every value.</summary>
    private static IEnumerable<ITypeSymbol> Types(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation { MatchedType: { } type } => [type],
        ITypePatternOperation type => [type.MatchedType],
        IRecursivePatternOperation recursive when recursive.DeconstructionSubpatterns.All(TakesAll)
            && recursive.PropertySubpatterns.All(static property => TakesAll(property.Pattern)) => [recursive.MatchedType],
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Types(either.LeftPattern).Concat(Types(either.RightPattern)),
        _ => [],
    };

    private static bool TakesAll(IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchesNull || (declaration.MatchedType is { IsValueType: true } type && SymbolEqualityComparer.Default.Equals(type, pattern.InputType)),
        IRecursivePatternOperation recursive => SymbolEqualityComparer.Default.Equals(recursive.MatchedType, pattern.InputType)
            && recursive.DeconstructionSubpatterns.All(TakesAll)
            && recursive.PropertySubpatterns.All(static property => TakesAll(property.Pattern)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => TakesAll(either.LeftPattern) || TakesAll(either.RightPattern),
        _ => false,
    };

    private static bool IsThrow(IOperation? operation) => operation switch
    {
        IThrowOperation => true,
        IConversionOperation conversion => IsThrow(conversion.Operand),
        IExpressionStatementOperation statement => IsThrow(statement.Operation),
        IBlockOperation block => IsThrow(block.Operations.FirstOrDefault()),
        _ => false,
    };
}
