using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT3001, HT3002: which parameter decides whether another exists.</summary>
internal static class ConditionRules
{
    public static IEnumerable<Finding> Check(SpaceDeclaration space, CancellationToken cancellationToken)
    {
        ImmutableArray<ParameterDeclaration> siblings = space.Parameters;
        foreach (ParameterDeclaration parameter in space.Parameters)
        {
            if (parameter.When is not { } when)
            {
                continue;
            }

            if (!when.IsReadable)
            {
                yield return Unreadable(parameter, when, cancellationToken);
            }
            else if (FindUnknown(space, parameter, when, siblings, cancellationToken) is { } unknown)
            {
                yield return unknown;
            }
            else if (FindCircle(parameter, siblings, cancellationToken) is { } circle)
            {
                yield return circle;
            }
            else
            {
                foreach (Finding finding in ConditionValueRules.Check(parameter, when, Parent(parameter, siblings)!, cancellationToken))
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>The member that decides over a conditional one, whatever it is; null where there is none of that name.</summary>
    public static ParameterDeclaration? Parent(ParameterDeclaration parameter, ImmutableArray<ParameterDeclaration> siblings)
        => siblings.FirstOrDefault(sibling => sibling.MemberName == parameter.When?.ParameterName);

    private static Finding? FindUnknown(
        SpaceDeclaration space,
        ParameterDeclaration parameter,
        WhenDeclaration when,
        ImmutableArray<ParameterDeclaration> siblings,
        CancellationToken cancellationToken)
    {
        string? problem = Parent(parameter, siblings) switch
        {
            null when space.Inherited.Any(shared => shared.MemberName == when.ParameterName) => "is shared by all cases; only a member of the case itself can decide",
            null when HasMember(space.Type, when.ParameterName!) => "is not tuned",
            null => $"is no property of '{space.Type.Name}'",
            // What is no list in spite of its attribute is reported there.
            { Repeat: not null, ListKind: not ListKind.None } => "is a list",
            { Kind: ValueKind.Space } => "is a nested space",
            { Composite: { } composite } => $"is made of several parameters by [{composite.DisplayName}]",
            _ => null,
        };
        return problem is null
            ? null
            : new Finding(
                ConditionDescriptors.UnknownConditionParameter,
                () => AttributePlaces.Argument(when.Attribute, 0, "parameter", cancellationToken),
                [parameter.MemberName, when.ParameterName!, problem]);
    }

    private static Finding? FindCircle(ParameterDeclaration parameter, ImmutableArray<ParameterDeclaration> siblings, CancellationToken cancellationToken)
    {
        var way = new List<ParameterDeclaration> { parameter };
        for (ParameterDeclaration? next = Parent(parameter, siblings); next is not null && way.Count <= siblings.Length; next = Parent(next, siblings))
        {
            way.Add(next);
            if (next == parameter)
            {
                return new Finding(
                    ConditionDescriptors.CircularCondition,
                    () => AttributePlaces.Argument(parameter.When!.Attribute, 0, "parameter", cancellationToken),
                    [parameter.MemberName, string.Join(" -> ", way.Select(static member => member.MemberName))])
                {
                    // One circle is one mistake, reported on its first member.
                    IsReported = way.All(member => siblings.IndexOf(member) >= siblings.IndexOf(parameter)),
                };
            }
        }

        return null;
    }

    /// <summary>Whether a type or one that it derives from has a property or a field of the given name.</summary>
    public static bool HasMember(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).Any(static member => member is IPropertySymbol or IFieldSymbol))
            {
                return true;
            }
        }

        return false;
    }

    private static Finding Unreadable(ParameterDeclaration parameter, WhenDeclaration when, CancellationToken cancellationToken) => new(
        ConditionDescriptors.InvalidCondition,
        () => AttributePlaces.Whole(when.Attribute, cancellationToken),
        [parameter.MemberName, "is not valid"])
    {
        // The compiler reports arguments that do not bind; it is content with null for a name.
        IsReported = when.Attribute.ConstructorArguments.Length > 0 && when.Attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, IsNull: true },
    };
}
