using System;
using System.Collections.Generic;
using System.Linq;

namespace HyperTune.Generators.Emission;

/// <summary>Local variables that say which conditional members exist.</summary>
internal static class ConditionLocals
{
    /// <summary>Declares the variables for some members of a type and for those that they depend on.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="node">The type.</param>
    /// <param name="members">The members that are about to be used.</param>
    /// <param name="valueOf">The vector value of a deciding parameter, as an operand of type double.</param>
    public static void Write(CodeWriter writer, NodeCode node, IEnumerable<MemberCode> members, Func<ParameterCode, string> valueOf)
    {
        HashSet<MemberCode> needed = [];
        foreach (MemberCode member in members)
        {
            MemberCode current = member;
            while (current.Condition is { } condition && needed.Add(current))
            {
                current = condition.Parent;
            }
        }

        foreach (MemberCode member in node.AllMembers.Where(needed.Contains))
        {
            ConditionCode condition = member.Condition!;
            string parent = condition.Parent.Condition is { } outer ? $"{outer.Local} && " : "";
            writer.Line($"bool {condition.Local} = {parent}{condition.Test(valueOf(condition.Parent))};");
        }
    }
}
