using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Bayesian.Acquisition;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Tpe;

/// <summary>
/// Steps around the best trials whose length adapts to their success: near a smooth optimum they gain digits that the mixtures, with their minimum
/// bandwidth, cannot.
/// </summary>
internal sealed class TpeLocalSearch
{
    // The steps are chosen by trial number alone, from a stream of their own, so that a history tells which trials were local steps.
    private const ulong ChoiceSalt = 0x10CA15EA;

    private const int MinimumCentre = 3;
    private const int MinimumSpread = 6;

    private readonly UnitCube _cube;
    private readonly TpeSettings _settings;
    private readonly TpeHistory _history;
    private readonly ulong _choiceSeed;
    private readonly int _start;
    private readonly double _probability;
    private readonly bool _endIsKnown;
    private readonly List<int> _nearby = [];
    private int _reorderings;
    private int _followed;
    private double _scale = 1;
    private double _best = double.PositiveInfinity;

    public TpeLocalSearch(UnitCube cube, TpeSettings settings, TpeHistory history, StrategyContext context)
    {
        _cube = cube;
        _settings = settings;
        _history = history;
        _choiceSeed = RandomStream.Mix(context.Seed ^ ChoiceSalt);
        _endIsKnown = context.TrialBudget is not null;
        _start = context.TrialBudget is { } budget ? (int)Math.Ceiling(settings.LocalStart * budget) : settings.OpenLocalStart;
        _probability = !settings.LocalSearch ? 0 : context.TrialBudget is null ? settings.OpenLocalProbability : settings.LocalProbability;
    }

    /// <summary>The first trial that may be a local step; <see langword="null"/> when none is.</summary>
    public int? Start => _probability > 0 ? _start : null;

    /// <summary>Whether a trial is in the last part of a study whose end is known.</summary>
    public bool IsLate(int trialNumber) => _endIsKnown && trialNumber >= _start;

    /// <summary>Whether a trial is to be a local step.</summary>
    public bool IsChosen(int trialNumber)
        => _probability > 0 && trialNumber >= _start && new RandomStream(_choiceSeed, (ulong)trialNumber).NextUnit() < _probability;

    /// <summary>Draws a step around the best trials of the incumbent's branch.</summary>
    /// <param name="good">The number of trials in the mixture of the best.</param>
    /// <param name="point">Receives the point.</param>
    /// <param name="random">The source of randomness.</param>
    /// <returns>Whether there are trials enough to step around.</returns>
    public bool TryDraw(int good, Span<double> point, ref RandomStream random)
    {
        CollectNearby(Math.Max(MinimumSpread, good));
        if (_nearby.Count < MinimumCentre)
        {
            return false;
        }

        double[] weights = GoodMixture.RankWeights(Math.Min(_nearby.Count, Math.Max(MinimumCentre, good / 2)));
        double scale = _settings.LocalScale * CurrentScale();
        _history.Point(_nearby[0]).CopyTo(point);
        foreach (CubeDimension dimension in _cube.Numeric)
        {
            ref double coordinate = ref point[dimension.Index];
            if (!dimension.IsStructural && !double.IsNaN(coordinate))
            {
                double centre = Centre(dimension, weights);
                double deviation = Math.Max(_settings.LocalFloor, scale * Spread(dimension, centre));
                coordinate = dimension.Snap(Reflect(centre + (deviation * random.NextNormal())));
            }
        }

        return true;
    }

    // Beyond an end, as far inside as it was outside.
    private static double Reflect(double coordinate)
    {
        double inside = Math.Abs(coordinate);
        return Math.Clamp(inside > 1 ? 2 - inside : inside, 0, 1);
    }

    private void CollectNearby(int count)
    {
        _nearby.Clear();
        foreach (int slot in _history.Ranking)
        {
            if (_nearby.Count == count || !_history[slot].IsFeasible)
            {
                return;
            }

            if (_history[slot].IsOutside)
            {
                continue;
            }

            if (_nearby.Count == 0 || _cube.AreOnSameBranch(_history.Point(slot), _history.Point(_nearby[0])))
            {
                _nearby.Add(slot);
            }
        }
    }

    private double Centre(CubeDimension dimension, double[] weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * _history.Point(_nearby[i])[dimension.Index];
        }

        return sum / weights.Length;
    }

    // The root mean square distance of all but the best from the centre.
    private double Spread(CubeDimension dimension, double centre)
    {
        double sum = 0;
        for (int i = 1; i < _nearby.Count; i++)
        {
            double distance = _history.Point(_nearby[i])[dimension.Index] - centre;
            sum += distance * distance;
        }

        return Math.Sqrt(sum / (_nearby.Count - 1));
    }

    // Follows the local steps in the order of their numbers: longer after one that found a new best trial, shorter after any other. Trials up to the first
    // that still runs are gone through once.
    private double CurrentScale()
    {
        if (_reorderings != _history.Reorderings)
        {
            (_reorderings, _followed, _scale, _best) = (_history.Reorderings, 0, 1, double.PositiveInfinity);
        }

        while (_followed < _history.Count && _history[_followed].State != TrialState.Running)
        {
            Follow(_history[_followed], ref _scale, ref _best);
            _followed++;
        }

        (double scale, double best) = (_scale, _best);
        for (int slot = _followed; slot < _history.Count; slot++)
        {
            if (_history[slot].State != TrialState.Running)
            {
                Follow(_history[slot], ref scale, ref best);
            }
        }

        return scale;
    }

    private void Follow(in TrialStanding trial, ref double scale, ref double best)
    {
        bool improved = trial.IsFeasible && trial.Value < best;
        best = improved ? trial.Value : best;
        if (IsChosen(trial.Number))
        {
            scale = improved
                ? Math.Min(_settings.LocalMaximum, scale * _settings.LocalGrowth)
                : Math.Max(_settings.LocalMinimum, scale * _settings.LocalShrinkage);
        }
    }
}
