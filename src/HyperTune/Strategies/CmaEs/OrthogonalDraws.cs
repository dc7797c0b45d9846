using HyperTune.Numerics;

namespace HyperTune.Strategies.CmaEs;

/// <summary>
/// Standard normal vectors of which neighbouring trials' are orthogonal to each other, so that a generation looks into every direction instead of twice into one.
/// Each by itself is distributed as any other.
/// </summary>
/// <remarks>Reference: H. Wang, M. Emmerich and T. Baeck, "Mirrored orthogonal sampling with pairwise selection in evolution strategies", SAC 2014.</remarks>
/// <param name="seed">The source of randomness.</param>
/// <param name="dimensions">The number of coordinates.</param>
internal sealed class OrthogonalDraws(ulong seed, int dimensions)
{
    private double[] _vectors = [];
    private (long Group, int Size) _current = (-1, 0);

    /// <summary>Writes the vector of a trial.</summary>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="population">The size of its generation; groups are no larger.</param>
    /// <param name="z">Receives the vector.</param>
    public void Fill(int trialNumber, int population, Span<double> z)
    {
        int size = Math.Min(population, dimensions);
        long group = trialNumber / size;
        if (_current != (group, size))
        {
            Create(group, size);
            _current = (group, size);
        }

        _vectors.AsSpan(trialNumber % size * dimensions, dimensions).CopyTo(z);
    }

    private void Create(long group, int size)
    {
        var random = new RandomStream(seed, (ulong)group);
        if (_vectors.Length < size * dimensions)
        {
            _vectors = new double[size * dimensions];
        }

        // Gram and Schmidt; the lengths stay those of independent vectors.
        for (int i = 0; i < size; i++)
        {
            Span<double> z = _vectors.AsSpan(i * dimensions, dimensions);
            foreach (ref double value in z)
            {
                value = random.NextNormal();
            }

            double length = Math.Sqrt(SimdMath.Dot(z, z, dimensions));
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> earlier = _vectors.AsSpan(j * dimensions, dimensions);
                SimdMath.AddScaled(-SimdMath.Dot(z, earlier, dimensions) / SimdMath.Dot(earlier, earlier, dimensions), earlier, z, dimensions);
            }

            double left = Math.Sqrt(SimdMath.Dot(z, z, dimensions));
            foreach (ref double value in z)
            {
                value *= length / left;
            }
        }
    }
}
