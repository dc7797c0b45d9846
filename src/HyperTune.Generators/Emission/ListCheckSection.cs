using System.Linq;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The methods that check tuned lists: their length, their elements, the constraints of nested spaces in them.</summary>
internal static class ListCheckSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        foreach (ListCode list in code.Members.OfType<ListCode>())
        {
            WriteValidate(writer, list);
            if (list.Nested is not null)
            {
                WriteConstraint(writer, list);
            }
        }
    }

    private static void WriteValidate(CodeWriter writer, ListCode list)
    {
        (string minimum, string maximum) = (Literals.Text(list.Model.Minimum), Literals.Text(list.Model.Maximum));
        string element = list.Nested is { } nested
            ? nested.Model.IsReferenceType
                ? $"{Runtime.ConfigCheck}.Nested(errors, parameters[i], $\"{{name}}[{{i}}]\", {list.Item});"
                : $"parameters[i].Validate({list.Item}, errors);"
            : $"{Runtime.ConfigCheck}.Value(errors, parameters[i], {list.Item});";
        writer.Separate();
        using (writer.Block($"private static void {list.ValidateMethod}({list.PropertyType} parameters, string name, {list.Model.TypeName} items, {Runtime.ErrorList} errors)"))
        {
            writer.Line($"int length = {ListCode.LengthOrMissing("items")};");
            writer.Line($"{Runtime.ConfigCheck}.Length(errors, name, length, {minimum}, {maximum});");
            using (writer.Block($"for (int i = 0; i < global::System.Math.Min(length, {maximum}); i++)"))
            {
                writer.Line(element);
            }
        }
    }

    private static void WriteConstraint(CodeWriter writer, ListCode list)
    {
        writer.Separate();
        using (writer.Block($"private static string? {list.ConstraintMethod}({list.PropertyType} parameters, {list.Model.TypeName} items)"))
        {
            writer.Line($"int length = {ListCode.LengthOf("items")};");
            using (writer.Block($"for (int i = 0; i < global::System.Math.Min(length, {Literals.Text(list.Model.Maximum)}); i++)"))
            {
                using (writer.Block($"if (parameters[i].FindViolatedConstraint({list.Item}) is {{ }} violated)"))
                {
                    writer.Line("return violated;");
                }
            }

            writer.Separate();
            writer.Line("return null;");
        }
    }
}
