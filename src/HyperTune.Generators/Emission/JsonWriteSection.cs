using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>From configs to JSON: an object with one member a parameter, nested spaces as objects, lists as arrays, the case first.</summary>
internal static class JsonWriteSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"public override void WriteJson({Runtime.JsonWriter} writer, {code.Root.Model.TypeName} config)"))
        {
            writer.Line($"{Runtime.ThrowIfNull}(writer);");
            if (code.Space.IsReferenceType)
            {
                writer.Line($"{Runtime.ThrowIfNull}(config);");
            }

            writer.Line("writer.WriteStartObject();");
            WriteMembers(writer, code.Root);
            writer.Line("writer.WriteEndObject();");
        }

        foreach (NodeCode leaf in code.Root.Leaves)
        {
            if (!leaf.IsRoot)
            {
                writer.Separate();
                using (writer.Block($"private static void {leaf.Method("Write")}({Runtime.JsonWriter} writer, {leaf.Model.TypeName} config)"))
                {
                    WriteMembers(writer, leaf);
                }
            }
        }
    }

    private static void WriteMembers(CodeWriter writer, NodeCode node)
    {
        if (node.Model.IsUnion)
        {
            WriteSwitch(writer, node);
            return;
        }

        if (!node.IsRoot)
        {
            writer.Line($"writer.WriteString({Runtime.ConfigJson}.CaseMember, {Literals.String(node.CasePath)});");
        }

        ConditionLocals.Write(writer, node, node.AllMembers, static parent => parent.ToVectorOperand(parent.Value));
        foreach (MemberCode member in node.AllMembers)
        {
            writer.Line(member.Condition is { } condition ? $"if ({condition.Local}) {member.WriteJson}" : member.WriteJson);
        }
    }

    private static void WriteSwitch(CodeWriter writer, NodeCode union)
    {
        using (writer.Block("switch (config)"))
        {
            foreach (NodeCode leaf in union.Leaves)
            {
                writer.Line($"case {leaf.Model.TypeName} value: {leaf.Method("Write")}(writer, value); break;");
            }
        }
    }
}
