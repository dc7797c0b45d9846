using System.Runtime.InteropServices;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Bayesian.Local;

/// <summary>
/// The latest trials and the best of the earlier ones, which are all that steps around the best one go by, so that memory and time do not grow with a study.
/// Which these are depends on the trials alone and not on the order in which they are told.
/// </summary>
/// <param name="cube">The space.</param>
internal sealed class RecentTrials(UnitCube cube)
{
    // More than the region of a trust region follows from, and several times as many as its model has neighbours.
    private const int Recent = 750;
    private const int BestEarlier = 400;

    // Earlier ones go in one sweep: what was worked out from places in the list has to be worked out again.
    private const int Block = 250;

    private static readonly Comparer<Observation> Order = Comparer<Observation>.Create(Observation.Compare);

    private readonly List<Observation> _trials = [];
    private int _end;

    /// <summary>The trials of which it is known whether the config works, in the order of their numbers.</summary>
    public ReadOnlySpan<Observation> All => CollectionsMarshal.AsSpan(_trials);

    /// <summary>Whether a trial told by how much it exceeds each limit.</summary>
    public bool HasLimits { get; private set; }

    /// <summary>Adds an ended trial.</summary>
    /// <returns>From which place on the list has changed; <see cref="int.MaxValue"/> where it stayed as it was.</returns>
    public int Tell(in TrialResult result)
    {
        Observation trial = Observation.Of(in result, cube);
        HasLimits |= trial.HasValue && !trial.Excess.IsEmpty;
        if (!trial.HasValue && !trial.IsBroken)
        {
            return int.MaxValue;
        }

        int place = _trials.BinarySearch(trial, Order);
        place = place < 0 ? ~place : place;
        _trials.Insert(place, trial);
        int end = trial.Number / Block * Block;
        if (end <= _end && trial.Number >= _end - Recent)
        {
            return place;
        }

        _end = Math.Max(end, _end);
        return Forget() ? 0 : place;
    }

    /// <summary>Whether one of the trials has a vector.</summary>
    public bool Contains(ReadOnlySpan<double> vector)
    {
        foreach (Observation trial in _trials)
        {
            if (vector.SequenceEqual(trial.Vector.Span))
            {
                return true;
            }
        }

        return false;
    }

    private bool Forget()
    {
        Observation[] earlier = [.. _trials.Where(trial => trial.Number < _end - Recent)];
        if (earlier.Length <= BestEarlier)
        {
            return false;
        }

        Array.Sort(earlier, CompareQuality);
        Array.Resize(ref earlier, BestEarlier);
        Array.Sort(earlier, Order);
        _trials.RemoveRange(0, _trials.FindLastIndex(trial => trial.Number < _end - Recent) + 1);
        _trials.InsertRange(0, earlier);
        return true;
    }

    private static int CompareQuality(Observation left, Observation right)
    {
        int order = left.Violation.CompareTo(right.Violation);
        order = order == 0 ? right.HasValue.CompareTo(left.HasValue) : order;
        order = order == 0 ? left.Value.CompareTo(right.Value) : order;
        return order == 0 ? Observation.Compare(left, right) : order;
    }
}
