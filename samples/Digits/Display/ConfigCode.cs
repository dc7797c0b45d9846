using System.Globalization;
using HyperTune;

namespace Digits;

/// <summary>Writes a config as the C# that creates it.</summary>
internal static class ConfigCode
{
    /// <summary>An object creation expression that sets every tuned property to the config's value, one a line.</summary>
    /// <param name="config">The config to write.</param>
    public static string Write(DigitsConfig config)
    {
        double[] vector = new double[DigitsConfig.Space.DimensionCount];
        DigitsConfig.Space.Encode(config, vector);
        IEnumerable<string> lines = DigitsConfig.Space.Parameters
            .Select(parameter => $"    {parameter.Name} = {Literal(parameter, vector[parameter.Index])},\n");
        return $"new {nameof(DigitsConfig)}\n{{\n{string.Concat(lines)}}}";
    }

    // The shortest text that reads back as the same number is also a C# literal.
    private static string Literal(Parameter parameter, double vectorValue) => parameter switch
    {
        Parameter<int> integer => integer.FromVector(vectorValue).ToString(CultureInfo.InvariantCulture),
        Parameter<double> real => real.FromVector(vectorValue).ToString("R", CultureInfo.InvariantCulture),
        Parameter<Activation> activation => $"{nameof(Activation)}.{activation.FromVector(vectorValue)}",
        _ => throw new NotSupportedException($"{parameter.Name} has the type {parameter.ValueType}, for which no literal is known."),
    };
}
