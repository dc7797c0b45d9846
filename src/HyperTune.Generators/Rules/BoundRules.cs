using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT2011, HT3021, HT3022, HT3023, HT3024: ranges of which an end depends on another member.</summary>
internal static class BoundRules
{
    public static IEnumerable<Finding> Check(SpaceDeclaration space, CancellationToken cancellationToken)
        => space.Parameters.Where(static parameter => !parameter.Bounds.IsEmpty).Select(parameter => Find(space, parameter, cancellationToken)).OfType<Finding>();

    /// <summary>The member at whose value a range ends, whatever it is; null where there is none of that name.</summary>
    public static ParameterDeclaration? Other(BoundDeclaration bound, ImmutableArray<ParameterDeclaration> siblings)
        => siblings.FirstOrDefault(sibling => sibling.MemberName == bound.ParameterName);

    private static Finding? Find(SpaceDeclaration space, ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        BoundDeclaration bound = parameter.Bounds[0];
        if (IsWrong(parameter, cancellationToken))
        {
            // Then what its range is, is not known.
            return null;
        }

        if (FindInvalid(parameter) is { } problem)
        {
            BoundDeclaration marked = parameter.Bounds[parameter.Bounds.Length - 1];
            return new Finding(
                ConditionDescriptors.InvalidBound,
                () => AttributePlaces.Whole(marked.Attribute, cancellationToken),
                [AttributeReader.DisplayName(marked.Attribute), parameter.MemberName, problem])
            {
                // The compiler reports an argument that does not bind; it is content with null.
                IsReported = bound.ParameterName is not null || (bound.Attribute.ConstructorArguments.Length > 0 && bound.Attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, IsNull: true }),
            };
        }

        ParameterDeclaration? other = Other(bound, space.Parameters);
        if (other is not null && IsWrong(other, cancellationToken))
        {
            return null;
        }

        if (FindUnknown(space, parameter, bound, other) is { } unknown)
        {
            return new Finding(ConditionDescriptors.UnknownBound, Name, [parameter.MemberName, bound.ParameterName!, unknown]);
        }

        if (FindCircle(space, parameter) is { } circle)
        {
            return new Finding(ConditionDescriptors.CircularBound, Name, [parameter.MemberName, string.Join(" -> ", circle.Select(static member => member.MemberName))])
            {
                // One circle is one mistake, reported on the first member with a bound in it.
                IsReported = circle.All(member => member.Bounds.IsEmpty || space.Parameters.IndexOf(member) >= space.Parameters.IndexOf(parameter)),
            };
        }

        return FindEmpty(parameter, bound, other!, Name) ?? FindDefault(parameter, bound, other!);

        Location Name() => AttributePlaces.Argument(bound.Attribute, 0, "parameter", cancellationToken);
    }

    private static bool IsWrong(ParameterDeclaration parameter, CancellationToken cancellationToken)
        => ParameterRules.Check(parameter, cancellationToken).Any(static finding => finding.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    private static string? FindInvalid(ParameterDeclaration parameter)
        => parameter.Bounds.Length > 1 ? "would be a second end that depends on another value; one is all that a range has"
            : parameter.Bounds[0].ParameterName is null ? "names nothing"
            : parameter.Repeat is not null ? "is on a list; put the element into a search space of its own, together with what bounds it"
            : !HasRange(parameter) || parameter.Distributions[0].Kind is not (DistributionKind.Uniform or DistributionKind.LogUniform) ? "stands beside [Uniform] or [LogUniform] only"
            : null;

    private static bool HasRange(ParameterDeclaration parameter)
        => parameter is { Repeat: null, Composite: null, Distributions: { IsEmpty: false } distributions } && parameter.Kind.IsNumeric() && !distributions[0].IsList;

    private static string? FindUnknown(SpaceDeclaration space, ParameterDeclaration parameter, BoundDeclaration bound, ParameterDeclaration? other) => other switch
    {
        null when space.Inherited.Any(shared => shared.MemberName == bound.ParameterName) => "is shared by all cases; only a member of the case itself can be an end",
        null when ConditionRules.HasMember(space.Type, bound.ParameterName!) => "is not tuned",
        null => $"is no property of '{space.Type.Name}'",
        not null when !HasRange(other) => "has no range",
        not null when !AreComparable(parameter.Kind, other.Kind) => $"has the type '{other.TypeName}', while '{parameter.MemberName}' is '{parameter.TypeName}'",
        _ => null,
    };

    // Others than these round numbers each in their own way.
    private static bool AreComparable(ValueKind kind, ValueKind other) => kind == other || (IsExact(kind) && IsExact(other));

    private static bool IsExact(ValueKind kind) => kind.IsInteger() || kind == ValueKind.Double;

    // The way from a member through those that it depends on back to itself; null where none leads there.
    private static List<ParameterDeclaration>? FindCircle(SpaceDeclaration space, ParameterDeclaration parameter)
    {
        var seen = new HashSet<ParameterDeclaration>();
        return Search(Other(parameter.Bounds[0], space.Parameters)!);

        List<ParameterDeclaration>? Search(ParameterDeclaration current)
        {
            if (current == parameter)
            {
                return [parameter, current];
            }

            if (!seen.Add(current))
            {
                return null;
            }

            foreach (ParameterDeclaration next in MemberOrder.NeededBy(current, space.Parameters))
            {
                if (Search(next) is { } way)
                {
                    way.Insert(1, current);
                    return way;
                }
            }

            return null;
        }
    }

    private static Finding? FindEmpty(ParameterDeclaration parameter, BoundDeclaration bound, ParameterDeclaration other, System.Func<Location> place)
    {
        DistributionDeclaration own = parameter.Distributions[0];
        double end = bound.IsUpper ? Misfit.Low(other.Distributions[0]) : Misfit.High(other.Distributions[0]);
        bool isEmpty = bound.IsUpper ? end < Misfit.Low(own) : end > Misfit.High(own);
        return isEmpty
            ? new Finding(
                ConditionDescriptors.EmptyBound,
                place,
                [NumberText.Of(Misfit.Low(own)), NumberText.Of(Misfit.High(own)), parameter.MemberName, other.MemberName, NumberText.Of(end)])
            : null;
    }

    private static Finding? FindDefault(ParameterDeclaration parameter, BoundDeclaration bound, ParameterDeclaration other)
    {
        if (parameter.Default.Syntax is not { } syntax || DefaultNumber.Stated(parameter) is not { } own || DefaultNumber.Of(other) is not { } limit)
        {
            return null;
        }

        double held = parameter.Kind.Hold(own);
        double end = parameter.Kind.Hold(limit);
        return (bound.IsUpper ? held > end : held < end)
            ? new Finding(
                RangeDescriptors.DefaultOutsideRange,
                () => syntax.GetLocation(),
                [NumberText.Of(own), parameter.MemberName, $"is {(bound.IsUpper ? "above" : "below")} '{other.MemberName}', whose default is {NumberText.Of(limit)}"])
            : null;
    }
}
