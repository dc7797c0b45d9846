using System.Linq;

namespace HyperTune.Generators.Emission;

/// <summary>The static fields, each behind those that it needs: distributions, where nested spaces end, configs that are kept for their initializers.</summary>
internal static class FieldsSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        foreach (NodeCode node in code.Nodes.Where(static node => node.Model.IsUnion))
        {
            writer.Line($"private static readonly {Runtime.ChoiceDistribution} {node.SelectorField} = new([{UnionText.Labels(node)}]);");
        }

        foreach (ParameterCode parameter in code.Parameters)
        {
            writer.Line($"private static readonly {parameter.DistributionType} {parameter.DistributionField} = new({parameter.DistributionArguments});");
        }

        foreach (MemberCode member in code.Members)
        {
            switch (member)
            {
                case NestedSpaceCode nested:
                    writer.Line(nested.EndDeclaration);
                    break;
                case ListCode { Nested: not null } list:
                    writer.Line(list.EndDeclaration);
                    break;
            }
        }

        foreach (NodeCode node in code.Root.Leaves.Where(InactiveValues.NeedField))
        {
            writer.Line($"private static readonly {node.Model.TypeName} {node.Method("Initial")} = {node.Method("CreateInitial")}();");
        }

        if (code.NeedsScope)
        {
            writer.Line($"private readonly {Runtime.Scope} {code.ScopeField};");
        }
    }
}
