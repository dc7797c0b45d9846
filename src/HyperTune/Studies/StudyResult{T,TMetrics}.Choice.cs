using System.Globalization;
using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune;

public sealed partial class StudyResult<T, TMetrics>
{
    /// <summary>
    /// The trial of the front where getting better in one objective begins to cost most in the others: with each objective scaled to the front's own span, the
    /// one farthest below the plane through the best in each. Das, "On characterizing the 'knee' of the Pareto curve based on normal-boundary intersection", 1999.
    /// </summary>
    /// <exception cref="InvalidOperationException">No trial completed within the limits; the message says what happened instead.</exception>
    public TrialChoice<T, TMetrics> Knee
    {
        get
        {
            IReadOnlyList<TrialRecord<T, TMetrics>> front = FrontToChooseFrom();
            double[][] scaled = Scaled([.. front.Select(static trial => trial.Losses)]);
            int place = PlaceOfBest(scaled.Select(static losses => losses.Sum()));
            int objectives = TMetrics.Metrics.Objectives.Length;
            string share = ((objectives - scaled[place].Sum()) / objectives).ToString("P0", CultureInfo.InvariantCulture);
            return new TrialChoice<T, TMetrics>(front[place], front.Count == 1
                ? $"Trial {front[place].Number} is the only one in the front."
                : $"Trial {front[place].Number} is the knee of {front.Count} trials in the front: on the average over the objectives it has {share} of the way from the front's worst to its best.");
        }
    }

    /// <summary>The trial of the front with the largest score.</summary>
    /// <param name="score">How much a trial's metrics are worth, larger being better, for instance <c>m => m.Accuracy - 0.01 * m.LatencyMs</c>.</param>
    /// <returns>The trial and the reason; of several with an equal score, the first.</returns>
    /// <exception cref="InvalidOperationException">No trial completed within the limits; the message says what happened instead.</exception>
    public TrialChoice<T, TMetrics> Choose(Func<TMetrics, double> score)
    {
        ArgumentNullException.ThrowIfNull(score);
        IReadOnlyList<TrialRecord<T, TMetrics>> front = FrontToChooseFrom();
        double[] scores = [.. front.Select(trial => score(trial.Metrics))];
        int place = PlaceOfBest(scores.Select(static value => double.IsNaN(value) ? double.PositiveInfinity : -value));
        double[] others = [.. scores.Where((value, i) => i != place && !double.IsNaN(value))];
        string lead = others.Length == 0 ? "" : $"; the next best has {Short(others.Max())}";
        return new TrialChoice<T, TMetrics>(
            front[place], $"Trial {front[place].Number} has the largest score of {front.Count} trials in the front, {Short(scores[place])}{lead}.");
    }

    /// <summary>
    /// The trial of the front that is best by objectives in the order of their importance: those that are within a tolerance of the best in the first, among
    /// them those within a tolerance of the best in the second, and so on; of what is left, the best in the last.
    /// </summary>
    /// <param name="order">The objectives, the most important first, each with a tolerance in its own unit, at least 0: trials that are worse than the best
    /// by no more than it count as equally good.</param>
    /// <returns>The trial and the reason.</returns>
    /// <exception cref="ArgumentException">There is no objective, or a metric is not one of the study's objectives.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A tolerance is negative or not finite.</exception>
    /// <exception cref="InvalidOperationException">No trial completed within the limits; the message says what happened instead.</exception>
    public TrialChoice<T, TMetrics> Choose(params ReadOnlySpan<(Metric Objective, double Tolerance)> order)
    {
        if (order.IsEmpty)
        {
            throw new ArgumentException("Give at least one objective.", nameof(order));
        }

        List<TrialRecord<T, TMetrics>> left = [.. FrontToChooseFrom()];
        var steps = new List<string>();
        Metric last = order[^1].Objective;
        foreach ((Metric objective, double tolerance) in order)
        {
            ArgumentNullException.ThrowIfNull(objective);
            Guard.FiniteAndAtLeast(tolerance, 0, nameof(order));
            if (!TMetrics.Metrics.Objectives.Contains(objective))
            {
                throw new ArgumentException($"{Printable.Of(objective.Name)} is no objective of {TMetrics.Metrics.Name}.", nameof(order));
            }

            double best = left.Min(trial => LossOf(trial, objective));
            left.RemoveAll(trial => LossOf(trial, objective) > best + tolerance);
            steps.Add($"{left.Count} within {Short(tolerance)} of the best {Printable.Of(objective.Name)}, {Short(objective.ToLoss(best))}");
        }

        TrialRecord<T, TMetrics> chosen = left.MinBy(trial => LossOf(trial, last))!;
        return new TrialChoice<T, TMetrics>(chosen, $"Trial {chosen.Number} of {ParetoFront.Count} in the front: {string.Join(", of these ", steps)}.");
    }

    private IReadOnlyList<TrialRecord<T, TMetrics>> FrontToChooseFrom() => ParetoFront.Count > 0 ? ParetoFront : throw NothingToChoose();

    private static double LossOf(TrialRecord<T, TMetrics> trial, Metric objective) => objective.ToLoss(trial.Inner.Values.Span[objective.Index]);

    private static int PlaceOfBest(IEnumerable<double> losses) => losses.Select(static (loss, place) => (loss, place)).MinBy(static pair => pair.loss).place;

    private static double[][] Scaled(double[][] losses)
    {
        double[][] scaled = [.. losses.Select(static vector => (double[])vector.Clone())];
        for (int k = 0; k < losses[0].Length; k++)
        {
            double low = losses.Min(vector => vector[k]);
            double span = losses.Max(vector => vector[k]) - low;
            foreach (double[] vector in scaled)
            {
                vector[k] = span > 0 ? (vector[k] - low) / span : 0;
            }
        }

        return scaled;
    }

    private static string Short(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
