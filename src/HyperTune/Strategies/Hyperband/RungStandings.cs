using System.Runtime.InteropServices;
using HyperTune.Pruning.Pause;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Hyperband;

/// <summary>All configs of a study: how far each has come, and which of them stand best at each rung.</summary>
/// <remarks>Nothing depends on the order in which trials are told: what comes out of order is taken in again, all in the order of numbers.</remarks>
internal sealed class RungStandings
{
    private readonly RungLadder _ladder;
    private readonly Dictionary<ReadOnlyMemory<double>, Lineage> _lineages = new(VectorComparer.Instance);
    private readonly SortedDictionary<int, ReadOnlyMemory<double>> _announced = [];
    private readonly SortedDictionary<int, TrialResult> _told = [];

    // By bracket and level, the configs that reached it, by loss.
    private readonly List<List<Place>> _places = [];
    private readonly int[] _reached;

    public RungStandings(RungLadder ladder)
    {
        _ladder = ladder;
        _reached = new int[ladder.RungCount + 2];
        for (int i = 0; i < ladder.BracketCount * (ladder.RungCount + 1); i++)
        {
            _places.Add([]);
        }
    }

    /// <summary>The configs, in the order of their first trials.</summary>
    public IEnumerable<Lineage> Lineages => _lineages.Values.OrderBy(static lineage => lineage.First);

    public int Count => _lineages.Count;

    /// <summary>How many trials began from others.</summary>
    public int Promotions => _announced.Count - _lineages.Count;

    /// <summary>How many configs have reached a level from 1 on; the one above the last rung is that of completed trials.</summary>
    public int CountAt(int level) => _reached[level];

    /// <summary>Takes note of a trial that starts.</summary>
    /// <returns>Its config; <see langword="null"/> where it came out of order, so that all of them were made anew.</returns>
    public Lineage? Announce(int number, ReadOnlySpan<double> vector)
    {
        if (_announced.TryGetValue(number, out ReadOnlyMemory<double> known))
        {
            return _lineages[known];
        }

        double[] own = vector.ToArray();
        _announced.Add(number, own);
        if (_lineages.TryGetValue(own, out Lineage? lineage) && number < lineage.Last)
        {
            Rebuild();
            return null;
        }

        return Join(number, own);
    }

    /// <summary>Takes note of a trial that has ended.</summary>
    /// <returns>Its config; <see langword="null"/> where it came out of order.</returns>
    public Lineage? Tell(in TrialResult result)
    {
        Lineage? lineage = Announce(result.Number, result.Vector.Span);
        _told.Add(result.Number, result);
        if (lineage is null || result.Number < lineage.LastTold)
        {
            Rebuild();
            return null;
        }

        End(lineage, in result);
        return lineage;
    }

    /// <summary>From the highest rung on, the best paused config that is among the best fraction of those of its bracket; <see langword="null"/> for none.</summary>
    /// <param name="space">Where it has to lie.</param>
    public Lineage? FindPromotion(SearchSpace space)
    {
        for (int level = _ladder.RungCount; level > 0; level--)
        {
            Place? best = null;
            for (int bracket = 0; bracket < _ladder.BracketCount; bracket++)
            {
                if (FindPaused(bracket, level, space) is { } paused && (best is null || paused.CompareTo(best.Value) < 0))
                {
                    best = paused;
                }
            }

            if (best is { } found)
            {
                return found.Lineage;
            }
        }

        return null;
    }

    private Place? FindPaused(int bracket, int level, SearchSpace space)
    {
        List<Place> places = PlacesOf(bracket, level);
        foreach (ref readonly Place place in CollectionsMarshal.AsSpan(places)[..(places.Count / _ladder.ReductionFactor)])
        {
            if (place.Lineage.IsPaused && place.Lineage.Level == level && space.Contains(place.Lineage.Vector))
            {
                return place;
            }
        }

        return null;
    }

    private List<Place> PlacesOf(int bracket, int level) => _places[(bracket * (_ladder.RungCount + 1)) + level];

    private Lineage Join(int number, ReadOnlyMemory<double> vector)
    {
        if (!_lineages.TryGetValue(vector, out Lineage? lineage))
        {
            _lineages.Add(vector, lineage = new Lineage(vector.ToArray(), number, _ladder.BracketOf(number)) { Last = number });
        }

        lineage.Last = number;
        lineage.IsPaused = false;
        return lineage;
    }

    private void End(Lineage lineage, in TrialResult result)
    {
        lineage.LastTold = result.Number;
        int before = lineage.Level;
        int level = LevelOf(in result);
        if (level > before)
        {
            lineage.Reach(level, result.Values.Span[0], result.LastStep);
            for (int next = before + 1; next <= level; next++)
            {
                _reached[next]++;
                if (next <= _ladder.RungCount)
                {
                    Insert(PlacesOf(lineage.Bracket, next), new Place(result.Values.Span[0], lineage));
                }
            }
        }

        // One that ended without having come further would only begin the same stretch again.
        lineage.IsPaused = lineage.Last == result.Number && result.State == TrialState.Pruned && level > before;
        if (result.Number == lineage.First)
        {
            lineage.Beginning = result;
        }
    }

    private int LevelOf(in TrialResult result)
        => result.Values.IsEmpty || double.IsNaN(result.Values.Span[0]) ? 0
            : result.State == TrialState.Completed ? _ladder.RungCount + 1
            : result.State == TrialState.Pruned ? _ladder.LevelOf(result.LastStep)
            : 0;

    private static void Insert(List<Place> places, Place place)
    {
        int found = places.BinarySearch(place);
        places.Insert(found < 0 ? ~found : found, place);
    }

    private void Rebuild()
    {
        _lineages.Clear();
        _places.ForEach(static places => places.Clear());
        Array.Clear(_reached);
        foreach ((int number, ReadOnlyMemory<double> vector) in _announced)
        {
            Join(number, vector);
        }

        foreach (TrialResult result in _told.Values)
        {
            End(_lineages[_announced[result.Number]], in result);
        }
    }

    /// <summary>A config at a rung, by its loss there and then by its number.</summary>
    private readonly record struct Place(double Loss, Lineage Lineage) : IComparable<Place>
    {
        public int CompareTo(Place other) => Loss.CompareTo(other.Loss) is not 0 and var order ? order : Lineage.First.CompareTo(other.Lineage.First);
    }
}
