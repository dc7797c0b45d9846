namespace HyperTune.Tests;

public sealed class JournalPointsTests
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
        => Assert.Equal(expected, JournalDistributions.Of(Outline(DistributionText.Parse(canonical))).Json.Replace("1E-3", "0.001", StringComparison.Ordinal));

    [Fact]
    public void Choices_of_numbers_and_truth_values_are_ones_in_Python_too()
    {
        var labels = new ChoiceDistribution(["16", "32"]);
        var numbers = new Parameter<int>("n", 0, labels, 0, static v => v == 0 ? 16 : 32, static v => v == 16 ? 0 : 1);
        Assert.Contains("[16,32]", JournalDistributions.Of(ParameterOutline.Of(numbers)).Json);
        var truth = new Parameter<bool>("b", 0, new ChoiceDistribution(["false", "true"]), 0, static v => v == 1, static v => v ? 1 : 0);
        Assert.Contains("[false,true]", JournalDistributions.Of(ParameterOutline.Of(truth)).Json);
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
            JournalDistribution stored = JournalDistributions.Of(Outline(distribution));
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
        var replay = new ReplayedJournal(space);
        replay.Apply(static writer => writer.CreateStudy("s", [OptimizationDirection.Minimize]));
        var points = new JournalPoints(new JournalInterner());
        PointLayout layout = PointLayout.Of(space);
        var random = new RandomStream(1);
        for (int i = 0; i < 200; i++)
        {
            double[] vector = new double[4];
            space.SampleVector(ref random, vector);
            var template = new JournalTrialTemplate { Started = JournalFixture.Noon };
            points.Write(new TrialPoint(layout, vector), template.Parameters);
            Assert.Equal(3, template.Parameters.Count);
            replay.Apply(writer => writer.CreateTrial(0, template));
            TrialPoint read = replay.Events[^1].Point;
            Assert.Equal(vector.Select(BitConverter.DoubleToInt64Bits), read.Values.ToArray().Select(BitConverter.DoubleToInt64Bits));
            Assert.True(read.Layout.IsSameAs(layout));
        }

        // Trials of both branches share the study's own layout.
        Assert.Single(replay.Events.Select(static happened => happened.Point.Layout).Distinct());
    }

    [Fact]
    public void Foreign_parameters_are_matched_by_name_and_by_what_their_values_say()
    {
        TestSpace space = TestSpace.Of(
            TestSpace.CreateParameter("Augment", 0, new ChoiceDistribution(["false", "true"])),
            TestSpace.CreateParameter("Units", 1, new ChoiceDistribution(["16", "32"])),
            TestSpace.CreateParameter("X", 2, new UniformDistribution(0, 1)),
            TestSpace.CreateParameter("Missing", 3, new UniformDistribution(0, 2)));
        var replay = new ReplayedJournal(space);
        replay.Apply(static writer => writer.CreateStudy("s", [OptimizationDirection.Minimize]));
        replay.Apply(JournalFixture.CreateRunning);
        replay.Apply(static writer => writer.SetTrialParameter(0, new("Augment", 0, JournalDistributionReader.Read("{\"type\":\"categorical\",\"choices\":[true,false]}"))));
        replay.Apply(static writer => writer.SetTrialParameter(0, new("Units", 32, new JournalIntDistribution(1, 64))));
        replay.Apply(static writer => writer.SetTrialParameter(0, new("X", 1, JournalDistributionReader.Read("{\"type\":\"categorical\",\"choices\":[0.25,0.75]}"))));
        replay.Apply(static writer => writer.SetTrialParameter(0, new("other", 0.5, JournalFixture.Unit)));
        var state = new StudyState(space, SingleObjective.Minimize);
        replay.Events.ForEach(happened => state.Apply(in happened));
        Assert.Equal([1, 1, 0.75, double.NaN], state.Trials.Vector(0).ToArray());
        replay.Apply(static writer => writer.SetTrialState(0, TrialState.Completed, [1], JournalFixture.Noon));
        state.Apply(replay.Events[^1]);
        Assert.Equal([1, 1, 0.75, 1], state.Trials.Vector(0).ToArray());
        Assert.True(state.Trials.Entry(0).Is(TrialFlags.IsTeachable));
    }

    [Fact]
    public void Labels_of_the_space_stay_what_they_are_where_the_file_says_numbers_and_truth_values()
    {
        TestSpace space = TestSpace.Of(
            TestSpace.CreateParameter("Rate", 0, new ChoiceDistribution(["1.0", "2.50"])),
            TestSpace.CreateParameter("Fast", 1, new ChoiceDistribution(["False", "True"])));
        var replay = new ReplayedJournal(space);
        replay.Apply(static writer => writer.CreateStudy("s", [OptimizationDirection.Minimize]));
        JournalDistribution same = JournalDistributionReader.Read("{\"type\":\"categorical\",\"choices\":[1,2.5]}");
        JournalDistribution turned = JournalDistributionReader.Read("{\"type\":\"categorical\",\"choices\":[2.5,7,1.0]}");
        JournalDistribution truth = JournalDistributionReader.Read("{\"type\":\"categorical\",\"choices\":[false,true]}");
        replay.Apply(writer => writer.CreateTrial(0, new JournalTrialTemplate { Started = JournalFixture.Noon, Parameters = [new("Rate", 1, same), new("Fast", 1, truth)] }));
        replay.Apply(writer => writer.CreateTrial(0, new JournalTrialTemplate { Started = JournalFixture.Noon, Parameters = [new("Rate", 0, turned)] }));
        Assert.Equal(["Rate = 2.50, Fast = True", "Rate = 2.50"], replay.Events.Select(static happened => happened.Point.ToString()));
        Assert.Equal([1, 1], replay.Events[0].Point.Values.ToArray());
    }

    [Fact]
    public void Wanted_values_of_an_enqueued_trial_are_its_point_and_their_copies_are_no_news()
    {
        TestSpace space = TestSpace.Of(
            TestSpace.CreateParameter("K", 0, new ChoiceDistribution(["a", "b"])),
            TestSpace.CreateParameter("X", 1, new UniformDistribution(0, 1)),
            TestSpace.CreateParameter("Y", 2, new UniformDistribution(0, 1)));
        var replay = new ReplayedJournal(space);
        replay.Apply(static writer => writer.CreateStudy("s", [OptimizationDirection.Minimize]));
        foreach (string wanted in new[] { """{"K":"b","X":0.25}""", """{"K":"c","X":null,"more":[1]}""" })
        {
            replay.Apply(writer => writer.CreateTrial(0, new JournalTrialTemplate { State = TrialState.Waiting, SystemAttributes = [new(JournalAttributeNames.FixedParameters, wanted)] }));
        }

        Assert.Equal(["K = b, X = 0.25", "K = c, X = null, more = [1]"], replay.Events.Select(static happened => happened.Point.ToString()));
        Assert.Equal([1, 0.25, double.NaN], replay.Events[0].Point.Values.ToArray());
        replay.Apply(static writer => writer.SetTrialState(0, TrialState.Running, JournalFixture.Noon));
        replay.Apply(static writer => writer.SetTrialParameter(0, new("X", 0.25, JournalFixture.Unit)));
        replay.Apply(static writer => writer.SetTrialParameter(0, new("Y", 0.25, JournalFixture.Unit)));
        Assert.Equal(["Y = 0.25"], replay.Events.Where(static happened => happened.Kind == StudyEventKind.Assigned).Select(static happened => happened.Point.ToString()));
    }

    [Theory]
    [InlineData("{\"type\":\"float\",\"low\":NaN,\"high\":1}")]
    [InlineData("{\"type\":\"float\",\"low\":5,\"high\":-1}")]
    [InlineData("{\"type\":\"float\",\"low\":-Infinity,\"high\":Infinity,\"step\":1e-300}")]
    [InlineData("{\"type\":\"float\",\"low\":-1e308,\"high\":1e308,\"step\":1}")]
    [InlineData("{\"type\":\"float\",\"low\":0,\"high\":1,\"log\":true}")]
    [InlineData("{\"type\":\"float\",\"low\":0,\"high\":1,\"step\":NaN}")]
    [InlineData("{\"type\":\"float\",\"low\":0,\"high\":1,\"step\":-1}")]
    [InlineData("{\"type\":\"int\",\"low\":-9223372036854775808,\"high\":9223372036854775807}")]
    [InlineData("{\"type\":\"int\",\"low\":-5,\"high\":7,\"log\":true}")]
    [InlineData("{\"type\":\"int\",\"low\":0,\"high\":7,\"step\":0}")]
    [InlineData("{\"type\":\"int\",\"low\":NaN,\"high\":Infinity,\"step\":NaN}")]
    [InlineData("{\"type\":\"categorical\",\"choices\":[null,NaN,[1,2],{\"a\":1},\"\",\"\"]}")]
    public void Distribution_of_whatever_range_becomes_one_of_ours(string json)
    {
        JournalDistribution stored = JournalDistributionReader.Read(json);
        Distribution distribution = JournalDistributions.ToDistribution(stored, null);
        Assert.True(distribution.Low <= distribution.High);
        Assert.True(distribution.Contains(distribution.FromUnit(0.5)));
        Assert.NotEmpty(distribution.Canonical);
        foreach (Distribution own in new Distribution[] { new UniformDistribution(0, 1), new ChoiceDistribution(["a"]) })
        {
            JournalDistributions.IsSame(own, stored);
            JournalDistributions.ToDistribution(stored, own);
        }
    }

    private static ParameterOutline Outline(Distribution distribution) => ParameterOutline.Of(TestSpace.CreateParameter("x", 0, distribution));

    private static (double Low, double High) Range(JournalIntDistribution distribution) => (distribution.Low, distribution.High);
}
