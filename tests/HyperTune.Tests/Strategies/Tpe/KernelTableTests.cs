using System.Runtime.Intrinsics;

namespace HyperTune.Tests;

/// <summary>The kernels of discrete numbers against integrals and sums written out.</summary>
public sealed class KernelTableTests
{
    private static readonly Dictionary<string, Distribution> Discrete = new(StringComparer.Ordinal)
    {
        ["two"] = new UniformDistribution(0, 1, 1),
        ["dice"] = new UniformDistribution(1, 6, 1),
        ["hundreds"] = new UniformDistribution(-250, 250, 1),
        ["thousands"] = new UniformDistribution(0, 9_999, 1),
        ["steps"] = new UniformDistribution(-0.3, 0.6, 0.3),
        ["fine steps"] = new UniformDistribution(0, 1, 0.001),
        ["ordinal"] = new OrdinalDistribution(["s", "m", "l"]),
        ["logarithmic"] = new LogUniformDistribution(1, 1024, isInteger: true),
        ["narrow logarithmic"] = new LogUniformDistribution(1, 3, isInteger: true),
        ["late logarithmic"] = new LogUniformDistribution(100, 400, isInteger: true),
        ["normal"] = new NormalDistribution(10, 4, 0, 20, isInteger: true),
        ["far normal"] = new NormalDistribution(0, 1, -40, 40, isInteger: true),
        ["log-normal"] = new LogNormalDistribution(3, 1, 1, 500, isInteger: true),
    };

    public static TheoryData<string> Kinds => new(Discrete.Keys);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Densities_of_all_cells_sum_to_1(string kind)
    {
        UnitCube cube = CubeOf(Discrete[kind]);
        CubeDimension dimension = cube.Numeric[0];
        foreach (double bandwidth in new[] { 0.02, 0.0221, 0.05, 0.2, 0.6, 1 })
        {
            foreach (double share in new[] { 0, 0.01, 0.3, 0.5, 0.97, 0.999999 })
            {
                double mean = dimension.CoordinateAt(share);
                double sum = 0;
                for (long i = 0; i < dimension.Count; i++)
                {
                    sum += dimension.CellWidth(dimension.CoordinateOf(i)) * Math.Exp(LogDensity(cube, dimension.CoordinateOf(i), mean, bandwidth));
                }

                // Single precision, over up to ten thousand cells.
                Assert.Equal(1, sum, 1e-5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Cells_cover_the_unit_interval_without_gaps_and_hold_the_place_of_their_value(string kind)
    {
        Distribution distribution = Discrete[kind];
        double before = 0;
        for (long i = 0; i < distribution.Count; i++)
        {
            double value = distribution.FromIndex(i);
            double unit = distribution.ToUnit(value);
            (double begin, double end) = distribution.CellAt(unit);
            Assert.Equal(before, begin, 1e-15);
            Assert.InRange(unit, begin, end);
            Assert.Equal(value, distribution.FromUnit(unit));
            Assert.Equal(value, distribution.FromUnit(begin + ((end - begin) / 2)));
            (double expectedBegin, double expectedEnd) = TextbookDensity.Cell(distribution, value);
            Assert.Equal(expectedBegin, begin, 1e-10);
            Assert.Equal(expectedEnd, end, 1e-10);
            before = end;
        }

        Assert.Equal(1, before);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Density_of_a_cell_is_the_mean_of_the_truncated_normal_density_over_it(string kind)
    {
        UnitCube cube = CubeOf(Discrete[kind]);
        CubeDimension dimension = cube.Numeric[0];
        long step = Math.Max(1, dimension.Count!.Value / 50);
        foreach (double bandwidth in new[] { 0.02, 0.1, 1 })
        {
            foreach (double share in new[] { 0, 0.5, 0.99 })
            {
                double mean = dimension.CoordinateAt(share);
                for (long i = 0; i < dimension.Count; i += step)
                {
                    // Far out in a tail the cells are wider than probabilities, which a double near 1 could not tell apart.
                    double value = dimension.Decode(dimension.CoordinateOf(i));
                    (double begin, double end) = TextbookDensity.Cell(Discrete[kind], value);
                    if (!(end - begin > 1e-12))
                    {
                        continue;
                    }

                    double expected = TextbookDensity.Density(Discrete[kind], value, mean, bandwidth);
                    double density = Math.Exp(LogDensity(cube, dimension.CoordinateOf(i), mean, bandwidth));
                    Assert.Equal(expected, density, 1e-5 * Math.Max(expected, 1e-3));
                }
            }
        }
    }

    [Fact]
    public void First_cell_of_logarithmic_whole_numbers_has_its_full_width()
    {
        CubeDimension dimension = CubeOf(new LogUniformDistribution(1, 100, isInteger: true)).Numeric[0];
        double range = Math.Log(100.5 / 0.5);
        Assert.Equal(Math.Log(1.5 / 0.5) / range, dimension.CellWidth(dimension.CoordinateOf(0)), 1e-14);
        Assert.Equal(Math.Log(100.5 / 99.5) / range, dimension.CellWidth(dimension.CoordinateOf(99)), 1e-14);
        Assert.Equal(1, Enumerable.Range(0, 100).Sum(i => dimension.CellWidth(dimension.CoordinateOf(i))), 1e-13);
    }

    [Theory]
    [InlineData(0.001f)]
    [InlineData(0.099f)]
    [InlineData(0.101f)]
    [InlineData(0.5f)]
    [InlineData(3f)]
    [InlineData(20f)]
    public void Mass_of_a_cell_is_the_difference_of_error_functions(float half)
    {
        for (float center = -6; center <= 6; center += 0.0625f)
        {
            double expected = ErrorFunctionBetween(Math.Abs(center) - (double)half, Math.Abs(center) + (double)half);
            double actual = Math.Exp(CellMass.LogDoubled(Vector256.Create(center), Vector256.Create(half))[3]);
            Assert.Equal(expected, actual, (1e-5 * expected) + 1e-12);
        }
    }

    [Fact]
    public void Mass_stays_a_finite_logarithm_however_far_the_cell_lies()
    {
        foreach (float half in new[] { 1e-9f, 0.01f, 0.099f, 0.3f, 17f })
        {
            float before = float.PositiveInfinity;
            for (float center = half + 1; center < 40; center += 0.5f)
            {
                float mass = CellMass.LogDoubled(Vector256.Create(center), Vector256.Create(half))[0];
                Assert.InRange(mass, -1e5f, before);
                before = mass;
            }
        }
    }

    [Fact]
    public void Move_of_a_discrete_number_is_scored_like_the_moved_candidate()
    {
        UnitCube cube = CubeOf(Discrete["logarithmic"]);
        CubeDimension dimension = cube.Numeric[0];
        var table = new KernelTable(cube);
        table.Resize(40);
        for (int column = 0; column < 40; column++)
        {
            table.SetNumeric(column, dimension, dimension.CoordinateAt(column / 40.0), 0.02 + (0.01 * column));
            table.SetLogWeight(column, 0);
        }

        var candidate = new TpeCandidate(1);
        candidate.Point[0] = dimension.CoordinateAt(0.4);
        float[] exponents = [];
        table.Exponents(candidate, ref exponents);
        double to = dimension.CoordinateAt(0.1);
        double moved = table.EvaluateMove(exponents, dimension, candidate.Point[0], to, keep: false);
        candidate.Point[0] = to;
        double[] expected = new double[1];
        table.Evaluate([candidate], expected);
        Assert.Equal(expected[0], moved, 1e-4);
    }

    [Theory]
    [InlineData("logarithmic")]
    [InlineData("continuous")]
    public void Kernel_that_is_set_again_and_again_is_as_if_set_once(string space)
    {
        UnitCube cube = CubeOf(space == "continuous" ? new UniformDistribution(0, 1) : Discrete[space]);
        CubeDimension dimension = cube.Numeric[0];
        double coordinate = dimension.CoordinateAt(0.4);
        double mean = dimension.CoordinateAt(0.3);
        double expected = LogDensity(cube, coordinate, mean, 0.1);
        var table = new KernelTable(cube);
        table.Resize(1);
        foreach ((double center, double bandwidth) in new[] { (mean, 0.1), (mean, 0.02), (dimension.CoordinateAt(0.9), 0.1), (mean, 0.1), (mean, 0.1) })
        {
            table.SetNumeric(0, dimension, center, bandwidth);
            table.SetLogWeight(0, 0);
        }

        var candidate = new TpeCandidate(1);
        candidate.Point[0] = coordinate;
        double[] sums = new double[1];
        table.Evaluate([candidate], sums);
        Assert.Equal(expected, sums[0]);
    }

    private static double ErrorFunctionBetween(double low, double high)
        => low >= 0
            ? MathNet.Numerics.SpecialFunctions.Erfc(low) - MathNet.Numerics.SpecialFunctions.Erfc(high)
            : MathNet.Numerics.SpecialFunctions.Erf(high) - MathNet.Numerics.SpecialFunctions.Erf(low);

    private static double LogDensity(UnitCube cube, double coordinate, double mean, double bandwidth)
    {
        var table = new KernelTable(cube);
        table.Resize(1);
        table.SetNumeric(0, cube.Numeric[0], mean, bandwidth);
        table.SetLogWeight(0, 0);
        var candidate = new TpeCandidate(1);
        candidate.Point[0] = coordinate;
        double[] sums = new double[1];
        table.Evaluate([candidate], sums);
        return sums[0];
    }

    private static UnitCube CubeOf(Distribution distribution) => new(TestSpace.Of(TestSpace.CreateParameter("p", 0, distribution)));
}
