using System.Linq;

namespace HyperTune.Generators.Emission;

/// <summary>From vectors to configs.</summary>
internal static class DecodeSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        WriteMethod(writer, code.Root, $"public override {code.Root.Model.TypeName} Decode({Runtime.Vector} vector)");
    }

    private static void WriteMethod(CodeWriter writer, NodeCode node, string header)
    {
        if (!node.Model.IsUnion)
        {
            WriteCreation(writer, node, header);
            return;
        }

        using (writer.Block($"{header} => (int){node.SelectorEntry} switch", "};"))
        {
            foreach (NodeCode inner in node.Cases)
            {
                writer.Line($"{inner.CaseIndex} => {inner.Method("Decode")}(vector),");
            }

            writer.Line($"_ => throw {Runtime.VectorValue}.NotListed({UnionText.NameLiteral(node)}, {node.SelectorEntry}, {node.Cases.Length}),");
        }

        foreach (NodeCode inner in node.Cases)
        {
            writer.Separate();
            WriteMethod(writer, inner, $"private static {inner.Model.TypeName} {inner.Method("Decode")}({Runtime.Vector} vector)");
        }
    }

    private static void WriteCreation(CodeWriter writer, NodeCode node, string header)
    {
        if (node.AllMembers.All(static member => member.Condition is null))
        {
            Creation.Write(writer, $"{header} =>", node, static (member, _) => member.Decode);
            return;
        }

        using (writer.Block(header))
        {
            ConditionLocals.Write(writer, node, node.AllMembers, static parent => parent.Entry);
            Creation.Write(writer, "return", node, (member, binding) => member.Condition is { } condition
                ? $"{condition.Local} ? {member.Decode} : {InactiveValues.Of(node, member, binding)}"
                : member.Decode);
        }
    }
}
