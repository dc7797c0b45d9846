using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The static property through which users reach the descriptor, and the interface's.</summary>
internal static class SpacePropertySection
{
    public static void Write(CodeWriter writer, SpaceModel space)
    {
        if (!space.HasOwnSpaceMember)
        {
            WriteDocumentation(writer, space);
            writer.Line(Runtime.GeneratedCode);
            writer.Line($"public static {(space.HidesSpace ? "new " : "")}{space.DescriptorName} Space => {space.DescriptorName}.Instance;");
            writer.Separate();
        }

        writer.Line(Runtime.GeneratedCode);
        writer.Line($"static {Runtime.SearchSpace}<{space.Root.TypeName}> {Runtime.Interface}<{space.Root.TypeName}>.Space => {space.DescriptorName}.Instance;");
    }

    private static void WriteDocumentation(CodeWriter writer, SpaceModel space)
    {
        string summary = space.IsValid ? DocumentationText.Count(space.Root) : "its declaration has errors";
        writer.Line($"/// <summary>The search space of {DocumentationText.Code(space.Root.DisplayName)}: {summary}.</summary>");
        if (!space.IsValid || (space.Root.Members.Count == 0 && !space.Root.IsUnion))
        {
            return;
        }

        writer.Line("/// <remarks>");
        writer.Line("/// <list type=\"bullet\">");
        foreach (MemberModel member in space.Root.Members)
        {
            string name = DocumentationText.Code(member.Name);
            writer.Line($"/// <item>{name}: {XmlText.Escape(DocumentationText.DescribeSpace(member))}</item>");
        }

        foreach (NodeModel inner in space.Root.Cases)
        {
            writer.Line($"/// <item>Case {DocumentationText.Code(inner.Name)}: {DocumentationText.Count(inner)}</item>");
        }

        writer.Line("/// </list>");
        writer.Line("/// </remarks>");
    }
}
