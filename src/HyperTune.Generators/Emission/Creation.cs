using System;
using System.Collections.Generic;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The expressions that create configs.</summary>
internal static class Creation
{
    /// <summary>Writes a statement, or a member, whose value is a new config.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="start">What stands in front of the expression, for instance <c>return</c>.</param>
    /// <param name="node">The config's type.</param>
    /// <param name="valueOf">A member's value, or null to leave the member to its initializer.</param>
    public static void Write(CodeWriter writer, string start, NodeCode node, Func<MemberCode, BindingModel, string?> valueOf)
    {
        List<string> arguments = [];
        List<string> assignments = [];
        foreach ((MemberCode member, BindingModel binding) in node.Bindings)
        {
            if (valueOf(member, binding) is not { } value)
            {
                continue;
            }

            if (binding.Argument is { } argument)
            {
                arguments.Add($"{Identifiers.Escape(argument)}: {value}");
            }
            else
            {
                assignments.Add($"{member.Identifier} = {value},");
            }
        }

        if (arguments.Count == 0 && node.Model.OptionalArgument is { } optional)
        {
            arguments.Add(ConstantCode.Of(optional));
        }

        string end = assignments.Count == 0 ? ";" : "";
        writer.List($"{start} new {node.Model.TypeName}(", arguments, ")" + end);
        WriteInitializer(writer, assignments);
    }

    /// <summary>Writes the object initializer behind a creation; nothing where there are no assignments.</summary>
    public static void WriteInitializer(CodeWriter writer, IReadOnlyCollection<string> assignments)
    {
        if (assignments.Count == 0)
        {
            return;
        }

        writer.Line("{");
        using (writer.Indent())
        {
            foreach (string assignment in assignments)
            {
                writer.Line(assignment);
            }
        }

        writer.Line("};");
    }
}
