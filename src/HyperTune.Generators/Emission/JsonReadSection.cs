using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>From JSON to configs: locals start at a fallback, each member found replaces its own, and the end creates the config.</summary>
internal static class JsonReadSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        string type = code.Root.Model.TypeName;
        writer.Separate();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override {type} ReadJson(ref {Runtime.JsonReader} reader) => ReadJson(ref reader, Default);");
        writer.Separate();
        WriteDocumentation(writer);
        using (writer.Block($"public {type} ReadJson(ref {Runtime.JsonReader} reader, {type} fallback)"))
        {
            writer.Line($"{Runtime.ConfigJson}.ReadStart(ref reader, {Literals.String(code.Root.Model.DisplayName)});");
            if (code.Root.Model.IsUnion)
            {
                WriteDispatch(writer, code.Root);
            }
            else
            {
                WriteBody(writer, code.Root);
            }
        }

        foreach (NodeCode leaf in code.Root.Leaves.Where(static leaf => !leaf.IsRoot))
        {
            writer.Separate();
            using (writer.Block($"private static {leaf.Model.TypeName} {leaf.Method("Read")}(ref {Runtime.JsonReader} reader, {leaf.Model.TypeName} fallback)"))
            {
                WriteBody(writer, leaf);
            }
        }
    }

    public static void WriteDocumentation(CodeWriter writer)
    {
        writer.Line("/// <summary>Reads a config whose missing members are taken from another; for generated code.</summary>");
        writer.Line("/// <param name=\"reader\">A reader on the object's first token, or before it.</param>");
        writer.Line("/// <param name=\"fallback\">The config that gives the missing members.</param>");
        writer.Line(Runtime.Hidden);
    }

    private static void WriteDispatch(CodeWriter writer, NodeCode root)
    {
        using (writer.Block($"string? name = {Runtime.ConfigJson}.FindCase(reader) ?? fallback switch", "};"))
        {
            foreach (NodeCode leaf in root.Leaves)
            {
                writer.Line($"{leaf.Model.TypeName} => {Literals.String(leaf.CasePath)},");
            }

            writer.Line("_ => null,");
        }

        using (writer.Block("return name switch", "};"))
        {
            foreach (NodeCode leaf in root.Leaves)
            {
                writer.Line($"{Literals.String(leaf.CasePath)} => {leaf.Method("Read")}(ref reader, fallback as {leaf.Model.TypeName} ?? {leaf.Method("Default")}()),");
            }

            writer.Line($"_ => throw {Runtime.ConfigJson}.UnknownCase({Literals.String(root.Model.DisplayName)}, name, {UnionText.CaseNames(root)}),");
        }
    }

    private static void WriteBody(CodeWriter writer, NodeCode node)
    {
        var names = new NameScope(["reader", "fallback", "member"]);
        MemberCode[] members = [.. node.AllMembers];
        Dictionary<MemberCode, string> locals = members.ToDictionary(
            static member => member,
            member => Identifiers.Escape(names.Take(Identifiers.ToCamelCase(member.Model.DescriptorProperty))));
        foreach (MemberCode member in members)
        {
            writer.Line($"{member.Model.TypeName} {locals[member]} = fallback.{member.Identifier};");
        }

        writer.Line("int member = -1;");
        using (writer.Block($"while ({node.Method("Members")}.Read(ref reader, ref member))"))
        {
            if (members.Length > 0)
            {
                using (writer.Block("switch (member)"))
                {
                    for (int i = 0; i < members.Length; i++)
                    {
                        string local = locals[members[i]];
                        writer.Line($"case {Literals.Text(i)}: {local} = {members[i].ReadJson(local)}; break;");
                    }
                }
            }
        }

        writer.Separate();
        Creation.Write(writer, "return", node, (member, _) => locals[member]);
    }
}
