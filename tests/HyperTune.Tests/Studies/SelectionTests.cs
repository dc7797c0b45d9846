namespace HyperTune.Tests;

public sealed class SelectionTests
{
    [Theory]
    [InlineData(OptimizationDirection.Minimize)]
    [InlineData(OptimizationDirection.Maximize)]
    public void The_simplest_config_within_one_standard_error_is_chosen(OptimizationDirection direction)
    {
        int sign = direction == OptimizationDirection.Minimize ? 1 : -1;
        var study = new Study<double[]>(TestSpace.Cube(2), direction, Studies.Seeded);
        double[][] folds = [[1, 3, 2], [1.5, 2.5, 3.5], [2, 2.2, 2.1], [1, 3, 3]];
        int[] complexity = [9, 1, 5, 3];
        study.Run((_, trial) => Report(trial, folds[trial.Number], sign), 4);
        StudyResult<double[]> result = study.GetResult();
        double error = result.Trials[0].StandardError!.Value;
        double[] distances = [.. folds.Select(own => (own.Average() - folds[0].Average()) / error)];

        // The second least complex is a little worse than one standard error, and the third within it.
        Assert.InRange(distances[2], 0.05, 0.95);
        Assert.InRange(distances[3], distances[2] + 0.05, distances[1] - 0.05);
        SimplestTrial<double[]> simplest = result.Simplest(ComplexityOf, (distances[2] + distances[3]) / 2);
        Assert.Equal(2, simplest.Trial.Number);
        Assert.Equal(0, simplest.Best.Number);
        Assert.Equal(2, simplest.CandidateCount);
        Assert.Equal(error, simplest.StandardError);
        Assert.Equal(sign * (2 + (error * (distances[2] + distances[3]) / 2)), simplest.Limit, 12);
        Assert.StartsWith("2 of 4 completed trials are within ", simplest.Reason, StringComparison.Ordinal);
        Assert.EndsWith(
            $" of trial 0, the best one; trial 2 has the simplest config of them, with {(sign < 0 ? "-" : "")}2.1 against {(sign < 0 ? "-" : "")}2.", simplest.Reason, StringComparison.Ordinal);
        Assert.Equal(3, result.Simplest(ComplexityOf, distances[3] + 0.01).Trial.Number);
        Assert.Equal(0, result.Simplest(static config => 0).Trial.Number);

        int ComplexityOf(double[] config) => complexity[result.Trials.First(trial => trial.Config.AsSpan().SequenceEqual(config)).Number];
    }

    [Fact]
    public void Without_a_standard_error_only_equal_values_are_as_good()
    {
        Study<double[]> study = Studies.Minimize();
        study.Run(static (_, trial) => trial.Number % 3, 9);
        SimplestTrial<double[]> simplest = study.GetResult().Simplest(static config => config[0]);
        Assert.Equal(3, simplest.CandidateCount);
        Assert.Equal(study.Trials.Where(static trial => trial.Number % 3 == 0).MinBy(static trial => trial.Config[0])!.Number, simplest.Trial.Number);
        Assert.Null(simplest.StandardError);
        Assert.StartsWith("Nothing tells the standard error of trial 0, the best one, so only the 3 as good as it count; ", simplest.Reason, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => study.GetResult().Simplest(static config => config[0], -1));
        Assert.Throws<InvalidOperationException>(() => Studies.Minimize().GetResult().Simplest(static config => config[0]));
    }

    [Fact]
    public void Folds_tell_how_much_the_winner_is_flattered()
    {
        Study<double[]> study = Studies.Minimize();
        double[][] folds = [[1, 2, 3], [5, 1, 1], [2, 4, 2]];
        study.Run((_, trial) => Report(trial, folds[trial.Number], 1), 3);
        WinnerBias bias = study.GetResult().WinnerBias!;
        Assert.Equal(4.0 / 3, bias.Amount, 12);
        Assert.Equal(2 + (4.0 / 3), bias.ExpectedValue, 12);
        Assert.Equal(3, bias.CandidateCount);
        Assert.Equal("Trial 0 has the best of 3 values, 2; by leaving out each of 3 instances this flatters it by 1.33: expect 3.3333.", bias.Reason);
    }

    [Fact]
    public void Without_folds_the_model_tells_it()
    {
        double bias = 0;
        double actual = 0;
        for (long seed = 0; seed < 20; seed++)
        {
            StudyResult<double[]> noisy = Studies.Maximize(Studies.Seeded with { Seed = seed })
                .Run((config, trial) => (0.05 * new RandomStream((ulong)seed + 1000, (ulong)trial.Number).NextNormal()) - Studies.Bowl(config), 80);
            bool mayBeNoisy = noisy.BestReason!.Contains("look noisy", StringComparison.Ordinal) || noisy.BestReason.Contains("If it is noise", StringComparison.Ordinal);
            Assert.Contains(mayBeNoisy ? "by a model of all values this flatters it by " : "no noise is found in the values, so this flatters it by 0:", noisy.WinnerBias!.Reason, StringComparison.Ordinal);
            bias += noisy.WinnerBias.Amount;
            actual += noisy.BestObserved.Value!.Value + Studies.Bowl(noisy.BestObserved.Config);
            Assert.Equal(noisy.BestObserved.Value.Value - noisy.WinnerBias.Amount, noisy.WinnerBias.ExpectedValue, 12);
        }

        Assert.InRange(bias / actual, 0.7, 1.3);
        Assert.Equal(0, Studies.Minimize().Run(Studies.Bowl, 40).WinnerBias!.Amount);
        Assert.Equal(0, Studies.Minimize(Studies.Seeded with { IsDeterministic = true }).Run(Studies.Bowl, 5).WinnerBias!.Amount);
        Assert.Null(Studies.Minimize().Run(Studies.Bowl, 5).WinnerBias);
        Assert.Null(Studies.Minimize().GetResult().WinnerBias);
    }

    private static double Report(Trial<double[]> trial, double[] folds, int sign)
    {
        for (int fold = 0; fold < folds.Length; fold++)
        {
            trial.ReportInstance(fold, sign * folds[fold]);
        }

        return sign * folds.Average();
    }
}
