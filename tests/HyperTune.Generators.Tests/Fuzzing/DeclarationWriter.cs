using System.Text;

namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Writes drafts as C#.</summary>
internal sealed class DeclarationWriter(Dice dice, EnumDraft enumeration)
{
    private readonly StringBuilder _code = new();

    public override string ToString() => _code.ToString();

    public void WriteLine(string line) => _code.Append(line).Append('\n');

    public void Write(SpaceDraft space)
    {
        if (space.IsMarked)
        {
            WriteLine(dice.Pick("[SearchSpace]", "[SearchSpace]", "[HyperTune.SearchSpaceAttribute]", "[global::HyperTune.SearchSpace]"));
        }
        else if (space.StableName is not null)
        {
            WriteLine($"[StableName({MemberTypes.Argument(space.StableName, enumeration)})]");
        }

        bool hasTwoParts = space.HasTwoParts && space.IsPartial;
        WriteHead(space, isFirst: true);
        if (!hasTwoParts)
        {
            WriteBody(space);
        }

        WriteLine("}");
        if (hasTwoParts)
        {
            WriteHead(space, isFirst: false);
            WriteBody(space);
            WriteLine("}");
        }
    }

    private void WriteHead(SpaceDraft space, bool isFirst)
    {
        string[] words = [space.Accessibility, space.Modifier, space.IsPartial ? "partial" : "", space.Keyword, Names.Escape(space.Name) + space.TypeParameters];
        _code.Append(string.Join(' ', words.Where(static word => word.Length > 0)));
        if (isFirst && (space.Positional.Count > 0 || space.HasShownParameters))
        {
            _code.Append('(').AppendJoin(", ", space.Positional.Select(member => Positional(member, space))).Append(')');
        }

        if (isFirst && space.Base is not null)
        {
            _code.Append(" : ").Append(space.Base);
        }

        WriteLine("\n{");
    }

    private void WriteBody(SpaceDraft space)
    {
        if (space.HasShownParameters)
        {
            foreach (MemberDraft member in space.Positional)
            {
                WriteLine($"    public {member.WriteType(enumeration)} {Names.Escape(member.Name)} {{ get; }} = {Names.Escape(Shown(member))};");
            }
        }

        foreach (MemberDraft member in space.Properties)
        {
            WriteLine($"    {Attributes(member, "")}{member.Accessibility} {(member.IsRequired ? "required " : "")}{member.WriteType(enumeration)} {Names.Escape(member.Name)} {member.Accessors}"
                + (member.Initializer is null ? "" : $" = {member.Initializer};"));
        }

        foreach (string extra in space.Extra)
        {
            WriteLine("    " + extra);
        }

        if (space.Constrained is { } constrained)
        {
            string value = $"config.{Names.Escape(constrained.Name)}" + (constrained.Type == MemberType.TimeSpan ? ".TotalSeconds" : "");
            WriteLine($"    [Constraint] public static bool HoldsAtMost({(dice.Chance(0.2) ? "in " : "")}{Names.Escape(space.Name)} config) => (double){value} <= {MemberTypes.Number(space.ConstraintLimit)};");
        }

        foreach (SpaceDraft inner in space.Cases.Concat(space.Inner))
        {
            Write(inner);
        }
    }

    private string Positional(MemberDraft member, SpaceDraft space)
        => Attributes(member, !space.HasShownParameters && dice.Chance(0.15) ? "property: " : "") + member.WriteType(enumeration) + " "
            + Names.Escape(space.HasShownParameters ? Shown(member) : member.Name)
            + (member.Initializer is null ? "" : " = " + member.Initializer);

    // In a class the parameter's name differs from the property's in case.
    private static string Shown(MemberDraft member) => char.ToLowerInvariant(member.Name[0]) + member.Name[1..];

    private string Attributes(MemberDraft member, string target)
    {
        string[] attributes = [.. member.WriteAttributes(enumeration)];
        return attributes.Length == 0 ? "" : dice.Chance(0.5)
            ? $"[{target}{string.Join(", ", attributes)}] "
            : string.Concat(attributes.Select(attribute => $"[{target}{attribute}] "));
    }
}
