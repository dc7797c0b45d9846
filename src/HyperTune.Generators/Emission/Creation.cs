using System;
using System.Linq;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The expressions that create configs.</summary>
internal static class Creation
{
    /// <summary>Writes a return statement with a new config.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="node">The config's type.</param>
    /// <param name="valueOf">A member's value, or null to leave the member to its initializer.</param>
    public static void WriteReturn(CodeWriter writer, NodeCode node, Func<MemberCode, BindingModel, string?> valueOf)
    {
        (string? Argument, string Text)[] values =
        [
            .. node.Bindings
                .Select(pair => (pair.Member, pair.Binding, Value: valueOf(pair.Member, pair.Binding)))
                .Where(static set => set.Value is not null)
                .Select(static set => set.Binding.Argument is { } argument
                    ? (argument, $"{Identifiers.Escape(argument)}: {set.Value}")
                    : ((string?)null, $"{set.Member.Identifier} = {set.Value},")),
        ];
        string[] arguments = [.. values.Where(static value => value.Argument is not null).Select(static value => value.Text)];
        if (arguments.Length == 0 && node.Model.OptionalArgument is { } optional)
        {
            arguments = [ConstantCode.Of(optional)];
        }

        string[] assignments = [.. values.Where(static value => value.Argument is null).Select(static value => value.Text)];
        string end = assignments.Length == 0 ? ";" : "";
        if (arguments.Length == 0)
        {
            writer.Line($"return new {node.Model.TypeName}(){end}");
        }
        else
        {
            writer.Line($"return new {node.Model.TypeName}(");
            using (writer.Indent())
            {
                for (int i = 0; i < arguments.Length; i++)
                {
                    writer.Line(arguments[i] + (i < arguments.Length - 1 ? "," : ")" + end));
                }
            }
        }

        if (assignments.Length == 0)
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
