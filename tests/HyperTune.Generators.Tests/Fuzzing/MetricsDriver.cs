namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Drives generated metrics whose type is not known at compile time.</summary>
internal abstract class MetricsDriver
{
    public static MetricsDriver Of(Type type) => (MetricsDriver)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(type))!;

    /// <summary>Holds the descriptor against the draft of the declaration.</summary>
    public void AssertMatches(MetricsDraft draft)
    {
        Assert.Equal(draft.Members.Select(static member => member.Name), Metrics.All.Select(static metric => metric.Name));
        Assert.Equal(draft.Objectives, Metrics.Objectives.Length);
        Assert.Equal(draft.Limits, Metrics.Limits.Length);
        double[] values = [.. draft.Members.Select(static (_, i) => i + 0.25)];
        Assert.Equal(values, Encode(values));
        Assert.Equal(values, EncodeDecoded(values));
    }

    protected abstract MetricsDescriptor Metrics { get; }

    protected abstract double[] Encode(double[] values);

    protected abstract double[] EncodeDecoded(double[] values);

    private sealed class Typed<T> : MetricsDriver
        where T : struct, IMetrics<T>
    {
        protected override MetricsDescriptor Metrics => T.Metrics;

        protected override double[] Encode(double[] values) => Encoded((T)Activator.CreateInstance(typeof(T), [.. values.Cast<object>()])!, values);

        protected override double[] EncodeDecoded(double[] values) => Encoded(T.Metrics.Decode(values), values);

        private static double[] Encoded(T outcome, double[] values)
        {
            double[] encoded = new double[values.Length];
            T.Metrics.Encode(outcome, encoded);
            return encoded;
        }
    }
}
