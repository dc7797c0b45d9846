using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT1008, HT1009: the names under which parameters, cases and metrics are known in studies and files.</summary>
internal static class NameRules
{
    private static readonly char[] Separators = ['.', '[', ']'];

    /// <summary>The names directly inside a space: those of its members, of what a case inherits, and of its cases.</summary>
    public static IEnumerable<Finding> Check(SpaceDeclaration space, CancellationToken cancellationToken)
    {
        IEnumerable<NamedThing> inherited = space.Inherited.Select(static parameter => NamedThing.Of(parameter));
        IEnumerable<NamedThing> own = space.Parameters.Select(static parameter => NamedThing.Of(parameter))
            .Concat(space.Cases.Select(static inner => NamedThing.OfCase(inner.Type, inner.Name)));
        return Check(inherited, own, cancellationToken).Concat(CheckHidden(space)).Concat(space.Parameters.Select(parameter => FindTakenSelector(parameter, cancellationToken)).OfType<Finding>());
    }

    /// <summary>
    /// HT1009 for an optional part that is a conditional space: the part's own name is that of its presence, so <c>Case</c> inside it is that of the selector.
    /// </summary>
    private static Finding? FindTakenSelector(ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        const string Selector = "Case";
        if (!parameter.IsOptionalSpace || parameter.UnderlyingType is not INamedTypeSymbol space || !space.GetTypeMembers().Any(AttributeReader.IsCase))
        {
            return null;
        }

        return ConfigMember.In(space, cancellationToken)
            .Where(member => !member.Distributions.IsEmpty && string.Equals(NameOf(member), Selector, StringComparison.OrdinalIgnoreCase))
            .Select(taken => new Finding(
                DeclarationDescriptors.DuplicateName,
                () => Places.Identifier(parameter.Symbol),
                [$"{parameter.MemberName}.{Selector}", Selector, taken.Symbol.Name, ""]))
            .FirstOrDefault();

        static string NameOf(ConfigMember member)
            => member.Distributions[0].Name ?? AttributeReader.StableName(member.Positional) ?? AttributeReader.StableName(member.Property) ?? member.Symbol.Name;
    }

    // With another stable name the two are two parameters, but a config has one property for them.
    private static IEnumerable<Finding> CheckHidden(SpaceDeclaration space)
        => space.Parameters
            .Where(parameter => space.Inherited.Any(inherited => inherited.MemberName == parameter.MemberName)
                && !space.Inherited.Any(inherited => string.Equals(inherited.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(static parameter => new Finding(
                DeclarationDescriptors.DuplicateName,
                () => Places.Identifier(parameter.Symbol),
                [parameter.MemberName, parameter.MemberName, parameter.MemberName, " in the type around the case"]));

    /// <summary>The names of metrics and records.</summary>
    public static IEnumerable<Finding> Check(MetricsDeclaration metrics, CancellationToken cancellationToken)
        => Check([], metrics.Metrics.Concat(metrics.Records).Select(static metric => NamedThing.Of(metric)), cancellationToken);

    private static IEnumerable<Finding> Check(IEnumerable<NamedThing> taken, IEnumerable<NamedThing> own, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, NamedThing>(StringComparer.OrdinalIgnoreCase);
        foreach (NamedThing thing in taken)
        {
            seen[thing.Name] = thing;
        }

        foreach (NamedThing thing in own)
        {
            if (thing.Source is not null && (string.IsNullOrWhiteSpace(thing.Name) || thing.Name.IndexOfAny(Separators) >= 0))
            {
                yield return new Finding(
                    DeclarationDescriptors.InvalidName,
                    () => thing.GetLocation(cancellationToken),
                    [thing.Name, thing.Symbol.Name]);
            }
            else if (seen.TryGetValue(thing.Name, out NamedThing earlier))
            {
                string difference = string.Equals(thing.Name, earlier.Name, StringComparison.Ordinal) ? "" : $" as \"{earlier.Name}\" but for letter case";
                yield return new Finding(
                    DeclarationDescriptors.DuplicateName,
                    () => thing.GetLocation(cancellationToken),
                    [thing.Symbol.Name, thing.Name, earlier.Symbol.Name, difference]);
            }
            else
            {
                seen.Add(thing.Name, thing);
            }
        }
    }
}
