using System.Linq;

namespace HyperTune.Generators.Emission;

/// <summary>From configs to their vectors.</summary>
internal static class EncodeSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        WriteMethod(writer, code, code.Root, $"public override void Encode({code.Root.Model.TypeName} config, {Runtime.WritableVector} vector)");
    }

    private static void WriteMethod(CodeWriter writer, DescriptorCode code, NodeCode node, string header)
    {
        using (writer.Block(header))
        {
            if (node.IsRoot && code.Space.IsReferenceType)
            {
                writer.Line($"{Runtime.ThrowIfNull}(config);");
            }

            if (node.IsRoot && node.Model.IsUnion)
            {
                writer.Line($"vector[..{node.End.Operand}].Fill(double.NaN);");
            }

            foreach (MemberCode member in node.Members)
            {
                WriteMember(writer, member);
            }

            CaseSwitch.Write(writer, node, EncodeCase, otherwise: null);
        }

        foreach (NodeCode inner in node.Cases.Where(static inner => !inner.IsEmpty))
        {
            writer.Separate();
            WriteMethod(writer, code, inner, $"private static void {inner.Method("Encode")}({inner.Model.TypeName} config, {Runtime.WritableVector} vector)");
        }
    }

    private static string[] EncodeCase(NodeCode inner)
    {
        string select = $"{inner.Parent!.SelectorEntry} = {inner.CaseIndex};";
        return inner.IsEmpty ? [select] : [select, $"{inner.Method("Encode")}(value, vector);"];
    }

    private static void WriteMember(CodeWriter writer, MemberCode member)
    {
        if (member.Condition is not { } condition)
        {
            writer.Line(member.Encode);
        }
        else if (member is ParameterCode parameter)
        {
            writer.Line($"{parameter.Entry} = {condition.Test(condition.Parent.Entry)} ? {parameter.ToVector(parameter.Value)} : double.NaN;");
        }
        else
        {
            writer.IfElse(condition.Test(condition.Parent.Entry), member.Encode, member.Clear);
        }
    }
}
