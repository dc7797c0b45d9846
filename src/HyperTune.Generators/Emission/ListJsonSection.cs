using System.Linq;
using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Emission;

/// <summary>The methods between tuned lists and JSON arrays.</summary>
internal static class ListJsonSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        foreach (ListCode list in code.Members.OfType<ListCode>())
        {
            WriteWrite(writer, list);
            WriteRead(writer, list);
        }
    }

    private static void WriteWrite(CodeWriter writer, ListCode list)
    {
        string element = list.Nested is { } nested ? $"{nested.Instance}.WriteJson(writer, {list.Item});" : list.Parameter!.WriteJsonValue(list.Item);
        writer.Separate();
        using (writer.Block($"private static void {list.WriteMethod}({Runtime.JsonWriter} writer, {list.Model.TypeName} items)"))
        {
            if (list.Model.Kind != ListKind.ImmutableArray)
            {
                using (writer.Block("if (items is null)"))
                {
                    writer.Line("writer.WriteNullValue();");
                    writer.Line("return;");
                }

                writer.Separate();
            }

            writer.Line($"int length = {ListCode.LengthOf("items")};");
            writer.Line("writer.WriteStartArray();");
            using (writer.Block("for (int i = 0; i < length; i++)"))
            {
                writer.Line(element);
            }

            writer.Separate();
            writer.Line("writer.WriteEndArray();");
        }
    }

    private static void WriteRead(CodeWriter writer, ListCode list)
    {
        string element = list.Nested is { } nested ? nested.ReadJsonOfElement : list.Parameter!.ReadJson("");
        writer.Separate();
        using (writer.Block($"private static {list.Model.TypeName} {list.ReadMethod}(ref {Runtime.JsonReader} reader)"))
        {
            writer.Line($"var items = new global::System.Collections.Generic.List<{list.ElementType}>();");
            writer.Line($"{Runtime.ConfigJson}.ReadArray(ref reader, {list.NameLiteral});");
            using (writer.Block($"while ({Runtime.ConfigJson}.ReadElement(ref reader))"))
            {
                writer.Line($"items.Add({element});");
            }

            writer.Separate();
            writer.Line($"return {list.FromList("items")};");
        }
    }
}
