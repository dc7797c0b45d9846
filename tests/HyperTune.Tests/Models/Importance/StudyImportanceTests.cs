using System.Globalization;
using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests.Importance;

/// <summary>What a study's result says of its parameters.</summary>
public sealed class StudyImportanceTests
{
    private static readonly StudyOptions Random = new() { Seed = 5, Strategy = Strategy.Random() };

    [Theory]
    [InlineData(OptimizationDirection.Minimize)]
    [InlineData(OptimizationDirection.Maximize)]
    public void Parameters_are_found_by_their_descriptors(OptimizationDirection direction)
    {
        StudyResult<MixedConfig> result = New<MixedConfig>(direction).Run(
            static config => Math.Log(config.Rate) + (config.Augment ? 4 + (config.Rotation / 5) : 0), 150);
        ParameterImportances importance = result.Importance();
        Assert.Equal(MixedConfig.Space.Parameters.Order(ByIndex), importance.Select(static entry => entry.Parameter).Order(ByIndex));
        Assert.True(importance[MixedConfig.Space.Rate].Low > 0.1, $"{importance}");
        Assert.Equal(0, importance[MixedConfig.Space.Units].Low);
        Assert.Equal(0, importance[MixedConfig.Space.Activation].Low);
        Assert.True(importance[MixedConfig.Space.Augment].Value > importance[MixedConfig.Space.Quarter].Value);
        Assert.Equal(150, importance.TrialCount);
        Assert.Contains("best 15 of 150 trials by value", importance.Explanation);
    }

    [Fact]
    public void Parameters_of_parts_and_elements_are_found_by_their_descriptors()
    {
        StudyResult<UnionConfig> union = New<UnionConfig>().Run(
            static config => config.Solver is Solver.Gradient gradient ? gradient.Momentum : 2 + config.Tolerance, 120);
        ParameterImportances importance = union.Importance();
        Assert.Same(UnionConfig.Space.Solver.Gradient.Momentum, importance[0].Parameter);
        Assert.Equal("Solver", importance[1].Parameter.Name);
        Assert.Equal(0, importance[UnionConfig.Space.Solver.Newton.Iterations].Value);
        Assert.Equal("Solver", union.Importance(ImportanceMethod.Sobol)[0].Parameter.Name);

        StudyResult<ListConfig> list = New<ListConfig>().Run(static config => config.Stages.Length + config.Stages[0].Dropout, 120);
        // Most of the variance is the number's; the best tenth all have one element, and its dropout tells them from the others.
        Assert.Same(ListConfig.Space.Stages.Count, list.Importance(ImportanceMethod.Sobol)[0].Parameter);
        Assert.Same(ListConfig.Space.Stages[0].Dropout, list.Importance()[0].Parameter);
        Assert.True(list.Importance()[ListConfig.Space.Stages[0].Dropout].Value > list.Importance()[ListConfig.Space.Stages[2].Dropout].Value);
    }

    [Fact]
    public void The_number_of_workers_does_not_matter()
    {
        string one = $"{New<Plane>().Run(static config => config.X, 40).Importance()}";
        string four = $"{Study.Minimize<Plane>(Random with { Parallelism = 4 }).Run(static config => config.X, 40).Importance()}";
        Assert.Equal(one, four);
    }

    [Fact]
    public void Trials_that_did_not_complete_do_not_count()
    {
        StudyResult<Plane> result = New<Plane>().Run(
            static (config, trial) =>
            {
                trial.Report(0, -100 * config.Y);
                return (trial.Number % 4) switch
                {
                    0 => TrialOutcome.Pruned,
                    1 => TrialOutcome.Failed("broken"),
                    _ => config.X,
                };
            },
            80);
        ParameterImportances importance = result.Importance();
        Assert.Equal(40, importance.TrialCount);
        Assert.Same(Plane.Space.X, importance[0].Parameter);
        Assert.Equal(0, importance[Plane.Space.Y].Low);
    }

    [Theory]
    [InlineData(ImportanceMethod.PedAnova)]
    [InlineData(ImportanceMethod.Sobol)]
    public void Durations_have_an_importance_of_their_own(ImportanceMethod method)
    {
        var time = new ManualTime();
        StudyResult<Plane> result = Study.Minimize<Plane>(Random with { TimeProvider = time }).Run(
            config =>
            {
                time.Advance(Math.Exp(3 * config.Y));
                return config.X;
            },
            80);
        Assert.True(result.ImportanceOfDuration(method)[Plane.Space.Y].Value > 0.8);
        Assert.Contains("duration", result.ImportanceOfDuration(method).Explanation);
        Assert.True(result.Importance(method)[Plane.Space.X].Value > 0.8);
    }

    [Fact]
    public void Each_objective_has_its_own_and_all_together_have_one()
    {
        StudyResult<Plane, Tradeoff> result = Study.Optimize<Plane, Tradeoff>(Random).Run(static config => new Tradeoff(config.X, 100 * config.Y), 120);
        Assert.True(result.Importance(Tradeoff.Metrics.Accuracy)[Plane.Space.X].Value > 0.9);
        Assert.True(result.Importance(Tradeoff.Metrics.LatencyMs, ImportanceMethod.Sobol)[Plane.Space.Y].Value > 0.95);
        ParameterImportances both = result.Importance();
        Assert.All(both, static entry => Assert.InRange(entry.Value, 0.25, 0.75));
        Assert.Contains("the best 12 of 120 trials by the order of their fronts", both.Explanation);
        Assert.Contains("by Accuracy", result.Importance(Tradeoff.Metrics.Accuracy).Explanation);
        Assert.InRange(result.Importance(ImportanceMethod.Sobol)[Plane.Space.X].Value, 0.3, 0.7);
        Assert.Equal(120, result.ImportanceOfDuration().TrialCount);

        ArgumentException limit = Assert.Throws<ArgumentException>(() => result.Importance(Tradeoff.Metrics.Memory));
        Assert.StartsWith("Memory is no objective of Tradeoff.", limit.Message);
        Assert.Throws<ArgumentException>(() => result.Importance(LimitedLoss.Metrics.Loss));
        Assert.Throws<ArgumentNullException>(() => result.Importance(null!));
    }

    [Fact]
    public void Limits_decide_which_trials_are_among_the_best()
    {
        // Of the half within the limits, those with the least loss; X alone decides the loss, and Y whether it counts.
        StudyResult<Plane, LimitedLoss> result = Study.Optimize<Plane, LimitedLoss>(Random).Run(
            static config => new LimitedLoss(config.X, config.Y < 0.2 ? 0 : 1, TimeSpan.FromSeconds(2)), 150);
        ParameterImportances importance = result.Importance();
        Assert.True(importance[Plane.Space.Y].Value > 0.4, $"{importance}");
        Assert.Equal($"{importance}", $"{result.Importance(LimitedLoss.Metrics.Loss)}");
        Assert.True(result.Importance(ImportanceMethod.Sobol)[Plane.Space.X].Value > 0.95);

        StudyResult<Plane, LimitedLoss> none = Study.Optimize<Plane, LimitedLoss>(Random).Run(
            static config => new LimitedLoss(config.X, 1 + config.Y, TimeSpan.FromSeconds(2)), 20);
        Assert.Contains("keeps the limits", Assert.Throws<InvalidOperationException>(() => none.Importance()).Message);
        Assert.Equal(20, none.ImportanceOfDuration().TrialCount);
    }

    [Fact]
    public void Too_few_trials_and_foreign_parameters_are_refused()
    {
        StudyResult<Plane> few = New<Plane>().Run(static (config, trial) => trial.Number < 4 ? config.X : TrialOutcome.Failed("broken"), 8);
        Assert.Contains("at least 5 completed trials", Assert.Throws<InvalidOperationException>(() => few.Importance()).Message);
        Assert.Contains("has 4.", Assert.Throws<InvalidOperationException>(() => few.ImportanceOfDuration()).Message);

        StudyResult<Plane> enough = New<Plane>().Run(static config => config.X, 5);
        Assert.Equal(1, enough.Importance().Sum(static entry => entry.Value), 1e-12);
        Assert.Equal(1, enough.Importance(ImportanceMethod.Sobol).Sum(static entry => entry.Value), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => enough.Importance((ImportanceMethod)7));
        Assert.StartsWith("Rate is no parameter", Assert.Throws<ArgumentException>(() => enough.Importance()[MixedConfig.Space.Rate]).Message);
    }

    [Theory]
    [InlineData(ImportanceMethod.PedAnova)]
    [InlineData(ImportanceMethod.Sobol)]
    [InlineData(ImportanceMethod.SobolTotal)]
    public void Where_nothing_differs_everything_is_zero_and_the_reason_said(ImportanceMethod method)
    {
        ParameterImportances equal = New<Plane>().Run(static _ => 3, 20).Importance(method);
        Assert.All(equal, static entry => Assert.Equal((0, 0, 0, 0), (entry.Value, entry.Low, entry.High, entry.RawValue)));
        Assert.Equal("All 20 trials are equal in value: no parameter made a difference.", equal.Explanation);

        var constant = new TestSpace(new UniformDistribution(2, 2));
        ParameterImportances nothing = Draws.Measure(constant, Draws.Of(constant, 6, 1, new Func<double[], double>(static x => x[0])), method);
        Assert.Equal(0, Assert.Single(nothing).Value);
        Assert.Contains("no parameter with more than one value", nothing.Explanation);

        var single = new TestSpace(new UniformDistribution(0, 1), new UniformDistribution(2, 2));
        ParameterImportances only = Draws.Measure(single, Draws.Of(single, 30, 1, new Func<double[], double>(static x => x[0])), method);
        Assert.Equal([(1, 1, 1), (0, 0, 0)], only.Select(static entry => (entry.Value, entry.Low, entry.High)));
        Assert.Contains("All that there is belongs to x0", only.Explanation);
    }

    [Fact]
    public void A_table_says_it_in_every_culture_alike()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            ParameterImportances importance = New<Plane>().Run(static config => config.X, 100).Importance();
            string[] lines = importance.ToString().Split('\n');
            Assert.Equal("What tells the best 10 of 100 trials by value from all of them (PED-ANOVA).", lines[0]);
            Assert.Matches(@"^  X  0\.\d\d\d  \(0\.\d\d\d to 1\.000\)$", lines[1]);
            Assert.Matches(@"^  Y  0\.\d\d\d  \(0\.000 to 0\.\d\d\d\)$", lines[2]);
            Assert.Equal(3, lines.Length);
            Assert.Matches(@"^X: 0\.\d\d\d \(0\.\d\d\d to 1\.000\)$", importance[0].ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static readonly Comparer<Parameter> ByIndex = Comparer<Parameter>.Create(static (left, right) => left.Index.CompareTo(right.Index));

    private static Study<T> New<T>(OptimizationDirection direction = OptimizationDirection.Minimize)
        where T : ISearchSpace<T>
        => direction == OptimizationDirection.Minimize ? Study.Minimize<T>(Random) : Study.Maximize<T>(Random);
}
