using System.Numerics;

namespace HyperTune.Strategies.Grid;

/// <summary>
/// A pseudo-random order of 0 ... count - 1. Of few numbers it is a shuffled list, each order equally likely. Of many it needs no memory: a Feistel
/// network permutes the next larger power of 4, and numbers beyond the end are sent through it again until they fall inside (cycle walking).
/// </summary>
/// <remarks>Reference: J. Black and P. Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002.</remarks>
internal sealed class GridOrder
{
    // A network over a handful of bits has too few different round functions to reach all orders alike.
    private const int LargestList = 4096;
    private const int Rounds = 6;

    private readonly BigInteger _count;
    private readonly ulong _seed;
    private readonly int _halfBits;
    private readonly BigInteger _mask;
    private readonly int[]? _list;

    public GridOrder(BigInteger count, ulong seed)
    {
        _count = count;
        _seed = seed;
        _halfBits = (int)(((count - 1).GetBitLength() + 1) / 2);
        _mask = (BigInteger.One << _halfBits) - 1;
        if (count <= LargestList)
        {
            _list = [.. Enumerable.Range(0, (int)count)];
            new RandomStream(RandomStream.Derive(seed, Rounds)).Shuffle(_list.AsSpan());
        }
    }

    /// <summary>The number at the given place of the order.</summary>
    public BigInteger this[BigInteger position]
    {
        get
        {
            if (_list is not null)
            {
                return _list[(int)position];
            }

            BigInteger number = position;
            do
            {
                number = Permute(number);
            }
            while (number >= _count);
            return number;
        }
    }

    private BigInteger Permute(BigInteger number)
    {
        BigInteger left = number >> _halfBits;
        BigInteger right = number & _mask;
        for (ulong round = 0; round < Rounds; round++)
        {
            (left, right) = (right, left ^ Scatter(right, round));
        }

        return (left << _halfBits) | right;
    }

    private BigInteger Scatter(BigInteger half, ulong round)
    {
        ulong hash = RandomStream.Derive(_seed, round);
        for (BigInteger rest = half; !rest.IsZero; rest >>= 64)
        {
            hash = RandomStream.Mix(hash ^ (ulong)(rest & ulong.MaxValue));
        }

        var random = new RandomStream(hash, round);
        BigInteger bits = BigInteger.Zero;
        for (int filled = 0; filled < _halfBits; filled += 64)
        {
            bits = (bits << 64) | random.NextUInt64();
        }

        return bits & _mask;
    }
}
