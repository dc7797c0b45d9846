namespace HyperTune.Tests;

public sealed class RepeatTests
{
    private static StudyOptions Options => new() { Strategy = Strategy.Random(), Seed = 3 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Repeats_have_the_same_seeds_in_every_trial_unless_fresh_ones_are_asked_for(bool fresh)
    {
        var seeds = new List<(int Trial, int Repeat, int Seed)>();
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options);
        StudyResult<TestConfig> result = await study.RunAsync(
            (_, trial, _) => trial.RepeatAsync(
                4,
                (repeat, _) =>
                {
                    seeds.Add((trial.Number, repeat.Number, repeat.Seed));
                    return Task.FromResult((double)repeat.Number);
                },
                freshSeeds: fresh),
            3);
        Assert.Equal(fresh ? 12 : 4, seeds.Select(static drawn => drawn.Seed).Distinct().Count());
        Assert.Equal(fresh ? 12 : 4, seeds.DistinctBy(drawn => (fresh ? drawn.Trial : 0, drawn.Repeat, drawn.Seed)).Count());
        Assert.All(result.Trials, static trial => Assert.Equal((1.5, 4), (trial.Value!.Value, trial.Reports.Length)));
    }

    [Fact]
    public void The_synchronous_way_gives_the_same_and_names_what_fails()
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options);
        study.Run((_, trial) => trial.Repeat(4, repeat => trial.Number == 1 && repeat.Number == 2 ? double.NaN : repeat.Number), 2);
        Assert.Equal(1.5, study.Trials[0].Value);
        Assert.Equal("Repeat 2: the score is NaN, which is no finite number.", study.Trials[1].FailureReason);
    }

    // Under common seeds two configs differ by what they are, however large the noise.
    [Fact]
    public void Common_seeds_make_differences_exact()
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options);
        study.Run((config, trial) => trial.Repeat(4, repeat => config.X + (100 * new Random(repeat.Seed).NextDouble())), 2);
        Assert.Equal(study.Trials[1].Config.X - study.Trials[0].Config.X, study.Trials[1].Value!.Value - study.Trials[0].Value!.Value, 1e-9);
    }

    [Fact]
    public void More_repeats_may_follow_but_no_other_seeds()
    {
        Study<TestConfig> study = Study.Minimize<TestConfig>(Options);
        study.Run((_, trial) => trial.Repeat(2, static _ => 1), 1);
        study.Run((_, trial) => trial.Repeat(5, static _ => 1), 1);
        Assert.Equal([2, 5], study.Trials.Select(static trial => trial.Reports.Length));
        Assert.Throws<TrialFailedException>(() => study.Run((_, trial) => trial.Repeat(2, static _ => 1, freshSeeds: true), 1));
    }

    [Fact]
    public void Numbers_are_checked()
        => Assert.Throws<ArgumentOutOfRangeException>("count", () => Trial.For(new TestConfig()).Repeat(0, static _ => 1));
}
