namespace HyperTune.Strategies.Gradient;

/// <summary>The best starting points by their values, and how many there were in all.</summary>
internal sealed class StartingPoints
{
    // Of more, a run would never come to the last ones.
    private const int Kept = 256;

    private readonly List<StartingPoint> _best = [];

    /// <summary>All of them, those without a value and those that run included.</summary>
    public int Count { get; private set; }

    /// <summary>The best first.</summary>
    public IReadOnlyList<StartingPoint> Best => _best;

    /// <summary>Counts one whose value is not known yet.</summary>
    public void Announce() => Count++;

    /// <summary>Adds one that has a value.</summary>
    public void Add(in KnownTrial trial)
    {
        var point = new StartingPoint(trial.Number, trial.Value);
        int place = _best.BinarySearch(point);
        if (place < 0 && ~place < Kept)
        {
            _best.Insert(~place, point);
            if (_best.Count > Kept)
            {
                _best.RemoveAt(Kept);
            }
        }
    }

    public void Clear()
    {
        _best.Clear();
        Count = 0;
    }
}

/// <summary>A starting point of local runs.</summary>
/// <param name="Number">The trial's number.</param>
/// <param name="Value">Its loss.</param>
internal readonly record struct StartingPoint(int Number, double Value) : IComparable<StartingPoint>
{
    public int CompareTo(StartingPoint other) => Value.CompareTo(other.Value) is not 0 and var order ? order : Number.CompareTo(other.Number);
}
