using System.Globalization;
using HyperTune.Storage.Journal.Json;
using HyperTune.Text;

namespace HyperTune.Storage.Journal.Distributions;

/// <summary>Real numbers of a range; with a step, the grid low, low + step, ...</summary>
internal sealed class JournalFloatDistribution : JournalDistribution
{
    public const string CurrentClass = "FloatDistribution";

    public JournalFloatDistribution(double low, double high, bool isLogarithmic = false, double? step = null, string className = CurrentClass)
        : base(className)
    {
        Low = low;
        High = step is { } s ? LastOnGrid(low, high, s) : high;
        IsLogarithmic = isLogarithmic;
        Step = step;
    }

    public double Low { get; }

    /// <summary>The largest value; already lowered to the last grid point, as Optuna does on reading.</summary>
    public double High { get; }

    public bool IsLogarithmic { get; }

    public double? Step { get; }

    public override bool IsCompatibleWith(JournalDistribution earlier)
        => base.IsCompatibleWith(earlier) && ((JournalFloatDistribution)earlier).IsLogarithmic == IsLogarithmic;

    public override JournalParameter? Express(JournalParameter parameter)
        => NumberOf(parameter) is { } number ? new JournalParameter(parameter.Name, number, this) : null;

    public override void WriteExternal(JournalJsonWriter writer, double internalValue) => writer.Float(internalValue);

    public override string Format(double internalValue) => NumberFormat.Invariant(internalValue);

    // The old classes have attributes of their own; one of them calls its step q.
    protected override void WriteAttributes(JournalJsonWriter writer)
    {
        if (ClassName == CurrentClass)
        {
            writer.Name("step");
            if (Step is { } step)
            {
                writer.Float(step);
            }
            else
            {
                writer.Null();
            }
        }

        writer.Name("low");
        writer.Float(Low);
        writer.Name("high");
        writer.Float(High);
        if (ClassName == CurrentClass)
        {
            writer.Name("log");
            writer.Boolean(IsLogarithmic);
        }
        else if (Step is { } step)
        {
            writer.Name("q");
            writer.Float(step);
        }
    }

    // Decimal arithmetic, because 0.3 is on the grid of 0.1 although 0.1 + 0.1 + 0.1 is not 0.3 in binary.
    private static double LastOnGrid(double low, double high, double step)
    {
        const double DecimalLimit = 1e14;
        bool exact = Math.Abs(low) < DecimalLimit
            && Math.Abs(high) < DecimalLimit
            && step is > 1e-12 and < DecimalLimit
            && Math.Abs((high - low) / step) < DecimalLimit;
        if (!exact)
        {
            return high;
        }

        decimal remainder = (Decimal(high) - Decimal(low)) % Decimal(step);
        return remainder == 0 ? high : (double)(Decimal(high) - remainder);
    }

    // By way of the shortest text: the conversion of the language keeps 15 digits only.
    private static decimal Decimal(double value) => decimal.Parse(NumberFormat.Invariant(value), NumberStyles.Float, CultureInfo.InvariantCulture);
}
