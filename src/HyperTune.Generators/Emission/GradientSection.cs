using System.Linq;

namespace HyperTune.Generators.Emission;

/// <summary>From gradients to vectors, in the descriptor because it knows the places.</summary>
internal static class GradientSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        if (code.Space.GradientName is not { } gradient)
        {
            return;
        }

        writer.Separate();
        writer.Line($"internal static void {code.Root.Method("WriteGradient")}({gradient} gradient, {Runtime.WritableVector} vector)");
        WriteBody(writer, code.Root);
        foreach (NodeCode node in code.Nodes.Where(node => !node.IsRoot && GradientTypes.IsReached(code.Space.Root, node.Model)))
        {
            writer.Separate();
            writer.Line($"private static void {node.Method("WriteGradient")}({GradientTypes.NameOf(code.Space, node.Model)} gradient, {Runtime.WritableVector} vector)");
            WriteBody(writer, node);
        }
    }

    private static void WriteBody(CodeWriter writer, NodeCode node)
    {
        writer.Line("{");
        using (writer.Indent())
        {
            if (node.IsRoot)
            {
                writer.Line($"vector[..{node.End.Operand}].Fill(double.NaN);");
            }

            foreach (MemberCode member in node.Members.Where(static member => GradientTypes.IsShown(member.Model)))
            {
                writer.Line(member.EncodeGradient);
            }

            foreach (NodeCode inner in node.Cases.Where(static inner => GradientTypes.IsShown(inner.Model)))
            {
                using (writer.Block($"if (gradient.{inner.Property} is {{ }} in{inner.Model.DescriptorProperty})"))
                {
                    writer.Line($"{inner.Method("WriteGradient")}(in{inner.Model.DescriptorProperty}, vector);");
                }
            }
        }

        writer.Line("}");
    }
}
