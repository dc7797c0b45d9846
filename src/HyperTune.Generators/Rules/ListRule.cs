using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT3017: a list of search spaces looks tuned, and is not without [Repeat].</summary>
internal static class ListRule
{
    public static IEnumerable<Finding> Check(SpaceDeclaration space, CancellationToken cancellationToken)
        => ConfigMember.In(space.Type, cancellationToken)
            .Where(static member => member is { IsPart: true, Property.SetMethod: not null })
            .Select(static member => member.Property!)
            .Where(property => ListKinds.Of(property.Type).Kind != ListKind.None
                && space.Parameters.All(parameter => parameter.MemberName != property.Name))
            .Select(property => (Property: property, Element: DeclarationReader.WithoutNullable(ListKinds.Of(property.Type).Element)))
            .Where(static list => ValueKinds.Of(list.Element) == ValueKind.Space)
            .Select(list => new Finding(ConditionDescriptors.ListNotRepeated, () => Places.Identifier(list.Property), [list.Property.Name, list.Element.Name]));
}
