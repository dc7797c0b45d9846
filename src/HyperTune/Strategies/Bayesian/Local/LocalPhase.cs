using System.Runtime.InteropServices;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Bayesian.Local;

/// <summary>Steps in a trust region around the best trial, for the numbers of its branch, in turn with the Gaussian process's own suggestions.</summary>
/// <remarks>
/// <para>The region follows from the trials in the order of their numbers, whoever suggested them: a trial in the region of which the model expects at least half
/// of the gain of the best step counts as a step. So nothing need be remembered of what was suggested and why, and a study resumes from its trials alone.</para>
/// <para>A trust region in the manner of M. J. D. Powell, "The BOBYQA algorithm for bound constrained optimization without derivatives", 2009.</para>
/// </remarks>
/// <param name="cube">The space.</param>
/// <param name="budget">How many trials the study is to have; <see langword="null"/> where that is not known.</param>
internal sealed class LocalPhase(UnitCube cube, int? budget = null)
{
    // Comparisons found 20 and 25 alike; with 15 more studies of 100 trials ended in the wrong one of several basins.
    private const int FewestGlobalTrials = 20;

    // A shorter study has less time for basins, and is better off with one searched well. Categories need the time: with them, more studies ended in a wrong one.
    private const double GlobalShare = 0.2;
    private const int LeastGlobalTrials = 8;
    private const int MostInRow = 3;
    private const int MostInRowAtEnd = 8;
    private const int GainWindow = 25;
    private const double SmallestRadius = 1e-7;
    private const double SameBasin = 0.02;

    // A trial counts as a step from this share of the best step's gain on.
    private const double StepShare = 0.5;

    // A region no wider than this, in which the best step gains no more than this share of the distance between the median and the best value, has converged. Only failed
    // steps make it so small: where none can be taken, because values are too coarse or trials too few, nothing has been shown.
    private const double ConvergedRadius = 0.05;
    private const double ConvergedGainShare = 1e-6;

    // Of a long study the region follows from the last few hundred trials, from a number on that changes every so many.
    private const int Block = 250;

    private readonly int _fewestGlobal = budget is not { } trials || cube.Categorical.Any(static dimension => !dimension.IsFixed)
        ? FewestGlobalTrials
        : Math.Clamp((int)(GlobalShare * trials), LeastGlobalTrials, FewestGlobalTrials);

    // The state before each trial from the first one on, and after the last.
    private readonly List<TrustRegion> _states = [new()];
    private int _first;
    private int _proposedAt = -1;
    private LocalStep? _proposal;

    /// <summary>Takes note that the trials from number <paramref name="row"/> on have changed.</summary>
    public void Invalidate(int row)
    {
        if (row < _first)
        {
            _first = -1;
        }
        else if (row - _first < _states.Count - 1)
        {
            CollectionsMarshal.SetCount(_states, row - _first + 1);
        }

        if (_proposedAt > row)
        {
            _proposedAt = -1;
        }
    }

    /// <summary>The step to take next.</summary>
    /// <param name="trials">All trials that ended, in order.</param>
    /// <param name="isEnding">Whether the study is about to end, so that steps need not be worth more than looking elsewhere.</param>
    /// <param name="cancellationToken">Ends the search for it.</param>
    /// <returns><see langword="null"/> where the next trial had better go elsewhere.</returns>
    public LocalStep? Choose(ReadOnlySpan<Observation> trials, bool isEnding, CancellationToken cancellationToken)
    {
        Update(trials, cancellationToken);
        TrustRegion region = _states[^1];
        if (region.Streak >= (isEnding ? MostInRowAtEnd : MostInRow) || region.GlobalCount < _fewestGlobal || Propose(region, trials, cancellationToken) is not { } step)
        {
            return null;
        }

        // What the model promises, as far as it has kept its promises and knows the trials around; and no less than what goes elsewhere has brought of late.
        double gain = step.Gain * region.Trust * Math.Min(1, step.Gain / step.Model.Error);
        return gain > (isEnding ? 0 : RecentGain(step.Gain)) && step.Gain > 2 * region.Noise ? step : null;
    }

    /// <summary>Whether steps around the best trial have nothing more to gain that counts.</summary>
    /// <param name="trials">All trials that ended, in order.</param>
    /// <param name="cancellationToken">Ends the search for the next step.</param>
    public bool HasConverged(ReadOnlySpan<Observation> trials, CancellationToken cancellationToken)
    {
        Update(trials, cancellationToken);
        TrustRegion region = _states[^1];
        return region.Best >= 0 && region.GlobalCount >= _fewestGlobal && region.Radius < ConvergedRadius
            && (Propose(region, trials, cancellationToken)?.Gain ?? 0) < ConvergedGainShare * LocalStep.Spread(trials);
    }

    private void Update(ReadOnlySpan<Observation> trials, CancellationToken cancellationToken)
    {
        int first = trials.Length < 2 * Block ? 0 : ((trials.Length / Block) - 1) * Block;
        if (first != _first)
        {
            _states.Clear();
            _states.Add(StartAt(trials[..first]));
            _first = first;
        }

        while (_first + _states.Count <= trials.Length)
        {
            _states.Add(After(_states[^1], trials, _first + _states.Count - 1, cancellationToken));
        }
    }

    private TrustRegion StartAt(ReadOnlySpan<Observation> earlier)
    {
        int best = -1;
        for (int i = 0; i < earlier.Length; i++)
        {
            best = IsRival(earlier[i]) && (best < 0 || earlier[i].Value < earlier[best].Value) ? i : best;
        }

        return new TrustRegion { Best = best, GlobalCount = earlier.Length };
    }

    private TrustRegion After(in TrustRegion before, ReadOnlySpan<Observation> trials, int index, CancellationToken cancellationToken)
    {
        Observation trial = trials[index];
        if (before.Best < 0)
        {
            return before with { Best = IsRival(trial) ? index : -1, GlobalCount = before.GlobalCount + 1 };
        }

        Observation best = trials[before.Best];
        var neighbourhood = new LocalNeighbourhood(cube, best);
        var point = new double[cube.Dimensions.Length];
        cube.Encode(trial.Vector.Span, point);
        double distance = neighbourhood.DistanceOf(point);
        double gain = IsRival(trial) ? best.Value - trial.Value : double.NegativeInfinity;
        TrustRegion next = before with { Streak = 0, GlobalCount = before.GlobalCount + 1, LastGain = Math.Max(0, gain) };

        // Rounding may put a step a little outside.
        if (distance > 0 && distance <= before.Radius * (1 + 1e-9) && before.GlobalCount >= _fewestGlobal
            && Propose(before, trials[..index], cancellationToken) is { } step)
        {
            double predicted = -step.Model.Evaluate(neighbourhood.PlaceOf(point, step.Model.Unit));
            next = predicted >= StepShare * step.Gain ? before.AfterStep(predicted, gain, distance) : next;
        }

        if (gain > 0)
        {
            next = distance <= Math.Max(before.Radius, SameBasin) ? next with { Best = index } : next.Elsewhere(index, before.Radius, distance);
        }

        return next;
    }

    private LocalStep? Propose(in TrustRegion region, ReadOnlySpan<Observation> trials, CancellationToken cancellationToken)
    {
        if (_proposedAt != trials.Length)
        {
            _proposal = region.Best < 0 || region.Radius < SmallestRadius
                ? null
                : LocalStep.Find(cube, new LocalNeighbourhood(cube, trials[region.Best]), trials, region.Radius, cancellationToken);
            _proposedAt = trials.Length;
        }

        return _proposal;
    }

    // What the latest trials that were no steps have gained on average, each at most so much.
    private double RecentGain(double most)
    {
        double sum = 0;
        int count = 0;
        for (int i = _states.Count - 1; i > 0 && count < GainWindow; i--)
        {
            if (_states[i].Streak == 0)
            {
                sum += Math.Min(_states[i].LastGain, most);
                count++;
            }
        }

        return sum / GainWindow;
    }

    private static bool IsRival(in Observation trial) => trial.HasValue && trial.IsFeasible && !trial.IsOutside;
}
