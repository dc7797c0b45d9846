namespace HyperTune.Tests;

public sealed class PlateauGuardTests
{
    private const int Cells = 8;

    [Fact]
    public void Points_near_a_trial_are_refused_once_equal_values_show_how_wide_plateaus_are()
    {
        var history = new TpeHistory(1);
        var guard = new PlateauGuard(new UnitCube(TestSpace.Cube(1)), new TpeSettings(), history);
        Tell(history, guard, 0, 0.20, 5);
        Tell(history, guard, 1, 0.26, 5);
        Assert.True(guard.Allows([0.27]));
        Tell(history, guard, 2, 0.70, 4);
        Tell(history, guard, 3, 0.75, 4);

        // Distances 0.06 and 0.05: the quantile is the larger one, and a quarter is added.
        Assert.False(guard.Allows([0.26 + 0.07]));
        Assert.True(guard.Allows([0.26 + 0.08]));
        Assert.False(guard.Allows([0.70 - 0.07]));
    }

    [Fact]
    public void Equal_values_far_apart_or_of_one_config_are_no_plateau()
    {
        var history = new TpeHistory(1);
        var guard = new PlateauGuard(new UnitCube(TestSpace.Cube(1)), new TpeSettings(), history);
        for (int i = 0; i < 5; i++)
        {
            Tell(history, guard, i, i % 2 == 0 ? 0.1 : 0.9, 5);
        }

        Assert.True(guard.Allows([0.1]));
    }

    [Fact]
    public void Widths_do_not_depend_on_the_order_of_telling()
    {
        (double X, double Value)[] trials = [.. Enumerable.Range(0, 60).Select(static i => (0.013 * i, (double)(i / 12)))];
        PlateauGuard ascending = Tell(trials, Enumerable.Range(0, 60));
        PlateauGuard shuffled = Tell(trials, Enumerable.Range(0, 60).Select(static i => i * 37 % 60));
        for (double x = 0; x <= 1; x += 0.001)
        {
            Assert.Equal(ascending.Allows([x]), shuffled.Allows([x]));
        }
    }

    [Fact]
    public void Strategy_spreads_over_the_cells_of_a_coarse_objective()
    {
        static double Coarse(double[] x) => x.Sum(static v => Math.Floor(v * Cells) / Cells is var cell ? Math.Abs(cell - 0.5) : 0);
        static int CellsSeen(IEnumerable<TrialResult> results)
            => results.Select(static result => string.Join(' ', result.Vector.ToArray().Select(static v => Math.Floor(v * Cells)))).Distinct().Count();
        TestSpace space = TestSpace.Cube(2);
        var guarded = new TpeStrategy(new TpeOptions(), new TpeSettings());
        var unguarded = new TpeStrategy(new TpeOptions(), new TpeSettings { PlateauPairs = int.MaxValue });
        int with = CellsSeen(new StrategyDriver(space, guarded, budget: 60).Advance(60, Coarse).Results);
        int without = CellsSeen(new StrategyDriver(space, unguarded, budget: 60).Advance(60, Coarse).Results);
        Assert.True(with >= 1.3 * without, $"{with} cells with the guard, {without} without.");
    }

    [Fact]
    public void Strategy_on_an_objective_without_equal_values_is_not_affected()
    {
        static double Smooth(double[] x) => x.Sum(static v => (v - 0.3) * (v - 0.3));
        var unguarded = new TpeStrategy(new TpeOptions(), new TpeSettings { PlateauPairs = int.MaxValue });
        TestSpace space = TestSpace.Cube(3);
        Assert.Equal(
            new StrategyDriver(space, unguarded).Advance(40, Smooth).Results.Select(static result => result.Vector.ToArray()),
            new StrategyDriver(space, Strategy.Tpe()).Advance(40, Smooth).Results.Select(static result => result.Vector.ToArray()));
    }

    private static PlateauGuard Tell((double X, double Value)[] trials, IEnumerable<int> order)
    {
        var history = new TpeHistory(1);
        var guard = new PlateauGuard(new UnitCube(TestSpace.Cube(1)), new TpeSettings(), history);
        foreach (int i in order)
        {
            Tell(history, guard, i, trials[i].X, trials[i].Value);
        }

        return guard;
    }

    private static void Tell(TpeHistory history, PlateauGuard guard, int number, double x, double value)
    {
        int slot = history.Add(number, out Span<double> point);
        point[0] = x;
        guard.Add(history.Finish(slot, new TrialStanding(number, TrialState.Completed, value, 0, 0)));
    }
}
