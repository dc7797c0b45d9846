using HyperTune.Models.BestTrials;
using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;

namespace HyperTune.Tests;

/// <summary>What the choice of the best mean makes too good, where the truth is known.</summary>
public sealed class ChoiceBiasTests
{
    private const int Trials = 60;
    private const double Noise = 0.6;
    private const double LargestLuck = 1.5;

    [Theory]
    [InlineData(0.2, 0.3)]
    [InlineData(0.5, 0.6)]
    public void It_is_what_choosing_again_among_new_values_shows_up_to_the_luck_of_one_trial(double length, double signal)
    {
        double sum = 0;
        for (ulong seed = 0; seed < 10; seed++)
        {
            ModelledTrials trials = Draw(seed, static (x, noise) => x + noise);
            TrialModel model = Model(trials, length, signal);
            int best = BestOf(model);
            double expected = Math.Max(0, Math.Min(BiasOf(model, draws: 1000, seed), LimitOf(model, best)));
            Assert.Equal(expected, ChoiceBias.Of(model, best), 0.08);
            sum += expected;
        }

        Assert.InRange(sum / 10, 0.05, 0.5);
    }

    [Fact]
    public void Nothing_is_made_better_and_at_most_what_luck_of_the_trial_itself_does_is_taken_off()
    {
        double largest = 0;
        for (ulong seed = 0; seed < 20; seed++)
        {
            ModelledTrials trials = Draw(seed, static (x, noise) => (2 * x) + noise);
            TrialModel model = Model(trials, 0.4, signal: 0.5);
            int best = BestOf(model);
            double bias = ChoiceBias.Of(model, best);
            Assert.InRange(bias, 0, LimitOf(model, best) + 1e-9);
            Assert.Equal(bias, ChoiceBias.Of(model, best));
            largest = Math.Max(largest, bias);
        }

        Assert.InRange(largest, 0.05, Noise);
    }

    [Fact]
    public void What_is_all_noise_to_the_model_has_no_lucky_trial()
    {
        ModelledTrials trials = Draw(1, static (_, noise) => noise);
        TrialModel model = Model(trials, 0.3, signal: 1e-6);
        Assert.InRange(ChoiceBias.Of(model, BestOf(model)), 0, 1e-2);
    }

    [Fact]
    public void Means_of_other_outputs_are_those_of_a_process_that_has_them()
    {
        ModelledTrials trials = Draw(2, static (x, noise) => x + noise);
        ModelledTrials others = Draw(2, static (x, noise) => (x * x) - (3 * noise));
        TrialModel model = Model(trials, 0.3, signal: 0.5);
        TrialModel expected = Model(others, 0.3, signal: 0.5);
        double[] means = model.MeansOf(others.Outputs);
        Assert.All(means.Index(), entry => Assert.Equal(expected.MeanOf(entry.Index), entry.Item, 1e-9));
        Assert.Equal(model.MeanOf(7), model.MeansOf(trials.Outputs)[7], 1e-12);
    }

    private static double BiasOf(TrialModel model, int draws, ulong seed)
    {
        var random = new RandomStream(seed, stream: 77);
        double[] truth = [.. model.Rows.Select(model.MeanOf)];
        double sum = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            double[] means = model.MeansOf([.. truth.Select(value => value + (Noise * random.NextNormal()))]);
            int best = Array.IndexOf(means, means.Min());
            sum += truth[best] - means[best];
        }

        return sum / draws;
    }

    // By how much its mean falls with its own value.
    private static double LimitOf(TrialModel model, int best)
    {
        double[] outputs = [.. model.Trials.Outputs];
        outputs[best] -= LargestLuck * Noise;
        return model.MeanOf(best) - model.MeansOf(outputs)[best];
    }

    private static int BestOf(TrialModel model) => model.Rows.MinBy(model.MeanOf);

    private static TrialModel Model(ModelledTrials trials, double length, double signal)
    {
        double[] lengths = [.. Enumerable.Repeat(length, 3)];
        var hyperparameters = new Hyperparameters
        {
            LengthScales = lengths,
            AdditiveLengthScales = lengths,
            SignalVariance = signal,
            AdditiveVariance = 0,
            NoiseVariance = Noise * Noise,
        };
        int[] rows = [.. Enumerable.Range(0, trials.Count)];
        return new TrialModel(new AdditiveMaternKernel(hyperparameters, 3), trials, rows, TrialModel.MemoryFor(rows.Length));
    }

    private static ModelledTrials Draw(ulong seed, Func<double, double, double> value)
    {
        Observation[] trials = [.. Enumerable.Range(0, Trials).Select(number =>
        {
            var random = new RandomStream(seed, (ulong)number);
            double[] vector = [random.NextUnit(), random.NextUnit(), random.NextUnit()];
            var trial = new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { value(vector[0], random.NextNormal()) } };
            return Observation.Of(in trial, null);
        })];
        return new ModelledTrials(new UnitCube(TestSpace.Cube(3)), trials, Trials);
    }
}
