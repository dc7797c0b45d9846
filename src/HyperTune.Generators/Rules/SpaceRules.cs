using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>All rules for a marked type, in the order in which they are checked. The generator and the analyzers share it, so they cannot disagree.</summary>
internal static class SpaceRules
{
    /// <summary>Everything wrong with a declaration; also what somebody else reports, see <see cref="Finding.IsReported"/>.</summary>
    public static IEnumerable<Finding> Check(SpaceDeclaration space, CancellationToken cancellationToken)
    {
        if (ShapeRule.Find(space) is { } unsupported)
        {
            return [unsupported];
        }

        if (UnionRules.FindConcrete(space.Type) is { } concrete)
        {
            // What else would be said follows from it.
            return PartialRules.Check(space.Type, "SearchSpace", cancellationToken).Append(concrete);
        }

        IEnumerable<Finding?> single = [RecursionRule.Find(space, cancellationToken), EmptySpaceRule.Find(space)];
        return PartialRules.Check(space.Type, "SearchSpace", cancellationToken)
            .Concat(CheckMembers(space, cancellationToken))
            .Concat(single.OfType<Finding>());
    }

    // Of the type itself and, in a conditional space, of its cases.
    private static IEnumerable<Finding> CheckMembers(SpaceDeclaration space, CancellationToken cancellationToken)
        => ConstructionRules.Check(space, cancellationToken)
            .Concat(UnionRules.Check(space))
            .Concat(NameRules.Check(space, cancellationToken))
            .Concat(ConstraintRules.Check(space.Type, cancellationToken))
            .Concat(space.Parameters.Where(parameter => !Hides(space, parameter)).SelectMany(parameter => ParameterRules.Check(parameter, cancellationToken)))
            .Concat(ConditionRules.Check(space, cancellationToken))
            .Concat(BoundRules.Check(space, cancellationToken))
            .Concat(ListRule.Check(space, cancellationToken))
            .Concat(space.Cases.SelectMany(inner => CheckMembers(inner, cancellationToken)));

    // That a case has a parameter of the same name as the type around it says it all.
    private static bool Hides(SpaceDeclaration space, ParameterDeclaration parameter) => space.Inherited.Any(inherited => inherited.MemberName == parameter.MemberName);

    /// <summary>Whether code can be generated for the declaration: nothing in it is an error.</summary>
    public static bool IsValid(SpaceDeclaration space, CancellationToken cancellationToken)
        => FindFault(space, cancellationToken) is null;

    /// <summary>The error for which no code can be generated, one that is reported before one that is not; null where there is none.</summary>
    public static Finding? FindFault(SpaceDeclaration space, CancellationToken cancellationToken) => Finding.FirstError(Check(space, cancellationToken));
}
