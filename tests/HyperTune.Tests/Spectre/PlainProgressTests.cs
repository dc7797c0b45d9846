using System.Globalization;
using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests.Spectre;

/// <summary>Studies whose output goes to a file.</summary>
public sealed class PlainProgressTests
{
    private readonly ManualTime _time = new();
    private readonly FakeTerminal _file = new(isTerminal: false, width: 20);
    private readonly SpectreProgress _progress;

    public PlainProgressTests() => _progress = new SpectreProgress(_file.Console, new SpectreProgressOptions { TimeProvider = _time });

    private StudyOptions Options => Studies.Seeded with { Progress = _progress, TimeProvider = _time };

    [Fact]
    public void Lines_are_those_of_each_tenth_of_the_budget_and_of_new_bests_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Study<double[]> study = Studies.Minimize(Options);
            _progress.Run(study, () => study.Run(
                (_, trial) =>
                {
                    _time.Advance(2);
                    return trial.Number switch { < 13 => 1.5, 13 => 0.25, _ => 2 };
                },
                40));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(
            [
                "1 of 40 trials, best observed 1.5 (trial 0), 2 s, 1 min 18 s left",
                "4 of 40 trials, best observed 1.5 (trial 0), 8 s, 1 min 12 s left",
                "8 of 40 trials, best observed 1.5 (trial 0), 16 s, 1 min 4 s left",
                "12 of 40 trials, best observed 1.5 (trial 0), 24 s, 56 s left",
                "14 of 40 trials, best observed 0.25 (trial 13), 28 s, 52 s left",
                "16 of 40 trials, best observed 0.25 (trial 13), 32 s, 48 s left",
            ],
            _file.Lines[..6]);
        Assert.Equal("40 of 40 trials, best observed 0.25 (trial 13), 1 min 20 s, 0 s left", _file.Lines[11]);
        Assert.Equal("Study 'test': 40: 40 completed; 1 min 20 s; trial budget spent.", _file.Lines[12]);
        Assert.StartsWith("Best: trial 13 with 0.25: ", _file.Lines[13], StringComparison.Ordinal);
        Assert.Equal(14, _file.Lines.Length);
        Assert.DoesNotContain('\u001b', _file.Text);
    }

    [Fact]
    public void Fast_study_that_improves_with_each_trial_has_a_line_for_each_tenth_only()
    {
        Study<double[]> study = Studies.Maximize(Options);
        _progress.Run(study, () => study.Run((_, trial) => trial.Number, 1000));

        // The first trial, ten tenths, and two lines of the result.
        Assert.Equal(13, _file.Lines.Length);
        Assert.Equal("1000 of 1000 trials, best observed 999 (trial 999), 0 s, 0 s left", _file.Lines[10]);
    }

    [Fact]
    public void Study_without_an_end_says_something_each_minute()
    {
        Study<double[]> study = Studies.Minimize(Options);
        _progress.Run(study, () => study.Run(
            (_, trial) =>
            {
                _time.Advance(20);
                return trial.Number == 10 ? -1 : 1;
            },
            new Budget { TargetValue = -1 }));
        Assert.Equal(
            ["1 trial, ", "4 trials, ", "7 trials, ", "10 trials, ", "11 trials, "],
            _file.Lines[..5].Select(static line => line[..(line.IndexOf(',', StringComparison.Ordinal) + 2)]));
        Assert.Contains("; target reached.", _file.Lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Share_of_a_time_budget_is_said()
    {
        Study<double[]> study = Studies.Minimize(Options);
        _progress.Run(study, () => study.Run(
            (_, _) =>
            {
                _time.Advance(15);
                return 1;
            },
            new Budget { Time = TimeSpan.FromSeconds(60) }));
        Assert.Equal("1 trial, 25 % of the budget, best observed 1 (trial 0), 15 s, 45 s left", _file.Lines[0]);
    }

    [Fact]
    public void First_failure_is_told_with_its_reason_as_text()
    {
        Study<double[]> study = Studies.Minimize(Options);
        _progress.Run(study, () => study.Run((_, _) => TrialOutcome.Failed("[red]\u001b[2Jno\nway"), 3));
        Assert.Single(_file.Lines, static line => line == @"Trial 0 failed: [red]\u001b[2Jno\nway");
        Assert.Contains("3 of 3 trials, 3 failed, 0 s, 0 s left", _file.Lines);
        Assert.Equal("No trial completed.", _file.Lines[^1]);
        Assert.DoesNotContain('\u001b', _file.Text);
    }

    [Fact]
    public void Front_is_told_with_its_metrics()
    {
        Study<Plane, Tradeoff> study = Study.Optimize<Plane, Tradeoff>(Options with { Name = "front" });
        _progress.Run(study, () => study.Run(
            (_, trial) => trial.Number < 8 ? new Tradeoff(0.125 * trial.Number, 10 * trial.Number) : TrialOutcome.Pruned,
            new Budget { Trials = 10 }));
        Assert.Equal("10 of 10 trials, 8 trials in the front, 2 pruned, 0 s, 0 s left", _file.Lines[9]);
        Assert.Equal("Front: 8 trials", _file.Lines[11]);
        Assert.StartsWith("  trial 1: Accuracy = 0.125, LatencyMs = 10, Memory = 0: X = ", _file.Lines[13], StringComparison.Ordinal);
        Assert.Equal("  and 3 more", _file.Lines[^1]);
    }

    [Fact]
    public void One_objective_among_several_metrics_shows_its_best()
    {
        Study<Plane, LimitedLoss> study = Study.Optimize<Plane, LimitedLoss>(Options with { Name = "limited" });
        _progress.Run(study, () => study.Run((_, trial) => new LimitedLoss(5 - trial.Number, 0.25, TimeSpan.FromSeconds(2)), new Budget { Trials = 2 }));
        Assert.Equal("2 of 2 trials, best observed 4 (trial 1), 0 s, 0 s left", _file.Lines[1]);
        Assert.StartsWith("Best: trial 1 with Loss = 4, Memory = 0.25, Life = 2: X = ", _file.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Trials_that_are_asked_for_and_messages_are_told_without_a_run()
    {
        Study<double[]> study = Studies.Minimize(Options);
        study.Tell(study.Ask(), 3);
        _progress.ShowMessage("so far\n");
        Assert.Equal(["1 trial, best observed 3 (trial 0), 0 s", @"so far\n"], _file.Lines);
    }

    [Fact]
    public void Result_can_be_left_out_and_values_have_the_format_that_is_asked_for()
    {
        var progress = new SpectreProgress(_file.Console, new SpectreProgressOptions { ShowsResult = false, ValueFormat = static value => $"<{value * 100}>\u001b" });
        Study<double[]> study = Studies.Minimize(Options with { Progress = progress });
        progress.Run(study, () => study.Run(static _ => 0.5, 1));
        Assert.StartsWith(@"1 of 1 trial, best observed <50>\u001b (trial 0), ", Assert.Single(_file.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_outside_of_their_ranges_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(SpectreProgressOptions.RunningTrials), static () => new SpectreProgressOptions { RunningTrials = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(nameof(SpectreProgressOptions.RunningTrials), static () => new SpectreProgressOptions { RunningTrials = 1025 });
        Assert.Throws<ArgumentNullException>(nameof(SpectreProgressOptions.ValueFormat), static () => new SpectreProgressOptions { ValueFormat = null! });
        Assert.Throws<ArgumentNullException>(nameof(SpectreProgressOptions.TimeProvider), static () => new SpectreProgressOptions { TimeProvider = null! });
    }
}
