using System.Linq;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The record with one derivative a continuous parameter, nested as the config is.</summary>
internal static class GradientRecordSection
{
    public static void Write(CodeWriter writer, SpaceModel space, DescriptorCode? code)
    {
        if (space.GradientName is not { } name)
        {
            return;
        }

        string type = space.Root.TypeName;
        writer.Separate();
        writer.Line($"/// <summary>The derivatives of an objective with respect to the continuous parameters of {DocumentationText.Code(space.Root.DisplayName)}.</summary>");
        writer.Line(Runtime.GeneratedCode);
        SpaceEmitter.WriteObsolete(writer, space);
        using (writer.Block($"public {(space.HidesGradient ? "new " : "")}sealed record {name} : {Runtime.Gradient}<{type}>"))
        {
            WriteProperties(writer, space, space.Root);
            string body = code is null ? StubSection.Body(space.Root.DisplayName, space.Fault) : $"=> {space.DescriptorName}.{code.Root.Method("WriteGradient")}(this, vector);";
            writer.Separate();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public void WriteTo({Runtime.WritableVector} vector) {body}");
            WriteCases(writer, space, space.Root);
        }
    }

    private static void WriteCases(CodeWriter writer, SpaceModel space, NodeModel node)
    {
        foreach (NodeModel inner in node.Cases.Where(GradientTypes.IsShown))
        {
            writer.Separate();
            writer.Line($"/// <summary>The derivatives in the case {DocumentationText.Code(inner.DisplayName)}.</summary>");
            using (writer.Block($"{inner.Accessibility} sealed record {GradientTypes.SimpleNameOf(space, inner)}"))
            {
                WriteProperties(writer, space, inner);
            }

            WriteCases(writer, space, inner);
        }
    }

    private static void WriteProperties(CodeWriter writer, SpaceModel space, NodeModel node)
    {
        foreach (MemberModel member in node.Members.Where(GradientTypes.IsShown))
        {
            writer.Separate();
            writer.Line($"/// <summary>The derivative with respect to {DocumentationText.Code(member.Name)}; <see langword=\"null\"/> where it is not known.</summary>");
            writer.Line($"{member.Accessibility} {TypeOf(member)} {Identifiers.Escape(member.DescriptorProperty)} {{ get; init; }}");
        }

        foreach (NodeModel inner in node.Cases.Where(GradientTypes.IsShown))
        {
            writer.Separate();
            writer.Line($"/// <summary>The derivatives in the case {DocumentationText.Code(inner.DisplayName)}; <see langword=\"null\"/> in every other.</summary>");
            writer.Line($"{inner.Accessibility} {GradientTypes.SimpleNameOf(space, inner)}? {Identifiers.Escape(inner.DescriptorProperty)} {{ get; init; }}");
        }
    }

    private static string TypeOf(MemberModel member) => member switch
    {
        StubMemberModel { IsList: true } list => ListOf(TypeOf(list with { IsList = false })),
        StubMemberModel { Kind: StubMemberKind.Space } space => (space.GradientType ?? "object") + "?",
        NestedSpaceModel nested => nested.GradientType + "?",
        ListModel list => ListOf(TypeOf(list.Element)),
        _ => "double?",
    };

    private static string ListOf(string element) => $"global::System.Collections.Generic.IReadOnlyList<{element}>?";
}
