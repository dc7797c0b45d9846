using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HyperTune.Models.GaussianProcesses;

namespace HyperTune.Models.BestTrials;

/// <summary>What trials of the very same config say about noise: different values prove it, and equal ones disprove it.</summary>
internal static class RepeatedConfigs
{
    // Values of one kind, as a rounded accuracy's, agree now and then by chance.
    private const double LargestChance = 1e-3;

    // Sums in another order give other last digits.
    private const double RoundingError = 1e-12;

    // Odd, so that nothing is lost; 2^64 over the golden ratio.
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>Whether there is noise; <see langword="null"/> where no config, or none often enough, was tried again.</summary>
    /// <param name="points">The trials' points.</param>
    /// <param name="values">The trials' values.</param>
    public static bool? ShowNoise(PointSet points, ReadOnlySpan<double> values)
    {
        if (!MayRepeat(points))
        {
            return null;
        }

        var first = new Dictionary<Key, int>(values.Length);
        var counts = new Dictionary<double, int>(values.Length);
        int repeats = 0;
        for (int row = 0; row < values.Length; row++)
        {
            var point = new double[points.Dimension];
            points.CopyTo(row, point);
            CollectionsMarshal.GetValueRefOrAddDefault(counts, values[row], out _)++;
            if (!first.TryAdd(new Key(point), row))
            {
                double other = values[first[new Key(point)]];
                if (Math.Abs(values[row] - other) > RoundingError * Math.Max(Math.Abs(values[row]), Math.Abs(other)))
                {
                    return true;
                }

                repeats++;
            }
        }

        double trials = values.Length;
        double chance = counts.Values.Sum(count => count / trials * (count / trials));
        return repeats > 0 && Math.Pow(chance, repeats) < LargestChance ? false : null;
    }

    // Whether two points have the same hash: in most studies none have, and then it takes no keys to know that no config was tried again.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool MayRepeat(PointSet points)
    {
        var hashes = new ulong[points.Count];
        for (int k = 0; k < points.Dimension; k++)
        {
            ReadOnlySpan<double> column = points.Values.Slice(k * points.Stride, hashes.Length);
            for (int row = 0; row < hashes.Length; row++)
            {
                // A zero has two signs, which are the same value: the sum has the positive one.
                hashes[row] = (BitOperations.RotateLeft(hashes[row], 5) ^ BitConverter.DoubleToUInt64Bits(column[row] + 0.0)) * Multiplier;
            }
        }

        Array.Sort(hashes);
        for (int i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] == hashes[i - 1])
            {
                return true;
            }
        }

        return false;
    }

    private readonly struct Key(double[] point) : IEquatable<Key>
    {
        private readonly double[] _point = point;

        public bool Equals(Key other) => _point.AsSpan().SequenceEqual(other._point);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (double coordinate in _point)
            {
                hash.Add(coordinate);
            }

            return hash.ToHashCode();
        }
    }
}
