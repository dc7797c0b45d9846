using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The static fields of a list: the object that knows how it stands in vectors and JSON, and where it ends.</summary>
internal static class ListFields
{
    public static void Write(CodeWriter writer, ListCode list)
    {
        string arguments = $"{list.NameLiteral}, {Literals.Text(list.Model.Minimum)}, {Literals.Text(list.Model.Maximum)}";
        if (list.Parameter is { } parameter)
        {
            WriteParameters(writer, list, parameter, arguments);
            return;
        }

        writer.Line($"private static readonly {Runtime.TunedSpaces}<{list.SpaceType}> {list.ItemsField} = new({arguments}, {list.Nested!.Instance});");
        writer.Line(list.EndDeclaration);
    }

    private static void WriteParameters(CodeWriter writer, ListCode list, ParameterCode parameter, string arguments)
    {
        writer.Line($"private static readonly {Runtime.TunedParameters}<{list.ElementType}> {list.ItemsField} = new({arguments}, {parameter.DistributionField})");
        writer.Line("{");
        using (writer.Indent())
        {
            writer.Line($"Middle = {parameter.MiddleVectorValue},");
            writer.Line($"FromVector = {parameter.FromVectorFunction},");
            writer.Line($"ToVector = {parameter.ToVectorFunction},");
            writer.Line($"Read = static (ref {Runtime.JsonReader} reader) => {parameter.ReadJson("")},");
            writer.Line($"Write = static (writer, value) => {parameter.WriteJsonCall("writer, value")},");
        }

        writer.Line("};");
    }
}
