using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HyperTune.Strategies.Tpe;

/// <summary>The logarithm of a sum of exponentials that comes in tiles, relative to the largest exponent so far, so that nothing overflows.</summary>
internal struct LogSumExp()
{
    private float _largest = float.NegativeInfinity;
    private double _sum;

    /// <summary>ln of the sum so far.</summary>
    public readonly double Value => _largest + Math.Log(_sum);

    /// <summary>Adds a tile of exponents; its length is a multiple of 8.</summary>
    public void Add(ReadOnlySpan<float> exponents)
    {
        ref float first = ref MemoryMarshal.GetReference(exponents);
        Vector256<float> maxima = Vector256.LoadUnsafe(ref first);
        for (nuint i = 8; i < (nuint)exponents.Length; i += 8)
        {
            maxima = Vector256.Max(maxima, Vector256.LoadUnsafe(ref first, i));
        }

        float largest = Math.Max(_largest, Largest(maxima));
        Vector256<float> shift = Vector256.Create(largest);
        Vector256<float> sums = Vector256<float>.Zero;
        for (nuint i = 0; i < (nuint)exponents.Length; i += 8)
        {
            sums += Vector256.Exp(Vector256.LoadUnsafe(ref first, i) - shift);
        }

        _sum = (_sum * Math.Exp(_largest - largest)) + Vector256.Sum(sums);
        _largest = largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Largest(Vector256<float> values)
    {
        Vector128<float> halves = Vector128.Max(values.GetLower(), values.GetUpper());
        return Math.Max(Math.Max(halves[0], halves[1]), Math.Max(halves[2], halves[3]));
    }
}
