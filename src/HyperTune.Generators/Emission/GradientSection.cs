using System.Linq;
using HyperTune.Generators.Roslyn;

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

        foreach (ListCode list in code.Members.OfType<ListCode>().Where(static list => list.Model.IsContinuous))
        {
            WriteListMethod(writer, list);
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

    private static void WriteListMethod(CodeWriter writer, ListCode list)
    {
        string element = list.Nested is null ? $"{list.ElementEntry} = items![i] ?? double.NaN;" : $"items![i]?.WriteTo({list.ElementSlice});";
        writer.Separate();
        using (writer.Block($"private static void {list.GradientMethod}({list.GradientType} items, {Runtime.WritableVector} vector)"))
        {
            using (writer.Block($"for (int i = 0; i < global::System.Math.Min(items?.Count ?? 0, {Literals.Text(list.Model.Maximum)}); i++)"))
            {
                writer.Line(element);
            }
        }
    }
}
