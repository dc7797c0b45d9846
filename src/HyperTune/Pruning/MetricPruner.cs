using HyperTune.Text;

namespace HyperTune.Pruning;

/// <summary>A pruner together with the metric that it judges, in a study with several.</summary>
internal sealed class MetricPruner(Pruner inner, Metric metric) : Pruner
{
    public Metric Metric => metric;

    public override string ToString() => $"{inner} by {Printable.Of(metric.Name)}";

    public override PrunerRun Start(PrunerContext context) => inner.Start(context);

    /// <summary>The metric that a study's pruner judges: the chosen one, or the only objective.</summary>
    /// <param name="pruner">The pruner.</param>
    /// <param name="metrics">The study's metrics.</param>
    /// <exception cref="ArgumentException">The chosen metric is none of the study's, or there are several objectives and none is chosen.</exception>
    public static Metric MetricOf(Pruner pruner, MetricsDescriptor metrics)
    {
        if (pruner is MetricPruner { Metric: var chosen })
        {
            return metrics.Objectives.Contains(chosen)
                ? chosen
                : throw new ArgumentException(
                    $"The pruner '{pruner}' judges {Printable.Of(chosen.Name)}, which is no objective of {metrics.Name}; its objectives are "
                    + $"{string.Join(", ", metrics.Objectives.Select(static metric => Printable.Of(metric.Name)))}.");
        }

        return metrics.Objectives.Length == 1 || pruner == None
            ? metrics.Objectives[0]
            : throw new ArgumentException(
                $"The pruner '{pruner}' judges one metric, but {metrics.Name} has {metrics.Objectives.Length} objectives. Say which one: "
                + $"pruner.By({metrics.Name}.Metrics.{metrics.Objectives[0].Name}).");
    }
}
