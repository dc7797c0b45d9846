using System.Numerics;
using System.Runtime.CompilerServices;
using HyperTune.Numerics;
using HyperTune.Numerics.Normal;

namespace HyperTune;

/// <summary>
/// A small, fast source of pseudo-random numbers (xoshiro256++) whose sequence is part of HyperTune's contract: the same seed and stream give the
/// same bits, and with them the same uniform numbers, integers and orders, on every machine and in every version.
/// </summary>
/// <remarks>
/// A value type: pass it by reference, or each copy repeats the same numbers. Not for cryptography.
/// Reference: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021; seeding by SplitMix64.
/// </remarks>
public struct RandomStream
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts stream number <paramref name="stream"/> of the family given by <paramref name="seed"/>.</summary>
    /// <param name="seed">The seed; every value is allowed.</param>
    /// <param name="stream">The stream, for instance a trial's number; different streams are independent of each other.</param>
    public RandomStream(ulong seed, ulong stream = 0)
    {
        // The multiplication spreads neighbouring streams over the whole period of SplitMix64's counter.
        ulong state = Mix(seed ^ 0x9E3779B97F4A7C15UL) ^ (stream * 0xD1342543DE82EF95UL);
        _s0 = Next(ref state);
        _s1 = Next(ref state);
        _s2 = Next(ref state);
        _s3 = Next(ref state);
    }

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_s0 + _s3, 23) + _s0;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>The next number in (0, 1); neither end ever occurs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextUnit()
    {
        // A multiple of 2^-53 plus 2^-54. In the upper half that sum is rounded, and the last one would be rounded to 1.
        return Math.Min(((NextUInt64() >> 11) + 0.5) * (1.0 / (1UL << 53)), UnitInterval.Largest);
    }

    /// <summary>The next integer in [0, <paramref name="count"/>); all are equally likely.</summary>
    /// <param name="count">How many integers to choose from; at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long NextInteger(long count)
    {
        // Lemire's multiplication; the bias is below count / 2^64.
        return (long)Math.BigMul(NextUInt64(), (ulong)count, out _);
    }

    /// <summary>The next draw from the standard normal distribution.</summary>
    /// <remarks>A function of <see cref="NextUnit"/> with a logarithm in it, whose last digit may differ between processors and runtimes.</remarks>
    public double NextNormal() => StandardNormal.Quantile(NextUnit());

    /// <summary>Shuffles <paramref name="values"/> so that every order is equally likely.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values to shuffle in place.</param>
    public void Shuffle<T>(Span<T> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = (int)NextInteger(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    /// <summary>Mixes all bits of <paramref name="value"/> (SplitMix64's finalizer), to derive seeds from seeds.</summary>
    /// <param name="value">The value to mix.</param>
    internal static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    /// <summary>Seed number <paramref name="number"/> of those derived from another seed.</summary>
    /// <remarks>
    /// The seed is mixed before the number is added and the sum once more. Without the first, number k of a seed would be number k - 1 of the next
    /// seed, and studies with neighbouring seeds, which are the ones people take, would share their draws.
    /// </remarks>
    /// <param name="seed">The seed to derive from.</param>
    /// <param name="number">Which of the derived seeds.</param>
    internal static ulong Derive(ulong seed, ulong number) => Mix(Mix(seed + 0x9E3779B97F4A7C15UL) + (number * 0xD1342543DE82EF95UL));

    private static ulong Next(ref ulong state) => Mix(state += 0x9E3779B97F4A7C15UL);
}
