using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The typed properties of a descriptor: the selector, the members and the cases of a type. A stub has the same.</summary>
internal static class PropertiesSection
{
    public static void Write(CodeWriter writer, DescriptorCode code) => Write(writer, code.Root);

    /// <summary>Writes the properties of the marked type or of a case.</summary>
    public static void Write(CodeWriter writer, NodeCode node)
        => Write(writer, node.Model, node.Members.Select(static member => member.PropertyType), node.Cases.Select(static inner => inner.ClassName), "{ get; }");

    /// <summary>Writes the properties of a type.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="node">The type.</param>
    /// <param name="memberTypes">The types of the members' properties.</param>
    /// <param name="caseTypes">The types of the cases' properties.</param>
    /// <param name="body">What stands behind each property.</param>
    public static void Write(CodeWriter writer, NodeModel node, IEnumerable<string> memberTypes, IEnumerable<string> caseTypes, string body)
    {
        if (node.IsUnion)
        {
            string names = string.Join(", ", node.Cases.Select(static inner => inner.Name));
            writer.Separate();
            writer.Line($"/// <summary>Which case a config is: one of {XmlText.Escape(names)}.</summary>");
            writer.Line($"public {Runtime.ParameterOf(isList: true)}<string> {ReservedNames.Selector} {body}");
        }

        foreach ((MemberModel member, string type) in node.Members.Zip(memberTypes, static (member, type) => (member, type)))
        {
            writer.Separate();
            writer.Line($"/// <summary>{DocumentationText.Describe(member)}</summary>");
            writer.Line($"{member.Accessibility} {type} {Identifiers.Escape(member.DescriptorProperty)} {body}");
        }

        foreach ((NodeModel inner, string type) in node.Cases.Zip(caseTypes, static (inner, type) => (inner, type)))
        {
            writer.Separate();
            writer.Line($"/// <summary>The parameters of the case {DocumentationText.Code(inner.DisplayName)}: {DocumentationText.Count(inner)}.</summary>");
            writer.Line($"{inner.Accessibility} {type} {Identifiers.Escape(inner.DescriptorProperty)} {body}");
        }
    }
}
