using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Emission;

/// <summary>The configs at the default point: the constructor and the initializers give what they know, the rest is named.</summary>
internal static class DefaultSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        string property = $"public override {code.Root.Model.TypeName} Default";
        if (code.Root.Model.IsUnion)
        {
            // The first of the cases, as with any list without an initializer.
            writer.Line($"{property} => {code.Root.Leaves.First().Method("Default")}();");
        }
        else
        {
            WriteMember(writer, property, code.Root);
        }

        foreach (NodeCode node in code.Root.Leaves)
        {
            if (!node.IsRoot)
            {
                writer.Separate();
                WriteMember(writer, $"private static {node.Model.TypeName} {node.Method("Default")}()", node);
            }

            if (InactiveValues.NeedCreation(node))
            {
                writer.Separate();
                writer.Line("// The initializers, before any condition is looked at.");
                Creation.Write(writer, $"private static {node.Model.TypeName} {node.Method("CreateInitial")}() =>", node, static (member, binding) => InitialValueOf(member, binding));
            }
        }
    }

    private static void WriteMember(CodeWriter writer, string header, NodeCode node)
    {
        MemberCode[] undecided = [.. node.Bindings.Where(static pair => IsUndecided(pair.Member, pair.Binding)).Select(static pair => pair.Member)];
        if (undecided.Length == 0)
        {
            Creation.Write(writer, $"{header} =>", node, static (member, binding) => ValueOf(member, binding));
            return;
        }

        using (writer.Block(header))
        {
            if (node.IsRoot)
            {
                using (writer.Block("get"))
                {
                    WriteBody(writer, node, undecided);
                }
            }
            else
            {
                WriteBody(writer, node, undecided);
            }
        }
    }

    private static void WriteBody(CodeWriter writer, NodeCode node, MemberCode[] undecided)
    {
        writer.Line($"{node.Model.TypeName} initial = {node.Method("CreateInitial")}();");
        ConditionLocals.Write(writer, node, undecided, parent => undecided.Contains(parent) ? parent.MiddleOperand : parent.ToVectorOperand($"initial.{parent.Identifier}"));
        Creation.Write(writer, "return", node, static (member, binding) => IsUndecided(member, binding)
            ? $"{member.Condition!.Local} ? {MiddleOf(member)} : {member.Nothing}"
            : ValueOf(member, binding));
    }

    // A conditional member without an initializer is in the middle where it exists, and nothing where it does not.
    private static bool IsUndecided(MemberCode member, BindingModel binding) => member.Condition is not null && binding.Initial == DefaultKind.Middle;

    // Beside default(byte), a literal would be an int.
    private static string MiddleOf(MemberCode member) => member is ParameterCode { Model: { Kind: { } kind } parameter } && kind.IsSmallInteger() && (parameter.Distribution.IsList || parameter.Bound is not null)
        ? $"({member.Model.TypeName})({member.Middle})"
        : member.Middle;

    private static string? ValueOf(MemberCode member, BindingModel binding)
        => binding.Initial == DefaultKind.Middle || binding.IsMandatory ? member.DefaultLiteral ?? member.Middle : null;

    private static string? InitialValueOf(MemberCode member, BindingModel binding)
        => !IsUndecided(member, binding) ? ValueOf(member, binding) : binding.IsMandatory ? member.Nothing : null;
}
