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

            if (!node.IsRoot)
            {
                writer.Line(Select(node));
            }

            foreach (MemberCode member in node.Members)
            {
                WriteMember(writer, member);
            }

            CaseSwitch.Write(writer, node, static inner => EncodeCase(inner), otherwise: null);
        }

        foreach (NodeCode inner in node.Cases.Where(HasMethod))
        {
            writer.Separate();
            WriteMethod(writer, code, inner, $"private static void {inner.Method("Encode")}({inner.Model.TypeName} config, {Runtime.WritableVector} vector)");
        }
    }

    private static CaseStatement? EncodeCase(NodeCode inner) => HasMethod(inner)
        ? new CaseStatement($"{inner.Method("Encode")}(value, vector);", UsesValue: true)
        : new CaseStatement(Select(inner), UsesValue: false);

    private static bool HasMethod(NodeCode node) => !node.Members.IsEmpty || !node.Cases.IsEmpty;

    private static string Select(NodeCode node) => $"{node.Parent!.SelectorEntry} = {node.CaseIndex};";

    private static void WriteMember(CodeWriter writer, MemberCode member)
    {
        if (member.Condition is not { } condition)
        {
            writer.Line(member.Encode);
        }
        else if (member is ParameterCode parameter)
        {
            writer.Line($"{parameter.Entry} = {condition.Test(condition.Parent.Entry)} ? {parameter.EncodeValue} : double.NaN;");
        }
        else
        {
            writer.IfElse(condition.Test(condition.Parent.Entry), member.Encode, member.Clear);
        }
    }
}
