using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A list with the names that its descriptor uses for it. What is done to a list is done by methods of its own.</summary>
internal sealed class ListCode : MemberCode
{
    private readonly string _name;
    private readonly string _endField = "";

    public ListCode(ListModel model, Position start, NameScope names, string path)
        : base(model, start)
    {
        Model = model;
        _name = path + model.DescriptorProperty;

        // Methods over lists work on the list's own slice, in which elements have no place of their own.
        if (model.Element is ParameterModel parameter)
        {
            Parameter = new ParameterCode(parameter, Position.Start, names, path);
        }
        else
        {
            Nested = new NestedSpaceCode((NestedSpaceModel)model.Element, Position.Start, new NameScope([]), path);
            _endField = names.Take(_name + "End");
            StrideField = names.Take(_name + "Stride");
        }

        DecodeMethod = names.Take($"Decode{_name}Items");
        EncodeMethod = names.Take($"Encode{_name}Items");
        SampleMethod = names.Take($"Sample{_name}Items");
        DefaultMethod = names.Take($"Default{_name}Items");
        ValidateMethod = names.Take($"Validate{_name}Items");
        WriteMethod = names.Take($"Write{_name}Items");
        ReadMethod = names.Take($"Read{_name}Items");
        ConstraintMethod = names.Take($"FindViolatedConstraintIn{_name}");
        GradientMethod = names.Take($"Write{_name}Gradient");
    }

    public new ListModel Model { get; }

    /// <summary>What the elements are, if they are parameters.</summary>
    public ParameterCode? Parameter { get; }

    /// <summary>What the elements are, if they are nested spaces.</summary>
    public NestedSpaceCode? Nested { get; }

    /// <summary>The static field with the number of entries that an element takes; empty where it is one.</summary>
    public string StrideField { get; } = "";

    public string DecodeMethod { get; }

    public string EncodeMethod { get; }

    public string SampleMethod { get; }

    public string DefaultMethod { get; }

    public string ValidateMethod { get; }

    public string WriteMethod { get; }

    public string ReadMethod { get; }

    public string ConstraintMethod { get; }

    public string GradientMethod { get; }

    /// <summary>An element of the list that a method is handed.</summary>
    public string Item => (Model.IsNullable ? "items![i]" : "items[i]") + (Nested?.NullForgiven ?? "");

    /// <summary>Where the elements start in the list's own slice.</summary>
    public int First => Model.HasLength ? 1 : 0;

    public string ElementType => Model.Element.TypeName;

    public string Stride => Nested is null ? "1" : StrideField;

    public override Position End => Nested is null ? Start + (First + Model.Maximum) : new Position(_endField, 0);

    public override string PropertyType => $"{Runtime.ParameterList}<{ElementPropertyType}>";

    public string ElementPropertyType => Nested?.PropertyType ?? Parameter!.PropertyType;

    public override string GradientType => $"global::System.Collections.Generic.IReadOnlyList<{Nested?.GradientType ?? Parameter!.GradientType}>?";

    public override string Middle => $"{DefaultMethod}()";

    public override string Decode => $"{DecodeMethod}({Slice})";

    public override string Encode => $"{EncodeMethod}({Value}, {Slice});";

    public override string Sample => $"{SampleMethod}(ref random, {Slice});";

    public override string Clear => $"{Slice}.Fill(double.NaN);";

    public override string EncodeGradient => $"{GradientMethod}(gradient.{Property}, {Slice});";

    public override string WriteJson => $"{WriteMethod}(writer, {Value});";

    public override string? HasConstraints => Nested?.HasConstraints;

    /// <summary>The declarations of the fields that hold the stride and the end.</summary>
    public string EndDeclaration
    {
        get
        {
            string length = $"{Literals.Text(Model.Maximum)} * {StrideField}";
            Position first = Start + First;
            return $"private static readonly int {StrideField} = {Nested!.Instance}.DimensionCount;\n"
                + $"private static readonly int {_endField} = {(first == Position.Start ? length : $"{first} + ({length})")};";
        }
    }

    /// <summary>The number of elements of a list, 0 for one that is missing.</summary>
    public static string LengthOf(string items) => $"global::System.Math.Max({LengthOrMissing(items)}, 0)";

    /// <summary>The number of elements of a list, -1 for one that is missing.</summary>
    public static string LengthOrMissing(string items) => $"{Runtime.SpaceLists}.LengthOf({items})";

    /// <summary>An element's part of the list's own slice.</summary>
    public string ElementSlice => $"vector.Slice({(First == 0 ? "" : "1 + ")}{(First == 0 ? $"i * {Stride}" : $"(i * {Stride})")}, {Stride})";

    /// <summary>An element's entry in the list's own slice.</summary>
    public string ElementEntry => First == 0 ? "vector[i]" : "vector[1 + i]";

    /// <summary>The list made of an array of its elements.</summary>
    public string FromArray(string items) => Model.Kind switch
    {
        ListKind.ImmutableArray => $"global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray({items})",
        ListKind.List or ListKind.MutableList => $"new global::System.Collections.Generic.List<{ElementType}>({items})",
        _ => items,
    };

    /// <summary>The list made of a List of its elements.</summary>
    public string FromList(string items) => Model.Kind is ListKind.List or ListKind.MutableList ? items : FromArray(items + ".ToArray()");

    protected override bool IsReference => Model.Kind != ListKind.ImmutableArray;

    public override string Validate(string property, string fullName)
        => $"{ValidateMethod}({property}, {fullName}, {Value}, errors);";

    public override string ReadJson(string fallback)
        => Model.IsNullable ? $"reader.TokenType == {Runtime.JsonTokenType}.Null ? null : {ReadMethod}(ref reader)" : $"{ReadMethod}(ref reader)";

    public override string? FindViolatedConstraint(string property) => Nested is null ? null : $"{ConstraintMethod}({property}, {Value})";
}
