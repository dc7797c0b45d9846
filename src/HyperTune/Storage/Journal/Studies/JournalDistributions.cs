using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune;

/// <summary>How our distributions look to Optuna: its plots and samplers know ranges and choices only. The exact meaning is kept beside, as text.</summary>
internal static class JournalDistributions
{
    // How far the range of a normal distribution without an end reaches: no double that a draw can give lies beyond 8.3 standard deviations.
    private const double TailWidth = 10;

    // Whole numbers are exact below it.
    private const double LargestInteger = 1L << 53;

    /// <summary>A list becomes choices, ordered or not, because plots then show its labels; whole numbers an int range; the rest a float range.</summary>
    public static JournalDistribution Of(Parameter parameter) => parameter.Distribution switch
    {
        ListDistribution list => new JournalCategoricalDistribution([.. list.Labels.Select(label => Choice(parameter.ValueType, label))]),
        UniformDistribution { Step: > 0 } uniform => Stepped(uniform),
        UniformDistribution uniform => new JournalFloatDistribution(uniform.Low, uniform.High),
        LogUniformDistribution { IsInteger: true } log => new JournalIntDistribution((long)log.Low, (long)log.High, isLogarithmic: true),
        LogUniformDistribution log => new JournalFloatDistribution(log.Low, log.High, isLogarithmic: true),
        NormalDistribution { IsInteger: true } normal => new JournalIntDistribution((long)normal.Low, (long)normal.High),
        NormalDistribution normal => Bounded(normal),
        LogNormalDistribution { IsInteger: true } logNormal => new JournalIntDistribution((long)logNormal.Low, (long)logNormal.High, isLogarithmic: true),
        LogNormalDistribution logNormal => Bounded(logNormal),
        _ => throw new NotSupportedException($"The journal has no form for the distribution '{parameter.Distribution}'."),
    };

    private static JournalDistribution Stepped(UniformDistribution uniform)
        => IsInteger(uniform.Low) && IsInteger(uniform.High) && IsInteger(uniform.Step)
            ? new JournalIntDistribution((long)uniform.Low, (long)uniform.High, step: (long)uniform.Step)
            : new JournalFloatDistribution(uniform.Low, uniform.High, step: uniform.Step);

    private static JournalFloatDistribution Bounded(NormalDistribution normal) => new(
        Math.Max(normal.Low, normal.Mean - (TailWidth * normal.StandardDeviation)),
        Math.Min(normal.High, normal.Mean + (TailWidth * normal.StandardDeviation)));

    private static JournalFloatDistribution Bounded(LogNormalDistribution normal) => new(
        Math.Max(Math.Max(normal.Low, double.Epsilon), Math.Exp(normal.LogMean - (TailWidth * normal.LogStandardDeviation))),
        Math.Min(Math.Min(normal.High, double.MaxValue), Math.Exp(normal.LogMean + (TailWidth * normal.LogStandardDeviation))),
        isLogarithmic: true);

    private static bool IsInteger(double value) => Math.Abs(value) < LargestInteger && value == Math.Floor(value);

    // Python users then get 16 and True, not "16" and "True".
    private static JournalChoice Choice(Type type, string label)
    {
        Type underlying = Nullable.GetUnderlyingType(type) ?? type;
        bool isNumber = !underlying.IsEnum && Type.GetTypeCode(underlying) is >= TypeCode.SByte and <= TypeCode.Decimal;
        return underlying == typeof(bool) && bool.TryParse(label, out bool truth) ? JournalChoice.Of(truth)
            : isNumber && double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? JournalChoice.Of(number)
            : JournalChoice.Of(label);
    }
}
