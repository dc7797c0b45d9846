using System.Text.RegularExpressions;
using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests.Spectre;

/// <summary>Studies that are shown in a terminal.</summary>
public sealed class TerminalProgressTests
{
    private const string Evil = "[red]x[/]\u001b[2J\n\u001b]0;t\u0007";
    private const string EvilAsText = @"[red]x[/]\u001b[2J\n\u001b]0;t\u0007";

    private readonly TimerTime _time = new();
    private readonly FakeTerminal _terminal = new();
    private readonly SpectreProgress _progress;

    public TerminalProgressTests() => _progress = new SpectreProgress(_terminal.Console, new SpectreProgressOptions { TimeProvider = _time });

    private StudyOptions Options => Studies.Seeded with { Progress = _progress, TimeProvider = _time };

    [Fact]
    public void Budget_best_counts_running_trials_and_the_result_are_shown()
    {
        Study<double[]> study = Studies.Minimize(Options);
        StudyResult<double[]> result = _progress.Run(study, () => study.Run(
            (_, trial) =>
            {
                trial.Report(3, 0.25);
                Wait(seconds: 1);
                return trial.Number == 2 ? TrialOutcome.Pruned : 8 - trial.Number;
            },
            5));
        Assert.Equal(5, result.Trials.Count);
        string words = _terminal.Words;
        Assert.Contains("test  ━", words, StringComparison.Ordinal);
        Assert.Contains(" 60 %  3 of 5 trials, 4 s, 1 s left", words, StringComparison.Ordinal);
        Assert.Contains("best observed 7 (trial 1)  █▁▁", words, StringComparison.Ordinal);
        Assert.Contains("2 completed, 1 pruned, ", words, StringComparison.Ordinal);

        // The table, after the last picture is gone.
        string table = words[words.LastIndexOf("running", StringComparison.Ordinal)..];
        Assert.Contains("5: 4 completed, 1 pruned", table, StringComparison.Ordinal);
        Assert.Contains("trial 4 with 4", table, StringComparison.Ordinal);
        Assert.Contains("trial budget spent", table, StringComparison.Ordinal);
        Assert.All(result.Best.OwnValues(), value => Assert.Contains(value.Value, table, StringComparison.Ordinal));
        Assert.True(_terminal.ShowsCursorAgain);
    }

    [Fact]
    public void Running_trials_are_shown_with_their_last_report_up_to_the_number_that_is_asked_for()
    {
        var progress = new SpectreProgress(_terminal.Console, new SpectreProgressOptions { TimeProvider = _time, RunningTrials = 1 });
        Study<double[]> study = Studies.Minimize(Options with { Progress = progress });
        progress.Run(study, () =>
        {
            Trial<double[]> first = study.Ask();
            Trial<double[]> second = study.Ask();
            first.Report(14, 0.5);
            SpinUntil(() => _terminal.Words.Contains("step 14: 0.5", StringComparison.Ordinal));
            study.Tell(first, 1);
            study.Tell(second, 2);
            return study.GetResult();
        });
        Assert.Matches(@"  trial 0 +\d+ s  step 14: 0\.5  ", _terminal.Words);
        Assert.Contains("  and 1 more", _terminal.Words, StringComparison.Ordinal);
        Assert.Contains("2 running", _terminal.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_are_as_many_as_tenths_of_seconds_however_many_trials_end()
    {
        Study<double[]> study = Studies.Minimize(Options);
        _progress.Run(study, () => study.Run(
            x =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(1));
                return Studies.Bowl(x);
            },
            2000));

        // Two seconds, and what the display draws by itself when it begins and ends.
        Assert.InRange(_terminal.Pictures, 18, 24);
    }

    [Fact]
    public void Run_that_throws_leaves_the_cursor_and_says_how_far_it_was()
    {
        Study<double[]> study = Studies.Minimize(Options);
        TrialFailedException thrown = Assert.Throws<TrialFailedException>(() => _progress.Run(study, () => study.Run(
            (_, trial) =>
            {
                Wait(seconds: 1);
                return trial.Number < 2 ? 1 : throw new InvalidOperationException(Evil);
            },
            5)));
        Assert.Equal(Evil, thrown.InnerException!.Message);
        Assert.True(_terminal.ShowsCursorAgain);
        Assert.Matches(@"\d of 5 trials, best observed 1 \(trial 0\), 1 failed, \d s, \d s left\s*$", _terminal.Words);
        AssertHarmless();

        // The next run starts anew.
        Assert.Equal(9, _progress.Run(study, () => study.Run(Studies.Bowl, 6)).Trials.Count);
    }

    [Fact]
    public void Study_without_trials_has_a_table_too()
    {
        Study<double[]> study = Studies.Minimize(Options);
        _progress.Run(study, study.GetResult);
        Assert.Contains("0 running", _terminal.Words, StringComparison.Ordinal);
        Assert.Contains("no trial completed", _terminal.Words, StringComparison.Ordinal);
        Assert.Contains("not stopped", _terminal.Words, StringComparison.Ordinal);
        Assert.True(_terminal.ShowsCursorAgain);
    }

    [Fact]
    public void Names_values_reasons_and_messages_are_text()
    {
        Study<EvilConfig> study = Study.Minimize<EvilConfig>(Options with { Name = Evil });
        _progress.ShowMessage(Evil);
        _progress.Run(study, () => study.Run(
            (_, trial) =>
            {
                _progress.ShowMessage($"message {Evil}");
                Wait(seconds: 1);
                return trial.Number == 1 ? TrialOutcome.Failed(Evil) : 1;
            },
            4));
        AssertHarmless();
        string words = _terminal.Words;
        Assert.Contains($"{EvilAsText}  ━", words, StringComparison.Ordinal);
        Assert.Contains($"Trial 1 failed: {EvilAsText}", words, StringComparison.Ordinal);
        Assert.Contains($"message {EvilAsText}", words, StringComparison.Ordinal);
        Assert.Matches($"Word +│ {Regex.Escape(EvilAsText)}", words);
    }

    [Fact]
    public async Task Several_objectives_show_the_front_and_its_volume()
    {
        Study<Plane, Tradeoff> study = Study.Optimize<Plane, Tradeoff>(Options with { Name = "front" }, new Tradeoff(0, 100));
        await _progress.RunAsync(study, () => study.RunAsync(
            (_, trial, _) =>
            {
                Wait(seconds: 1);
                return Task.FromResult<TrialOutcome<Tradeoff>>(new Tradeoff(0.25 + (trial.Number * 0.25), 50 + (10 * trial.Number)));
            },
            3));
        string words = _terminal.Words;
        Assert.Contains("1 trial in the front, hypervolume 12.5", words, StringComparison.Ordinal);
        Assert.Contains("2 trials in the front, hypervolume 22.5", words, StringComparison.Ordinal);
        Assert.DoesNotContain("best observed", words, StringComparison.Ordinal);
        Assert.Contains("Accuracy = 0.75, LatencyMs = 70, Memory = 0", words, StringComparison.Ordinal);
        Assert.Contains("3 trials, hypervolume 30", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Terminal_that_is_gone_ends_the_run_with_its_exception()
    {
        Study<double[]> study = Studies.Minimize(Options);
        int trials = 0;
        Assert.Throws<IOException>(() => _progress.Run(study, () => study.Run(
            x =>
            {
                if (++trials == 3)
                {
                    _terminal.Break();
                }

                Wait(seconds: 1);
                return Studies.Bowl(x);
            },
            1000)));
        Assert.Equal(3, trials);
    }

    [Fact]
    public void Study_that_reports_to_nobody_and_a_second_run_at_once_are_refused()
    {
        Study<double[]> silent = Studies.Minimize(Studies.Seeded);
        Assert.Contains("Study 'test' reports to nobody", Assert.Throws<InvalidOperationException>(() => _progress.Run(silent, silent.GetResult)).Message, StringComparison.Ordinal);
        Study<double[]> study = Studies.Minimize(Options);
        InvalidOperationException second = Assert.Throws<InvalidOperationException>(() => _progress.Run(study, () => _progress.Run(study, study.GetResult)));
        Assert.Contains("Another run is being shown", second.Message, StringComparison.Ordinal);
        Assert.Empty(_progress.Run(study, study.GetResult).Trials);
    }

    private void AssertHarmless() => Assert.DoesNotContain('\u001b', _terminal.Words);

    // In steps, because a timer is called once however much time goes by.
    private void Wait(int seconds)
    {
        for (int i = 0; i < 10 * seconds; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }
    }

    // What observers see comes a moment later, on other threads.
    private void SpinUntil(Func<bool> condition)
    {
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(100));
                Thread.Sleep(1);
                return condition();
            },
            TimeSpan.FromMinutes(1)));
    }
}
