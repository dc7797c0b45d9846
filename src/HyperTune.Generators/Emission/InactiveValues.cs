using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Emission;

/// <summary>The values of conditional members that do not exist: their initializers.</summary>
internal static class InactiveValues
{
    /// <summary>Whether a type has initializers that only a created config can tell.</summary>
    public static bool NeedCreation(NodeCode node)
        => node.Bindings.Any(static pair => pair.Member.Condition is not null && pair.Binding.Initial != DefaultKind.Constant);

    /// <summary>Whether a created config is kept to read values from it.</summary>
    public static bool NeedField(NodeCode node)
        => node.Bindings.Any(static pair => pair.Member.Condition is not null && pair.Binding.Initial == DefaultKind.Expression && CanBeShared(pair.Member));

    /// <summary>The initializer of a member as an expression.</summary>
    public static string Of(NodeCode node, MemberCode member, BindingModel binding) => binding.Initial switch
    {
        DefaultKind.Constant => ConstantOf(member),
        DefaultKind.Middle => member.Nothing,
        _ when CanBeShared(member) => $"{node.Method("Initial")}.{member.Identifier}",
        _ => $"{node.Method("CreateInitial")}().{member.Identifier}",
    };

    private static string ConstantOf(MemberCode member) => member is ParameterCode { Model.Kind: { } kind } parameter && kind.IsSmallInteger()
        ? $"({parameter.Model.TypeName})({member.DefaultLiteral})"
        : member.DefaultLiteral!;

    // What could be changed through one config must not be seen in another.
    private static bool CanBeShared(MemberCode member) => member switch
    {
        ParameterCode => true,
        NestedSpaceCode nested => !nested.Model.IsReferenceType,
        CompositeCode composite => composite.Model.ListKind is ListKind.None or ListKind.ImmutableArray,
        ListCode list => list.Model.Kind == ListKind.ImmutableArray && list.Nested is not { Model.IsReferenceType: true },
        _ => false,
    };
}
