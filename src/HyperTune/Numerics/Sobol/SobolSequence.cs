using System.Numerics;

namespace HyperTune.Numerics.Sobol;

/// <summary>
/// Points that fill the unit cube evenly: the Sobol sequence with Joe and Kuo's direction numbers, each dimension scrambled by a random nested
/// permutation of its own (Owen scrambling).
/// </summary>
/// <remarks>
/// Any point can be had directly by its index, in the Gray code order in which the sequence is published. Scrambling keeps the balance: of the first
/// 2^k points each interval [i/2^k, (i+1)/2^k) of each axis holds exactly one.
/// Beyond <see cref="JoeKuoNumbers.DimensionCount"/> dimensions the coordinates are independent random numbers.
/// References: S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30, 2008; A. B.
/// Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences", 1995; S. Laine and T. Karras, "Stratified sampling for stochastic transparency", 2011
/// (the permutation as a hash), with the constants of N. Vegdahl.
/// </remarks>
internal sealed class SobolSequence
{
    private const double Scale = 1.0 / (1UL << 32);

    private static readonly Lazy<uint[]> Directions = new(static () => BuildReversedDirections(JoeKuoNumbers.DimensionCount));

    private readonly ulong[] _seeds;

    /// <summary>Scrambles the sequence.</summary>
    /// <param name="dimensionCount">The number of coordinates of a point.</param>
    /// <param name="seed">The seed of the permutations.</param>
    public SobolSequence(int dimensionCount, ulong seed)
    {
        var random = new RandomStream(seed);
        _seeds = new ulong[dimensionCount];
        for (int i = 0; i < dimensionCount; i++)
        {
            _seeds[i] = random.NextUInt64();
        }
    }

    /// <summary>The number of coordinates of a point.</summary>
    public int DimensionCount => _seeds.Length;

    /// <summary>Writes point number <paramref name="index"/>; every coordinate lies strictly between 0 and 1.</summary>
    public void Fill(uint index, Span<double> point)
    {
        for (int dimension = 0; dimension < _seeds.Length; dimension++)
        {
            point[dimension] = Coordinate(index, dimension);
        }
    }

    /// <summary>One coordinate of point number <paramref name="index"/>, strictly between 0 and 1.</summary>
    public double Coordinate(uint index, int dimension)
    {
        ulong seed = _seeds[dimension];
        uint bits = dimension < JoeKuoNumbers.DimensionCount
            ? ReverseBits(PermuteNested(ReversedBits(index, dimension), (uint)seed))
            : (uint)(RandomStream.Mix(seed + (index * 0x9E3779B97F4A7C15UL)) >> 32);
        return (bits + 0.5) * Scale;
    }

    /// <summary>The coordinate before scrambling, in [0, 1).</summary>
    internal static double PlainCoordinate(uint index, int dimension) => ReverseBits(ReversedBits(index, dimension)) * Scale;

    // Direction numbers are kept with their bits reversed, because that is what the scrambling hash works on and reversal commutes with exclusive or.
    private static uint ReversedBits(uint index, int dimension)
    {
        ReadOnlySpan<uint> directions = Directions.Value.AsSpan(dimension * 32, 32);
        uint bits = 0;
        for (uint gray = index ^ (index >> 1); gray != 0; gray &= gray - 1)
        {
            bits ^= directions[BitOperations.TrailingZeroCount(gray)];
        }

        return bits;
    }

    // Each output bit depends on lower bits only, which, bits being reversed, are the more significant digits: a nested permutation.
    private static uint PermuteNested(uint bits, uint seed)
    {
        bits ^= bits * 0x3D20ADEAU;
        bits += seed;
        bits *= (seed >> 16) | 1;
        bits ^= bits * 0x05526C56U;
        bits ^= bits * 0x53A22864U;
        return bits;
    }

    private static uint ReverseBits(uint bits)
    {
        bits = ((bits >> 1) & 0x55555555) | ((bits & 0x55555555) << 1);
        bits = ((bits >> 2) & 0x33333333) | ((bits & 0x33333333) << 2);
        bits = ((bits >> 4) & 0x0F0F0F0F) | ((bits & 0x0F0F0F0F) << 4);
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(bits);
    }

    private static uint[] BuildReversedDirections(int dimensionCount)
    {
        var reversed = new uint[dimensionCount * 32];
        for (int k = 0; k < 32; k++)
        {
            reversed[k] = 1U << k;
        }

        Span<uint> directions = stackalloc uint[32];
        ReadOnlySpan<ushort> rows = JoeKuoNumbers.Rows;
        for (int dimension = 1; dimension < dimensionCount; dimension++)
        {
            uint polynomial = rows[0];
            int degree = BitOperations.Log2(polynomial);
            BuildDirections(polynomial, degree, rows.Slice(1, degree), directions);
            rows = rows[(1 + degree)..];
            for (int k = 0; k < 32; k++)
            {
                reversed[(dimension * 32) + k] = ReverseBits(directions[k]);
            }
        }

        return reversed;
    }

    // v_k = a_1 v_(k-1) ^ ... ^ a_(s-1) v_(k-s+1) ^ v_(k-s) ^ (v_(k-s) >> s), with the polynomial x^s + a_1 x^(s-1) + ... + 1.
    private static void BuildDirections(uint polynomial, int degree, ReadOnlySpan<ushort> initial, Span<uint> directions)
    {
        for (int k = 0; k < degree; k++)
        {
            directions[k] = (uint)initial[k] << (31 - k);
        }

        for (int k = degree; k < 32; k++)
        {
            uint value = directions[k - degree] ^ (directions[k - degree] >> degree);
            for (int j = 1; j < degree; j++)
            {
                if (((polynomial >> (degree - j)) & 1) != 0)
                {
                    value ^= directions[k - j];
                }
            }

            directions[k] = value;
        }
    }
}
