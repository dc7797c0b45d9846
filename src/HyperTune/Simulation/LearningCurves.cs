using HyperTune.Numerics;
using HyperTune.Simulation;
using HyperTune.Text;

namespace HyperTune;

/// <summary>Creates the learning curves that a <see cref="Simulator"/> replays.</summary>
public static class LearningCurves
{
    /// <summary>A table of curves: one a config.</summary>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="space">The space that the configs are of.</param>
    /// <param name="direction">Whether smaller or larger values are better.</param>
    /// <param name="rows">The configs with their curves; at least one.</param>
    /// <exception cref="ArgumentException">There is no row, or a config is not in the space.</exception>
    public static LearningCurves<T> Table<T>(SearchSpace<T> space, OptimizationDirection direction, IEnumerable<(T Config, LearningCurve Curve)> rows)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(rows);
        var table = new List<(double[] Vector, LearningCurve Curve)>();
        foreach ((T config, LearningCurve curve) in rows)
        {
            ArgumentNullException.ThrowIfNull(curve, nameof(rows));
            double[] vector = new double[space.DimensionCount];
            space.Encode(config, vector);
            if (!space.Contains(vector))
            {
                throw new ArgumentException($"The config of row {table.Count} is not in the space {space.Name}: {space.Format(vector)}.", nameof(rows));
            }

            table.Add((vector, curve));
        }

        return table.Count > 0
            ? new TabulatedCurves<T>(space, direction, table)
            : throw new ArgumentException("The table has no row.", nameof(rows));
    }

    /// <summary>The curves of a study's completed trials, in whatever storage it is: what its reports and its values were.</summary>
    /// <remarks>
    /// Trials without reports, and those that do not fit the space of now or were taken out, are left out. A trial's time is spread evenly over its reports.
    /// </remarks>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="result">The study's result. It is best run without a pruner: a pruned trial has no end that could be replayed.</param>
    /// <exception cref="ArgumentException">No completed trial has reported anything.</exception>
    public static LearningCurves<T> From<T>(StudyResult<T> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        List<(double[], LearningCurve)> rows = [];
        foreach (TrialRecord<T> trial in result.Completed)
        {
            if (!trial.Reports.IsEmpty)
            {
                double each = trial.Duration is { Ticks: > 0 } duration ? duration.TotalSeconds / trial.Reports.Length : 1;
                rows.Add((trial.Vector.ToArray(), new LearningCurve(
                    trial.Reports.Select(static report => report.Value),
                    trial.Reports.Select(static report => report.Step),
                    Enumerable.Repeat(each, trial.Reports.Length),
                    trial.Value)
                {
                    Kind = trial.Reports[0].Kind,
                }));
            }
        }

        return rows.Count > 0
            ? new TabulatedCurves<T>(result.Study.Space, result.Direction, rows)
            : throw new ArgumentException($"No completed trial of study '{Printable.Of(result.StudyName)}' has reported anything.", nameof(result));
    }

    /// <summary>Curves that a function knows for every config, for instance those of a formula.</summary>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="space">The space that is searched.</param>
    /// <param name="direction">Whether smaller or larger values are better.</param>
    /// <param name="curve">Gives the curve of a config; the same one for the same config, if simulations are to repeat. It may be called by several threads.</param>
    public static LearningCurves<T> Function<T>(SearchSpace<T> space, OptimizationDirection direction, Func<T, LearningCurve> curve)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(curve);
        return new ComputedCurves<T>(space, direction, curve);
    }
}
