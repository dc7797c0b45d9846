using System.Linq;
using HyperTune.Generators.Model;

namespace HyperTune.Generators.Emission;

/// <summary>
/// The descriptor of a declaration with errors: the public API of a real one, so that the errors in the declaration are the only ones. It is never run,
/// because the project does not compile.
/// </summary>
internal static class StubSection
{
    /// <summary>The body of every member.</summary>
    public const string Body = "=> throw null!;";

    public static void Write(CodeWriter writer, SpaceModel space)
    {
        string type = space.Root.TypeName;
        writer.Line("// The declaration has errors: these members only spare their users more of them.");
        writer.Separate();
        ConstructorSection.WriteDocumentation(writer);
        writer.Line($"public {space.DescriptorName}({Runtime.Scope} scope) {Body}");
        writer.Separate();
        writer.Line("/// <summary>The only instance that is no part of another space.</summary>");
        writer.Line($"public static {space.DescriptorName} Instance {Body}");
        WriteOverride(writer, "string Name");
        var names = new CaseNames(space);
        WriteProperties(writer, space.Root, names);
        WriteOverride(writer, $"{type} Default");
        WriteOverride(writer, $"{type} Decode({Runtime.Vector} vector)");
        WriteOverride(writer, $"void Encode({type} config, {Runtime.WritableVector} vector)");
        WriteOverride(writer, $"void SampleVector(ref {Runtime.RandomStream} random, {Runtime.WritableVector} vector)");
        WriteOverride(writer, $"void Validate({type} config, {Runtime.ErrorList} errors)");
        WriteOverride(writer, $"void WriteJson({Runtime.JsonWriter} writer, {type} config)");
        WriteOverride(writer, $"{type} ReadJson(ref {Runtime.JsonReader} reader)");
        writer.Separate();
        JsonReadSection.WriteDocumentation(writer);
        writer.Line($"public {type} ReadJson(ref {Runtime.JsonReader} reader, {type} fallback) {Body}");
        WriteCases(writer, space.Root, names);
    }

    private static void WriteProperties(CodeWriter writer, NodeModel node, CaseNames names)
        => PropertiesSection.Write(writer, node, node.Members.Select(TypeOf), node.Cases.Select(names.ClassOf), Body);

    private static void WriteCases(CodeWriter writer, NodeModel node, CaseNames names)
    {
        foreach (NodeModel inner in node.Cases)
        {
            writer.Separate();
            writer.Line($"/// <summary>The parameters of the case {DocumentationText.Code(inner.DisplayName)}.</summary>");
            using (writer.Block($"{inner.Accessibility} sealed class {names.ClassOf(inner)}"))
            {
                writer.Line($"internal {names.ClassOf(inner)}() {Body}");
                WriteProperties(writer, inner, names);
            }

            WriteCases(writer, inner, names);
        }
    }

    // A stub made from a model that was read in full, as tests do, has real members.
    private static string TypeOf(MemberModel member) => member switch
    {
        StubMemberModel stub => stub.PropertyType,
        NestedSpaceModel nested => nested.DescriptorType,
        ListModel list => $"{Runtime.ParameterList}<{TypeOf(list.Element)}>",
        _ => $"{Runtime.Parameter}<{member.TypeName}>",
    };

    private static void WriteOverride(CodeWriter writer, string member)
    {
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override {member} {Body}");
    }
}
