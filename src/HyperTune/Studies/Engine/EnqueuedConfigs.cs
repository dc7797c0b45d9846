using HyperTune.Spaces.Comparison;

namespace HyperTune.Studies.Engine;

/// <summary>The objects that this process enqueued, by the numbers of their trials.</summary>
internal sealed class EnqueuedConfigs
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, object> _configs = [];
    private readonly List<double[]> _vectors = [];
    private readonly List<string> _narrowings = [];
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

    /// <summary>How often this process has enqueued a vector, or what follows from a narrowed space.</summary>
    public int CountOf(double[] vector, SpaceOutline? narrowing)
    {
        lock (_lock)
        {
            return narrowing is null
                ? _vectors.Count(known => known.AsSpan().SequenceEqual(vector))
                : _narrowings.Count(known => known == narrowing.Canonical);
        }
    }

    public void Add(int number, double[] vector, SpaceOutline? narrowing, object? config)
    {
        lock (_lock)
        {
            if (narrowing is not null)
            {
                _narrowings.Add(narrowing.Canonical);
            }
            else
            {
                _vectors.Add(vector);
            }

            if (config is not null)
            {
                _configs[number] = config;
                _hasAny = true;
            }
        }
    }
}
