using System.Runtime.InteropServices;

namespace HyperTune.Strategies.Gradient;

/// <summary>The trials announced and told so far, by number and by vector.</summary>
internal sealed class KnownTrials
{
    private readonly List<KnownTrial> _trials = [];
    private readonly Dictionary<int, int> _byNumber = [];
    private readonly Dictionary<ulong, int> _byVector = [];

    public int Count => _trials.Count;

    public ref KnownTrial this[int place] => ref CollectionsMarshal.AsSpan(_trials)[place];

    /// <summary>Adds a trial that has not ended.</summary>
    /// <returns>Its place.</returns>
    public int Add(int number, ReadOnlyMemory<double> vector)
    {
        int place = _trials.Count;
        _trials.Add(new KnownTrial { Number = number, Vector = vector });
        _byNumber.Add(number, place);
        _byVector.TryAdd(Hash(vector.Span), place);
        return place;
    }

    /// <summary>The place of a trial; -1 for none.</summary>
    public int Find(int number) => _byNumber.TryGetValue(number, out int place) ? place : -1;

    /// <summary>The place of the trial of a config, the earliest where there are several; -1 for none.</summary>
    public int Find(ReadOnlySpan<double> vector)
        => _byVector.TryGetValue(Hash(vector), out int place) && vector.SequenceEqual(this[place].Vector.Span) ? place : -1;

    /// <summary>Puts the trials in the order of their numbers, as if each had been added when it started, and takes none as a step.</summary>
    public void Sort()
    {
        _trials.Sort(static (left, right) => left.Number.CompareTo(right.Number));
        _byNumber.Clear();
        _byVector.Clear();
        for (int place = 0; place < _trials.Count; place++)
        {
            ref KnownTrial trial = ref this[place];
            trial.IsStep = false;
            _byNumber.Add(trial.Number, place);
            _byVector.TryAdd(Hash(trial.Vector.Span), place);
        }
    }

    private static ulong Hash(ReadOnlySpan<double> vector)
    {
        ulong hash = (ulong)vector.Length;
        foreach (double value in vector)
        {
            ulong bits = double.IsNaN(value) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(value + 0.0);
            hash = RandomStream.Mix((hash ^ bits) + 0x9E3779B97F4A7C15UL);
        }

        return hash;
    }
}
