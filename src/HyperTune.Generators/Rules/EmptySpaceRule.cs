using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT1011: a space without parameters works, but there is nothing to search in it.</summary>
internal static class EmptySpaceRule
{
    public static Finding? Find(SpaceDeclaration space)
    {
        // Where an attribute sits on a member that cannot be tuned, that mistake is reported there.
        bool isEmpty = space.Parameters.IsEmpty
            && !space.Type.IsAbstract
            && AttributeCarriers.In(space.Type).All(static member => DistributionDeclaration.On(member).IsEmpty);
        return isEmpty ? new Finding(DeclarationDescriptors.EmptySearchSpace, () => Places.Identifier(space.Type), [space.Type.Name]) : null;
    }
}
