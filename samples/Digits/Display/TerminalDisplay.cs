using System.Collections.Concurrent;
using HyperTune;
using Spectre.Console;

namespace Digits;

/// <summary>For a terminal: a bar for the study with the best observed accuracy so far and the time left, and below it a bar for each running trial.</summary>
/// <param name="console">The terminal.</param>
/// <param name="trialCount">The number of trials that will run.</param>
internal sealed class TerminalDisplay(IAnsiConsole console, int trialCount) : ITuningDisplay
{
    /// <summary>The fewest columns that bars and their texts fit into.</summary>
    public const int MinimumWidth = 72;

    private readonly ConcurrentDictionary<int, ProgressTask> _trialBars = [];
    private ProgressContext? _context;
    private ProgressTask? _studyBar;
    private volatile bool _isStopping;

    /// <inheritdoc/>
    public StudyResult<DigitsConfig> Show(Func<StudyResult<DigitsConfig>> run)
        => console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                _studyBar = context.AddTask($"0 of {Format.Trials(trialCount)}", maxValue: trialCount);
                _context = context;
                return run();
            });

    /// <inheritdoc/>
    public IProgress<int> Follow(Trial<DigitsConfig> trial)
    {
        ProgressTask bar = Started(_context).AddTask($"trial {trial.Number}: {Describe(trial.Config)}".EscapeMarkup(), maxValue: trial.Config.Epochs);
        _trialBars[trial.Number] = bar;
        return new EpochBar(bar);
    }

    /// <inheritdoc/>
    public void Report(StudyProgress value)
    {
        ProgressTask bar = Started(_studyBar);
        bar.Value = value.FinishedTrials;
        bar.Description = (_isStopping ? $"stopping: {value.RunningTrials} still running" : Format.Progress(value)).EscapeMarkup();
        if (_trialBars.TryRemove(value.TrialNumber, out ProgressTask? ended))
        {
            ended.StopTask();
        }
    }

    /// <inheritdoc/>
    public void ShowStopping()
    {
        _isStopping = true;
        if (_studyBar is { } bar)
        {
            bar.Description = "stopping: the running trials finish first";
        }
    }

    private static T Started<T>(T? part)
        where T : class
        => part ?? throw new InvalidOperationException($"The display shows trials only while {nameof(Show)} runs.");

    private static string Describe(DigitsConfig config)
        => FormattableString.Invariant(
            $"{config.Activation}, {config.HiddenLayers} x {config.HiddenUnits} units, learning rate {config.LearningRate:G2}");

    private sealed class EpochBar(ProgressTask bar) : IProgress<int>
    {
        public void Report(int value) => bar.Value = value;
    }
}
