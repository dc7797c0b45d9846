using Microsoft.Extensions.Logging;

namespace HyperTune.Tests;

public sealed class StudyLogTests
{
    private readonly RecordingLogger _logger = new();
    private readonly ManualTime _time = new();

    private StudyOptions Options => Studies.Seeded with { Logger = _logger, TimeProvider = _time };

    [Fact]
    public void A_run_is_logged_from_start_to_end()
    {
        Studies.Minimize(Options).Run(
            (_, trial) =>
            {
                _time.Advance(2);
                return 10 - trial.Number;
            },
            2);
        Assert.Equal(
            [
                (LogLevel.Information, "Study test runs for 2 trials: strategy Random, pruner None, seed 7, 1 side by side."),
                (LogLevel.Debug, "Trial 0 of study test completed with 10 after 00:00:02."),
                (LogLevel.Debug, "Trial 1 of study test completed with 9 after 00:00:02."),
                (LogLevel.Information, "Study test stopped after 00:00:04: TrialBudgetSpent. 2 trials in all; the best observed is trial 1 with 9."),
            ],
            _logger.Lines.Select(static line => (line.Level, line.Message)));
    }

    [Fact]
    public void A_failed_trial_is_a_warning_with_its_exception()
    {
        var exception = new FormatException("bad weights");
        Studies.Minimize(Options with { MaxConsecutiveFailures = 1, Expected = Failures.Any }).Run((double[] _) => throw exception, 5);
        RecordingLogger.Line warning = _logger.Lines[1];
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Equal("Trial 0 of study test failed after 00:00:00: FormatException: bad weights", warning.Message);
        Assert.Same(exception, warning.Exception);
        Assert.Equal(
            (LogLevel.Warning, "Study test stopped after 00:00:00: TooManyFailures. None of its 1 trials completed."),
            (_logger.Lines[^1].Level, _logger.Lines[^1].Message));
    }

    [Fact]
    public void What_the_strategy_decided_is_logged_at_the_end()
    {
        Studies.Minimize(Options with { Strategy = new RecordingStrategy() }).Run(Studies.Bowl, 3);
        Assert.Equal("Study test: 3 results", _logger.Lines[^1].Message);
    }

    [Fact]
    public void A_second_report_for_a_step_is_logged()
    {
        Studies.Minimize(Options).Run(
            (_, trial) =>
            {
                trial.Report(1, 0);
                trial.Report(1, 0);
                return 1;
            },
            1);
        Assert.Contains(_logger.Lines, static line => line.Message == "Trial 0 of study test reported step 1 again; the first report is kept.");
    }
}
