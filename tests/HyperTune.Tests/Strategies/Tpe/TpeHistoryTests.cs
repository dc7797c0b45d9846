namespace HyperTune.Tests;

public sealed class TpeHistoryTests
{
    [Fact]
    public void Ranking_puts_completed_before_pruned_before_violating_trials_and_leaves_out_failed_and_running_ones()
    {
        TrialStanding[] records =
        [
            new(0, TrialState.Failed, double.NaN, 0, 0),
            new(1, TrialState.Completed, -100, 2, 0),
            new(2, TrialState.Completed, -100, 0.5, 0),
            new(3, TrialState.Pruned, -5, 0, 3),
            new(4, TrialState.Pruned, 7, 0, 9),
            new(5, TrialState.Pruned, 6, 0, 9),
            new(6, TrialState.Pruned, double.NaN, 0, 0),
            new(7, TrialState.Completed, 50, 0, 0),
            new(8, TrialState.Completed, 20, 0, 0),
            new(9, TrialState.Completed, 20, 0, 0),
            new(10, TrialState.Running, double.NaN, 0, 0),
            new(11, TrialState.Completed, 0, double.NaN, 0),
        ];
        int[] expected = [8, 9, 7, 5, 4, 3, 6, 2, 1, 11];
        Assert.Equal(expected, Ranking(records));
        Assert.Equal(expected, Ranking(records.Reverse()));
    }

    [Fact]
    public void Trial_told_again_takes_its_new_place()
    {
        var history = new TpeHistory(1);
        for (int i = 0; i < 3; i++)
        {
            history.Finish(history.Add(i, out _), new TrialStanding(i, TrialState.Completed, i, 0, 0));
        }

        history.Finish(0, new TrialStanding(0, TrialState.Completed, 10, 0, 0));
        Assert.Equal([1, 2, 0], history.Ranking);
    }

    [Fact]
    public void Trial_that_failed_and_is_told_again_counts_as_a_change_of_earlier_trials()
    {
        var history = new TpeHistory(1);
        history.Finish(history.Add(0, out _), new TrialStanding(0, TrialState.Failed, double.NaN, 0, 0));
        history.Finish(history.Add(1, out _), new TrialStanding(1, TrialState.Completed, 2, 0, 0));
        int before = history.Reorderings;
        history.Finish(0, new TrialStanding(0, TrialState.Completed, 1, 0, 0));
        Assert.Equal([0, 1], history.Ranking);
        Assert.True(history.Reorderings > before);
    }

    [Fact]
    public void Slots_are_in_the_order_of_numbers()
    {
        var history = new TpeHistory(1);
        foreach (int number in (int[])[5, 1, 9, 3])
        {
            history.Add(number, out Span<double> point);
            point[0] = number;
        }

        Assert.Equal([1, 3, 5, 9], Enumerable.Range(0, 4).Select(slot => history[slot].Number));
        Assert.Equal([1.0, 3, 5, 9], Enumerable.Range(0, 4).Select(slot => history.Point(slot)[0]));
        Assert.Equal(2, history.Find(5));
        Assert.Equal(~4, history.Find(10));
        Assert.Equal(~0, history.Find(-2));
    }

    private static int[] Ranking(IEnumerable<TrialStanding> records)
    {
        var history = new TpeHistory(1);
        foreach (TrialStanding record in records)
        {
            history.Add(record.Number, out _);
        }

        foreach (TrialStanding record in records)
        {
            history.Finish(history.Find(record.Number), record);
        }

        return [.. history.Ranking.Select(slot => history[slot].Number)];
    }
}
