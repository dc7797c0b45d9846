namespace HyperTune.Tests;

public sealed class SobolSequenceTests
{
    /// <summary>The first points of the sequence over new-joe-kuo-6, as other implementations of it give them.</summary>
    private static readonly double[][] Published =
    [
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
        [0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75],
        [0.25, 0.75, 0.75, 0.75, 0.25, 0.25, 0.75, 0.25],
        [0.375, 0.375, 0.625, 0.875, 0.375, 0.125, 0.375, 0.875],
        [0.875, 0.875, 0.125, 0.375, 0.875, 0.625, 0.875, 0.375],
        [0.625, 0.125, 0.875, 0.625, 0.625, 0.875, 0.125, 0.125],
        [0.125, 0.625, 0.375, 0.125, 0.125, 0.375, 0.625, 0.625],
        [0.1875, 0.3125, 0.9375, 0.4375, 0.5625, 0.3125, 0.4375, 0.9375],
        [0.6875, 0.8125, 0.4375, 0.9375, 0.0625, 0.8125, 0.9375, 0.4375],
        [0.9375, 0.0625, 0.6875, 0.1875, 0.3125, 0.5625, 0.1875, 0.1875],
    ];

    [Fact]
    public void First_points_before_scrambling_are_the_published_ones()
    {
        for (uint index = 0; index < Published.Length; index++)
        {
            for (int dimension = 0; dimension < 8; dimension++)
            {
                Assert.Equal(Published[index][dimension], SobolSequence.PlainCoordinate(index, dimension));
            }
        }
    }

    [Theory]
    [InlineData(1000, 9, 0.0693359375)]
    [InlineData(1000, 99, 0.1865234375)]
    [InlineData(1000, 499, 0.2548828125)]
    [InlineData(1000, 1023, 0.7138671875)]
    [InlineData(4095, 9, 0.246337890625)]
    [InlineData(4095, 99, 0.962646484375)]
    [InlineData(4095, 499, 0.938720703125)]
    [InlineData(4095, 1023, 0.354736328125)]
    public void High_dimensions_before_scrambling_are_the_published_ones(uint index, int dimension, double expected)
        => Assert.Equal(expected, SobolSequence.PlainCoordinate(index, dimension));

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(10)]
    public void Scrambled_points_hit_each_interval_of_each_axis_once(int powerOfTwo)
    {
        int count = 1 << powerOfTwo;
        var sequence = new SobolSequence(JoeKuoNumbers.DimensionCount, seed: 7);
        for (int dimension = 0; dimension < sequence.DimensionCount; dimension += 31)
        {
            int intervals = Enumerable.Range(0, count).Select(i => (int)(sequence.Coordinate((uint)i, dimension) * count)).Distinct().Count();
            Assert.Equal(count, intervals);
        }
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(4, 0)]
    public void Scrambled_points_of_the_first_two_dimensions_hit_each_elementary_box_once(int firstBits, int secondBits)
    {
        int count = 1 << (firstBits + secondBits);
        for (ulong seed = 0; seed < 20; seed++)
        {
            var sequence = new SobolSequence(2, seed);
            for (uint block = 0; block < 3; block++)
            {
                var boxes = new HashSet<(int, int)>();
                for (uint i = 0; i < count; i++)
                {
                    uint index = (block * (uint)count) + i;
                    boxes.Add(((int)(sequence.Coordinate(index, 0) * (1 << firstBits)), (int)(sequence.Coordinate(index, 1) * (1 << secondBits))));
                }

                Assert.Equal(count, boxes.Count);
            }
        }
    }

    [Fact]
    public void Scrambling_spreads_the_first_point_over_the_whole_axis()
    {
        var counts = new int[10];
        const int Seeds = 2000;
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            counts[(int)(new SobolSequence(3, seed).Coordinate(0, 2) * counts.Length)]++;
        }

        // Chi-square with 9 degrees of freedom exceeds 33.7 with probability 1e-4.
        double expected = (double)Seeds / counts.Length;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 0, 33.7);
    }

    [Fact]
    public void Dimensions_beyond_the_table_are_uniform_and_unlike_each_other()
    {
        var sequence = new SobolSequence(JoeKuoNumbers.DimensionCount + 2, seed: 3);
        const int Count = 4000;
        double sum = 0;
        double product = 0;
        for (uint i = 0; i < Count; i++)
        {
            double a = sequence.Coordinate(i, JoeKuoNumbers.DimensionCount);
            double b = sequence.Coordinate(i, JoeKuoNumbers.DimensionCount + 1);
            Assert.InRange(a, double.Epsilon, 1 - 1e-12);
            sum += a;
            product += (a - 0.5) * (b - 0.5);
        }

        // Standard errors: sqrt(1/12/4000) = 0.0046 and 1/12/sqrt(4000) = 0.0013.
        Assert.InRange(sum / Count, 0.5 - 0.02, 0.5 + 0.02);
        Assert.InRange(product / Count, -0.006, 0.006);
    }

    [Fact]
    public void Points_depend_on_the_seed_and_the_index_only()
    {
        Span<double> point = stackalloc double[4];
        Span<double> again = stackalloc double[4];
        new SobolSequence(4, 11).Fill(123, point);
        var other = new SobolSequence(4, 11);
        other.Fill(5, again);
        other.Fill(123, again);
        Assert.Equal(point.ToArray(), again.ToArray());
        new SobolSequence(4, 12).Fill(123, again);
        Assert.NotEqual(point.ToArray(), again.ToArray());
    }
}
