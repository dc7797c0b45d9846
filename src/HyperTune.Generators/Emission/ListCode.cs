using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A list with the names that its descriptor uses for it. What is done to a list is done by an object of its own.</summary>
internal sealed class ListCode : MemberCode
{
    private readonly string _endField = "";

    public ListCode(ListModel model, Position start, NameScope names, string path)
        : base(model, start)
    {
        Model = model;
        string name = path + model.DescriptorProperty;

        // Elements have no place of their own: the list works on its own slice.
        if (model.Element is ParameterModel parameter)
        {
            Parameter = new ParameterCode(parameter, Position.Start, names, path);
        }
        else
        {
            Nested = new NestedSpaceCode((NestedSpaceModel)model.Element, Position.Start, new NameScope([]), path);
            _endField = names.Take(name + "End");
        }

        ItemsField = names.Take(name + "Items");
    }

    public new ListModel Model { get; }

    /// <summary>What the elements are, if they are parameters.</summary>
    public ParameterCode? Parameter { get; }

    /// <summary>What the elements are, if they are nested spaces.</summary>
    public NestedSpaceCode? Nested { get; }

    /// <summary>The static field of the object that knows how the list stands in vectors and JSON.</summary>
    public string ItemsField { get; }

    /// <summary>Where the elements start in the list's own slice.</summary>
    public int First => Model.HasLength ? 1 : 0;

    public string ElementType => Model.Element.TypeName;

    public override Position End => Nested is null ? Start + (First + Model.Maximum) : new Position(_endField, 0);

    public override string PropertyType => $"{Runtime.ParameterList}<{ElementPropertyType}>";

    public string ElementPropertyType => Nested?.PropertyType ?? Parameter!.PropertyType;

    public override string GradientType => $"global::System.Collections.Generic.IReadOnlyList<{Nested?.GradientType ?? Parameter!.GradientType}>?";

    public override string Middle => FromArray($"{ItemsField}.Default()");

    public override string Decode => FromArray($"{ItemsField}.Decode({Slice})");

    public override string Encode => $"{ItemsField}.Encode({Items}, {Slice});";

    public override string Sample => $"{ItemsField}.SampleVector(ref random, {Slice});";

    public override string Clear => $"{Slice}.Fill(double.NaN);";

    public override string EncodeGradient => $"{ItemsField}.WriteGradient(gradient.{Property}, {Slice});";

    public override string WriteJson => $"{ItemsField}.WriteJson(writer, {Items});";

    public override string? HasConstraints => Nested?.HasConstraints;

    /// <summary>The declaration of the field that holds the end of a list of nested spaces.</summary>
    public string EndDeclaration
    {
        get
        {
            string count = $"{ItemsField}.DimensionCount";
            return $"private static readonly int {_endField} = {(Start == Position.Start ? count : $"{Start} + {count}")};";
        }
    }

    /// <summary>The type of the elements as configs of a nested space, which are never null.</summary>
    public string SpaceType => MayHoldNull ? ElementType.TrimEnd('?') : ElementType;

    private bool MayHoldNull => Nested is { Model: { IsReferenceType: true, IsNullable: true } };

    private string Items => MayHoldNull ? $"{Runtime.ListItems}.Of<{SpaceType}>({Value}!)" : $"{Runtime.ListItems}.Of({Value})";

    protected override bool IsReference => Model.Kind != ListKind.ImmutableArray;

    public override string Validate(string property, string fullName)
        => $"{ItemsField}.Validate(errors, {property}, {fullName}, {Items});";

    public override string ReadJson(string fallback)
    {
        string read = FromArray($"{ItemsField}.ReadJson(ref reader)");
        return Model.IsNullable ? $"{Runtime.ConfigJson}.IsNull(ref reader) ? null : {read}" : read;
    }

    public override string? FindViolatedConstraint(string property) => Nested is null ? null : $"{ItemsField}.FindViolatedConstraint({property}, {Items})";

    // What reads, decodes and creates elements gives an array.
    private string FromArray(string items) => ListValue.FromArray(Model.Kind, ElementType, items, isTyped: MayHoldNull);
}
