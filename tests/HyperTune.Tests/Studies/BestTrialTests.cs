using System.Globalization;
using System.Text.RegularExpressions;

namespace HyperTune.Tests;

public sealed class BestTrialTests
{
    private const double Noise = 0.05;

    [Fact]
    public void Without_noise_the_best_observed_trial_is_the_best()
    {
        StudyResult<double[]> result = Studies.Minimize().Run(Studies.Bowl, 60);
        Assert.Equal(result.Trials.MinBy(static trial => trial.Value)!.Number, result.Best.Number);
        Assert.Equal(result.Best.Number, result.BestObserved.Number);
        Assert.Equal($"Trial {result.Best.Number} has the best value, and the values show no noise to speak of.", result.BestReason);
    }

    [Theory]
    [InlineData(OptimizationDirection.Minimize)]
    [InlineData(OptimizationDirection.Maximize)]
    public void Under_noise_the_trial_with_the_best_expected_value_is_the_best_and_closer_to_the_optimum(OptimizationDirection direction)
    {
        int sign = direction == OptimizationDirection.Minimize ? 1 : -1;
        double observed = 0;
        double best = 0;
        int differing = 0;
        for (long seed = 0; seed < 8; seed++)
        {
            var study = new Study<double[]>(TestSpace.Cube(2), direction, Studies.Seeded with { Seed = seed });
            StudyResult<double[]> result = study.Run((_, trial) => sign * Noisy(trial, seed), 80);
            Assert.Equal(result.Trials.MinBy(trial => sign * trial.Value)!.Number, result.BestObserved.Number);
            Assert.Contains(result.Best.Number, new[] { result.BestObserved.Number, result.BestByMean.Number });
            Assert.Equal(
                result.Best.Number == result.BestObserved.Number ? "" : $"trial {result.Best.Number} has the best expected value, ",
                Regex.Match(result.BestReason!, @"trial \d+ has the best expected value, ").Value);
            Assert.Contains($"Trial {result.BestObserved.Number} has the best value", result.BestReason, StringComparison.Ordinal);
            observed += Studies.Bowl(result.BestObserved.Config);
            best += Studies.Bowl(result.Best.Config);
            differing += result.Best.Number == result.BestObserved.Number ? 0 : 1;
        }

        Assert.InRange(differing, 3, 8);
        Assert.True(best < 0.8 * observed, $"{best} against {observed}");
    }

    [Theory]
    [InlineData(1e4)]
    [InlineData(1e6)]
    [InlineData(-1e8)]
    public void Reason_gives_expected_values_with_as_many_digits_as_tell_them_apart(double offset)
    {
        int differing = 0;
        for (long seed = 0; seed < 6; seed++)
        {
            StudyResult<double[]> result = Studies.Minimize(Studies.Seeded with { Seed = seed }).Run((_, trial) => offset + Noisy(trial, seed), 120);
            Match reason = Regex.Match(result.BestReason!, @"expected to give (\S+)(; trial \d+ has the best expected value, | and it )(\S+?)\.?( is too small.*)?$");
            if (reason.Success)
            {
                differing++;
                double observed = double.Parse(reason.Groups[1].Value, CultureInfo.InvariantCulture);
                double other = double.Parse(reason.Groups[3].Value, CultureInfo.InvariantCulture);
                Assert.NotEqual(observed, other);

                // The best value is luck, which the best mean needs less of.
                Assert.True(other < observed, $"{other} of the best mean, {observed} of the best value");
                Assert.Equal(offset, observed, 1);
            }
        }

        Assert.InRange(differing, 1, 6);
    }

    [Fact]
    public void Reason_gives_the_noise_and_both_expected_values_in_the_objective_s_units()
    {
        StudyResult<double[]> result = Studies.Maximize().Run(static (_, trial) => 100 - Noisy(trial, 0), 80);
        Match reason = Regex.Match(
            result.BestReason!,
            @"^The values look noisy, with a standard deviation of about (\S+)\. Trial (\d+) has the best value, but is expected to give (\S+); trial (\d+) has the best expected value, (\S+)\.$");
        Assert.True(reason.Success, result.BestReason);
        double Number(int group) => double.Parse(reason.Groups[group].Value, CultureInfo.InvariantCulture);
        Assert.InRange(Number(1), 0.5 * Noise, 2 * Noise);
        Assert.Equal(result.BestObserved.Number, Number(2));
        Assert.Equal(result.BestByMean.Number, Number(4));
        Assert.InRange(Number(3), 99, Number(5));
        Assert.InRange(Number(5), 99.5, 100.1);
    }

    [Fact]
    public void Waves_between_close_trials_are_told_from_noise()
    {
        // A bowl with waves, without noise. Where a Gaussian process of 100 trials takes the waves for noise, trials close to each other tell it otherwise.
        static double Waves(double[] x) => x.Sum(static v => 3 * (1 - Math.Cos(20 * Math.PI * (v - 0.37))) + (100 * (v - 0.37) * (v - 0.37)));
        int noisy = 0;
        for (long seed = 0; seed < 20; seed++)
        {
            StudyResult<double[]> result = Studies.Minimize(Studies.Seeded with { Seed = seed, Strategy = Strategy.Tpe() }, dimensions: 5).Run(Waves, 100);
            bool isNoisy = result.BestReason!.Contains("look noisy", StringComparison.Ordinal);
            noisy += isNoisy ? 1 : 0;
            Assert.True(isNoisy || result.Best.Number == result.BestObserved.Number);
        }

        Assert.InRange(noisy, 0, 4);
    }

    [Fact]
    public async Task Study_says_whether_its_objective_is_deterministic()
    {
        foreach (bool? isDeterministic in (bool?[])[null, false, true])
        {
            var strategy = new RecordingStrategy();
            Study<double[]> study = Studies.Minimize(Studies.Seeded with { IsDeterministic = isDeterministic, Strategy = strategy });
            await study.AskAsync();
            Assert.Equal(isDeterministic, strategy.Context!.IsDeterministic);
        }

        StudyResult<double[]> result = Studies.Minimize(Studies.Seeded with { IsDeterministic = true }).Run(static (_, trial) => Noisy(trial, 2), 80);
        Assert.Equal(result.BestObserved.Number, result.Best.Number);
        Assert.Equal(result.BestObserved.Number, result.BestByMean.Number);
        Assert.Equal($"Trial {result.Best.Number} has the best value, and the objective is said to have no noise.", result.BestReason);
    }

    [Fact]
    public void A_study_so_long_that_only_some_trials_are_looked_at_has_a_best_trial_with_a_reason()
    {
        StudyResult<double[]> result = Studies.Minimize(dimensions: 1).Run(
            static (config, trial) => trial.Number % 3 == 1 ? double.NaN : config[0] + new RandomStream(3, (ulong)trial.Number).NextNormal(),
            new Budget { Trials = 90_000 });
        Match reason = Regex.Match(result.BestReason!, @"^The values look noisy, with a standard deviation of about (\S+)\. Trial \d+ has the best value, but");
        Assert.True(reason.Success, result.BestReason);
        Assert.InRange(double.Parse(reason.Groups[1].Value, CultureInfo.InvariantCulture), 0.9, 1.1);
        Assert.InRange(result.Best.Config[0], 0, 0.3);
        Assert.Equal(result.Trials.Where(static trial => trial.State == TrialState.Completed).MinBy(static trial => trial.Value)!.Number, result.BestObserved.Number);
    }

    [Fact]
    public void Few_trials_are_too_few_for_a_model()
    {
        StudyResult<double[]> result = Studies.Minimize().Run(static (_, trial) => Noisy(trial, 1), 19);
        Assert.Equal(result.BestObserved.Number, result.Best.Number);
        Assert.Equal(result.BestObserved.Number, result.BestByMean.Number);
        Assert.Contains("fewer than 20", result.BestReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_completed_trial_there_is_no_best_one()
    {
        StudyResult<double[]> result = Studies.Minimize().Run(static _ => double.NaN, 3);
        Assert.Null(result.BestOrDefault);
        Assert.Null(result.BestObservedOrDefault);
        Assert.Null(result.BestReason);
        Assert.Contains("none of its 3 trials completed", Assert.Throws<InvalidOperationException>(() => result.BestByMean).Message, StringComparison.Ordinal);
        Assert.Contains("none of its 3 trials completed", Assert.Throws<InvalidOperationException>(() => result.BestObserved).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_result_keeps_its_best_trial_when_the_study_goes_on()
    {
        Study<double[]> study = Studies.Minimize();
        StudyResult<double[]> before = study.Run(static (_, trial) => Noisy(trial, 2), 40);
        StudyResult<double[]> after = study.Run(static (_, trial) => Noisy(trial, 2) - 9, 40);
        Assert.InRange(after.Best.Number, 40, 79);
        Assert.InRange(before.Best.Number, 0, 39);
        Assert.InRange(before.BestByMean.Number, 0, 39);
    }

    [Fact]
    public void Pruned_and_failed_trials_are_not_the_best()
    {
        StudyResult<double[]> result = Studies.Minimize().Run(
            static (_, trial) =>
            {
                trial.Report(1, -100);
                return (trial.Number % 3) switch { 0 => TrialOutcome.Pruned, 1 => TrialOutcome.Failed("no"), _ => Noisy(trial, 3) };
            },
            90);
        Assert.Equal(TrialState.Completed, result.Best.State);
        Assert.Equal(TrialState.Completed, result.BestByMean.State);
    }

    private static double Noisy(Trial<double[]> trial, long seed)
        => Studies.Bowl(trial.Config) + (Noise * new RandomStream((ulong)seed, 1000 + (ulong)trial.Number).NextNormal());
}
