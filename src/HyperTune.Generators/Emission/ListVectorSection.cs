using System.Linq;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The methods between tuned lists and their slices of vectors: the length first, where it can vary, then the elements.</summary>
internal static class ListVectorSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        foreach (ListCode list in code.Members.OfType<ListCode>())
        {
            WriteDefault(writer, list);
            WriteDecode(writer, list);
            WriteEncode(writer, list);
            WriteSample(writer, list);
        }
    }

    private static void WriteDefault(CodeWriter writer, ListCode list)
    {
        // The middle of the length's distribution.
        int length = list.Model.Minimum + ((list.Model.Maximum - list.Model.Minimum + 1) / 2);
        writer.Separate();
        using (writer.Block($"private static {list.Model.TypeName} {list.DefaultMethod}()"))
        {
            writer.Line($"{list.ElementType}[] items = new {list.ElementType}[{Literals.Text(length)}];");
            WriteLoop(writer, "items.Length", $"items[i] = {list.Nested?.Middle ?? list.Parameter!.Middle};");
            writer.Separate();
            writer.Line($"return {list.FromArray("items")};");
        }
    }

    private static void WriteDecode(CodeWriter writer, ListCode list)
    {
        string length = list.Model.HasLength
            ? $"{Runtime.SpaceLists}.ToLength({list.NameLiteral}, vector[0], {Literals.Text(list.Model.Minimum)}, {Literals.Text(list.Model.Maximum)})"
            : Literals.Text(list.Model.Maximum);
        string element = list.Nested is { } nested ? $"{nested.Instance}.Decode({list.ElementSlice})" : list.Parameter!.FromVector(list.ElementEntry);
        writer.Separate();
        using (writer.Block($"private static {list.Model.TypeName} {list.DecodeMethod}({Runtime.Vector} vector)"))
        {
            writer.Line($"{list.ElementType}[] items = new {list.ElementType}[{length}];");
            WriteLoop(writer, "items.Length", $"items[i] = {element};");
            writer.Separate();
            writer.Line($"return {list.FromArray("items")};");
        }
    }

    private static void WriteEncode(CodeWriter writer, ListCode list)
    {
        string element = list.Nested is { } nested
            ? $"{nested.Instance}.Encode({list.Item}, {list.ElementSlice});"
            : $"{list.ElementEntry} = {list.Parameter!.ToVector(list.Item)};";
        writer.Separate();
        using (writer.Block($"private static void {list.EncodeMethod}({list.Model.TypeName} items, {Runtime.WritableVector} vector)"))
        {
            writer.Line($"int length = {ListCode.LengthOf("items")};");
            writer.Line("vector.Fill(double.NaN);");
            if (list.Model.HasLength)
            {
                writer.Line("vector[0] = length;");
            }

            WriteLoop(writer, $"global::System.Math.Min(length, {Literals.Text(list.Model.Maximum)})", element);
        }
    }

    private static void WriteSample(CodeWriter writer, ListCode list)
    {
        string element = list.Nested is { } nested
            ? $"{nested.Instance}.SampleVector(ref random, {list.ElementSlice});"
            : $"{list.ElementEntry} = {list.Parameter!.Draw};";
        writer.Separate();
        using (writer.Block($"private static void {list.SampleMethod}(ref {Runtime.RandomStream} random, {Runtime.WritableVector} vector)"))
        {
            if (list.Model.HasLength)
            {
                string minimum = list.Model.Minimum == 0 ? "" : $"{Literals.Text(list.Model.Minimum)} + ";
                writer.Line("vector.Fill(double.NaN);");
                writer.Line($"vector[0] = {minimum}random.NextInteger({Literals.Text(list.Model.Maximum - list.Model.Minimum + 1)});");
            }

            WriteLoop(writer, list.Model.HasLength ? "(int)vector[0]" : Literals.Text(list.Model.Maximum), element);
        }
    }

    private static void WriteLoop(CodeWriter writer, string length, string statement)
    {
        using (writer.Block($"for (int i = 0; i < {length}; i++)"))
        {
            writer.Line(statement);
        }
    }
}
