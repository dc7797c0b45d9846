using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A subset, an order or shares with the names that the descriptor uses for it. What is done to it is done by an object of its own.</summary>
internal sealed class CompositeCode(CompositeModel model, Position start, NameScope names, string path) : MemberCode(model, start)
{
    public new CompositeModel Model { get; } = model;

    /// <summary>The static field of the object that knows how the member stands in vectors and JSON.</summary>
    public string ItemsField { get; } = names.Take(path + model.DescriptorProperty + "Items");

    public override Position End => Start + Model.DimensionCount;

    public override string PropertyType => PropertyTypeOf(Model);

    public override string Middle => FromArray($"{ItemsField}.Default()");

    public override string Decode => FromArray($"{ItemsField}.Decode({Slice})");

    public override string Encode => $"{ItemsField}.Encode({Items}, {Slice});";

    public override string Sample => $"{ItemsField}.SampleVector(ref random, {Slice});";

    public override string Clear => $"{Slice}.Fill(double.NaN);";

    // Of neither there is a derivative, so no gradient shows it.
    public override string GradientType => throw new System.InvalidOperationException("There is no gradient of what is made of several parameters.");

    public override string EncodeGradient => throw new System.InvalidOperationException("There is no gradient of what is made of several parameters.");

    public override string WriteJson => IsSubset
        ? $"{Runtime.ConfigJson}.WriteEnum<{Model.ElementTypeName}>(writer, {NameLiteral}, {Value});"
        : $"{ItemsField}.WriteJson(writer, {Items});";

    public override string? HasConstraints => Model.Least > 0 ? "true" : null;

    protected override bool IsReference => Model.ListKind is not (ListKind.None or ListKind.ImmutableArray);

    private bool IsSubset => Model.Kind == DistributionKind.Subset;

    private string Items => IsSubset ? Value : $"{Runtime.ListItems}.Of({Value})";

    /// <summary>The type of the member's property in the descriptor.</summary>
    public static string PropertyTypeOf(CompositeModel model) => model.Kind switch
    {
        DistributionKind.Subset => $"{Runtime.SubsetParameters}<{model.ElementTypeName}>",
        DistributionKind.Permutation => $"{Runtime.PermutationParameters}<{model.ElementTypeName}>",
        _ => Runtime.ProportionsParameters,
    };

    /// <summary>Writes the declaration of the field.</summary>
    public void WriteField(CodeWriter writer)
    {
        string members = string.Join(", ", Model.Members.Select(member => ConstantCode.Of(member, Model.ElementTypeName).Literal));
        string labels = string.Join(", ", Model.Members.Select(static member => Literals.String(ConstantText.Of(member))));
        string length = Literals.Text(Model.Length);
        (string type, string creation, string[] arguments) = (Model.Kind, Model.Members.Count) switch
        {
            (DistributionKind.Subset, _) => ($"{Runtime.TunedSubset}<{Model.ElementTypeName}>", "new", [$"[{members}]", $"[{labels}]", Literals.Text(Model.Least)]),
            (DistributionKind.Permutation, 0) => ($"{Runtime.TunedPermutation}<int>", $"{Runtime.TunedPermutations}.OfNumbers", [NameLiteral, length]),
            (DistributionKind.Permutation, _) => ($"{Runtime.TunedPermutation}<{Model.ElementTypeName}>", $"{Runtime.TunedPermutations}.OfMembers<{Model.ElementTypeName}>", [NameLiteral, $"[{members}]", $"[{labels}]"]),
            _ => (Runtime.TunedProportions, "new", new[] { NameLiteral, length }),
        };
        writer.List($"private static readonly {type} {ItemsField} = {creation}(", arguments, ");");
    }

    public override string Validate(string property, string fullName) => $"{ItemsField}.Validate(errors, {property}, {Items});";

    public override string? FindViolatedConstraint(string property) => HasConstraints is null ? null : $"{ItemsField}.FindViolatedConstraint({property}, {Value})";

    public override string ReadJson(string fallback)
    {
        if (IsSubset)
        {
            return $"{Runtime.ConfigJson}.ReadEnum<{Model.ElementTypeName}>(ref reader, {NameLiteral})";
        }

        string read = FromArray($"{ItemsField}.ReadJson(ref reader)");
        return Model.IsNullable ? $"{Runtime.ConfigJson}.IsNull(ref reader) ? null : {read}" : read;
    }

    private string FromArray(string items) => ListValue.FromArray(Model.ListKind, Model.ElementTypeName, items);
}
