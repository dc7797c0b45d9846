using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Models.Hints;

namespace HyperTune.Tests;

/// <summary>What a study says about its own search space.</summary>
public sealed class HintTests
{
    private static readonly Distribution Rate = new LogUniformDistribution(1e-4, 1e-1);
    private static readonly Distribution Units = new UniformDistribution(16, 256, 16);
    private static readonly Distribution Cache = new UniformDistribution(0.5, 8);

    [Fact]
    public void A_bound_at_which_the_best_trials_lie_is_named_with_its_evidence_and_a_wider_one()
    {
        StudyResult<double[]> result = Run(Space(("Rate", Rate), ("Units", Units)), static x => Math.Log10(x[0]) + (0.0002 * x[1]), 400, OptimizationDirection.Maximize);
        StudyHint hint = Assert.Single(result.Hints(), static hint => hint.Kind == StudyHintKind.BindingBound && hint.Parameter!.Name == "Rate");
        Assert.Contains("have Rate within 3 % of its upper bound 0.1: the optimum may lie beyond.", hint.Text, StringComparison.Ordinal);
        Assert.Contains("of 400 trials", hint.Text, StringComparison.Ordinal);
        Assert.Equal("[LogUniform(0.0001, 1)]    // Rate", hint.Change);
        Assert.All(hint.Trials, number => Assert.True(result.Trials[number].Vector.Span[0] > 0.1 * Math.Pow(1e3, -0.035)));
        Assert.InRange(hint.Trials.Length, 8, 10);
    }

    [Fact]
    public void A_stepped_bound_that_binds_moves_on_its_grid()
    {
        StudyResult<double[]> result = Run(Space(("Rate", Rate), ("Units", Units)), static x => x[1] + Math.Log10(x[0]), 400, OptimizationDirection.Maximize);
        StudyHint hint = Assert.Single(result.Hints(), static hint => hint.Kind == StudyHintKind.BindingBound);
        Assert.Contains("Units at its upper bound 256", hint.Text, StringComparison.Ordinal);
        Assert.Equal("[Uniform(16, 384, Step = 16)]    // Units", hint.Change);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 5)]
    [InlineData(0, 5)]
    public void Ends_that_cannot_move_give_no_hint(double low, double high)
    {
        bool isCount = low == 1;
        var distribution = new UniformDistribution(low, high, isCount ? 1 : 0);
        StudyResult<double[]> result = Run(Space(("X", distribution), ("Rate", Rate)), x => x[0] + (1e-3 * Math.Log(x[1])), 300);
        Assert.DoesNotContain(result.Hints(), static hint => hint.Kind == StudyHintKind.BindingBound && hint.Parameter!.Name == "X" && !hint.IsUpper);
        result = Run(Space(("X", distribution), ("Rate", Rate)), x => (high == 1 ? x[0] : 0) + (1e-3 * Math.Log(x[1])), 300, OptimizationDirection.Maximize);
        Assert.DoesNotContain(result.Hints(), static hint => hint.Kind == StudyHintKind.BindingBound && hint.Parameter!.Name == "X");
    }

    [Theory]
    [InlineData(1e-4, 1e-1, true, 1.0)]
    [InlineData(1e-4, 1e-1, false, 1e-5)]
    [InlineData(0.5, 8, true, 16)]
    public void A_logarithmic_end_moves_by_a_factor(double low, double high, bool isUpper, double expected)
        => Assert.Equal(expected, WiderRange.EndOf(TestSpace.CreateParameter("x", 0, new LogUniformDistribution(low, high)), isUpper));

    [Theory]
    [InlineData(0, 0.95, true, 0.975)]
    [InlineData(0, 0.5, true, 0.75)]
    [InlineData(2, 10, true, 14)]
    [InlineData(2, 10, false, 0)]
    [InlineData(-1, 1, false, -2)]
    public void A_plain_end_moves_by_half_of_the_range_and_not_past_0_or_1(double low, double high, bool isUpper, double expected)
        => Assert.Equal(expected, WiderRange.EndOf(TestSpace.CreateParameter("x", 0, new UniformDistribution(low, high)), isUpper)!.Value, 1e-12);

    [Fact]
    public void What_the_type_cannot_hold_is_no_bound()
    {
        Parameter parameter = new RangeParameter<byte>("x", 0, new UniformDistribution(0, 255, 1), 0, static v => (byte)v, static v => v);
        Assert.Null(WiderRange.EndOf(parameter, isUpper: true));
        Assert.Null(WiderRange.EndOf(TestSpace.CreateParameter("x", 0, new ChoiceDistribution(["a", "b"])), isUpper: true));
    }

    [Fact]
    public void A_parameter_that_explains_nothing_is_named_with_its_share_and_what_to_fix_it_at()
    {
        TestSpace space = Space(("Rate", Rate), ("CacheMb", Cache));
        StudyResult<double[]> result = Run(space, static x => Math.Abs(Math.Log10(x[0]) + 2.5), 300);
        StudyHint hint = Assert.Single(result.Hints(), static hint => hint.Kind == StudyHintKind.UnimportantParameter);
        ParameterImportance importance = result.Importance()[space.Parameters[1]];
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"CacheMb explains {100 * importance.Value:0.#} % of the objective (at most {100 * importance.High:0.#} %)"), hint.Text, StringComparison.Ordinal);
        Assert.Equal(DefaultHints.Rounded(space.Parameters[1], result.BestObserved.Vector.Span[1]), hint.Suggestion);
        Assert.InRange(hint.Suggestion / result.BestObserved.Vector.Span[1], 0.9994, 1.0006);
        Assert.StartsWith("TestSpace.Space.Narrow(s => s.CacheMb.Fix(", hint.Change, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_was_hardly_varied_is_not_called_unimportant()
    {
        TestSpace space = Space(("Rate", Rate), ("CacheMb", Cache));
        var study = new Study<double[]>(space, OptimizationDirection.Minimize, Studies.Seeded);
        foreach (TrialRecord<double[]> trial in Run(space, static x => Math.Abs(Math.Log10(x[0]) + 2.5), 300).Trials)
        {
            study.Add([trial.Config[0], 4 + (1e-3 * trial.Config[1])], trial.Value!.Value);
        }

        Assert.DoesNotContain(study.GetResult().Hints(), static hint => hint.Kind == StudyHintKind.UnimportantParameter);
    }

    [Fact]
    public void Inactive_values_are_neither_at_a_bound_nor_unimportant()
    {
        Parameter kind = TestSpace.CreateParameter("Kind", 0, new ChoiceDistribution(["a", "b"]));
        Parameter only = TestSpace.CreateParameter("Only", 1, Rate, ParameterCondition.OneOf(kind, 1));
        TestSpace space = TestSpace.Of(kind, only, TestSpace.CreateParameter("X", 2, new UniformDistribution(-1, 1)));

        // The best trials are all of the other kind.
        StudyResult<double[]> result = Run(space, static x => x[0] + Math.Abs(x[2]) - (double.IsNaN(x[1]) ? 0 : 0.1 * Math.Log10(x[1])), 300);
        Assert.DoesNotContain(result.Hints(), static hint => hint.Parameter?.Name == "Only");
    }

    [Fact]
    public void Initializers_that_are_worse_than_the_best_are_to_be_replaced()
    {
        TestSpace space = Space(("Rate", Rate), ("Units", Units));
        var study = new Study<double[]>(space, OptimizationDirection.Maximize, Studies.Seeded with { Strategy = Strategy.Random(), IsDeterministic = true });
        study.Enqueue(space.Default);
        study.Run(static x => -Math.Abs(Math.Log10(x[0]) + 1.5) - Math.Abs((x[1] - 64) / 500), 60);
        StudyResult<double[]> result = study.GetResult();
        StudyHint hint = Assert.Single(result.Hints(), static hint => hint.Kind == StudyHintKind.BetterDefault);
        Assert.Equal((int[])[result.BestObserved.Number, 0], hint.Trials.AsEnumerable());
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"The initializers scored {result.Trials[0].Value:G5}, the best {result.BestObserved.Value:G5}: use its values, Rate "), hint.Text, StringComparison.Ordinal);
        Assert.StartsWith("new TestSpace\n{\n    Rate = 0.0", hint.Change, StringComparison.Ordinal);
        Assert.True(result.BestObserved.Vector.Span.SequenceEqual(hint.Better.Span));
    }

    [Fact]
    public void Without_a_trial_of_the_default_nothing_is_said_of_it()
        => Assert.DoesNotContain(Run(Space(("Rate", Rate)), static x => x[0], 60).Hints(), static hint => hint.Kind == StudyHintKind.BetterDefault);

    [Fact]
    public void Noise_that_hides_the_best_asks_for_repeats_until_they_are_there()
    {
        TestSpace space = Space(("X", new UniformDistribution(-1, 1)));
        StudyResult<double[]> result = Run(space, static (x, number) => (x[0] * x[0]) + (0.3 * new RandomStream(5, (ulong)number).NextNormal()), 150);
        StudyHint hint = Assert.Single(result.Hints(), static hint => hint.Kind == StudyHintKind.RepeatBest);
        Assert.Equal(result.BestObserved.Number, hint.Trials[0]);
        Assert.Contains("Strategy.Reevaluate(top: 10, times: 3)", hint.Change, StringComparison.Ordinal);

        var repeated = new Study<double[]>(space, OptimizationDirection.Minimize, Studies.Seeded);
        foreach (TrialRecord<double[]> trial in result.Trials)
        {
            repeated.Add(trial.Config, trial.Value!.Value);
        }

        repeated.Add(result.BestObserved.Config, result.BestObserved.Value!.Value + 0.3);
        repeated.Add(result.BestObserved.Config, result.BestObserved.Value!.Value + 0.2);

        Assert.DoesNotContain(repeated.GetResult().Hints(), static hint => hint.Kind == StudyHintKind.RepeatBest);
    }

    [Fact]
    public void Failures_that_share_what_few_completed_trials_have_are_named()
    {
        TestSpace space = Space(("Rate", Rate), ("Units", Units));
        var study = new Study<double[]>(space, OptimizationDirection.Minimize, Studies.Seeded with { Strategy = Strategy.Random(), Expected = Failures.Of<InvalidOperationException>() });
        study.Run((x, trial) => x[0] > 0.05 && trial.Number % 3 > 0 ? throw new InvalidOperationException("diverged") : Math.Abs(Math.Log10(x[0]) + 2.5), 200);
        StudyHint hint = Assert.Single(study.GetResult().Hints(), static hint => hint.Kind == StudyHintKind.FailuresInCommon);
        int failed = study.GetResult().Trials.Count(static trial => trial.State == TrialState.Failed);
        Assert.StartsWith($"All {failed} failed trials have Rate >= 0.05", hint.Text, StringComparison.Ordinal);
        Assert.StartsWith("[Constraint] private static bool Works(TestSpace config) => config.Rate < 0.05", hint.Change, StringComparison.Ordinal);
        Assert.Equal(failed, hint.Trials.Length);
    }

    [Fact]
    public void Failures_that_share_nothing_give_no_hint()
    {
        TestSpace space = Space(("Rate", Rate), ("Units", Units));
        var study = new Study<double[]>(space, OptimizationDirection.Minimize, Studies.Seeded with { Strategy = Strategy.Random(), Expected = Failures.Of<InvalidOperationException>() });
        study.Run(static (x, trial) => trial.Number % 5 == 0 ? throw new InvalidOperationException("by chance") : x[0], 200);
        Assert.DoesNotContain(study.GetResult().Hints(), static hint => hint.Kind == StudyHintKind.FailuresInCommon);
    }

    [Theory]
    [InlineData(false, StudyHintKind.MoreTrials)]
    [InlineData(true, StudyHintKind.FewerTrials)]
    public void Whether_more_trials_help_follows_from_where_the_improvements_came(bool early, StudyHintKind expected)
    {
        TestSpace space = Space(("X", new UniformDistribution(-1, 1)));
        var study = new Study<double[]>(space, OptimizationDirection.Minimize, Studies.Seeded with { IsDeterministic = true });
        for (int i = 0; i < 200; i++)
        {
            study.Add([Math.Sin(i)], early ? (i == 20 ? -1 : i) : -i);
        }

        StudyHint hint = Assert.Single(study.GetResult().Hints(), static hint => hint.Kind is StudyHintKind.MoreTrials or StudyHintKind.FewerTrials);
        Assert.Equal(expected, hint.Kind);
        Assert.Equal(early ? 20 : 199, hint.Trials[0]);
    }

    [Fact]
    public void Fewer_than_twenty_completed_trials_say_nothing()
    {
        TestSpace space = Space(("Rate", Rate), ("CacheMb", Cache));
        Assert.Empty(Run(space, static x => x[0], 19).Hints());
        Assert.Empty(new Study<double[]>(space, OptimizationDirection.Minimize, Studies.Seeded).GetResult().Hints());
    }

    [Fact]
    public void Hints_are_the_same_at_every_call_and_in_every_culture()
    {
        TestSpace space = Space(("Rate", Rate), ("Units", Units), ("CacheMb", Cache));
        Func<double[], int, double> objective = static (x, number) => Math.Log10(x[0]) + (0.3 * new RandomStream(5, (ulong)number).NextNormal());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            ImmutableArray<StudyHint> expected = Run(space, objective, 300).Hints();
            CultureInfo.CurrentCulture = new CultureInfo("sv-SE");
            Assert.Equal(Texts(expected), Texts(Run(space, objective, 300).Hints()));
            Assert.NotEmpty(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static IEnumerable<string> Texts(ImmutableArray<StudyHint> hints) => hints.Select(static hint => $"{hint.Kind} {hint} {hint.Change} {string.Join(' ', hint.Trials)}");
    }

    // Of spaces in which nothing is wrong, few may be said to be so: bounds, importances and failures.
    [Fact]
    public void A_space_that_fits_its_objective_seldom_gives_a_hint()
    {
        int wrong = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            TestSpace space = Space(("A", new UniformDistribution(-1, 1)), ("B", Rate), ("C", Units), ("D", new ChoiceDistribution(["a", "b", "c"])));
            var study = new Study<double[]>(space, OptimizationDirection.Minimize, Studies.Seeded with { Seed = seed, Strategy = Strategy.Random(), IsDeterministic = true });
            study.Run(x => Math.Abs(x[0] - 0.3) + (0.5 * Math.Abs(Math.Log10(x[1]) + 2.5)) + Math.Abs((x[2] - 128) / 128) + (0.4 * x[3]), 200);
            wrong += study.GetResult().Hints().Count(static hint => hint.Kind is StudyHintKind.BindingBound or StudyHintKind.UnimportantParameter);
        }

        Assert.InRange(wrong, 0, 2);
    }

    [Fact]
    public void Of_several_objectives_what_makes_sense_on_the_front_is_said()
    {
        Study<SeveralMetrics.Plane, SeveralMetrics.Tradeoff> study = Study.Optimize<SeveralMetrics.Plane, SeveralMetrics.Tradeoff>(Studies.Seeded);
        StudyResult<SeveralMetrics.Plane, SeveralMetrics.Tradeoff> result = study.Run(static config => new SeveralMetrics.Tradeoff(config.X, 1 - config.X, 0), 300);
        Assert.DoesNotContain(result.Hints(), static hint => hint.Kind is StudyHintKind.RepeatBest or StudyHintKind.MoreTrials or StudyHintKind.FewerTrials);
        Assert.DoesNotContain(result.Hints(), static hint => hint.Parameter?.Name == "X");
    }

    internal static TestSpace Space(params (string Name, Distribution Distribution)[] parameters)
        => TestSpace.Of([.. parameters.Select(static (parameter, i) => TestSpace.CreateParameter(parameter.Name, i, parameter.Distribution))]);

    private static StudyResult<double[]> Run(TestSpace space, Func<double[], double> objective, int trials, OptimizationDirection direction = OptimizationDirection.Minimize)
        => Run(space, (x, _) => objective(x), trials, direction);

    private static StudyResult<double[]> Run(TestSpace space, Func<double[], int, double> objective, int trials, OptimizationDirection direction = OptimizationDirection.Minimize)
    {
        var study = new Study<double[]>(space, direction, Studies.Seeded with { Strategy = Strategy.Random() });
        return study.Run((x, trial) => objective(x, trial.Number), trials);
    }
}
