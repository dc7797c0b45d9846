using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The statements that create the parameters of a type, in the constructor of the class that describes it.</summary>
internal static class ParameterCreation
{
    /// <summary>Writes the selector, the members and the cases.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="node">The type.</param>
    /// <param name="config">The declaration of a config at the default point.</param>
    public static void Write(CodeWriter writer, NodeCode node, string config)
    {
        // A default must be read from a config where no constant says it.
        if (node.Members.Any(member => member is ParameterCode { Model.Default.Kind: DefaultKind.Expression } && CanBeInactive(node, member)))
        {
            writer.Line(config);
        }

        if (node.Model.IsUnion)
        {
            writer.Line($"this.{ReservedNames.Selector} = {Runtime.SpaceCases}.CreateSelector(scope, {node.Start}, {node.SelectorField});");
        }

        foreach (MemberCode member in node.Members)
        {
            Create(writer, node, member, $"this.{member.Property} = ");
        }

        foreach (NodeCode inner in node.Cases)
        {
            string scope = $"scope.Nest({Literals.String(inner.Model.Name)}, 0, {Runtime.Condition}.OneOf(this.{ReservedNames.Selector}, [{Literals.Double(inner.CaseIndex)}]))";
            writer.Line($"this.{inner.Property} = new {inner.ClassName}({scope});");
        }
    }

    /// <summary>All parameters of a type as the items of a collection, in the order of the vector.</summary>
    public static IReadOnlyList<string> Collection(NodeCode node) =>
    [
        .. node.Model.IsUnion ? new[] { $"this.{ReservedNames.Selector}" } : [],
        .. node.Members.Select(static member => member is ParameterCode ? $"this.{member.Property}" : $".. this.{member.Property}.Parameters"),
        .. node.Cases.Select(static inner => $".. this.{inner.Property}.Parameters"),
    ];

    private static bool CanBeInactive(NodeCode node, MemberCode member) => !node.IsRoot || member.Condition is not null;

    private static void Create(CodeWriter writer, NodeCode node, MemberCode member, string start)
    {
        string? condition = member.Condition is { } own ? own.Create($"this.{own.Parent.Property}") : null;
        if (member is ParameterCode parameter)
        {
            CreateParameter(writer, parameter, start, condition, CanBeInactive(node, member));
            return;
        }

        string nest = $"scope.Nest({member.NameLiteral}, {member.Start}{(condition is null ? "" : $", {condition}")})";
        switch (member)
        {
            case OptionalSpaceCode optional:
                writer.Line($"{start}{Runtime.OptionalSpaces}.Create({nest}, static part => new {optional.Model.DescriptorType}(part));");
                break;
            case NestedSpaceCode nested:
                writer.Line($"{start}new {nested.Model.DescriptorType}({nest});");
                break;
            case CompositeCode composite:
                writer.Line($"{start}{composite.ItemsField}.CreateParameters({nest}{Description(composite)});");
                break;
            case ListCode { Nested: { } nested } list:
                writer.List($"{start}{list.ItemsField}.CreateParameters(", [nest, $"static element => new {nested.Model.DescriptorType}(element)"], ");");
                break;
            case ListCode list:
                writer.Line($"{start}{list.ItemsField}.{(list.Parameter!.Model.Distribution.IsList ? "CreateChoices" : "CreateRanges")}({nest}{Description(list)});");
                break;
        }
    }

    private static string Description(MemberCode member) => member.Model.Summary is { } summary ? $", {Literals.String(summary)}" : "";

    private static void CreateParameter(CodeWriter writer, ParameterCode parameter, string start, string? condition, bool canBeInactive)
    {
        ParameterModel model = parameter.Model;
        string method = model.Distribution.IsList ? "Choice" : model.IsNullable ? $"Range<{model.TypeName}>" : "Range";
        List<string> arguments = [parameter.Start.ToString(), parameter.NameLiteral, parameter.DistributionField];
        arguments.AddRange(model.Distribution.IsList ? [parameter.ValuesField] : [parameter.FromVectorFunction, parameter.ToVectorFunction]);
        if (condition is not null)
        {
            arguments.Add(condition);
        }

        if (canBeInactive)
        {
            arguments.Add($"inactive: {DefaultVectorValue(parameter)}");
        }

        // The end of the name says it nearly always.
        if (model.Name != model.PropertyName)
        {
            arguments.Add($"property: {Literals.String(model.PropertyName)}");
        }

        if (parameter.Bound is { } bound)
        {
            arguments.Add($"bound: {bound.Create}");
        }

        if (model.Summary is { } summary)
        {
            arguments.Add($"description: {Literals.String(summary)}");
        }

        // A list of strings does not know whether null is one of them.
        writer.List($"{start}scope.{method}(", arguments, model is { Kind: ValueKind.String, IsNullable: true } ? ")!;" : ");");
    }

    // What the default point of the root does not tell about a parameter that does not exist there.
    private static string DefaultVectorValue(ParameterCode parameter) => parameter.Model switch
    {
        { Default.Kind: DefaultKind.Middle } => parameter.MiddleVectorValue,
        { Default.Kind: DefaultKind.Expression } => parameter.ToVector(parameter.Value),
        _ => parameter.ConstantVectorValue,
    };
}
