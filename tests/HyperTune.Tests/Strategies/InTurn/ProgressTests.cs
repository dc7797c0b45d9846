using HyperTune.Strategies.InTurn;

namespace HyperTune.Tests;

public sealed class ProgressTests
{
    private const int Block = Progress.Block;

    [Fact]
    public void Study_settles_when_two_blocks_have_brought_nothing()
    {
        var progress = new Progress(first: 10, lag: 0);
        Tell(progress, 0, 3 * Block, static number => 100 - number);
        Tell(progress, 3 * Block, 3 * Block, static _ => -1000);
        Assert.False(progress.HasSettledBefore(5 * Block));
        Assert.True(progress.HasSettledBefore(6 * Block));
        Assert.True(progress.HasSettledBefore((7 * Block) - 1));
    }

    [Theory]
    [InlineData(1e-6, false)]
    [InlineData(1e-10, true)]
    public void Gain_counts_as_a_share_of_how_far_apart_values_are(double gain, bool settled)
    {
        var progress = new Progress(first: 10, lag: 0);
        Tell(progress, 0, Block, static number => number < 10 ? 1000 : 0);
        Tell(progress, Block, 2 * Block, _ => -1000 * gain);
        Assert.Equal(settled, progress.HasSettledBefore(3 * Block));
    }

    [Fact]
    public void Study_that_gets_better_again_is_not_settled()
    {
        var progress = new Progress(first: 10, lag: 0);
        Tell(progress, 0, 4 * Block, static number => number < 10 ? 100 : 1);
        Assert.True(progress.HasSettledBefore(4 * Block));
        Tell(progress, 4 * Block, Block, static _ => 0);
        Assert.False(progress.HasSettledBefore(5 * Block));
        Assert.Equal(0, progress.Revisions);
    }

    [Fact]
    public void Late_trial_revises_what_was_decided()
    {
        var progress = new Progress(first: 10, lag: 0);
        Tell(progress, 0, 4 * Block, static number => number < 10 ? 100 : 1);
        Assert.True(progress.HasSettledBefore(5 * Block));
        Tell(progress, (4 * Block) - 1, 1, static _ => 0);
        Assert.False(progress.HasSettledBefore(5 * Block));
        Assert.Equal(2, progress.Revisions);
    }

    [Fact]
    public void Blocks_that_may_still_run_do_not_count()
    {
        var progress = new Progress(first: 10, lag: 1);
        Tell(progress, 0, 4 * Block, static number => number < 10 ? 100 : 1);
        Tell(progress, 4 * Block, Block, static _ => 0);
        Assert.True(progress.HasSettledBefore(5 * Block));
        Assert.False(progress.HasSettledBefore(6 * Block));
    }

    [Fact]
    public void Trials_that_failed_or_broke_a_limit_are_no_gain()
    {
        var progress = new Progress(first: 10, lag: 0);
        Tell(progress, 0, 3 * Block, static number => number < 10 ? 100 : 1);
        progress.Tell(new TrialResult { Number = 200, Vector = new[] { 0.5 }, State = TrialState.Failed });
        progress.Tell(new TrialResult { Number = 201, Vector = new[] { 0.5 }, State = TrialState.Completed, Values = new[] { double.NaN } });
        progress.Tell(new TrialResult { Number = 202, Vector = new[] { 0.5 }, State = TrialState.Completed, Values = new[] { -5.0 }, Violation = 1 });
        Assert.True(progress.HasSettledBefore(3 * Block));
    }

    private static void Tell(Progress progress, int first, int count, Func<int, double> valueOf)
    {
        for (int number = first; number < first + count; number++)
        {
            progress.Tell(new TrialResult { Number = number, Vector = new[] { 0.5 }, State = TrialState.Completed, Values = new[] { valueOf(number) } });
        }
    }
}
