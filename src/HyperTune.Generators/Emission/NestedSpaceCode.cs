using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A nested space with the names that its parent's descriptor uses for it.</summary>
internal class NestedSpaceCode : MemberCode
{
    private readonly string _endField;

    public NestedSpaceCode(NestedSpaceModel model, Position start, NameScope names, string path)
        : base(model, start)
    {
        Model = model;
        _endField = names.Take(path + model.DescriptorProperty + "End");
    }

    public new NestedSpaceModel Model { get; }

    public override Position End => new(_endField, 0);

    /// <summary>The nested space's own descriptor, whose vectors are slices of the parent's.</summary>
    public string Instance => $"{Model.DescriptorType}.Instance";

    // A type that may be null says nothing about whether the part is there.
    public override string Value => base.Value + NullForgiven;

    /// <summary>What follows an expression of the type where the compiler would warn of null.</summary>
    public string NullForgiven => Model is { IsReferenceType: true, IsNullable: true } ? "!" : "";

    public override string PropertyType => Model.DescriptorType;

    public override string GradientType => Model.GradientType + "?";

    public override string Middle => $"{Instance}.Default";

    public override string Decode => $"{Instance}.Decode({Slice})";

    public override string Encode => $"{Instance}.Encode({Value}, {Slice});";

    public override string Sample => $"{Instance}.SampleVector(ref random, {Slice});";

    public override string Clear => $"{Slice}.Fill(double.NaN);";

    public override string EncodeGradient => $"gradient.{Property}?.WriteTo({Slice});";

    public override string WriteJson => $"{Runtime.ConfigJson}.Write(writer, {NameLiteral}, {Instance}, {Value});";

    public override string HasConstraints => $"{Instance}.HasConstraints";

    /// <summary>The declaration of the field that holds the end.</summary>
    public string EndDeclaration
    {
        get
        {
            string count = $"{(Model.IsOptional ? "1 + " : "")}{Instance}.DimensionCount";
            return $"private static readonly int {_endField} = {(Start == Position.Start ? count : $"{Start} + {count}")};";
        }
    }

    protected override bool IsReference => Model.IsReferenceType;

    public override string Validate(string property, string fullName) => Model.IsReferenceType
        ? $"{Runtime.ConfigCheck}.Nested(errors, {property}, {fullName}, {Value});"
        : $"{property}.Validate({Value}, errors);";

    // A fallback in which the part does not exist may hold nothing.
    public override string ReadJson(string fallback)
        => $"{Instance}.ReadJson(ref reader, {fallback}{(Model.IsReferenceType && (Model.Condition is not null || Model.IsNullable) ? $" ?? {Middle}" : "")})";

    /// <summary>A value read from JSON, what is missing from the default.</summary>
    public string ReadJsonOfElement => $"{Instance}.ReadJson(ref reader, {Middle})";

    public override string FindViolatedConstraint(string property) => $"{property}.FindViolatedConstraint({Value})";
}
