using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>The methods between listed values and their indices.</summary>
internal static class ValueListSection
{
    public static void Write(CodeWriter writer, DescriptorCode code)
    {
        foreach (ParameterCode parameter in code.Parameters.Where(static parameter => parameter.Model.Distribution.IsList))
        {
            WriteDecode(writer, parameter);
            WriteEncode(writer, parameter);
        }
    }

    private static void WriteDecode(CodeWriter writer, ParameterCode parameter)
    {
        IReadOnlyList<ConstantCode> values = parameter.Values;
        writer.Separate();
        using (writer.Block($"private static {parameter.Model.TypeName} {parameter.DecodeMethod}(double value) => (int)value switch", "};"))
        {
            for (int i = 0; i < values.Count; i++)
            {
                writer.Line($"{Literals.Text(i)} => {values[i].Literal},");
            }

            writer.Line($"_ => throw {Runtime.VectorValue}.NotListed({parameter.NameLiteral}, value, {Literals.Text(values.Count)}),");
        }
    }

    private static void WriteEncode(CodeWriter writer, ParameterCode parameter)
    {
        IReadOnlyList<ConstantCode> values = parameter.Values;
        string subject = parameter.Model switch
        {
            { Kind: ValueKind.TimeSpan, IsNullable: true } => "value?.Ticks",
            { Kind: ValueKind.TimeSpan } => "value.Ticks",
            { Kind: ValueKind.Half, IsNullable: true } => "(float?)value",
            { Kind: ValueKind.Half } => "(float)value",
            _ => "value",
        };
        writer.Separate();
        using (writer.Block($"private static double {parameter.EncodeMethod}({parameter.Model.TypeName} value) => {subject} switch", "};"))
        {
            for (int i = 0; i < values.Count; i++)
            {
                writer.Line($"{values[i].Pattern} => {Literals.Text(i)},");
            }

            // The compiler refuses an arm that nothing can reach.
            if (!CoversType(parameter.Model))
            {
                writer.Line("_ => double.NaN,");
            }
        }
    }

    private static bool CoversType(ParameterModel parameter)
    {
        int all = parameter.Kind switch
        {
            ValueKind.Boolean => 2,
            ValueKind.Byte or ValueKind.SByte => 256,
            ValueKind.Int16 or ValueKind.UInt16 or ValueKind.Char => 65536,
            _ => int.MaxValue,
        };
        return parameter.Distribution.Values.Count >= (parameter.IsNullable ? all + 1L : all);
    }
}
