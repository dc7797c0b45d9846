using HyperTune.Text;

namespace HyperTune.Metrics;

/// <summary>Outcomes as numbers.</summary>
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
