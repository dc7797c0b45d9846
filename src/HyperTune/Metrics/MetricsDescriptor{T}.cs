using System.Collections.Immutable;

namespace HyperTune;

/// <summary>The metrics of an outcome type. The generator derives one sealed class from it for each type marked with <see cref="MetricsAttribute"/>.</summary>
/// <typeparam name="TMetrics">The outcome type.</typeparam>
public abstract class MetricsDescriptor<TMetrics> : MetricsDescriptor
{
    /// <summary>Writes the values of an outcome in the order of <see cref="MetricsDescriptor.All"/>.</summary>
    /// <param name="metrics">The outcome.</param>
    /// <param name="values">Receives one value per metric.</param>
    public abstract void Encode(TMetrics metrics, Span<double> values);

    /// <summary>The outcome with the given values: what <see cref="Encode"/> wrote, as far as the numbers tell.</summary>
    /// <param name="values">One value per metric, in the order of <see cref="MetricsDescriptor.All"/>; NaN where one is not known.</param>
    /// <returns>An outcome whose other members have their types' defaults; a metric whose type has no NaN is 0 there.</returns>
    public abstract TMetrics Decode(ReadOnlySpan<double> values);

    /// <summary>Writes the records of an outcome in the order of <see cref="MetricsDescriptor.Records"/>.</summary>
    /// <param name="metrics">The outcome.</param>
    /// <param name="records">Receives one value per record.</param>
    public virtual void EncodeRecords(TMetrics metrics, Span<RecordValue> records)
    {
    }

    /// <summary>The outcome with the given values and records: what <see cref="Encode"/> and <see cref="EncodeRecords"/> wrote.</summary>
    /// <param name="values">One value per metric, in the order of <see cref="MetricsDescriptor.All"/>; NaN where one is not known.</param>
    /// <param name="records">One value per record, in the order of <see cref="MetricsDescriptor.Records"/>; nothing where one is not known.</param>
    /// <returns>An outcome whose other members have their types' defaults, and so have records that are not known.</returns>
    public virtual TMetrics Decode(ReadOnlySpan<double> values, ReadOnlySpan<RecordValue> records) => Decode(values);

    /// <summary>Sets <see cref="MetricsDescriptor.All"/>; called once, by generated constructors.</summary>
    /// <param name="metrics">All metrics in order.</param>
    protected void Initialize(ImmutableArray<Metric> metrics) => All = metrics;

    /// <summary>Sets <see cref="MetricsDescriptor.All"/> and <see cref="MetricsDescriptor.Records"/>; called once, by generated constructors.</summary>
    /// <param name="metrics">All metrics in order.</param>
    /// <param name="records">All records in order.</param>
    protected void Initialize(ImmutableArray<Metric> metrics, ImmutableArray<MetricRecord> records)
    {
        All = metrics;
        Records = records;
    }
}
