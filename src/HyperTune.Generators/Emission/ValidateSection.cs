using System.Linq;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Emission;

/// <summary>What is wrong with a config.</summary>
internal static class ValidateSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        WriteMethod(writer, code, code.Root, $"public override void Validate({code.Root.Model.TypeName} config, {Runtime.ErrorList} errors)");
    }

    private static void WriteMethod(CodeWriter writer, DescriptorCode code, NodeCode node, string header)
    {
        using (writer.Block(header))
        {
            if (node.IsRoot)
            {
                if (code.Space.IsReferenceType)
                {
                    writer.Line($"{Runtime.ThrowIfNull}(config);");
                }

                writer.Line($"{Runtime.ThrowIfNull}(errors);");
            }

            WriteChecks(writer, code, node);
        }

        foreach (NodeCode inner in node.Cases.Where(static inner => !inner.IsEmpty))
        {
            writer.Separate();
            WriteMethod(writer, code, inner, $"private void {inner.Method("Validate")}({inner.Model.TypeName} config, {Runtime.ErrorList} errors)");
        }
    }

    private static void WriteChecks(CodeWriter writer, DescriptorCode code, NodeCode node)
    {
        bool hasConstraints = node.Constraints.Length > 0;
        if (hasConstraints)
        {
            writer.Line("int before = errors.Count;");
        }

        ConditionLocals.Write(writer, node, node.Members, static parent => parent.ToVectorOperand(parent.Value));
        foreach (MemberCode member in node.Members)
        {
            string check = member.Validate($"{node.Access}.{member.Property}", code.FullName(node, member.Model.Name));
            writer.Line(member.Condition is { } condition ? $"if ({condition.Local}) {check}" : check);
        }

        // Beside values that are inside their own ranges.
        foreach (ParameterCode parameter in node.Members.OfType<ParameterCode>())
        {
            if (parameter.ValidateBound($"{node.Access}.{parameter.Property}") is { } check)
            {
                writer.Line(parameter.Condition is { } condition ? $"if ({condition.Local}) {check}" : check);
            }
        }

        CaseSwitch.Write(
            writer,
            node,
            static inner => inner.IsEmpty ? null : new CaseStatement($"{inner.Method("Validate")}(value, errors);", UsesValue: true),
            $"{Runtime.ConfigCheck}.UnknownCase(errors, {node.Access}.{ReservedNames.Selector}, config);");

        if (!hasConstraints)
        {
            return;
        }

        // A constraint may rely on values that are inside their ranges.
        using (writer.Block("if (errors.Count == before)"))
        {
            foreach (ConstraintCode constraint in node.Constraints)
            {
                string name = code.FullName(node, constraint.Name);
                writer.Line($"{Runtime.ConfigCheck}.Constraint(errors, {name}, {constraint.Call});");
            }
        }
    }
}
