using System.Linq;

namespace HyperTune.Generators.Emission;

/// <summary>
/// Vectors drawn at random, where the loop over all parameters that every space inherits does not do: lists draw their lengths in a way of their own, and
/// looking at conditions takes longer than code that knows them.
/// </summary>
internal static class SampleSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        if (!code.Root.Model.IsUnion && code.Root.Members.All(static member => member is ParameterCode { Condition: null }))
        {
            return;
        }

        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        WriteMethod(writer, code.Root, $"public override void SampleVector(ref {Runtime.RandomStream} random, {Runtime.WritableVector} vector)");
    }

    private static void WriteMethod(CodeWriter writer, NodeCode node, string header)
    {
        using (writer.Block(header))
        {
            if (node.IsRoot && node.Model.IsUnion)
            {
                writer.Line($"vector[..{node.End.Operand}].Fill(double.NaN);");
            }

            if (node.Model.IsUnion)
            {
                writer.Line($"{node.SelectorEntry} = {node.SelectorField}.FromUnit(random.NextUnit());");
            }

            foreach (MemberCode member in node.Members)
            {
                WriteMember(writer, member);
            }

            WriteSwitch(writer, node);
        }

        foreach (NodeCode inner in node.Cases.Where(HasMethod))
        {
            writer.Separate();
            WriteMethod(writer, inner, $"private static void {inner.Method("Sample")}(ref {Runtime.RandomStream} random, {Runtime.WritableVector} vector)");
        }
    }

    private static void WriteMember(CodeWriter writer, MemberCode member)
    {
        if (member.Condition is not { } condition)
        {
            writer.Line(member.Sample);
        }
        else if (member is ParameterCode parameter)
        {
            writer.Line($"{parameter.Entry} = {condition.Test(condition.Parent.Entry)} ? {parameter.Draw} : double.NaN;");
        }
        else
        {
            writer.IfElse(condition.Test(condition.Parent.Entry), member.Sample, member.Clear);
        }
    }

    private static void WriteSwitch(CodeWriter writer, NodeCode node)
    {
        if (node.Cases.All(static inner => !HasMethod(inner)))
        {
            return;
        }

        using (writer.Block($"switch ((int){node.SelectorEntry})"))
        {
            foreach (NodeCode inner in node.Cases.Where(HasMethod))
            {
                writer.Line($"case {inner.CaseIndex}: {inner.Method("Sample")}(ref random, vector); break;");
            }
        }
    }

    private static bool HasMethod(NodeCode node) => !node.Members.IsEmpty || !node.Cases.IsEmpty;
}
