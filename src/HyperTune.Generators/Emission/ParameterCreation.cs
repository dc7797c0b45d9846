using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The statements that create the parameters of a type, in the constructor of the class that describes it.</summary>
internal static class ParameterCreation
{
    /// <summary>Writes the selector, the members and the cases.</summary>
    public static void Write(CodeWriter writer, NodeCode node)
    {
        if (node.Model.IsUnion)
        {
            writer.Line($"this.{ReservedNames.Selector} = {Runtime.SpaceCases}.CreateSelector(scope, {node.Start}, {node.SelectorField});");
        }

        foreach (MemberCode member in node.Members)
        {
            WriteMember(writer, node, member);
        }

        foreach (NodeCode inner in node.Cases)
        {
            string scope = $"scope.Nest({Literals.String(inner.Model.Name)}, 0, {Runtime.Condition}.OneOf(this.{ReservedNames.Selector}, [{Literals.Double(inner.CaseIndex)}]))";
            writer.Line($"this.{inner.Property} = new {inner.ClassName}({scope});");
        }
    }

    /// <summary>All parameters of a type as a collection, in the order of the vector.</summary>
    public static string Collection(NodeCode node)
    {
        string[] parts =
        [
            .. node.Model.IsUnion ? new[] { $"this.{ReservedNames.Selector}" } : [],
            .. node.Members.Select(static member => member is ParameterCode ? $"this.{member.Property}" : $".. this.{member.Property}.Parameters"),
            .. node.Cases.Select(static inner => $".. this.{inner.Property}.Parameters"),
        ];
        return $"[{string.Join(", ", parts)}]";
    }

    /// <summary>Whether a default must be read from a config because no constant says it.</summary>
    public static bool NeedsConfig(NodeCode node)
        => node.Members.Any(member => member is ParameterCode { Model.Default.Kind: DefaultKind.Expression } && CanBeInactive(node, member));

    private static bool CanBeInactive(NodeCode node, MemberCode member) => !node.IsRoot || member.Condition is not null;

    private static void WriteMember(CodeWriter writer, NodeCode node, MemberCode member)
    {
        string? condition = member.Condition is { } own ? own.Create($"this.{own.Parent.Property}") : null;
        string nest = $"scope.Nest({member.NameLiteral}, {member.Start}{(condition is null ? "" : $", {condition}")})";
        switch (member)
        {
            case ParameterCode parameter:
                string fallback = CanBeInactive(node, member) ? $", {DefaultVectorValue(parameter)}" : "";
                WriteParameter(
                    writer,
                    $"this.{member.Property} = ",
                    parameter,
                    $"scope.Name({parameter.NameLiteral})",
                    $"scope.Index({parameter.Start})",
                    $"scope.Default({parameter.Start}{fallback})",
                    $"{condition ?? "scope.Condition"}){PropertyName(parameter)};");
                break;
            case OptionalSpaceCode optional:
                writer.Line($"this.{member.Property} = {Runtime.OptionalSpaces}.Create({nest}, static part => new {optional.Model.DescriptorType}(part));");
                break;
            case NestedSpaceCode nested:
                writer.Line($"this.{member.Property} = new {nested.Model.DescriptorType}({nest});");
                break;
            case ListCode list:
                WriteList(writer, list, nest);
                break;
        }
    }

    // The end of the name says it nearly always.
    private static string PropertyName(ParameterCode parameter)
        => parameter.Model.Name == parameter.Model.PropertyName ? "" : $" {{ PropertyName = {Literals.String(parameter.Model.PropertyName)} }}";

    private static void WriteParameter(CodeWriter writer, string start, ParameterCode parameter, string name, string index, string defaultValue, string end)
    {
        writer.Line($"{start}new {parameter.PropertyType}(");
        using (writer.Indent())
        {
            writer.Line($"{name},");
            writer.Line($"{index},");
            writer.Line($"{parameter.DistributionField},");
            writer.Line($"{defaultValue},");
            writer.Line($"{parameter.FromVectorFunction},");
            writer.Line($"{parameter.ToVectorFunction},");
            writer.Line(end);
        }
    }

    private static void WriteList(CodeWriter writer, ListCode list, string scope)
    {
        writer.Line($"this.{list.Property} = {Runtime.SpaceLists}.Create(");
        using (writer.Indent())
        {
            writer.Line($"{scope},");
            writer.Line($"{Literals.Text(list.Model.Minimum)},");
            writer.Line($"{Literals.Text(list.Model.Maximum)},");
            writer.Line($"{list.Stride},");
            if (list.Parameter is { } parameter)
            {
                WriteParameter(writer, "static element => ", parameter, "element.Prefix", "element.Offset", $"element.Default(0, {parameter.MiddleVectorValue})", "element.Condition),");
                writer.Line("static element => [element]);");
            }
            else
            {
                writer.Line($"static element => new {list.Nested!.Model.DescriptorType}(element),");
                writer.Line("static element => element.Parameters);");
            }
        }
    }

    // What the default point of the root does not tell about a parameter that does not exist there.
    private static string DefaultVectorValue(ParameterCode parameter) => parameter.Model switch
    {
        { Default.Kind: DefaultKind.Middle } => parameter.MiddleVectorValue,
        { Default.Kind: DefaultKind.Expression } => parameter.ToVector(parameter.Value),
        _ => parameter.ConstantVectorValue,
    };
}
