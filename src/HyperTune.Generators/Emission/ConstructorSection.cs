using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The constructor, which makes the parameters, and the instance of the space that is no part of another.</summary>
internal static class ConstructorSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        SpaceModel space = code.Space;
        NodeCode root = code.Root;
        writer.Separate();
        WriteDocumentation(writer);
        using (writer.Block($"public {space.DescriptorName}({Runtime.Scope} scope)"))
        {
            writer.Line($"scope = scope.WithDefaults(this, {root.End}){(root.Model.IsUnion ? $".AsUnion({Literals.String(root.Model.Name)})" : "")};");
            if (code.NeedsScope)
            {
                writer.Line($"this.{code.ScopeField} = scope;");
            }

            ParameterCreation.Write(writer, root, $"{root.Model.TypeName} config = Default;");
            writer.List("Initialize([", ParameterCreation.Collection(root), "]);");
        }

        writer.Separate();
        writer.Line("/// <summary>The only instance that is no part of another space.</summary>");
        writer.Line($"public static {space.DescriptorName} Instance {{ get; }} = new({Runtime.Scope}.Root);");
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override string Name => {Literals.String(root.Model.DisplayName)};");
    }

    public static void WriteDocumentation(CodeWriter writer)
    {
        writer.Line("/// <summary>Creates the descriptor of a space that is a part of another; for generated code.</summary>");
        writer.Line("/// <param name=\"scope\">Where the space lies in its root.</param>");
        writer.Line(Runtime.Hidden);
    }
}
