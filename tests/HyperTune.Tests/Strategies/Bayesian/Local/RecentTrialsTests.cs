using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Bayesian.Local;

namespace HyperTune.Tests;

public sealed class RecentTrialsTests
{
    private const int Trials = 4000;

    [Theory]
    [InlineData(3999)]
    [InlineData(7)]
    [InlineData(1201)]
    public void What_is_kept_does_not_depend_on_the_order_of_telling(int stride)
        => Assert.Equal(
            Told([.. Enumerable.Range(0, Trials)]).All.ToArray().Select(static trial => trial.Number),
            Told([.. Enumerable.Range(0, Trials).Select(i => i * stride % Trials)]).All.ToArray().Select(static trial => trial.Number));

    [Fact]
    public void Latest_trials_and_the_best_of_the_earlier_ones_are_kept()
    {
        RecentTrials trials = Told([.. Enumerable.Range(0, Trials)]);
        int[] kept = [.. trials.All.ToArray().Select(static trial => trial.Number)];
        Assert.Equal(Enumerable.Range(3000, 1000), kept[400..]);
        Assert.Equal(Enumerable.Range(0, 3000).OrderBy(static number => ValueOf(number)).Take(400).Order(), kept[..400]);
    }

    [Fact]
    public void Place_of_a_change_is_that_of_the_trial_or_the_begin()
    {
        var trials = new RecentTrials(new UnitCube(TestSpace.Cube(2)));
        Assert.Equal(0, trials.Tell(Result(5)));
        Assert.Equal(1, trials.Tell(Result(7)));
        Assert.Equal(1, trials.Tell(Result(6)));
        for (int number = 8; number < 1250; number++)
        {
            Assert.Equal(number - 5, trials.Tell(Result(number)));
        }

        Assert.Equal(0, trials.Tell(Result(1250)));
        Assert.Equal(751 + 400, trials.All.Length);
    }

    private static RecentTrials Told(int[] numbers)
    {
        var trials = new RecentTrials(new UnitCube(TestSpace.Cube(2)));
        foreach (int number in numbers)
        {
            trials.Tell(Result(number));
        }

        return trials;
    }

    private static double ValueOf(int number) => RandomStream.Mix((ulong)number) % 1_000_003;

    private static TrialResult Result(int number)
        => new() { Number = number, Vector = new[] { 0.5, 0.5 }, State = TrialState.Completed, Values = new[] { ValueOf(number) } };
}
