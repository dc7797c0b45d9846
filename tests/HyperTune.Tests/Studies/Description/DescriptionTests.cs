using System.Globalization;
using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests.Description;

/// <summary>What a study says of itself in sentences.</summary>
public sealed class DescriptionTests
{
    private readonly SimulatedMedium _medium = new();

    private StudyOptions Options => new()
    {
        Name = "odd \u001b[31m",
        Seed = 3,
        Storage = new SimulatedStorage(_medium),
        Strategy = Strategy.Random(),
        Expected = Failures.Of<IOException>(),
    };

    [Fact]
    public async Task One_objective_with_its_default_pruning_and_failures()
    {
        Study<DescribedConfig> study = Study.Maximize<DescribedConfig>(Options with { Pruner = Pruner.Median() });
        study.Enqueue(new DescribedConfig());
        study.Run(Train, 40);
        await study.ExcludeAsync(7, "a wrong file");
        string described = study.GetResult().Describe();
        Assert.Equal(Expected.OneObjective, described);
        Assert.Equal(described, study.GetResult().Describe());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(described, study.GetResult().Describe());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        // Without the type the storage knows the default, and the trials tell what pruning saved.
        await using RestoredStudy restored = await RestoredStudy.OpenAsync(new SimulatedStorage(_medium), Options.Name!);
        Assert.Equal(described, restored.Describe());
    }

    [Fact]
    public async Task Several_objectives_with_a_limit()
    {
        Study<DescribedConfig, DescribedScore> study = Study.Optimize<DescribedConfig, DescribedScore>(Options);
        study.Run(static config => new DescribedScore(1 - Math.Abs(config.Rate - 0.01), config.Units / 16, config.Units * 4), 30);
        Assert.Equal(Expected.Front, study.GetResult().Describe());
        await using RestoredStudy restored = await RestoredStudy.OpenAsync(new SimulatedStorage(_medium), Options.Name!);
        Assert.Equal(Expected.Front, restored.Describe());
    }

    [Fact]
    public void No_trial_within_the_limits()
    {
        Study<DescribedConfig, LimitedLoss> study = Study.Optimize<DescribedConfig, LimitedLoss>(Options);
        study.Run(static config => new LimitedLoss(config.Rate, 1 + config.Rate, TimeSpan.FromSeconds(5)), 6);
        Assert.Equal(Expected.NothingWithinLimits, study.GetResult().Describe());
    }

    [Fact]
    public void Named_objective_with_one_direction_and_the_best_at_the_end()
    {
        Study<DescribedConfig, LimitedLoss> study = Study.Optimize<DescribedConfig, LimitedLoss>(Options);
        study.Run(static (config, trial) => new LimitedLoss(100 - trial.Number, 0.1, TimeSpan.FromSeconds(5)), 25);
        string[] lines = study.GetResult().Describe().Split('\n');
        Assert.StartsWith("The smallest Loss is 76, that of trial 24: Rate = ", lines[1], StringComparison.Ordinal);
        Assert.Contains("It came with the last trial: more trials may find better ones.", lines);
    }

    [Fact]
    public void Studies_in_which_nothing_completed()
    {
        Study<DescribedConfig> empty = Study.Minimize<DescribedConfig>(Options);
        Assert.Equal("Study 'odd \\u001b[31m' has no trials yet.", empty.GetResult().Describe());
        empty.Run(static config => throw new IOException($"disk \u001b full at {(config.Units > 128 ? 1 : 2)}."), 5);
        Assert.Equal(Expected.Failed, empty.GetResult().Describe());
        Trial<DescribedConfig> trial = empty.Ask();
        Assert.StartsWith("Study 'odd \\u001b[31m' has 6 trials: 5 failed, 1 running.", empty.GetResult().Describe(), StringComparison.Ordinal);
        empty.Tell(trial, 1);
        Assert.Contains("\nThe default config was not tried, so that nothing says how much the search has gained.\n", empty.GetResult().Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Default_config_may_be_the_best_or_have_no_value()
    {
        Study<DescribedConfig> best = Study.Minimize<DescribedConfig>(Options);
        best.Enqueue(new DescribedConfig());
        best.Run(static (_, trial) => trial.Number, 4);
        Assert.Contains("\nThat is the default config: no other one is better.\n", best.GetResult().Describe(), StringComparison.Ordinal);
        Study<DescribedConfig> failed = Study.Minimize<DescribedConfig>(Options with { Name = "failed" });
        failed.Enqueue(new DescribedConfig());
        failed.Run(static (_, trial) => trial.Number == 0 ? TrialOutcome.Infeasible("too large") : trial.Number, 4);
        Assert.Contains("\nThe default config, trial 0, has no value: it failed.\n", failed.GetResult().Describe(), StringComparison.Ordinal);
        Assert.EndsWith("\n1 trial failed, as configs that cannot be: too large.", failed.GetResult().Describe(), StringComparison.Ordinal);
    }

    private static TrialOutcome Train(DescribedConfig config, Trial<DescribedConfig> trial)
    {
        double quality = 1 - Math.Abs(Math.Log10(config.Rate) + 2) - (config.Units / 1000.0);
        for (int step = 0; step < 5; step++)
        {
            trial.Report(step, quality * step);
            if (trial.ShouldPrune)
            {
                return TrialOutcome.Pruned;
            }
        }

        return trial.Number % 10 == 9 ? throw new IOException("disk full") : quality;
    }
}
