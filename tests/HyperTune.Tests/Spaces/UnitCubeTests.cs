namespace HyperTune.Tests;

public sealed class UnitCubeTests
{
    [Fact]
    public void Vectors_survive_the_way_to_the_cube_and_back()
    {
        TestSpace space = CreateMixed();
        var cube = new UnitCube(space);
        var random = new RandomStream(3);
        var point = new double[cube.Dimensions.Length];
        var back = new double[space.DimensionCount];
        for (int i = 0; i < 300; i++)
        {
            double[] vector = space.Sample(ref random);
            cube.Encode(vector, point);
            cube.Decode(point, back);
            Assert.True(space.Contains(back), string.Join(", ", back));
            foreach (Parameter parameter in space.Parameters)
            {
                double expected = vector[parameter.Index];
                if (parameter.Distribution.IsContinuous && !double.IsNaN(expected))
                {
                    Assert.Equal(expected, back[parameter.Index], 1e-9 * Math.Abs(expected));
                }
                else
                {
                    Assert.Equal(expected, back[parameter.Index]);
                }
            }
        }
    }

    [Fact]
    public void Numeric_dimensions_come_first_and_single_values_not_at_all()
    {
        var cube = new UnitCube(CreateMixed());
        Assert.Equal(["rate", "units", "dropout", "size", "tanh.gain", "activation", "optimizer"], cube.Dimensions.Select(static d => d.Parameter.Name));
        Assert.Equal(Enumerable.Range(0, 7), cube.Dimensions.Select(static d => d.Index));
        Assert.Equal([0, 1, 2, 3, 4, 0, 1], cube.Dimensions.Select(static d => d.Row));
        Assert.True(cube.Dimensions.SequenceEqual(cube.Numeric.Concat(cube.Categorical)));
        Assert.Null(cube.Find(cube.Space.FindParameter("constant")!));
        Assert.Equal(5, cube.Find(cube.Space.FindParameter("activation")!)!.Index);
    }

    [Fact]
    public void What_others_depend_on_is_structural_and_what_has_no_order_too()
    {
        var cube = new UnitCube(CreateMixed());
        Assert.True(cube.IsConditional);
        Assert.Equal(["activation"], cube.Dimensions.Where(static d => d.DecidesOthers).Select(static d => d.Parameter.Name));
        Assert.Equal(["activation", "optimizer"], cube.Dimensions.Where(static d => d.IsStructural).Select(static d => d.Parameter.Name));
        Assert.Equal(["tanh.gain"], cube.Dimensions.Where(static d => d.IsConditional).Select(static d => d.Parameter.Name));
    }

    [Fact]
    public void Draws_repeat_where_nothing_continuous_is_always_there()
    {
        Parameter list = TestSpace.CreateParameter("list", 0, new ChoiceDistribution(["a", "b"]));
        var number = new UniformDistribution(0, 1);
        Assert.True(new UnitCube(TestSpace.Of(list)).CanRepeat);
        Assert.True(new UnitCube(TestSpace.Of(list, TestSpace.CreateParameter("x", 1, number, ParameterCondition.OneOf(list, 1)))).CanRepeat);
        Assert.False(new UnitCube(TestSpace.Of(list, TestSpace.CreateParameter("x", 1, number))).CanRepeat);
    }

    [Fact]
    public void Inactive_parameters_have_no_coordinate_and_a_neutral_one_in_models()
    {
        var cube = new UnitCube(CreateNested());
        var point = new double[3];
        cube.Encode([0, double.NaN, double.NaN], point);
        Assert.Equal([double.NaN, 0, double.NaN], point);
        ModelPoint.Encode(cube, [0, double.NaN, double.NaN], point);
        Assert.Equal([0.5, 0, -1], point);

        // What an inactive parameter's coordinate is does not matter.
        var vector = new double[3];
        cube.Decode([0.7, 0, 1], vector);
        Assert.Equal([0, double.NaN, double.NaN], vector);
        cube.Decode([0.7, 1, 1], vector);
        Assert.Equal([1, 7, 1], vector);
    }

    [Fact]
    public void Points_are_on_one_branch_when_the_same_parameters_are_active_and_their_lists_agree()
    {
        var cube = new UnitCube(CreateNested());
        double[] inner = [0.1, 1, 0];
        Assert.True(cube.AreOnSameBranch(inner, [0.9, 1, 0]));
        Assert.False(cube.AreOnSameBranch(inner, [0.1, 1, 1]));
        Assert.False(cube.AreOnSameBranch(inner, [double.NaN, 0, double.NaN]));
        Assert.True(cube.AreOnSameBranch([double.NaN, 0, double.NaN], [double.NaN, 0, double.NaN]));
    }

    [Fact]
    public void Discrete_coordinates_are_the_middles_of_cells_and_numbered_in_order()
    {
        CubeDimension dimension = DimensionOf(new LogUniformDistribution(1, 100, isInteger: true));
        for (long i = 0; i < 100; i++)
        {
            double coordinate = dimension.CoordinateOf(i);
            Assert.Equal(i, dimension.IndexOf(coordinate));
            Assert.Equal(coordinate, dimension.Snap(coordinate + 1e-4));
            Assert.Equal(i + 1, dimension.Decode(coordinate));
        }

        Assert.Equal(1, Enumerable.Range(0, 100).Sum(i => dimension.CellWidth(dimension.CoordinateOf(i))), 0.1);
    }

    [Fact]
    public void Shares_of_a_dimension_reach_each_value_equally_often_and_both_ends()
    {
        CubeDimension list = DimensionOf(new ChoiceDistribution(["a", "b", "c"]));
        Assert.Equal([0, 0, 1, 1, 2, 2], new[] { 0, 0.33, 0.34, 0.66, 0.67, 0.999 }.Select(list.CoordinateAt));
        CubeDimension steps = DimensionOf(new UniformDistribution(0, 3, 1));
        Assert.Equal([0.125, 0.375, 0.625, 0.875], new[] { 0, 0.3, 0.6, 0.9 }.Select(steps.CoordinateAt));
        CubeDimension open = DimensionOf(new NormalDistribution(0, 1));
        Assert.Equal([0.001, 0.5, 0.999], new[] { 0, 0.5, 1 }.Select(open.CoordinateAt));
    }

    [Fact]
    public void Ends_without_a_limit_are_searched_up_to_an_outer_quantile()
    {
        CubeDimension dimension = DimensionOf(new NormalDistribution(0, 1, low: -1));
        Assert.Equal(0, dimension.Low);
        Assert.Equal(0.999, dimension.High, 1e-12);
        Assert.Equal(-1, dimension.Decode(dimension.Low), 1e-12);
        Assert.InRange(dimension.Decode(dimension.High), 3, 3.3);
        Assert.Equal(0.001, DimensionOf(new LogNormalDistribution(0, 1, high: 9)).Low);
    }

    [Fact]
    public void Slopes_carry_derivatives_from_values_to_coordinates()
    {
        // Of ln(x) with respect to the place on a logarithmic range: the logarithm of the range.
        CubeDimension dimension = DimensionOf(new LogUniformDistribution(1, 1000));
        Assert.All([0, 0.3, 1], unit => Assert.Equal(Math.Log(1000), dimension.Slope(unit) / dimension.Decode(unit), 1e-12));
        Assert.Equal(double.NaN, DimensionOf(new ChoiceDistribution(["a", "b"])).Slope(0));
    }

    [Fact]
    public void Uniform_shares_make_the_draws_of_a_distribution()
    {
        var cube = new UnitCube(CreateNested());
        var vector = new double[3];
        cube.FromShares([0.2, 0.7, 0.9], vector);
        Assert.Equal([0, double.NaN, double.NaN], vector);
        cube.FromShares([0.5, 0.7, 0.9], vector);
        Assert.Equal([1, 7, 1], vector);
    }

    internal static TestSpace CreateMixed()
    {
        Parameter activation = TestSpace.CreateParameter("activation", 2, new ChoiceDistribution(["relu", "tanh", "gelu"]));
        return TestSpace.Of(
            TestSpace.CreateParameter("rate", 0, new LogUniformDistribution(1e-5, 1e-1)),
            TestSpace.CreateParameter("units", 1, new LogUniformDistribution(8, 1024, isInteger: true)),
            activation,
            TestSpace.CreateParameter("constant", 3, new UniformDistribution(4, 4)),
            TestSpace.CreateParameter("dropout", 4, new UniformDistribution(0, 0.6, 0.05)),
            TestSpace.CreateParameter("size", 5, new OrdinalDistribution(["small", "medium", "large"])),
            TestSpace.CreateParameter("tanh.gain", 6, new NormalDistribution(1, 0.2), ParameterCondition.OneOf(activation, 1)),
            TestSpace.CreateParameter("optimizer", 7, new ChoiceDistribution(["sgd", "adam"])));
    }

    private static TestSpace CreateNested()
    {
        Parameter parent = TestSpace.CreateParameter("parent", 0, new ChoiceDistribution(["a", "b"]));
        return TestSpace.Of(
            parent,
            TestSpace.CreateParameter("number", 1, new UniformDistribution(0, 10), ParameterCondition.OneOf(parent, 1)),
            TestSpace.CreateParameter("choice", 2, new ChoiceDistribution(["x", "y"]), ParameterCondition.OneOf(parent, 1)));
    }

    private static CubeDimension DimensionOf(Distribution distribution)
        => new UnitCube(TestSpace.Of(TestSpace.CreateParameter("p", 0, distribution))).Dimensions[0];
}
