using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A nested space that a config can do without: in the vector its presence is first.</summary>
internal sealed class OptionalSpaceCode(NestedSpaceModel model, Position start, NameScope names, string path) : NestedSpaceCode(model, start, names, path)
{
    private string Inside => Position.Slice("vector", Start + 1, End);

    public override string Value => $"config.{Identifier}";

    // Its only constant is to be absent.
    public override string? DefaultLiteral => Model.Default.Kind == DefaultKind.Constant ? "null" : null;

    public override string PropertyType => $"{Runtime.OptionalSpace}<{Model.DescriptorType}>";

    // The cast gives the conditional expression around this one a type.
    public override string Decode => $"({Runtime.OptionalSpaces}.IsPresent({NameLiteral}, vector[{Start}]) ? {Instance}.Decode({Inside}) : default({Model.TypeName}))";

    public override string Encode => $"{Runtime.OptionalSpaces}.Encode({Instance}, {Value}, {Slice});";

    public override string Sample => $"{Runtime.OptionalSpaces}.Sample({Instance}, ref random, {Slice});";

    public override string EncodeGradient => $"gradient.{Property}?.WriteTo({Inside});";

    public override string WriteJson => $"{Runtime.OptionalSpaces}.WriteJson(writer, {NameLiteral}, {Instance}, {Value});";

    public override string Validate(string property, string fullName) => $"{Runtime.OptionalSpaces}.Validate(errors, {property}.Space, {Value});";

    public override string ReadJson(string fallback)
        => $"{Runtime.ConfigJson}.IsNull(ref reader) ? null : {Instance}.ReadJson(ref reader, {fallback} ?? {Middle})";

    public override string FindViolatedConstraint(string property) => $"{Runtime.OptionalSpaces}.FindViolatedConstraint({property}.Space, {Value})";
}
