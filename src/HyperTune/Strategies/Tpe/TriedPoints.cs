namespace HyperTune;

/// <summary>Knows which configs have been tried, where a space is such that draws can repeat one.</summary>
internal sealed class TriedPoints(TpeSpace space)
{
    // 64 bits a config: at 100,000 configs two share a hash with a probability below 1e-9.
    private readonly HashSet<ulong> _hashes = [];

    /// <summary>The number of different configs tried; 0 where draws cannot repeat one.</summary>
    public int Count => _hashes.Count;

    public void Add(ReadOnlySpan<double> point)
    {
        if (space.CanRepeat)
        {
            _hashes.Add(Hash(point));
        }
    }

    public bool Contains(ReadOnlySpan<double> point) => space.CanRepeat && _hashes.Contains(Hash(point));

    private ulong Hash(ReadOnlySpan<double> point)
    {
        ulong hash = 0;
        foreach (TpeDimension dimension in space.Dimensions)
        {
            // Coordinates of listed values are computed the same way each time, so equal configs have equal bits. All inactive ones count as equal.
            double coordinate = point[dimension.Index];
            ulong bits = double.IsNaN(coordinate) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(coordinate + 0.0);
            hash = RandomStream.Mix(hash ^ bits) + (ulong)dimension.Index;
        }

        return hash;
    }
}
