namespace HyperTune.Tests;

public sealed class JournalSpaceMapTests
{
    [Theory]
    [InlineData("uniform(0,1,0)", "{\"name\":\"FloatDistribution\",\"attributes\":{\"step\":null,\"low\":0.0,\"high\":1.0,\"log\":false}}")]
    [InlineData("uniform(0,1,0.25)", "{\"name\":\"FloatDistribution\",\"attributes\":{\"step\":0.25,\"low\":0.0,\"high\":1.0,\"log\":false}}")]
    [InlineData("uniform(16,256,16)", "{\"name\":\"IntDistribution\",\"attributes\":{\"log\":false,\"step\":16,\"low\":16,\"high\":256}}")]
    [InlineData("loguniform(0.001,1,0)", "{\"name\":\"FloatDistribution\",\"attributes\":{\"step\":null,\"low\":0.001,\"high\":1.0,\"log\":true}}")]
    [InlineData("loguniform(1,100,1)", "{\"name\":\"IntDistribution\",\"attributes\":{\"log\":true,\"step\":1,\"low\":1,\"high\":100}}")]
    [InlineData("normal(1,2,-Infinity,Infinity,0)", "{\"name\":\"FloatDistribution\",\"attributes\":{\"step\":null,\"low\":-19.0,\"high\":21.0,\"log\":false}}")]
    [InlineData("normal(1,2,0,5,1)", "{\"name\":\"IntDistribution\",\"attributes\":{\"log\":false,\"step\":1,\"low\":0,\"high\":5}}")]
    [InlineData("choice(4:relu,4:tanh)", "{\"name\":\"CategoricalDistribution\",\"attributes\":{\"choices\":[\"relu\",\"tanh\"]}}")]
    [InlineData("ordinal(1:S,1:M)", "{\"name\":\"CategoricalDistribution\",\"attributes\":{\"choices\":[\"S\",\"M\"]}}")]
    public void Distribution_has_its_form_in_Optuna(string canonical, string expected)
        => Assert.Equal(expected, JournalDistributions.Of(TestSpace.CreateParameter("x", 0, DistributionText.Parse(canonical))).Json.Replace("1E-3", "0.001", StringComparison.Ordinal));

    [Fact]
    public void Choices_of_numbers_and_truth_values_are_ones_in_Python_too()
    {
        var labels = new ChoiceDistribution(["16", "32"]);
        var numbers = new Parameter<int>("n", 0, labels, 0, static v => v == 0 ? 16 : 32, static v => v == 16 ? 0 : 1);
        Assert.Contains("[16,32]", JournalDistributions.Of(numbers).Json);
        var truth = new Parameter<bool>("b", 0, new ChoiceDistribution(["false", "true"]), 0, static v => v == 1, static v => v ? 1 : 0);
        Assert.Contains("[false,true]", JournalDistributions.Of(truth).Json);
    }

    [Fact]
    public void Draws_from_every_distribution_lie_in_the_range_that_Optuna_sees()
    {
        var random = new RandomStream(3);
        Distribution[] distributions =
        [
            new NormalDistribution(0, 1), new NormalDistribution(3, 1e-3, low: 3), new LogNormalDistribution(0, 1), new LogNormalDistribution(0, 30),
            new LogNormalDistribution(1, 1, 1, 50, isInteger: true),
        ];
        foreach (Distribution distribution in distributions)
        {
            JournalDistribution stored = JournalDistributions.Of(TestSpace.CreateParameter("x", 0, distribution));
            (double low, double high) = stored is JournalFloatDistribution real ? (real.Low, real.High) : Range((JournalIntDistribution)stored);
            Assert.True(double.IsFinite(low) && double.IsFinite(high) && low < high);
            Assert.InRange(distribution.FromUnit(0), low, high);
            Assert.InRange(distribution.FromUnit(1), low, high);
            Assert.InRange(distribution.FromUnit(random.NextUnit()), low, high);
        }
    }

    [Fact]
    public void Vectors_read_back_to_the_last_bit_and_inactive_parameters_stay_out()
    {
        Parameter branch = TestSpace.CreateParameter("branch", 0, new ChoiceDistribution(["a", "b"]));
        TestSpace space = TestSpace.Of(
            branch,
            TestSpace.CreateParameter("a.x", 1, new LogUniformDistribution(1e-3, 1), ParameterCondition.OneOf(branch, 0)),
            TestSpace.CreateParameter("b.n", 2, new NormalDistribution(0, 1), ParameterCondition.OneOf(branch, 1)),
            TestSpace.CreateParameter("q", 3, new UniformDistribution(0, 1, 0.1)));
        var map = new JournalSpaceMap(space);
        var random = new RandomStream(1);
        var replay = JournalFixture.WithStudy();
        double[] vector = new double[4];
        for (int i = 0; i < 200; i++)
        {
            space.SampleVector(ref random, vector);
            var parameters = map.ToParameters(vector);
            Assert.Equal(3, parameters.Length);
            replay.Apply(writer => writer.CreateTrial(0, new JournalTrialTemplate { Started = JournalFixture.Noon, Parameters = parameters }));
            double[] read = new double[4];
            Assert.Equal(new JournalFit(true, true, true), map.ToVector(replay.Trials[i], read));
            Assert.Equal(vector.Select(BitConverter.DoubleToInt64Bits), read.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void Foreign_parameters_are_matched_by_name_and_by_what_their_values_say()
    {
        TestSpace space = TestSpace.Of(
            TestSpace.CreateParameter("Augment", 0, new ChoiceDistribution(["false", "true"])),
            TestSpace.CreateParameter("Units", 1, new ChoiceDistribution(["16", "32"])),
            TestSpace.CreateParameter("X", 2, new UniformDistribution(0, 1)),
            TestSpace.CreateParameter("Missing", 3, new UniformDistribution(0, 2)));
        JournalReplay replay = JournalFixture.WithTrial();
        replay.Apply(static writer => writer.SetTrialParameter(0, new("Augment", 0, JournalDistributionReader.Read("{\"type\":\"categorical\",\"choices\":[true,false]}"))));
        replay.Apply(static writer => writer.SetTrialParameter(0, new("Units", 32, new JournalIntDistribution(1, 64))));
        replay.Apply(static writer => writer.SetTrialParameter(0, new("X", 1, JournalDistributionReader.Read("{\"type\":\"categorical\",\"choices\":[0.25,0.75]}"))));
        replay.Apply(static writer => writer.SetTrialParameter(0, new("other", 0.5, JournalFixture.Unit)));
        double[] vector = new double[4];
        JournalFit fit = new JournalSpaceMap(space).ToVector(replay.Trials[0], vector);
        Assert.Equal(new JournalFit(false, true, false), fit);
        Assert.Equal([1, 1, 0.75, double.NaN], vector);
        replay.Apply(static writer => writer.SetTrialState(0, TrialState.Completed, [1], JournalFixture.Noon));
        Assert.Equal(new JournalFit(false, true, true), new JournalSpaceMap(space).ToVector(replay.Trials[0], vector));
        Assert.Equal(1, vector[3]);
    }

    private static (double Low, double High) Range(JournalIntDistribution distribution) => (distribution.Low, distribution.High);
}
