using System.Collections.Generic;
using System.Linq;

namespace HyperTune.Generators.Emission;

/// <summary>Which constraint a config breaks, for spaces that have any or that may have some inside.</summary>
internal static class ConstraintSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        if (!code.MayHaveConstraints)
        {
            return;
        }

        bool hasOwn = code.Nodes.Any(static node => node.Constraints.Length > 0);
        IEnumerable<string> inside = code.Members.Select(static member => member.HasConstraints).OfType<string>().Distinct();
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override bool HasConstraints => {(hasOwn ? "true" : string.Join(" || ", inside))};");
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        WriteMethod(writer, code, code.Root, $"public override string? FindViolatedConstraint({code.Root.Model.TypeName} config)");
        WriteAccessors(writer, code);
    }

    private static void WriteAccessors(CodeWriter writer, DescriptorCode code)
    {
        foreach (ConstraintCode constraint in code.Nodes.SelectMany(static node => node.Constraints))
        {
            if (constraint.AccessorDeclaration is { } declaration)
            {
                writer.Separate();
                writer.Line(declaration);
            }
        }
    }

    private static void WriteMethod(CodeWriter writer, DescriptorCode code, NodeCode node, string header)
    {
        using (writer.Block(header))
        {
            if (node.IsRoot && code.Space.IsReferenceType)
            {
                writer.Line($"{Runtime.ThrowIfNull}(config);");
            }

            foreach (ConstraintCode constraint in node.Constraints)
            {
                writer.Line($"if (!{constraint.Call}) return {code.FullName(node, constraint.Name)};");
            }

            WriteInside(writer, node);
            if (node.Cases.Any(static inner => inner.MayBreakConstraints))
            {
                WriteCases(writer, node);
            }
            else
            {
                writer.Line("return null;");
            }
        }

        foreach (NodeCode inner in node.Cases.Where(static inner => inner.MayBreakConstraints))
        {
            writer.Separate();
            WriteMethod(writer, code, inner, $"private string? {inner.Method("FindViolatedConstraint")}({inner.Model.TypeName} config)");
        }
    }

    private static void WriteInside(CodeWriter writer, NodeCode node)
    {
        MemberCode[] members = [.. node.Members.Where(static member => member.HasConstraints is not null)];
        ConditionLocals.Write(writer, node, members, static parent => parent.ToVectorOperand(parent.Value));
        foreach (MemberCode member in members)
        {
            string condition = member.Condition is { } own ? $"{own.Local} && " : "";
            string local = $"in{member.Model.DescriptorProperty}";
            writer.Line($"if ({condition}{member.FindViolatedConstraint($"{node.Access}.{member.Property}")} is {{ }} {local}) return {local};");
        }
    }

    private static void WriteCases(CodeWriter writer, NodeCode node)
    {
        using (writer.Block("return config switch", "};"))
        {
            foreach (NodeCode inner in node.Cases.Where(static inner => inner.MayBreakConstraints))
            {
                writer.Line($"{inner.Model.TypeName} value => {inner.Method("FindViolatedConstraint")}(value),");
            }

            writer.Line("_ => null,");
        }
    }
}
