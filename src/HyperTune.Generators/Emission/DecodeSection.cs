namespace HyperTune.Generators.Emission;

/// <summary>From vectors to configs.</summary>
internal static class DecodeSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        WriteMethod(writer, code, code.Root, $"public override {code.Root.Model.TypeName} Decode({Runtime.Vector} vector)");
    }

    private static void WriteMethod(CodeWriter writer, DescriptorCode code, NodeCode node, string header)
    {
        if (!node.Model.IsUnion)
        {
            using (writer.Block(header))
            {
                ConditionLocals.Write(writer, node, node.AllMembers, static parent => parent.Entry);
                Creation.WriteReturn(writer, node, (member, binding) => member.Condition is { } condition
                    ? $"{condition.Local} ? {member.Decode} : {InactiveValues.Of(node, member, binding)}"
                    : member.Decode);
            }

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
            WriteMethod(writer, code, inner, $"private static {inner.Model.TypeName} {inner.Method("Decode")}({Runtime.Vector} vector)");
        }
    }
}
