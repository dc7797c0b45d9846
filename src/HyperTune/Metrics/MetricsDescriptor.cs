using System.Collections.Immutable;
using HyperTune.Metrics;

namespace HyperTune;

/// <summary>The metrics of an outcome type, without the type itself: what studies and storages work on.</summary>
public abstract class MetricsDescriptor
{
    private protected MetricsDescriptor()
    {
    }

    /// <summary>The outcome type's name without its namespace.</summary>
    public abstract string Name { get; }

    /// <summary>All metrics, in the order in which values are encoded.</summary>
    public ImmutableArray<Metric> All
    {
        get;
        private protected set
        {
            field = value;
            Objectives = [.. value.Where(static metric => metric.IsObjective)];
            Limits = [.. value.Where(static metric => metric.IsLimited)];
        }
    }
    = [];

    /// <summary>The metrics with a direction, in order; at least one.</summary>
    public ImmutableArray<Metric> Objectives { get; private set; } = [];

    /// <summary>The metrics with a limit, in order.</summary>
    public ImmutableArray<Metric> Limits { get; private set; } = [];

    /// <summary>The members that studies keep beside the metrics, in the order in which they are encoded; empty for most types.</summary>
    public ImmutableArray<MetricRecord> Records { get; private protected set; } = [];

    /// <summary>Whether studies keep whatever was recorded, as the type itself is not known; otherwise <see cref="Records"/> says what there is.</summary>
    internal virtual bool KeepsAllRecords => false;

    /// <summary>
    /// By how much the values are outside the limits: each breach as a share of its limit (of a limit of 0, in the metric's unit), so that seconds and bytes
    /// weigh alike, summed over all metrics. 0 when the values are acceptable; positive infinity when a limited one is NaN.
    /// </summary>
    /// <param name="values">One value per metric, in the order of <see cref="All"/>.</param>
    public double Violation(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (Metric metric in Limits)
        {
            sum += metric.RelativeViolation(values[metric.Index]);
        }

        return sum;
    }

    /// <summary>By how much each limit is exceeded, negative within it; of a metric with two limits the lower one first.</summary>
    /// <param name="values">One value per metric, in the order of <see cref="All"/>.</param>
    internal double[] Excess(ReadOnlySpan<double> values)
    {
        var excess = new List<double>(Limits.Length);
        foreach (Metric metric in Limits)
        {
            if (metric.AtLeast > double.NegativeInfinity)
            {
                excess.Add(metric.AtLeast - values[metric.Index]);
            }

            if (metric.AtMost < double.PositiveInfinity)
            {
                excess.Add(values[metric.Index] - metric.AtMost);
            }
        }

        return [.. excess];
    }

    /// <summary>The objectives turned so that smaller is better.</summary>
    /// <param name="values">One value per metric, in the order of <see cref="All"/>.</param>
    /// <param name="losses">Receives one loss an objective, in the order of <see cref="Objectives"/>; not a number stays as it is.</param>
    internal void ToLosses(ReadOnlySpan<double> values, Span<double> losses)
    {
        for (int i = 0; i < Objectives.Length; i++)
        {
            losses[i] = Objectives[i].ToLoss(values[Objectives[i].Index]);
        }
    }

    /// <summary>Of values that somebody stored under names, those that the type has a record for; <see langword="null"/> where that is none.</summary>
    /// <param name="stored">The values; of two of one name the later one counts.</param>
    internal RecordedValue[]? FitRecords(RecordedValue[]? stored)
    {
        if (stored is null || KeepsAllRecords)
        {
            return stored;
        }

        if (Records.IsEmpty)
        {
            return null;
        }

        var fitting = new List<RecordedValue>(Records.Length);
        foreach (MetricRecord record in Records)
        {
            RecordValue value = Array.FindLast(stored, known => known.Name == record.Name).Value;
            if (record.Fits(value))
            {
                fitting.Add(new RecordedValue(record.Name, value));
            }
        }

        return fitting.Count == 0 ? null : [.. fitting];
    }
}
