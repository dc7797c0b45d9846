using System.Runtime.InteropServices;
using HyperTune.Spaces.Coding;

namespace HyperTune.Models.Surrogates;

/// <summary>All trials of a study: those that ended, in an order that does not depend on when they were told, and those that run.</summary>
/// <param name="cube">The space, where it may have been narrowed; <see langword="null"/> where all trials lie inside.</param>
internal sealed class TrialHistory(UnitCube? cube = null)
{
    private static readonly Comparer<Observation> Order = Comparer<Observation>.Create(Observation.Compare);

    private readonly List<Observation> _valued = [];
    private readonly List<Observation> _judged = [];
    private readonly List<Observation> _limited = [];
    private readonly SortedDictionary<int, double[]> _pending = [];

    /// <summary>The ended trials with a finite objective.</summary>
    public ReadOnlySpan<Observation> Valued => CollectionsMarshal.AsSpan(_valued);

    /// <summary>The ended trials of which it is known whether the config works.</summary>
    public ReadOnlySpan<Observation> Judged => CollectionsMarshal.AsSpan(_judged);

    /// <summary>The ended trials of which it is known by how much they exceed each limit.</summary>
    public ReadOnlySpan<Observation> Limited => CollectionsMarshal.AsSpan(_limited);

    /// <summary>The vectors of the running trials, by number.</summary>
    public IReadOnlyCollection<double[]> Pending => _pending.Values;

    /// <summary>How many trials started or ended.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a trial failed or broke an outcome constraint.</summary>
    public bool HasInfeasible { get; private set; }

    /// <summary>Whether a trial failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether a trial inside of the space with an objective satisfied all outcome constraints.</summary>
    private bool HasRival { get; set; }

    /// <summary>
    /// Whether a suggestion is to be better than a trial: those outside of a narrowed space count only where there is none inside that kept the limits.
    /// </summary>
    public bool IsRival(in Observation trial) => !trial.IsOutside || !HasRival;

    /// <summary>Whether only trials outside of the space have kept the limits so far.</summary>
    public bool KnowsOutsideOnly => HasFeasibleValue && !HasRival;

    /// <summary>Whether a trial with an objective satisfied all outcome constraints.</summary>
    public bool HasFeasibleValue { get; private set; }

    public void Announce(int number, ReadOnlySpan<double> vector)
    {
        _pending[number] = vector.ToArray();
        Count++;
    }

    /// <summary>Adds an ended trial.</summary>
    /// <returns>
    /// From which place on <see cref="Valued"/>, <see cref="Judged"/> and <see cref="Limited"/> have changed; <see cref="int.MaxValue"/> for a list that stayed as it was.
    /// </returns>
    public (int Valued, int Judged, int Limited) Tell(in TrialResult result)
    {
        ReadOnlySpan<double> vector = result.Vector.Span;

        // A trial of an earlier study can have the number of one that runs.
        if (_pending.TryGetValue(result.Number, out double[]? announced) && announced.AsSpan().SequenceEqual(vector))
        {
            _pending.Remove(result.Number);
        }
        else
        {
            Count++;
        }

        Observation record = Observation.Of(in result, cube);
        HasInfeasible |= !record.IsFeasible;
        HasFailed |= record.IsBroken;
        HasFeasibleValue |= record.HasValue && record.IsFeasible;
        HasRival |= record.HasValue && record.IsFeasible && !record.IsOutside;
        return (
            record.HasValue ? Insert(_valued, record) : int.MaxValue,
            record.HasValue || record.IsBroken ? Insert(_judged, record) : int.MaxValue,
            record.HasValue && !record.Excess.IsEmpty ? Insert(_limited, record) : int.MaxValue);
    }

    /// <summary>Adds a trial in its place.</summary>
    /// <returns>Its place.</returns>
    public static int Insert(List<Observation> records, Observation record)
    {
        // Most are told in order.
        if (records.Count == 0 || Observation.Compare(records[^1], record) < 0)
        {
            records.Add(record);
            return records.Count - 1;
        }

        int index = records.BinarySearch(record, Order);
        index = index < 0 ? ~index : index;
        records.Insert(index, record);
        return index;
    }
}
