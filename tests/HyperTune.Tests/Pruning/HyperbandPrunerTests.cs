namespace HyperTune.Tests;

public sealed class HyperbandPrunerTests
{
    [Fact]
    public void Settings_outside_their_range_are_refused()
    {
        Assert.Equal("minimumResource", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Hyperband(0)).ParamName);
        Assert.Equal("maximumResource", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Hyperband(5, 4)).ParamName);
        Assert.Equal("reductionFactor", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Hyperband(reductionFactor: 1)).ParamName);
        Assert.Equal("bootstrapTrials", Assert.Throws<ArgumentOutOfRangeException>(() => Pruner.Hyperband(1, 9, 3, -1)).ParamName);
        Assert.Equal("bootstrapTrials", Assert.Throws<ArgumentException>(() => Pruner.Hyperband(bootstrapTrials: 1)).ParamName);
    }

    [Theory]
    [InlineData(1, 1, 3, 1)]
    [InlineData(1, 2, 3, 1)]
    [InlineData(1, 3, 3, 2)]
    [InlineData(1, 81, 3, 5)]
    [InlineData(1, 243, 3, 6)]
    [InlineData(2, 64, 4, 3)]
    [InlineData(1, int.MaxValue, 2, 31)]
    public void There_is_a_bracket_for_each_rung(int minimum, int maximum, int reductionFactor, int expected)
        => Assert.Equal(expected, Start("test", minimum, maximum, reductionFactor).BracketCount);

    [Fact]
    public void The_bracket_follows_from_name_and_number_and_brackets_share_as_the_paper_says()
    {
        HyperbandRun run = Start("test", 1, 9, 3);
        int[] brackets = [.. Enumerable.Range(0, 3_000).Select(run.BracketOf)];
        Assert.Equal(brackets, Enumerable.Range(0, 3_000).Select(Start("test", 1, 9, 3).BracketOf));
        Assert.NotEqual(brackets, Enumerable.Range(0, 3_000).Select(Start("other", 1, 9, 3).BracketOf));

        // Shares 9, 5 and 3 of 17; the standard deviation of a count is below 28.
        Assert.InRange(brackets.Count(static bracket => bracket == 0), 1_588 - 110, 1_588 + 110);
        Assert.InRange(brackets.Count(static bracket => bracket == 1), 882 - 110, 882 + 110);
        Assert.InRange(brackets.Count(static bracket => bracket == 2), 529 - 110, 529 + 110);
    }

    [Fact]
    public void Brackets_share_as_their_weights_say()
    {
        var run = (HyperbandRun)Pruner.Hyperband(1, 9, bracketWeights: [0, 3, 1]).Start(new PrunerContext { StudyName = "test", Direction = OptimizationDirection.Minimize });
        int[] brackets = [.. Enumerable.Range(0, 3_000).Select(run.BracketOf)];
        Assert.DoesNotContain(0, brackets);

        // The standard deviation of the count is 24.
        Assert.InRange(brackets.Count(static bracket => bracket == 1), 2_250 - 100, 2_250 + 100);
    }

    [Fact]
    public void Weights_that_fit_no_brackets_are_refused()
    {
        foreach (Func<Pruner> wrong in new Func<Pruner>[]
        {
            static () => Pruner.Hyperband(bracketWeights: [1]),
            static () => Pruner.Hyperband(1, 9, bracketWeights: [1, 1]),
            static () => Pruner.Hyperband(1, 9, bracketWeights: [1, 1, -1]),
            static () => Pruner.Hyperband(1, 9, bracketWeights: [0, 0, 0]),
            static () => Pruner.Hyperband(1, 9, bracketWeights: [1, 1, double.NaN]),
        })
        {
            Assert.Equal("bracketWeights", Assert.ThrowsAny<ArgumentException>(wrong).ParamName);
        }
    }

    [Fact]
    public void The_checksum_behind_the_brackets_is_the_standard_one()
    {
        // The standard's CRC-32 of "test_0" to "test_11", modulo the 17 shares: 9, 5 and 3 of them belong to the brackets 0, 1 and 2.
        Assert.Equal(ExpectedBrackets, Enumerable.Range(0, ExpectedBrackets.Length).Select(Start("test", 1, 9, 3).BracketOf));
    }

    [Fact]
    public void Trials_compete_inside_their_bracket_alone()
    {
        HyperbandRun run = Start("test", 1, 9, 3);
        int[] first = [.. Enumerable.Range(0, 100).Where(trial => run.BracketOf(trial) == 0).Take(2)];
        int second = Enumerable.Range(0, 100).First(trial => run.BracketOf(trial) == 1);
        run.Report(first[0], new TrialReport(1, 1));
        run.Report(second, new TrialReport(1, 5));
        Assert.False(run.ShouldPrune(second, []));
        run.Report(second, new TrialReport(3, 5));
        Assert.False(run.ShouldPrune(second, []));
        run.Report(first[1], new TrialReport(1, 2));
        Assert.True(run.ShouldPrune(first[1], []));
    }

    [Fact]
    public void The_automatic_maximum_is_the_length_of_the_first_completed_trial()
    {
        HyperbandRun run = Start("test", 1, null, 3);
        run.Report(0, new TrialReport(1, 1));
        run.Report(1, new TrialReport(1, 9));
        Assert.False(run.ShouldPrune(1, []));
        run.Tell(2, TrialState.Pruned, double.NaN, [new TrialReport(500, 1)]);
        Assert.Equal(0, run.BracketCount);
        run.Tell(0, TrialState.Completed, 1, [new TrialReport(8, 1)]);
        Assert.Equal(3, run.BracketCount);
        run.Tell(3, TrialState.Completed, 1, [new TrialReport(500, 1)]);
        Assert.Equal(3, run.BracketCount);
    }

    [Fact]
    public void A_strategy_that_ends_gives_all_its_trials()
    {
        var strategy = new RecordingStrategy { Limit = 9 };
        var study = new Study<double[]>(
            TestSpace.Cube(2), OptimizationDirection.Minimize, Studies.Seeded with { Strategy = strategy, Pruner = Pruner.Hyperband(1, 9) });
        StudyResult<double[]> result = study.Run(
            (_, trial) =>
            {
                for (int step = 0; step < 9; step++)
                {
                    trial.Report(step, trial.Number);
                    if (trial.ShouldPrune)
                    {
                        return TrialOutcome.Pruned;
                    }
                }

                return trial.Number;
            },
            100);
        Assert.Equal(9, result.Trials.Count);
        Assert.Equal(9, strategy.Told.Count);
        Assert.Contains(result.Trials, static trial => trial.State == TrialState.Pruned);
    }

    private static int[] ExpectedBrackets { get; } = [1, 0, 0, 1, 1, 0, 1, 0, 0, 2, 0, 0];

    private static HyperbandRun Start(string name, int minimum, int? maximum, int reductionFactor)
        => new(new PrunerContext { StudyName = name, Direction = OptimizationDirection.Minimize }, minimum, maximum, reductionFactor, 0);
}
