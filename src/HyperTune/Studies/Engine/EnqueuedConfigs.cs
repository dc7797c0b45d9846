namespace HyperTune.Studies.Engine;

/// <summary>The objects that this process enqueued, by the numbers of their trials.</summary>
internal sealed class EnqueuedConfigs
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, object> _configs = [];
    private readonly List<double[]> _vectors = [];
    private volatile bool _hasAny;

    /// <summary>The object behind a trial; <see langword="null"/> for none.</summary>
    public object? this[int number]
    {
        get
        {
            if (!_hasAny)
            {
                return null;
            }

            lock (_lock)
            {
                return _configs.GetValueOrDefault(number);
            }
        }
    }

    /// <summary>How often this process has enqueued a vector.</summary>
    public int CountOf(double[] vector)
    {
        lock (_lock)
        {
            return _vectors.Count(known => known.AsSpan().SequenceEqual(vector));
        }
    }

    public void Add(int number, double[] vector, object config)
    {
        lock (_lock)
        {
            _vectors.Add(vector);
            _configs[number] = config;
            _hasAny = true;
        }
    }
}
