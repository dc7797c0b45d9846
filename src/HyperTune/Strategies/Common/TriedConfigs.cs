using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Common;

/// <summary>Remembers which configs a study has tried.</summary>
internal sealed class TriedConfigs(UnitCube cube)
{
    // 64 bits a config: at 100,000 configs two share a hash with a probability below 1e-9.
    private readonly HashSet<ulong> _hashes = [];
    private readonly double[] _point = new double[cube.Dimensions.Length];

    /// <summary>The number of different configs tried.</summary>
    public int Count => _hashes.Count;

    /// <summary>Whether configs may be tried again, because none is left.</summary>
    public bool RepeatsAllowed { get; set; }

    /// <summary>Remembers the config at a point of the cube.</summary>
    public void AddPoint(ReadOnlySpan<double> point)
    {
        // By an eighth instead of twofold, because there may be very many.
        if (_hashes.Count == _hashes.Capacity)
        {
            _hashes.EnsureCapacity(_hashes.Count + (_hashes.Count / 8) + 1);
        }

        _hashes.Add(Hash(point));
    }

    /// <summary>Remembers a config; one outside of a narrowed space is none that could be tried.</summary>
    public void Add(ReadOnlySpan<double> vector)
    {
        if (cube.IsInside(vector))
        {
            cube.Encode(vector, _point);
            AddPoint(_point);
        }
    }

    /// <summary>Whether a config has been tried.</summary>
    public bool Contains(ReadOnlySpan<double> vector)
    {
        cube.Encode(vector, _point);
        return _hashes.Contains(Hash(_point));
    }

    /// <summary>Whether a config may be suggested: it has not been tried, or all have.</summary>
    public bool MayTry(ReadOnlySpan<double> vector)
    {
        cube.Encode(vector, _point);
        return MayTryPoint(_point);
    }

    /// <summary>Whether the config at a point of the cube may be suggested.</summary>
    public bool MayTryPoint(ReadOnlySpan<double> point) => RepeatsAllowed || !_hashes.Contains(Hash(point));

    private static ulong Hash(ReadOnlySpan<double> point)
    {
        ulong hash = (ulong)point.Length;
        foreach (double coordinate in point)
        {
            // Coordinates of discrete values are computed the same way each time, so equal configs have equal bits. All not-a-number values are one,
            // and so are both zeros.
            ulong bits = double.IsNaN(coordinate) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(coordinate + 0.0);
            hash = RandomStream.Mix((hash ^ bits) + 0x9E3779B97F4A7C15UL);
        }

        return hash;
    }
}
