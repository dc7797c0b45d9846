using System.Collections.Immutable;
using HyperTune.Text;

namespace HyperTune.Metrics;

/// <summary>Outcomes as numbers, and as what they record.</summary>
internal static class MetricsVector
{
    /// <summary>One raw value a metric.</summary>
    public static double[] Of<TMetrics>(TMetrics metrics)
        where TMetrics : struct, IMetrics<TMetrics>
    {
        double[] values = new double[TMetrics.Metrics.All.Length];
        TMetrics.Metrics.Encode(metrics, values);
        return values;
    }

    /// <summary>What an outcome records; <see langword="null"/> where that is nothing.</summary>
    public static RecordedValue[]? RecordsOf<TMetrics>(TMetrics metrics)
        where TMetrics : struct, IMetrics<TMetrics>
    {
        ImmutableArray<MetricRecord> records = TMetrics.Metrics.Records;
        if (records.IsEmpty)
        {
            return null;
        }

        var values = new RecordValue[records.Length];
        TMetrics.Metrics.EncodeRecords(metrics, values);
        RecordedValue[] known = [.. records.Zip(values, static (record, value) => new RecordedValue(record.Name, value)).Where(static record => !record.Value.IsNothing)];
        return known.Length == 0 ? null : known;
    }

    /// <summary>The outcome of the given values.</summary>
    /// <param name="values">One raw value a metric.</param>
    /// <param name="recorded">What it recorded; <see langword="null"/> for nothing.</param>
    public static TMetrics ToMetrics<TMetrics>(ReadOnlySpan<double> values, RecordedValue[]? recorded)
        where TMetrics : struct, IMetrics<TMetrics>
    {
        if (recorded is null)
        {
            return TMetrics.Metrics.Decode(values);
        }

        RecordValue[] records = [.. TMetrics.Metrics.Records.Select(record => Array.Find(recorded, known => known.Name == record.Name).Value)];
        return TMetrics.Metrics.Decode(values, records);
    }

    /// <summary>The losses of metrics that are worse than anything of interest, one an objective.</summary>
    /// <exception cref="ArgumentException">An objective is not finite.</exception>
    public static double[] Reference<TMetrics>(TMetrics reference)
        where TMetrics : struct, IMetrics<TMetrics>
    {
        double[] losses = new double[TMetrics.Metrics.Objectives.Length];
        TMetrics.Metrics.ToLosses(Of(reference), losses);
        for (int k = 0; k < losses.Length; k++)
        {
            if (!double.IsFinite(losses[k]))
            {
                throw new ArgumentException(
                    $"The reference must be finite in every objective, but its {Printable.Of(TMetrics.Metrics.Objectives[k].Name)} is {NumberFormat.Invariant(losses[k])}.",
                    nameof(reference));
            }
        }

        return losses;
    }
}
