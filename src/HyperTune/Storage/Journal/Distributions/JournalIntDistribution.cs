using System.Globalization;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Distributions;

/// <summary>Whole numbers of a range in steps.</summary>
internal sealed class JournalIntDistribution(
    long low,
    long high,
    bool isLogarithmic = false,
    long step = 1,
    string className = JournalIntDistribution.CurrentClass) : JournalDistribution(className)
{
    public const string CurrentClass = "IntDistribution";

    public long Low { get; } = low;

    /// <summary>The largest value; already lowered to the last one that steps reach, as Optuna does on reading.</summary>
    public long High { get; } = step > 0 ? (long)(high - (((Int128)high - low) % step)) : high;

    public bool IsLogarithmic { get; } = isLogarithmic;

    public long Step { get; } = step;

    public override bool IsCompatibleWith(JournalDistribution earlier)
        => base.IsCompatibleWith(earlier) && ((JournalIntDistribution)earlier).IsLogarithmic == IsLogarithmic;

    public override JournalParameter? Express(JournalParameter parameter)
        => NumberOf(parameter) is { } number && number == Math.Floor(number) ? new JournalParameter(parameter.Name, number, this) : null;

    public override void WriteExternal(JournalJsonWriter writer, double internalValue) => writer.Integer((long)internalValue);

    public override string Format(double internalValue) => ((long)internalValue).ToString(CultureInfo.InvariantCulture);

    protected override void WriteAttributes(JournalJsonWriter writer)
    {
        if (ClassName == CurrentClass)
        {
            writer.Name("log");
            writer.Boolean(IsLogarithmic);
        }

        writer.Name("step");
        writer.Integer(Step);
        writer.Name("low");
        writer.Integer(Low);
        writer.Name("high");
        writer.Integer(High);
    }
}
