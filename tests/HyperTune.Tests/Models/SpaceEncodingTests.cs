namespace HyperTune.Tests;

public sealed class SpaceEncodingTests
{
    [Fact]
    public void Vectors_survive_the_way_to_the_model_and_back()
    {
        TestSpace space = CreateMixed();
        var encoding = new SpaceEncoding(space);
        var random = new RandomStream(3);
        var point = new double[encoding.Dimensions.Length];
        var back = new double[space.DimensionCount];
        for (int i = 0; i < 300; i++)
        {
            double[] vector = space.Sample(ref random);
            encoding.Encode(vector, point);
            encoding.Decode(point, back);
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
        var encoding = new SpaceEncoding(CreateMixed());
        Assert.Equal(["rate", "units", "dropout", "size", "tanh.gain", "activation", "optimizer"], encoding.Dimensions.Select(static d => d.Parameter.Name));
        Assert.Equal(5, encoding.NumericCount);
        Assert.Equal(-1, encoding.PlaceOf(encoding.Space.FindParameter("constant")!));
    }

    [Fact]
    public void Inactive_parameters_lie_at_a_neutral_place()
    {
        Parameter parent = TestSpace.CreateParameter("parent", 0, new ChoiceDistribution(["a", "b"]));
        TestSpace space = TestSpace.Of(
            parent,
            TestSpace.CreateParameter("number", 1, new UniformDistribution(0, 10), ParameterCondition.OneOf(parent, 1)),
            TestSpace.CreateParameter("choice", 2, new ChoiceDistribution(["x", "y"]), ParameterCondition.OneOf(parent, 1)));
        var encoding = new SpaceEncoding(space);
        var point = new double[3];
        encoding.Encode([0, double.NaN, double.NaN], point);
        Assert.Equal([0.5, 0, -1], point);
        var random = new RandomStream(1);
        encoding.MakeDraft([0, double.NaN, double.NaN], point, ref random);
        Assert.InRange(point[0], 0, 1);
        Assert.Contains(point[2], new double[] { 0, 1 });
    }

    [Fact]
    public void Discrete_coordinates_are_the_middles_of_cells_and_numbered_in_order()
    {
        var dimension = new ModelDimension(TestSpace.CreateParameter("n", 0, new LogUniformDistribution(1, 100, isInteger: true)));
        Assert.False(dimension.IsExhaustive);
        for (long i = 0; i < 100; i++)
        {
            double coordinate = dimension.Coordinate(i);
            Assert.Equal(i, dimension.IndexOf(coordinate));
            Assert.Equal(coordinate, dimension.Snap(coordinate + 1e-4));
            Assert.Equal(i + 1, dimension.Decode(coordinate));
        }
    }

    [Fact]
    public void Ends_without_a_limit_are_searched_up_to_an_outer_quantile()
    {
        var dimension = new ModelDimension(TestSpace.CreateParameter("x", 0, new NormalDistribution(0, 1, low: -1)));
        Assert.Equal(0, dimension.Low);
        Assert.Equal(0.999, dimension.High, 1e-12);
        Assert.Equal(-1, dimension.Decode(dimension.Low), 1e-12);
        Assert.InRange(dimension.Decode(dimension.High), 3, 3.3);
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
}
