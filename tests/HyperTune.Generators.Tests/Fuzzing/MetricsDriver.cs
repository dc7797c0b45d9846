using System.Globalization;
using System.Reflection;

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
        Assert.Equal(draft.Records.Select(static record => record.Name), Metrics.Records.Select(static record => record.Name));
        AssertKeepsRecords();
    }

    protected abstract MetricsDescriptor Metrics { get; }

    protected abstract double[] Encode(double[] values);

    protected abstract double[] EncodeDecoded(double[] values);

    /// <summary>Makes an outcome again of what was read of it: with values, and with nothing wherever that is possible.</summary>
    protected abstract void AssertKeepsRecords();

    private sealed class Typed<T> : MetricsDriver
        where T : struct, IMetrics<T>
    {
        protected override MetricsDescriptor Metrics => T.Metrics;

        protected override double[] Encode(double[] values) => Encoded(Create(values, isKnown: true), values);

        protected override void AssertKeepsRecords()
        {
            foreach (bool isKnown in new[] { true, false })
            {
                T outcome = Create([.. T.Metrics.All.Select(static metric => metric.Index + 0.5)], isKnown);
                double[] values = new double[T.Metrics.All.Length];
                var records = new RecordValue[T.Metrics.Records.Length];
                T.Metrics.Encode(outcome, values);
                T.Metrics.EncodeRecords(outcome, records);
                Assert.Equal(outcome, T.Metrics.Decode(values, records));
            }
        }

        private static T Create(double[] values, bool isKnown)
        {
            var metrics = new Queue<double>(values);
            ParameterInfo[] parameters = typeof(T).GetConstructors().Single(static constructor => constructor.GetParameters().Length > 0).GetParameters();
            return (T)Activator.CreateInstance(typeof(T), [.. parameters.Select(Argument)])!;

            object? Argument(ParameterInfo parameter)
                => !parameter.IsDefined(typeof(RecordAttribute)) ? metrics.Dequeue()
                    : Nullable.GetUnderlyingType(parameter.ParameterType) is not { } underlying ? Value(parameter.ParameterType)
                    : isKnown ? Value(underlying) : null;
        }

        private static object Value(Type type)
            => type == typeof(string) ? "a \"text\""
                : type == typeof(TimeSpan) ? TimeSpan.FromMilliseconds(1500)
                : type == typeof(Half) ? (Half)0.5f
                : type.IsEnum ? Enum.ToObject(type, 3)
                : Convert.ChangeType(1, type, CultureInfo.InvariantCulture);

        protected override double[] EncodeDecoded(double[] values) => Encoded(T.Metrics.Decode(values), values);

        private static double[] Encoded(T outcome, double[] values)
        {
            double[] encoded = new double[values.Length];
            T.Metrics.Encode(outcome, encoded);
            return encoded;
        }
    }
}
