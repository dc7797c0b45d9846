using System.Globalization;
using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Numerics.Normal;
using HyperTune.Spaces.Coding;
using HyperTune.Stopping.Models;

namespace HyperTune.Stopping.ExpectedImprovement;

/// <summary>The rule of expected improvement at work.</summary>
internal sealed class ExpectedImprovementRun : StoppingRun
{
    private const int FewestTrials = 20;
    private const int TrialsPerParameter = 3;
    private const int ChecksInARow = 3;
    private const double ShareOfDeviation = 1e-3;

    // Without the spread of bad values a model can tell good ones apart.
    private const double FarthestWorse = 2;

    private const int SpreadCount = 1024;
    private const int NearCount = 64;
    private const int Centers = 3;
    private static readonly double[] Deviations = [0.1, 0.03, 0.01, 0.003];

    private readonly UnitCube _cube;
    private readonly double? _tolerance;
    private readonly bool _hasNoise;
    private readonly TrialHistory _history = new();
    private readonly FeasibilityModel _feasibility;
    private readonly BatchPrediction _batch = new();
    private CheckSchedule _schedule;
    private int _completed;
    private int _told;
    private int _streak;
    private int _checkedAt;
    private double _expected;
    private double _limit;

    public ExpectedImprovementRun(StoppingContext context, double? tolerance)
    {
        _cube = new UnitCube(context.Space);
        _tolerance = tolerance;
        _hasNoise = context.IsDeterministic != true;
        _feasibility = new FeasibilityModel(_cube, Surrogate.DefaultCapacity);
        _schedule = new CheckSchedule(Math.Max(FewestTrials, TrialsPerParameter * context.Space.DimensionCount));
    }

    public override bool IsMet => _streak >= ChecksInARow;

    public override string Explanation => _checkedAt == 0
        ? string.Create(CultureInfo.InvariantCulture, $"The first look is after {_schedule.First} completed trials; there are {_completed}.")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"After {_checkedAt} trials the best expected improvement was {_expected:G3}, {(_streak > 0 ? "below" : "not below")} the tolerance of {_limit:G3}; looks in a row below it: {_streak} of {ChecksInARow}.");

    public override void Tell(in StoppingTrial trial)
    {
        // The last report of a pruned trial is no value of its config.
        if (trial.Result.State is not (TrialState.Completed or TrialState.Failed))
        {
            return;
        }

        (_, int judged, _) = _history.Tell(trial.Result);
        if (judged != int.MaxValue)
        {
            _feasibility.Invalidate(judged);
        }

        _completed += double.IsNaN(trial.Loss) ? 0 : 1;
        if (!_cube.Dimensions.IsEmpty && _schedule.IsDue(_completed, ++_told))
        {
            Check();
        }
    }

    private void Check()
    {
        double[] good = [.. _history.Valued.ToArray().Where(static trial => trial.IsFeasible).Select(static trial => trial.Value).Order()];
        double best = good[0];
        double median = good[good.Length / 2];
        double farthest = best + (FarthestWorse * (median - best));
        double[] losses = [.. _history.Valued.ToArray().Select(trial => Math.Min(trial.Value, farthest))];
        _limit = _tolerance ?? (ShareOfDeviation * DeviationOf(good.AsSpan(0, (good.Length + 1) / 2)));
        var model = new ObjectiveModel(_cube, _history.Valued, losses, _hasNoise);
        _expected = model.Unit * FindBest(model, model.ToOutput(best));
        _streak = _expected < _limit ? _streak + 1 : 0;
        _checkedAt = _told;
    }

    /// <summary>The best expected improvement that was found, on the model's scale.</summary>
    private double FindBest(ObjectiveModel model, double bestOutput)
    {
        // Under noise the best value owes much to luck; what the model expects of the trials does not.
        int[] feasible = [.. Enumerable.Range(0, model.Rows.Length).Where(place => _history.Valued[model.Rows[place]].IsFeasible)];
        double[] means = [.. feasible.Select(model.MeanOf)];
        double incumbent = means.Length == 0 ? bestOutput : means.Min();
        GaussianProcess? works = _history.HasInfeasible ? _feasibility.Update(_history, leavesLimits: false, CancellationToken.None) : null;
        var candidates = new CandidatePoints(_cube);
        candidates.AddSpread(SpreadCount);
        RandomStream random = new((ulong)_told);
        Array.Sort(means, feasible);
        foreach (int place in feasible.Take(Centers))
        {
            foreach (double deviation in Deviations)
            {
                candidates.AddNear(_history.Valued[model.Rows[place]].Vector.Span, deviation, NearCount, ref random);
            }
        }

        double found = 0;
        double[]? center = null;
        TakeBest();

        // Closer and closer to the most promising one.
        foreach (double deviation in Deviations)
        {
            if (center is null)
            {
                break;
            }

            candidates.Clear();
            candidates.AddNear(center, deviation, NearCount, ref random);
            TakeBest();
        }

        return found;

        void TakeBest()
        {
            double[] improvements = Improvements(model, works, incumbent, candidates.Points);
            for (int i = 0; i < improvements.Length; i++)
            {
                if (improvements[i] > found)
                {
                    (found, center) = (improvements[i], candidates.VectorOf(i));
                }
            }
        }
    }

    private double[] Improvements(ObjectiveModel model, GaussianProcess? works, double incumbent, PointSet points)
    {
        (double[] means, double[] deviations) = model.Predict(points);
        double[] improvements = new double[points.Count];
        for (int i = 0; i < improvements.Length; i++)
        {
            // E[max(0, f* - f)] = s (z Phi(z) + phi(z)) with z = (f* - mu) / s. Jones et al., 1998, equation 15.
            double deviation = Math.Max(deviations[i], double.Epsilon);
            double z = (incumbent - means[i]) / deviation;
            improvements[i] = Math.Max(0, deviation * ((z * StandardNormal.Cdf(z)) + StandardNormal.Density(z)));
        }

        if (works is not null)
        {
            // Times the probability that the config works: labels are 1 and 0.
            (means, deviations) = ObjectiveModel.Predict(_batch, works, points);
            for (int i = 0; i < improvements.Length; i++)
            {
                improvements[i] *= StandardNormal.Cdf((means[i] - 0.5) / Math.Max(deviations[i], 1e-6));
            }
        }

        return improvements;
    }

    private static double DeviationOf(ReadOnlySpan<double> values)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value / values.Length;
        }

        double variance = 0;
        foreach (double value in values)
        {
            variance += (value - mean) * (value - mean) / values.Length;
        }

        return Math.Sqrt(variance);
    }
}
