using System.Linq;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>
/// The descriptor of a declaration with errors: the public API of a real one, so that the errors in the declaration are the only ones. Where it is run in
/// spite of them, because the analyzers are off, it says what they would have said.
/// </summary>
internal static class StubSection
{
    /// <summary>The start of every member's body.</summary>
    public const string Throw = "=> throw global::HyperTune.CompilerServices.DeclarationFault.Of(";

    /// <summary>The body of every member.</summary>
    /// <param name="type">The marked type as users read it.</param>
    /// <param name="fault">What is wrong with it.</param>
    public static string Body(string type, FaultModel? fault)
        => fault is null ? "" : $"{Throw}{Literals.String(type)}, {Literals.String(fault.Id)}, {Literals.String(fault.Message)}, {Literals.String(fault.Page)});";

    public static void Write(CodeWriter writer, SpaceModel space)
    {
        string type = space.Root.TypeName;
        string body = Body(space.Root.DisplayName, space.Fault);
        writer.Line("// The declaration has errors: these members only spare their users more of them.");
        writer.Separate();
        ConstructorSection.WriteDocumentation(writer);
        writer.Line($"public {space.DescriptorName}({Runtime.Scope} scope) {body}");
        writer.Separate();
        writer.Line("/// <summary>The only instance that is no part of another space.</summary>");
        writer.Line($"public static {space.DescriptorName} Instance {body}");
        WriteOverride(writer, body, "string Name");
        var names = new CaseNames(space);
        WriteProperties(writer, space.Root, names, body);
        WriteOverride(writer, body, $"{type} Default");
        WriteOverride(writer, body, $"{type} Decode({Runtime.Vector} vector)");
        WriteOverride(writer, body, $"void Encode({type} config, {Runtime.WritableVector} vector)");
        WriteOverride(writer, body, $"void SampleVector(ref {Runtime.RandomStream} random, {Runtime.WritableVector} vector)");
        WriteOverride(writer, body, $"void Validate({type} config, {Runtime.ErrorList} errors)");
        WriteOverride(writer, body, $"void WriteJson({Runtime.JsonWriter} writer, {type} config)");
        WriteOverride(writer, body, $"{type} ReadJson(ref {Runtime.JsonReader} reader)");
        NarrowSection.Write(writer, space, body);
        writer.Separate();
        JsonReadSection.WriteDocumentation(writer);
        writer.Line($"public {type} ReadJson(ref {Runtime.JsonReader} reader, {type} fallback) {body}");
        WriteCases(writer, space.Root, names, body);
    }

    private static void WriteProperties(CodeWriter writer, NodeModel node, CaseNames names, string body)
        => PropertiesSection.Write(writer, node, node.Members.Select(TypeOf), node.Cases.Select(names.ClassOf), body);

    private static void WriteCases(CodeWriter writer, NodeModel node, CaseNames names, string body)
    {
        foreach (NodeModel inner in node.Cases)
        {
            writer.Separate();
            writer.Line($"/// <summary>The parameters of the case {DocumentationText.Code(inner.DisplayName)}.</summary>");
            using (writer.Block($"{inner.Accessibility} sealed class {names.ClassOf(inner)}"))
            {
                writer.Line($"internal {names.ClassOf(inner)}() {body}");
                WriteProperties(writer, inner, names, body);
            }

            WriteCases(writer, inner, names, body);
        }
    }

    // A stub made from a model that was read in full, as tests do, has real members.
    private static string TypeOf(MemberModel member) => member switch
    {
        StubMemberModel { IsOptional: true } optional => $"{Runtime.OptionalSpace}<{TypeOf(optional with { IsOptional = false })}>",
        StubMemberModel { IsList: true } list => $"{Runtime.ParameterList}<{TypeOf(list with { IsList = false })}>",
        StubMemberModel { Kind: StubMemberKind.Space } space => space.DescriptorType ?? $"{Runtime.SearchSpace}<{space.TypeName}>",
        StubMemberModel { Kind: StubMemberKind.Subset } subset => $"{Runtime.SubsetParameters}<{subset.TypeName}>",
        StubMemberModel { Kind: StubMemberKind.Permutation } permutation => $"{Runtime.PermutationParameters}<{permutation.TypeName}>",
        StubMemberModel { Kind: StubMemberKind.Proportions } => Runtime.ProportionsParameters,
        StubMemberModel stub => $"{Runtime.ParameterOf(stub.Kind == StubMemberKind.Choice)}<{stub.TypeName}>",
        NestedSpaceModel { IsOptional: true } optional => $"{Runtime.OptionalSpace}<{optional.DescriptorType}>",
        NestedSpaceModel nested => nested.DescriptorType,
        CompositeModel composite => CompositeCode.PropertyTypeOf(composite),
        ListModel list => $"{Runtime.ParameterList}<{TypeOf(list.Element)}>",
        ParameterModel parameter => $"{Runtime.ParameterOf(parameter.Distribution.IsList)}<{member.TypeName}>",
        _ => throw new System.InvalidOperationException($"There is no stub for a {member.GetType().Name}."),
    };

    private static void WriteOverride(CodeWriter writer, string body, string member)
    {
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override {member} {body}");
    }
}
