using HyperTune.Generators.Model;

namespace HyperTune.Generators.Emission;

/// <summary>From a model to the text of the generated file: the order of its sections.</summary>
internal static class SpaceEmitter
{
    public static string Emit(SpaceModel space)
    {
        var writer = new CodeWriter();
        Containers.Write(writer, space.Namespace, space.Containers, writer =>
        {
            using (writer.Block($"{Containers.PartOf(space.Part)} : {Runtime.Interface}<{space.Root.TypeName}>"))
            {
                DescriptorCode? code = space.IsValid ? new DescriptorCode(space) : null;
                SpacePropertySection.Write(writer, space);
                WriteDescriptor(writer, space, code);
                GradientRecordSection.Write(writer, space, code);
            }
        });
        return writer.ToString();
    }

    /// <summary>Only what is obsolete itself may use what is obsolete as an error. Users of a descriptor do not name its class, and are told nothing.</summary>
    public static void WriteObsolete(CodeWriter writer, SpaceModel space)
    {
        if (space.UsesObsolete)
        {
            writer.Line("[global::System.Obsolete]");
        }
    }

    private static void WriteDescriptor(CodeWriter writer, SpaceModel space, DescriptorCode? code)
    {
        writer.Separate();
        writer.Line($"/// <summary>Describes the search space of {DocumentationText.Code(space.Root.DisplayName)}.</summary>");
        writer.Line(Runtime.GeneratedCode);
        WriteObsolete(writer, space);
        using (writer.Block($"public {(space.HidesDescriptor ? "new " : "")}sealed class {space.DescriptorName} : {Runtime.SearchSpace}<{space.Root.TypeName}>"))
        {
            if (code is null)
            {
                StubSection.Write(writer, space);
                return;
            }

            FieldsSection.Write(writer, code);
            ConstructorSection.Write(writer, code);
            PropertiesSection.Write(writer, code);
            DefaultSection.Write(writer, code);
            DecodeSection.Write(writer, code);
            EncodeSection.Write(writer, code);
            SampleSection.Write(writer, code);
            ValidateSection.Write(writer, code);
            ConstraintSection.Write(writer, code);
            NarrowSection.Write(writer, space);
            JsonWriteSection.Write(writer, code);
            JsonReadSection.Write(writer, code);
            GradientSection.Write(writer, code);
            CaseClassSection.Write(writer, code);
        }
    }
}
