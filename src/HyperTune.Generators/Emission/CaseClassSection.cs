namespace HyperTune.Generators.Emission;

/// <summary>The classes that describe the parameters of cases.</summary>
internal static class CaseClassSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        foreach (NodeCode node in code.Nodes)
        {
            if (!node.IsRoot)
            {
                WriteClass(writer, node);
            }
        }
    }

    private static void WriteClass(CodeWriter writer, NodeCode node)
    {
        writer.Separate();
        writer.Line($"/// <summary>The parameters of the case {DocumentationText.Code(node.Model.DisplayName)}.</summary>");
        writer.Line(Runtime.GeneratedCode);
        using (writer.Block($"{node.Model.Accessibility} sealed class {node.ClassName}"))
        {
            using (writer.Block($"internal {node.ClassName}({Runtime.Scope} scope)"))
            {
                ParameterCreation.Write(writer, node, DefaultOf(node));
                writer.List("this.Parameters = [", ParameterCreation.Collection(node), "];");
            }

            writer.Separate();
            writer.Line($"internal global::System.Collections.Immutable.ImmutableArray<{Runtime.Parameter}> Parameters {{ get; }}");
            PropertiesSection.Write(writer, node);
        }
    }

    private static string DefaultOf(NodeCode node)
    {
        NodeCode leaf = FirstLeaf(node);
        return $"{leaf.Model.TypeName} config = {leaf.Method("Default")}();";
    }

    private static NodeCode FirstLeaf(NodeCode node) => node.Model.IsUnion ? FirstLeaf(node.Cases[0]) : node;
}
