using System;
using System.Collections.Generic;
using System.Linq;

namespace HyperTune.Generators.Emission;

/// <summary>A switch over the case that a config is; where there is anything to do for it, the config is named <c>value</c> inside.</summary>
internal static class CaseSwitch
{
    /// <summary>Writes the switch, or nothing for a type without cases.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="node">The type.</param>
    /// <param name="statements">The statements for a case.</param>
    /// <param name="otherwise">The statement for a config that is no case, or null for none.</param>
    public static void Write(CodeWriter writer, NodeCode node, Func<NodeCode, IEnumerable<string>> statements, string? otherwise)
    {
        if (!node.Model.IsUnion)
        {
            return;
        }

        using (writer.Block("switch (config)"))
        {
            foreach (NodeCode inner in node.Cases)
            {
                string[] body = [.. statements(inner)];
                writer.Line($"case {inner.Model.TypeName}{(inner.IsEmpty ? "" : " value")}:");
                WriteStatements(writer, body);
            }

            if (otherwise is not null)
            {
                writer.Line("default:");
                WriteStatements(writer, [otherwise]);
            }
        }
    }

    private static void WriteStatements(CodeWriter writer, IEnumerable<string> statements)
    {
        using (writer.Indent())
        {
            foreach (string statement in statements)
            {
                writer.Line(statement);
            }

            writer.Line("break;");
        }
    }
}
