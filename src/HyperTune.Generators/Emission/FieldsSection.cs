using System.Linq;
using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Emission;

/// <summary>
/// The static fields, each behind those that it needs: distributions and listed values, lists, where nested spaces end, configs that are kept for their
/// initializers, the names of members in JSON.
/// </summary>
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
            if (parameter.Model.Distribution.IsList)
            {
                string type = parameter.Model.Kind == ValueKind.String ? Runtime.ListedStrings : $"{Runtime.ListedValues}<{parameter.Model.TypeName}>";
                writer.List(
                    $"private static readonly {type} {parameter.ValuesField} = new({parameter.NameLiteral}, [",
                    parameter.Values.Select(static value => value.Literal),
                    "]);");
            }
        }

        foreach (MemberCode member in code.Members)
        {
            switch (member)
            {
                case NestedSpaceCode nested:
                    writer.Line(nested.EndDeclaration);
                    break;
                case ListCode list:
                    ListFields.Write(writer, list);
                    break;
                case CompositeCode composite:
                    composite.WriteField(writer);
                    break;
            }
        }

        foreach (NodeCode node in code.Root.Leaves.Where(InactiveValues.NeedField))
        {
            writer.Line($"private static readonly {node.Model.TypeName} {node.Method("Initial")} = {node.Method("CreateInitial")}();");
        }

        foreach (NodeCode node in code.Root.Leaves)
        {
            writer.List($"private static readonly {Runtime.JsonMembers} {node.Method("Members")} = new(", node.AllMembers.Select(static member => member.NameLiteral), ");");
        }

        if (code.NeedsScope)
        {
            writer.Line($"private readonly {Runtime.Scope} {code.ScopeField};");
        }
    }
}
