using System.Globalization;
using Digits;
using HyperTune.Benchmarks;

namespace HyperTune.Tests;

/// <summary>The curves that pruners are measured on.</summary>
public sealed class CurveFamilyTests
{
    [Fact]
    public void The_tables_hold_six_hundred_trainings_each()
    {
        Assert.Equal(600, CurveFile.Load("network.csv", DigitsConfig.Space).Count);
        Assert.Equal(600, CurveFile.Load("boosting.csv", BoostingConfig.Space).Count);
    }

    [Fact]
    public void The_table_of_networks_is_what_the_sample_trains()
    {
        var random = new RandomStream(7, 3);
        double[] vector = new double[DigitsConfig.Space.DimensionCount];
        DigitsConfig.Space.SampleVector(ref random, vector);
        double[] trained = new NetworkTraining(DigitSplit.Create(DigitFile.LoadEmbedded(), 1)).Train(DigitsConfig.Space.Decode(vector));

        // The fourth row, in the order of the file.
        LearningCurves<DigitsConfig> table = CurveFile.Load("network.csv", DigitsConfig.Space);
        var pruner = new RecordingPruner();
        Simulator.Run(table, pruner, new SimulationOptions { Strategy = new At(vector), Trials = 1 });
        double[] stored = [.. pruner.Told.Take(NetworkTraining.Epochs).Select(static told => double.Parse(told.Split('=')[1], CultureInfo.InvariantCulture))];
        Assert.All(stored.Zip(trained), static pair => Assert.Equal(pair.First, pair.Second, 0.02 * pair.First));
    }

    [Fact]
    public void A_file_that_is_read_is_what_was_written()
    {
        using var text = new StringWriter();
        CurveFile.Write(text, BoostingConfig.Space, [([0.1, 8, 3, 0.5, 0.75, 2], [1.23456789, 0.5])]);
        Assert.Equal("LearningRate,Leaves,ExamplesPerLeaf,FeatureFraction,SubsampleFraction,L2,v0,v1\n0.1,8,3,0.5,0.75,2,1.2346,0.5\n", text.ToString());
    }

    [Fact]
    public void Formulas_end_at_the_problem_and_reverse_where_they_should()
    {
        double share = Reversals(MlpCurves.Reversing);
        Assert.True(share > 0.7, $"Of the pairs of good configs {share:P0} are in the other order after a third of the steps.");
        share = Reversals(MlpCurves.Easy);
        Assert.True(share < 0.3, $"Of the pairs of good configs {share:P0} are in the other order after a third of the steps.");
    }

    [Fact]
    public void The_best_by_a_share_of_the_steps_is_that_of_the_trials_that_had_completed()
    {
        var best = new BestBySteps([(30, 5), (50, 3), (90, 1)], 100);
        Assert.Equal(double.PositiveInfinity, best.BestBy(0.25));
        Assert.Equal(3, best.BestBy(0.5));
        Assert.Equal(1, best.BestBy(1));
    }

    // The share of the pairs, among configs within 0.12 of the optimum and 0.02 apart, of which the worse one looks better after nine steps.
    private static double Reversals(LearningCurves<MlpConfig> curves)
    {
        var pruner = new RecordingPruner();
        Simulator.Run(curves, pruner, new SimulationOptions { Trials = 600 });
        var trials = Enumerable.Range(0, 600)
            .Select(number => (Early: ValueAt(pruner, number, 8), Final: ValueAt(pruner, number, CurveFamily.Steps - 1)))
            .Where(static trial => trial.Final < MlpProblem.Floor + 0.12)
            .ToList();
        var pairs = trials.SelectMany(a => trials.Where(b => a.Final < b.Final - 0.02).Select(b => a.Early > b.Early)).ToList();
        Assert.True(pairs.Count > 20);
        return pairs.Count(static isReversed => isReversed) / (double)pairs.Count;
    }

    private static double ValueAt(RecordingPruner pruner, int number, int step)
    {
        string told = pruner.Told[(number * (CurveFamily.Steps + 1)) + step];
        Assert.StartsWith($"{number}@{step}=", told, StringComparison.Ordinal);
        return double.Parse(told.Split('=')[1], CultureInfo.InvariantCulture);
    }

    private sealed class At(double[] place) : Strategy
    {
        public override string ToString() => "At";

        public override StrategyRun Start(StrategyContext context) => new Run(place);

        private sealed class Run(double[] place) : StrategyRun
        {
            public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
            {
                place.CopyTo(vector);
                return true;
            }
        }
    }
}
