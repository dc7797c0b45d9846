namespace HyperTune.Tests;

public sealed class SimulatorTests
{
    private static readonly TestSpace Space = TestSpace.Cube(1);

    [Fact]
    public void Two_workers_and_three_curves_follow_the_clock()
    {
        // Trial 0 reports at 2, 4 and 6 s, trial 1 at 3 and 6 s; at 6 s trial 0 comes first, its worker begins trial 2, which reports at 7 and 8 s.
        var pruner = new RecordingPruner();
        SimulationResult result = Simulator.Run(
            Table(([5, 4, 3], 2), ([9, 2], 3), ([8, 7], 1)),
            pruner,
            new SimulationOptions { Workers = 2, Strategy = new InOrder() });

        Assert.Equal(
            ["0@0=5", "1@0=9", "0@1=4", "0@2=3", "0 Completed 3", "1@1=2", "1 Completed 2", "2@0=8", "2@1=7", "2 Completed 7"],
            pruner.Told);
        Assert.Equal(
            [
                new SimulatedTrial(0, 0, TrialState.Completed, 3, Seconds(0), Seconds(6), 3, 4),
                new SimulatedTrial(1, 1, TrialState.Completed, 2, Seconds(0), Seconds(6), 2, 5),
                new SimulatedTrial(2, 2, TrialState.Completed, 2, Seconds(6), Seconds(8), 7, 7),
            ],
            result.Trials);
        Assert.Equal(7, result.Steps);
        Assert.Equal(2, result.BestValue);
        Assert.Equal(1, result.BestRank);
        Assert.Equal(Seconds(8), result.Time);
        Assert.Equal(0, result.SavedShare);
    }

    [Fact]
    public void A_stopped_trial_frees_its_worker_at_once()
    {
        var pruner = new RecordingPruner((0, 0));
        SimulationResult result = Simulator.Run(
            Table(([5, 4, 3], 2), ([9, 2], 3), ([8, 7], 1)),
            pruner,
            new SimulationOptions { Workers = 2, Strategy = new InOrder() });

        // Trial 2 begins at 2 s, when trial 0 is stopped, and reports at 3 s, behind trial 1 with the smaller number, and at 4 s.
        Assert.Equal(
            ["0@0=5", "0 Pruned NaN", "1@0=9", "2@0=8", "2@1=7", "2 Completed 7", "1@1=2", "1 Completed 2"],
            pruner.Told);
        Assert.Equal([TrialState.Pruned, TrialState.Completed, TrialState.Completed], result.Trials.Select(static trial => trial.State));
        Assert.Equal(5, result.Steps);
        Assert.Equal(2.0 / 7, result.SavedShare, 12);
        Assert.Equal(Seconds(6), result.Time);
    }

    [Fact]
    public void Steps_that_are_used_up_cut_off_what_runs()
    {
        SimulationResult result = Simulator.Run(
            Table(([5, 4, 3], 2), ([9, 2], 3), ([8, 7], 1)),
            Pruner.None,
            new SimulationOptions { Workers = 2, Strategy = new InOrder(), Steps = 4 });

        Assert.Equal(4, result.Steps);
        Assert.Equal([TrialState.Completed, TrialState.Cancelled], result.Trials.Select(static trial => trial.State));
        Assert.Equal([3, 1], result.Trials.Select(static trial => trial.Reports));
        Assert.Equal(3, result.BestValue);
        Assert.Equal(2, result.BestRank);
    }

    [Fact]
    public void A_number_of_trials_ends_the_simulation()
    {
        SimulationResult result = Simulator.Run(
            Table(([5, 4, 3], 2), ([9, 2], 3), ([8, 7], 1)), Pruner.None, new SimulationOptions { Strategy = new InOrder(), Trials = 2 });
        Assert.Equal([0, 1], result.Trials.Select(static trial => trial.Row));
        Assert.Equal(Seconds(12), result.Time);
    }

    [Fact]
    public void A_suggestion_counts_as_the_nearest_untried_row()
    {
        LearningCurves<double[]> curves = LearningCurves.Table(
            Space, OptimizationDirection.Maximize, [([0.9], Curve(1)), ([0.5], Curve(3)), ([0.45], Curve(2)), ([0.1], Curve(0))]);
        SimulationResult result = Simulator.Run(curves, Pruner.None, new SimulationOptions { Strategy = new Always(0.52) });
        Assert.Equal([1, 2, 0, 3], result.Trials.Select(static trial => trial.Row));
        Assert.Equal(3, result.BestValue);
    }

    [Fact]
    public void Random_search_draws_every_row_once_and_differently_for_each_seed()
    {
        LearningCurves<double[]> curves = LearningCurves.Table(
            Space, OptimizationDirection.Minimize, Enumerable.Range(0, 30).Select(i => (new[] { i / 30.0 }, Curve(i))));
        int?[] Rows(long seed) => [.. Simulator.Run(curves, Pruner.None, new SimulationOptions { Seed = seed }).Trials.Select(static trial => trial.Row)];
        Assert.Equal(Enumerable.Range(0, 30), Rows(1).Select(static row => row!.Value).Order());
        Assert.Equal(Rows(1), Rows(1));
        Assert.NotEqual(Rows(1), Rows(2));
    }

    [Fact]
    public void The_curves_of_a_study_are_those_of_its_completed_trials()
    {
        var time = new ManualTime();
        Study<double[]> study = Study.Maximize(Space, new StudyOptions { TimeProvider = time });
        Trial<double[]> first = study.Ask();
        first.Report(1, 0.25);
        first.Report(3, 0.5);
        time.Advance(8);
        study.Tell(first, 0.75);
        Trial<double[]> pruned = study.Ask();
        pruned.Report(1, 0.1);
        study.Tell(pruned, TrialOutcome.Pruned);
        study.Tell(study.Ask(), 1);

        LearningCurves<double[]> curves = LearningCurves.From(study.GetResult());
        Assert.Equal(1, curves.Count);
        Assert.Equal(OptimizationDirection.Maximize, curves.Direction);
        var pruner = new RecordingPruner();
        SimulationResult result = Simulator.Run(curves, pruner);
        Assert.Equal(["0@1=0.25", "0@3=0.5", "0 Completed 0.75"], pruner.Told);
        Assert.Equal(Seconds(8), result.Time);
        Assert.Equal($"{Simulator.Compare(curves, [Pruner.None, Pruner.Median()])}", $"{Simulator.Compare(study, Pruner.None, Pruner.Median())}");
    }

    [Fact]
    public void A_function_gives_curves_without_end_and_strategies_learn_from_them()
    {
        LearningCurves<double[]> curves = LearningCurves.Function(
            Space, OptimizationDirection.Minimize, static config => Curve(1 + Math.Abs(config[0] - 0.3), Math.Abs(config[0] - 0.3)));
        Assert.Throws<ArgumentException>(() => Simulator.Run(curves, Pruner.None));
        SimulationTable table = Simulator.Compare(curves, [Pruner.None], new SimulationOptions { Trials = 25, Repeats = 3, Strategy = Strategy.Tpe() });
        Assert.Equal(25, table.Rows[0].Completed);
        Assert.True(table.Rows[0].BestValue < 0.02, $"TPE came to {table.Rows[0].BestValue}.");
        Assert.Null(table.Rows[0].BestRank);
    }

    [Fact]
    public void Instances_are_reported_as_instances()
    {
        LearningCurves<double[]> curves = LearningCurves.Table(
            Space, OptimizationDirection.Minimize, [([0.5], new LearningCurve([1, 2], final: 1.5) { Kind = ReportKind.Instance })]);
        var kinds = new List<ReportKind>();
        Simulator.Run(curves, new KindPruner(kinds));
        Assert.Equal([ReportKind.Instance, ReportKind.Instance], kinds);
    }

    [Fact]
    public void A_comparison_is_a_table_of_averages()
    {
        LearningCurves<double[]> curves = Table(([5, 4, 3], 2), ([9, 2], 3), ([8, 7], 1));
        SimulationTable table = Simulator.Compare(
            curves, [Pruner.None, new RecordingPruner((1, 0))], new SimulationOptions { Repeats = 2, Strategy = new InOrder() });
        Assert.Equal([2, 3], table.Rows.Select(static row => row.BestValue));
        Assert.Equal([1, 2], table.Rows.Select(static row => row.BestRank));
        Assert.Equal([0.5, 0], table.Rows.Select(static row => row.Wins));
        Assert.Equal(
            """
            pruner     started  completed  pruned  steps  saved  best value  rank      time  wins
            None           3.0        3.0     0.0      7    0 %           2   1.0  00:00:14  50 %
            Recording      3.0        2.0     1.0      6   14 %           3   2.0  00:00:11   0 %

            """,
            table.ToString());
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Throws<ArgumentException>(() => new LearningCurve([]));
        Assert.Throws<ArgumentException>(() => new LearningCurve([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => new LearningCurve([1, 2], seconds: [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningCurve([1, 2], steps: [3, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningCurve([1, 2], seconds: [1, -1]));
        Assert.Equal(4, new LearningCurve([1, double.NaN], final: 4).Final);
        Assert.Throws<ArgumentException>(() => LearningCurves.Table<double[]>(Space, OptimizationDirection.Minimize, []));
        Assert.Throws<ArgumentException>(() => LearningCurves.Table<double[]>(Space, OptimizationDirection.Minimize, [([2.0], Curve(1))]));
        Assert.Throws<ArgumentException>(() => LearningCurves.From(Study.Minimize(Space).GetResult()));
        Assert.Throws<ArgumentException>(() => Simulator.Compare(Table(([1], 1)), []));
        Assert.Throws<ArgumentException>(() => Simulator.Run(Table(([1], 1)), Pruner.None, new SimulationOptions { Strategy = Strategy.PopulationBased() }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { Workers = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { Steps = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { Trials = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { Repeats = 0 });
    }

    private static LearningCurve Curve(params double[] values) => new(values);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static LearningCurves<double[]> Table(params (double[] Values, double SecondsEach)[] rows)
        => LearningCurves.Table(Space, OptimizationDirection.Minimize, rows.Select((row, i) => (
            new[] { i / 10.0 },
            new LearningCurve(row.Values, seconds: Enumerable.Repeat(row.SecondsEach, row.Values.Length)))));

    /// <summary>Suggests the rows of <see cref="Table"/> one after the other.</summary>
    private sealed class InOrder : Strategy
    {
        public override string ToString() => "InOrder";

        public override StrategyRun Start(StrategyContext context) => new Run(static number => number / 10.0);
    }

    private sealed class Always(double value) : Strategy
    {
        public override string ToString() => "Always";

        public override StrategyRun Start(StrategyContext context) => new Run(_ => value);
    }

    private sealed class Run(Func<int, double> suggest) : StrategyRun
    {
        public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
        {
            vector[0] = Math.Min(1, suggest(trialNumber));
            return true;
        }
    }

    private sealed class KindPruner(List<ReportKind> kinds) : Pruner
    {
        public override string ToString() => "Kind";

        public override PrunerRun Start(PrunerContext context) => new KindRun(kinds);

        private sealed class KindRun(List<ReportKind> kinds) : PrunerRun
        {
            public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports) => false;

            public override void Report(int trialNumber, TrialReport report) => kinds.Add(report.Kind);
        }
    }
}
