namespace HyperTune.Tests;

public sealed class ReevaluateStrategyTests
{
    private const double Noise = 0.05;

    [Fact]
    public void The_last_trials_are_the_best_configs_again()
    {
        StudyOptions options = new() { Seed = 3, Strategy = Strategy.Then(Strategy.Random(), 24, Strategy.Reevaluate(top: 3, times: 2)) };
        StudyResult<ContinuousConfig> result = Study.Minimize<ContinuousConfig>(options).Run(Noisy, 40);
        StudyResult<ContinuousConfig> random = Study.Minimize<ContinuousConfig>(options with { Strategy = Strategy.Random() }).Run(Noisy, 30);
        Assert.Equal(random.Trials.Take(24).Select(static trial => trial.Config), result.Trials.Take(24).Select(static trial => trial.Config));
        ContinuousConfig[] best = [.. result.Trials.Take(24).OrderBy(static trial => trial.Value).Take(3).Select(static trial => trial.Config)];
        Assert.Equal([.. best, .. best], result.Trials.Skip(24).Select(static trial => trial.Config));
        Assert.Equal("Then: Reevaluate(top 3, times 2), after Random. Reevaluate: the best 3 configs of the trials up to 24 are tried again.", result.StrategyExplanation);
        Assert.Equal("Then(Random, 24, Reevaluate(top 3, times 2))", result.Strategy);
        Assert.Equal(StopReason.SpaceExhausted, result.StopReason);
        Assert.Equal(3, result.Finalists.Count);
        Assert.Empty(random.Finalists);
    }

    [Fact]
    public void Finalists_choose_better_than_the_luckiest_value_and_say_what_to_expect()
    {
        double[] chosen = new double[2];
        double[] errors = new double[2];
        for (long seed = 0; seed < 100; seed++)
        {
            StudyOptions options = new() { Seed = seed, Strategy = Strategy.Then(Strategy.Random(), 60, Strategy.Reevaluate(top: 5, times: 6)) };
            StudyResult<ContinuousConfig> result = Study.Minimize<ContinuousConfig>(options).Run(Noisy, 90);
            TrialRecord<ContinuousConfig> luckiest = result.Trials.Take(60).MinBy(static trial => trial.Value)!;
            Finalist<ContinuousConfig> finalist = result.Finalists[0];
            Assert.Equal(7, finalist.Trials.Length);
            chosen[0] += Loss(luckiest.Config);
            chosen[1] += Loss(finalist.Config);
            errors[0] += luckiest.Value!.Value - Loss(luckiest.Config);
            errors[1] += result.Finalists.Average(each => each.FreshMean - Loss(each.Config));
        }

        // In hundredths of the noise's deviation, over 100 studies: the luckiest value lies about one and a half of them too low, and fresh means not at all.
        Assert.True(chosen[1] < 0.9 * chosen[0], $"{chosen[1]} against {chosen[0]}");
        Assert.True(errors[0] / 100 < -0.8 * Noise, $"{errors[0] / 100}");
        Assert.InRange(errors[1] / 100, -0.06 * Noise, 0.06 * Noise);
    }

    [Fact]
    public void A_continued_study_has_the_same_finalists()
    {
        using var place = new StoragePlace("journal");
        StudyOptions options = new() { Name = "finals", Seed = 8, Strategy = Strategy.Then(Strategy.Random(), 16, Strategy.Reevaluate(top: 3, times: 3)) };
        StudyResult<ContinuousConfig> whole = Study.Minimize<ContinuousConfig>(options).Run(Noisy, 25);
        for (int stop = 4; stop <= 25; stop += 3)
        {
            Study<ContinuousConfig> study = Study.Minimize<ContinuousConfig>(options with { Storage = place.Storage() });
            study.Run(
                (config, trial) =>
                {
                    if (trial.Number + 1 == stop)
                    {
                        study.RequestStop();
                    }

                    return Noisy(config, trial);
                },
                25);
        }

        StudyResult<ContinuousConfig> result = Study.Minimize<ContinuousConfig>(options with { Storage = place.Storage() }).Run(Noisy, 25);
        Assert.Equal(whole.Trials.Select(static trial => trial.Config), result.Trials.Select(static trial => trial.Config));
    }

    [Fact]
    public void Failures_and_workers_leave_each_finalist_its_trials()
    {
        StudyOptions options = new() { Seed = 4, Parallelism = 4, Expected = Failures.Of<InvalidOperationException>(), Strategy = Strategy.Then(Strategy.Random(), 28, Strategy.Reevaluate(top: 4, times: 3)) };
        StudyResult<ContinuousConfig> result = Study.Minimize<ContinuousConfig>(options)
            .Run((config, trial) => trial.Number % 5 == 2 ? throw new InvalidOperationException("Every fifth.") : Noisy(config, trial), 60);
        Assert.All(
            result.Trials.Skip(28).GroupBy(static trial => trial.Config),
            static same => Assert.Equal(3, same.Count()));
        Assert.Equal(4, result.Trials.Skip(28).Select(static trial => trial.Config).Distinct().Count());
    }

    [Fact]
    public void Alone_it_has_nothing_to_try()
    {
        StudyResult<ContinuousConfig> result = Study.Minimize<ContinuousConfig>(new StudyOptions { Strategy = Strategy.Reevaluate() }).Run(Noisy, 10);
        Assert.Empty(result.Trials);
        Assert.Equal(StopReason.SpaceExhausted, result.StopReason);
        Assert.Equal("top", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.Reevaluate(0)).ParamName);
        Assert.Equal("times", Assert.Throws<ArgumentOutOfRangeException>(static () => Strategy.Reevaluate(1, 0)).ParamName);
    }

    private static double Loss(ContinuousConfig config) => config.Linear * config.Linear * 0.01;

    private static TrialOutcome Noisy(ContinuousConfig config, Trial<ContinuousConfig> trial)
        => Loss(config) + (Noise * new RandomStream((ulong)trial.Study.Seed + 1000, (ulong)trial.Number).NextNormal());
}
