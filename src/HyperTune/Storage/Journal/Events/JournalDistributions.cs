using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Spaces.Comparison;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Events;

/// <summary>
/// How our distributions look to Optuna, and its to us: its plots and samplers know ranges and choices only. The exact meaning is kept beside, as text.
/// </summary>
internal static class JournalDistributions
{
    // How far the range of a normal distribution without an end reaches: no double that a draw can give lies beyond 8.3 standard deviations.
    private const double TailWidth = 10;

    // Whole numbers are exact below it.
    private const double LargestInteger = 1L << 53;

    /// <summary>A list becomes choices, ordered or not, because plots then show its labels; whole numbers an int range; the rest a float range.</summary>
    public static JournalDistribution Of(ParameterOutline parameter) => parameter.Distribution switch
    {
        ListDistribution list => new JournalCategoricalDistribution(Choices(list.Labels, parameter.ValueType)),
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

    /// <summary>Whether stored values mean the same as those of a distribution of ours: numbers are numbers, and an index counts in a list.</summary>
    public static bool IsSame(Distribution own, JournalDistribution stored)
        => own is ListDistribution list
            ? stored is JournalCategoricalDistribution categorical
                && categorical.Choices.Length == list.Labels.Length
                && categorical.Choices.Zip(list.Labels).All(static pair => pair.First.Says(pair.Second))
            : stored is not JournalCategoricalDistribution;

    /// <summary>A stored distribution as one of ours, whatever its range is: of values that others wrote, it need not be true.</summary>
    /// <param name="stored">The stored distribution.</param>
    /// <param name="own">What the study declares for the parameter; the same choices get the same labels.</param>
    public static Distribution ToDistribution(JournalDistribution stored, Distribution? own) => stored switch
    {
        JournalCategoricalDistribution categorical => new ChoiceDistribution(
            Labels(categorical.Choices, own as ListDistribution)),
        JournalIntDistribution integer => Range(integer.Low, integer.High, integer.IsLogarithmic, integer.Step, isInteger: true),
        JournalFloatDistribution number => Range(number.Low, number.High, number.IsLogarithmic, number.Step ?? 0, isInteger: false),
        _ => throw new JournalFormatException($"There is no such distribution: {JournalLimits.Excerpt($"{stored}")}"),
    };

    /// <summary>A stored value as a vector value.</summary>
    public static double ToValue(in JournalParameter parameter)
        => parameter.Distribution is JournalFloatDistribution ? parameter.Value : Math.Truncate(parameter.Value);

    private static Distribution Range(double low, double high, bool isLogarithmic, double step, bool isInteger)
    {
        low = Finite(low, -double.MaxValue);
        high = Finite(high, double.MaxValue);
        (low, high) = low <= high ? (low, high) : (high, low);
        if (isLogarithmic && low >= (isInteger ? 1 : double.Epsilon))
        {
            return new LogUniformDistribution(low, high, isInteger);
        }

        bool isGrid = step > 0 && (high - low) / step < LargestInteger;
        return new UniformDistribution(low, high, isGrid ? step : 0);
    }

    private static double Finite(double value, double instead) => double.IsNaN(value) ? instead : Math.Clamp(value, -double.MaxValue, double.MaxValue);

    private static ImmutableArray<string> Labels(ImmutableArray<JournalChoice> choices, ListDistribution? own)
    {
        if (own is null)
        {
            return [.. choices.Select(static choice => choice.ToString())];
        }

        var labels = new JournalLabels(own.Labels);
        return [.. choices.Select(choice => labels.IndexOf(choice) is >= 0 and var index ? own.Labels[index] : choice.ToString())];
    }

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

    // Python users then get 16 and True, not "16" and "True". Of a space that only a storage knows, the labels tell what they were.
    private static ImmutableArray<JournalChoice> Choices(ImmutableArray<string> labels, Type? type)
    {
        Type? underlying = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        bool isTruth = underlying is null ? labels.All(static label => bool.TryParse(label, out _)) : underlying == typeof(bool);
        bool isNumber = underlying is null
            ? labels.All(static label => TryParse(label, out _))
            : !underlying.IsEnum && (underlying == typeof(Half) || Type.GetTypeCode(underlying) is >= TypeCode.SByte and <= TypeCode.Decimal);
        return
        [
            .. labels.Select(label => isTruth && bool.TryParse(label, out bool truth) ? JournalChoice.Of(truth)
                : isNumber && TryParse(label, out double number) ? JournalChoice.Of(number)
                : JournalChoice.Of(label)),
        ];
    }

    private static bool TryParse(string label, out double number) => double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
