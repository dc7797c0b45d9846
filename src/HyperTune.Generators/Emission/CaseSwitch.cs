using System;

namespace HyperTune.Generators.Emission;

/// <summary>A switch over the case that a config is.</summary>
internal static class CaseSwitch
{
    /// <summary>Writes the switch, or nothing for a type without cases.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="node">The type.</param>
    /// <param name="statement">What to do with a config of a case, given its name; null for nothing.</param>
    /// <param name="otherwise">The statement for a config that is no case, or null for none.</param>
    public static void Write(CodeWriter writer, NodeCode node, Func<NodeCode, CaseStatement?> statement, string? otherwise)
    {
        if (!node.Model.IsUnion)
        {
            return;
        }

        using (writer.Block("switch (config)"))
        {
            foreach (NodeCode inner in node.Cases)
            {
                if (statement(inner) is { } found)
                {
                    writer.Line($"case {inner.Model.TypeName}{(found.UsesValue ? " value" : "")}: {found.Text} break;");
                }
                else if (otherwise is not null)
                {
                    writer.Line($"case {inner.Model.TypeName}: break;");
                }
            }

            if (otherwise is not null)
            {
                writer.Line($"default: {otherwise} break;");
            }
        }
    }
}
