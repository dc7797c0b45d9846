using System.Linq;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Emission;

/// <summary>Which members and cases a gradient has, and the names of its records.</summary>
internal static class GradientTypes
{
    /// <summary>Whether a type or a case of it has a continuous parameter of its own.</summary>
    public static bool IsContinuous(NodeModel node) => node.Members.Any(IsShown) || node.Cases.Any(IsShown);

    /// <summary>Whether the gradient has a property for a member: what only the type itself sees, others cannot differentiate by.</summary>
    public static bool IsShown(MemberModel member) => member.IsContinuous && member.Accessibility != "private";

    /// <summary>Whether the gradient has a property for a case.</summary>
    public static bool IsShown(NodeModel node) => node.Accessibility != "private" && IsContinuous(node);

    /// <summary>The record for a case, named inside the type.</summary>
    public static string NameOf(SpaceModel space, NodeModel node) => $"{space.GradientName}.{SimpleNameOf(space, node)}";

    /// <summary>The record for a case, as it is declared inside the gradient.</summary>
    public static string SimpleNameOf(SpaceModel space, NodeModel node) => PathTo(space.Root, node) + "Gradient";

    /// <summary>Whether a case is shown, and so are all around it.</summary>
    public static bool IsReached(NodeModel from, NodeModel node)
        => from.Cases.Where(IsShown).Any(inner => ReferenceEquals(inner, node) || IsReached(inner, node));

    private static string? PathTo(NodeModel from, NodeModel node)
    {
        foreach (NodeModel inner in from.Cases)
        {
            if (ReferenceEquals(inner, node))
            {
                return inner.DescriptorProperty;
            }

            if (PathTo(inner, node) is { } rest)
            {
                return inner.DescriptorProperty + rest;
            }
        }

        return null;
    }
}
