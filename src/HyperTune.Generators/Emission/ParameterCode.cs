using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A parameter with the names that its descriptor uses for it, and the expressions between its values and vector values.</summary>
internal sealed class ParameterCode : MemberCode
{
    public ParameterCode(ParameterModel model, Position start, NameScope names, string path)
        : base(model, start)
    {
        Model = model;
        string name = path + model.DescriptorProperty;
        DistributionField = names.Take(name + "Distribution");
        ValuesField = model.Distribution.IsList ? names.Take(name + "Values") : "";
    }

    public new ParameterModel Model { get; }

    /// <summary>The end of the range that depends on another parameter, or null where there is none.</summary>
    public BoundCode? Bound { get; set; }

    /// <summary>The static field of the distribution.</summary>
    public string DistributionField { get; }

    /// <summary>The static field of the listed values; empty where there are none.</summary>
    public string ValuesField { get; }

    public override Position End => Start + 1;

    public override string PropertyType => $"{Runtime.ParameterOf(Model.Distribution.IsList)}<{Model.TypeName}>";

    public override string GradientType => "double?";

    public string Entry => $"vector[{Start}]";

    /// <summary>The runtime class of the distribution.</summary>
    public string DistributionType => DistributionCode.TypeOf(Model.Distribution);

    /// <summary>The arguments of the distribution's constructor.</summary>
    public string DistributionArguments => DistributionCode.ArgumentsOf(Model.Distribution);

    /// <summary>The listed values; empty for a distribution over a range.</summary>
    public IReadOnlyList<ConstantCode> Values => field ??= [.. Model.Distribution.Values.Select(constant => ConstantCode.Of(constant, Model.UnderlyingTypeName))];

    public override string? DefaultLiteral => Model.Default.Constant is { } constant ? field ??= ConstantCode.Of(constant, Model.UnderlyingTypeName).Literal : null;

    /// <summary>The vector value of the default where there is no initializer.</summary>
    public string MiddleVectorValue => DefaultLiteral is not null ? ConstantVectorValue
        : Model.Distribution.IsList ? "0.0"
        : $"{DistributionField}.FromUnit(0.5)";

    /// <summary>The vector value of a default that is a constant.</summary>
    public string ConstantVectorValue => Model is { Distribution.IsList: true } or { Kind: ValueKind.Single or ValueKind.Half or ValueKind.Decimal or ValueKind.TimeSpan }
        ? ToVector(DefaultLiteral!)
        : DefaultLiteral!;

    /// <summary>The same where the compiler must not see that it is a constant, as it would find the tests of a condition on it superfluous.</summary>
    public string MiddleOperand => Model.Distribution.IsList ? $"{DistributionField}.FromIndex(0)"
        : Model.Bound is { } bound ? $"{DistributionField}.FromUnit({(bound.IsUpper ? "0" : "1")})"
        : MiddleVectorValue;

    public override string Middle => DefaultLiteral ?? (Model.Distribution.IsList ? Values[0].Literal : FromVector(MiddleVectorValue));

    public override string Decode => FromVector(Entry);

    public override string Encode => $"{Entry} = {EncodeValue};";

    /// <summary>The vector value of the member's value.</summary>
    public string EncodeValue => (Model.Distribution.IsList ? ListSwitch.Of(this, Value) : null) ?? ToVector(Value);

    public override string Sample => $"{Entry} = {Draw};";

    public override string Clear => $"{Entry} = double.NaN;";

    public override string EncodeGradient => $"{Entry} = {Runtime.GradientValue}.Of(gradient.{Property});";

    public override string WriteJson => WriteJsonCall($"writer, {NameLiteral}, {Value}") + ";";

    /// <summary>A vector value drawn anew.</summary>
    public string Draw => Bound?.Draw(DistributionField) ?? $"{DistributionField}.FromUnit(random.NextUnit())";

    public string FromVectorFunction => Model.Distribution.IsList ? ValuesField + ".Decode" : $"static value => {FromVector("value")}";

    public string ToVectorFunction => Model.Distribution.IsList ? ValuesField + ".Encode" : $"static value => {ToVector("value")}";

    protected override bool IsReference => Model.Kind == ValueKind.String;

    public override string Validate(string property, string fullName) => $"{Runtime.ConfigCheck}.Value(errors, {property}, {Value});";

    /// <summary>A statement that checks the member's value against the one that bounds it; null where none does.</summary>
    /// <param name="property">The property that describes it.</param>
    public string? ValidateBound(string property) => Bound is null ? null : $"{Runtime.ConfigCheck}.Bound(errors, {property}, {Value}, {Bound.Limit});";

    public override string ReadJson(string fallback)
    {
        string method = Model.Kind == ValueKind.Enum ? $"ReadEnum<{Model.UnderlyingTypeName}>" : "Read" + Model.Kind;
        string value = $"{Runtime.ConfigJson}.{method}(ref reader, {NameLiteral})";
        return Model.IsNullable ? $"{Runtime.ConfigJson}.IsNull(ref reader) ? null : {value}" : value;
    }

    /// <summary>A call of the runtime's method that writes a value of the parameter's kind.</summary>
    public string WriteJsonCall(string arguments) => Model.Kind switch
    {
        ValueKind.Enum => $"{Runtime.ConfigJson}.WriteEnum<{Model.UnderlyingTypeName}>({arguments})",
        // Small integers become a Half by themselves, and could mean either.
        ValueKind.Half => $"{Runtime.ConfigJson}.WriteHalf({arguments})",
        _ => $"{Runtime.ConfigJson}.Write({arguments})",
    };

    /// <summary>From a vector value to the member's type.</summary>
    public string FromVector(string value) => Model switch
    {
        { Distribution.IsList: true } => $"{ValuesField}.Decode({value})",
        { Kind: ValueKind.Double } => value,
        { Kind: ValueKind.Decimal } => $"{Runtime.VectorValue}.ToDecimal({value})",
        { Kind: ValueKind.TimeSpan } => $"{Runtime.VectorValue}.ToTimeSpan({value})",
        _ => $"({Model.UnderlyingTypeName}){value}",
    };

    /// <summary>From a value of the member's type to a vector value.</summary>
    public string ToVector(string value) => Model switch
    {
        { Distribution.IsList: true } => $"{ValuesField}.Encode({value})",
        { Kind: ValueKind.Half } => $"{Runtime.VectorValue}.FromHalf({value}, {DistributionField})",
        { Kind: ValueKind.Single } => $"{Runtime.VectorValue}.FromSingle({value}, {DistributionField})",
        { Kind: ValueKind.Decimal } => $"{Runtime.VectorValue}.FromDecimal({value}, {DistributionField})",
        { Kind: ValueKind.TimeSpan } => $"{Runtime.VectorValue}.FromTimeSpan({value}, {DistributionField})",
        { IsNullable: true } => $"{value} ?? double.NaN",
        _ => value,
    };

    /// <summary>The same as an operand of type double.</summary>
    public string ToVectorOperand(string value) => Model switch
    {
        { Distribution.IsList: true } or { Kind: ValueKind.Single or ValueKind.Half or ValueKind.Decimal or ValueKind.TimeSpan } => ToVector(value),
        { IsNullable: true } => $"({ToVector(value)})",
        { Kind: ValueKind.Double } => value,
        _ => $"(double){value}",
    };
}
