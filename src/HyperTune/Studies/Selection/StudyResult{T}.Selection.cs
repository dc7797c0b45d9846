using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Models.BestTrials;
using HyperTune.Numerics;
using HyperTune.Spaces.Coding;

namespace HyperTune;

public sealed partial class StudyResult<T>
{
    /// <summary>
    /// The configs that completed more than once, those with the best <see cref="Finalist{T}.Mean"/> first: where <see cref="Strategy.Reevaluate"/> left trials
    /// for that, the first one is the config to use. Empty where none was tried again.
    /// </summary>
    public IReadOnlyList<Finalist<T>> Finalists
    {
        get
        {
            double sign = Direction == OptimizationDirection.Minimize ? 1 : -1;
            return
            [
                .. Completed
                    .GroupBy(static trial => trial.Vector, VectorComparer.Instance)
                    .Select(static same => same.ToImmutableArray())
                    .Where(static same => same.Length > 1)
                    .Select(static same => new Finalist<T>(same))
                    .OrderBy(finalist => sign * finalist.Mean),
            ];
        }
    }

    /// <summary>
    /// By how much the best observed value flatters its config; <see langword="null"/> when no trial completed, or nothing tells noise from the objective's shape.
    /// </summary>
    /// <remarks>
    /// Where trials reported instances (<see cref="Trial{T}.ReportInstance"/>), such as folds, it is estimated by leaving each of them out: what the config that
    /// is best on the others is worth on it. Otherwise it is how far the value lies beyond the mean of the Gaussian process behind <see cref="BestByMean"/>,
    /// where the values look noisy or may be, and 0 where no noise is found (<see cref="BestReason"/>).
    /// References: R. J. Tibshirani and R. Tibshirani, "A bias correction for the minimum error rate in cross-validation", Annals of Applied Statistics 3(2), 2009;
    /// G. C. Cawley and N. L. C. Talbot, "On over-fitting in model selection and subsequent selection bias in performance evaluation", JMLR 11, 2010.
    /// </remarks>
    public WinnerBias? WinnerBias => BestObservedOrDefault is not { } best ? null : BiasByInstances(best) ?? BiasByModel(best);

    /// <summary>
    /// The simplest config that is about as good as the best one: of the completed trials whose value is within some standard errors of that of
    /// <see cref="Best"/>, the one whose config has the smallest complexity; of equally complex ones, the one with the best value.
    /// </summary>
    /// <remarks>
    /// The standard error is that of the best trial's mean over its instances (<see cref="TrialRecord{T}.StandardError"/>); without instances it is the noise that
    /// the model behind <see cref="BestReason"/> finds.
    /// Reference: L. Breiman, J. Friedman, R. Olshen and C. Stone, "Classification and regression trees", 1984, section 3.4.3, for one standard error.
    /// </remarks>
    /// <typeparam name="TKey">What complexities are compared by.</typeparam>
    /// <param name="complexity">How complex a config is, for instance <c>config => config.Hidden.Length</c>, or a tuple of several such numbers.</param>
    /// <param name="standardErrors">Within how many standard errors of the best value a trial is good enough; finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="standardErrors"/> is outside its range.</exception>
    /// <exception cref="InvalidOperationException">No trial completed.</exception>
    public SimplestTrial<T> Simplest<TKey>(Func<T, TKey> complexity, double standardErrors = 1)
        where TKey : IComparable<TKey>
    {
        ArgumentNullException.ThrowIfNull(complexity);
        Guard.FiniteAndAtLeast(standardErrors, 0);
        TrialRecord<T> best = Best;
        double sign = Direction == OptimizationDirection.Minimize ? 1 : -1;
        double? error = best.StandardError ?? (_choice.Value.IsNoisy ? _choice.Value.NoiseDeviation : null);
        double limit = best.Value!.Value + (sign * standardErrors * error.GetValueOrDefault());
        TrialRecord<T>[] candidates = [.. Completed.Where(trial => sign * trial.Value!.Value <= sign * limit)];
        TrialRecord<T> simplest = candidates
            .OrderBy(trial => complexity(trial.Config), Comparer<TKey>.Default)
            .ThenBy(trial => sign * trial.Value!.Value)
            .First();
        string within = error is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"{candidates.Length} of {Completed.Count()} completed trials are within {(standardErrors == 1 ? "one standard error" : string.Create(CultureInfo.InvariantCulture, $"{standardErrors:G3} standard errors"))}, {known:G3}, of trial {best.Number}, the best one")
            : string.Create(CultureInfo.InvariantCulture, $"Nothing tells the standard error of trial {best.Number}, the best one, so only the {candidates.Length} as good as it count");
        string reason = string.Create(CultureInfo.InvariantCulture, $"{within}; trial {simplest.Number} has the simplest config of them, with {simplest.Value:G5} against {best.Value:G5}.");
        return new SimplestTrial<T>(simplest, best, error, limit, candidates.Length, reason);
    }

    // Of the trials that have a value for every instance of the best one.
    private WinnerBias? BiasByInstances(TrialRecord<T> best)
    {
        int[] instances = [.. best.Reports.Where(static report => report.Kind == ReportKind.Instance && double.IsFinite(report.Value)).Select(static report => report.Step)];
        if (instances.Length < 2)
        {
            return null;
        }

        double sign = Direction == OptimizationDirection.Minimize ? 1 : -1;
        double[][] losses = [.. Completed.Select(trial => LossesOn(instances, trial, sign)).OfType<double[]>()];
        double amount = Math.Max(0, FoldBias.Of(losses));
        return Describe(best, amount, losses.Length, $"by leaving out each of {instances.Length} instances");
    }

    private WinnerBias? BiasByModel(TrialRecord<T> best)
    {
        BestTrial choice = _choice.Value;
        int candidates = Completed.Count();
        if (choice.IsDeterministic == true)
        {
            return Describe(best, 0, candidates, "the objective is said to have no noise, so");
        }

        double expected = choice.MeanOf(best.Number);
        double sign = Direction == OptimizationDirection.Minimize ? 1 : -1;
        return double.IsNaN(expected) ? null
            : !choice.IsNoisy && !choice.MayBeNoisy ? Describe(best, 0, candidates, "no noise is found in the values, so")
            : Describe(best, Math.Max(0, expected - (sign * best.Value!.Value)), candidates, "by a model of all values");
    }

    private WinnerBias Describe(TrialRecord<T> best, double amount, int candidates, string source)
    {
        double expected = best.Value!.Value + (Direction == OptimizationDirection.Minimize ? amount : -amount);
        string reason = string.Create(
            CultureInfo.InvariantCulture,
            $"Trial {best.Number} has the best of {candidates} values, {best.Value:G5}; {source} this flatters it by {amount:G3}: expect {expected:G5}.");
        return new WinnerBias(amount, expected, candidates, reason);
    }

    private static double[]? LossesOn(int[] instances, TrialRecord<T> trial, double sign)
    {
        var losses = new double[instances.Length];
        int found = 0;
        foreach (TrialReport report in trial.Reports)
        {
            if (report.Kind == ReportKind.Instance && double.IsFinite(report.Value) && Array.BinarySearch(instances, report.Step) is >= 0 and var place)
            {
                losses[place] = sign * report.Value;
                found++;
            }
        }

        return found == instances.Length ? losses : null;
    }
}
