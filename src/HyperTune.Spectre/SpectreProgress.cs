using HyperTune.Terminal.Following;
using HyperTune.Terminal.Lines;
using HyperTune.Terminal.Live;
using HyperTune.Terminal.Results;
using HyperTune.Terminal.Words;
using Spectre.Console;

namespace HyperTune;

/// <summary>
/// Shows how a study goes while it runs. In a terminal: how much of the budget is spent, the best observed trial and how the best value became what it is, the
/// counts, the trials that run with what they reported last, and at the end a table. Where the output is redirected, or the terminal knows no ANSI
/// sequences: a few plain lines.
/// </summary>
/// <remarks>
/// <para>
/// Give it to the study as <see cref="StudyOptions.Progress"/>, and have <see cref="Run{T}(Study{T}, Func{StudyResult{T}})"/> run it. Reports that come outside of a
/// run, as where trials are asked for one by one, are shown as plain lines.
/// </para>
/// <para>
/// The display is drawn ten times a second by a timer, whatever the study does; what the study tells is only noted. What an exception of the terminal ends is
/// the run, as with any <see cref="StudyOptions.Progress"/>. Names, values and reasons of failures are shown as text: markup and escape sequences in them have no effect.
/// </para>
/// <para>One object shows one run at a time, and nothing else should write to the terminal meanwhile, but for <see cref="ShowMessage"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// var progress = new SpectreProgress();
/// Study&lt;Config&gt; study = Study.Minimize&lt;Config&gt;(new StudyOptions { Progress = progress });
/// StudyResult&lt;Config&gt; result = progress.Run(study, () => study.Run(Train, 100));
/// </code>
/// </example>
public sealed class SpectreProgress : IProgress<StudyProgress>
{
    private readonly IAnsiConsole _console;
    private readonly SpectreProgressOptions _options;
    private readonly ProgressWords _words;
    private readonly Board _board;
    private readonly PlainLines _lines;
    private readonly bool _isTerminal;
    private volatile LiveScreen? _screen;
    private int _isRunning;

    /// <summary>Shows studies on a console.</summary>
    /// <param name="console">The console; <see langword="null"/> for the process's own, <see cref="AnsiConsole.Console"/>.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    public SpectreProgress(IAnsiConsole? console = null, SpectreProgressOptions? options = null)
    {
        _console = console ??= AnsiConsole.Console;
        _options = options ?? new SpectreProgressOptions();
        _words = new ProgressWords(_options.ValueFormat);
        _board = new Board(_options.TimeProvider, _options.RunningTrials);
        _lines = new PlainLines(console.Profile.Out.Writer, _words, _options.TimeProvider);
        _isTerminal = console.Profile.Capabilities.Ansi && console.Profile.Out.IsTerminal;
    }

    /// <summary>Takes note of where a study stands; the study calls it.</summary>
    /// <param name="value">Where it stands.</param>
    public void Report(StudyProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (_screen is { } screen)
        {
            screen.ThrowIfFailed();
            _board.Add(value);
        }
        else
        {
            _lines.Add(value, _board);
        }
    }

    /// <summary>Shows a line of the program's own, for instance that the study is stopping; in a terminal until the run ends or there is another one.</summary>
    /// <param name="message">The line; what does not print in it is written out.</param>
    public void ShowMessage(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        string printable = Printable.Of(message);
        if (_screen is null)
        {
            _lines.Say(printable);
        }
        else
        {
            _board.Say(printable);
        }
    }

    /// <summary>Shows a study while it runs, and then what it found.</summary>
    /// <typeparam name="T">The config type.</typeparam>
    /// <param name="study">The study; its <see cref="StudyOptions.Progress"/> is this object, or one that passes on to it.</param>
    /// <param name="run">Runs it, for instance <c>() => study.Run(Train, 100)</c>.</param>
    /// <returns>What <paramref name="run"/> returned.</returns>
    /// <exception cref="InvalidOperationException">The study has no <see cref="StudyOptions.Progress"/>, or another run is being shown.</exception>
    public StudyResult<T> Run<T>(Study<T> study, Func<StudyResult<T>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return RunAsync(study, () => Task.FromResult(run())).GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Run{T}(Study{T}, Func{StudyResult{T}})"/>
    /// <typeparam name="T">The config type.</typeparam>
    /// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
    public StudyResult<T, TMetrics> Run<T, TMetrics>(Study<T, TMetrics> study, Func<StudyResult<T, TMetrics>> run)
        where TMetrics : struct, IMetrics<TMetrics>
    {
        ArgumentNullException.ThrowIfNull(run);
        return RunAsync(study, () => Task.FromResult(run())).GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Run{T}(Study{T}, Func{StudyResult{T}})"/>
    /// <param name="study">The study; its <see cref="StudyOptions.Progress"/> is this object, or one that passes on to it.</param>
    /// <param name="run">Runs it, for instance <c>() => study.RunAsync(TrainAsync, 100)</c>.</param>
    public async Task<StudyResult<T>> RunAsync<T>(Study<T> study, Func<Task<StudyResult<T>>> run)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(run);
        return await ShowAsync(
            study.Name,
            study.HasProgress,
            isOfFront: false,
            () => study.Observe(new BoardObserver<T>(_board, Fail)),
            run,
            result => ResultSummary.Of(result, _words)).ConfigureAwait(false);
    }

    /// <inheritdoc cref="RunAsync{T}(Study{T}, Func{Task{StudyResult{T}}})"/>
    /// <typeparam name="T">The config type.</typeparam>
    /// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
    public async Task<StudyResult<T, TMetrics>> RunAsync<T, TMetrics>(Study<T, TMetrics> study, Func<Task<StudyResult<T, TMetrics>>> run)
        where TMetrics : struct, IMetrics<TMetrics>
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(run);
        return await ShowAsync(
            study.Name,
            study.HasProgress,
            isOfFront: TMetrics.Metrics.Objectives.Length > 1,
            () => study.Observe(new BoardObserver<T, TMetrics>(new BoardObserver<T>(_board, Fail))),
            run,
            result => ResultSummary.Of(result, _words)).ConfigureAwait(false);
    }

    private async Task<TResult> ShowAsync<TResult>(
        string name, bool hasProgress, bool isOfFront, Func<IDisposable> observe, Func<Task<TResult>> run, Func<TResult, ResultSummary> summarize)
    {
        name = Printable.Of(name);
        if (!hasProgress)
        {
            throw new InvalidOperationException($"Study '{name}' reports to nobody: set {nameof(StudyOptions)}.{nameof(StudyOptions.Progress)} to the progress that shows it.");
        }

        if (Interlocked.Exchange(ref _isRunning, 1) == 1)
        {
            throw new InvalidOperationException($"Another run is being shown; study '{name}' needs a {nameof(SpectreProgress)} of its own, or to wait.");
        }

        try
        {
            _board.Start(isOfFront);
            _lines.Start();
            TResult result = await RunAsync(name, observe, run).ConfigureAwait(false);
            if (_options.ShowsResult)
            {
                ShowResult(summarize(result));
            }

            return result;
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }

    private async Task<TResult> RunAsync<TResult>(string name, Func<IDisposable> observe, Func<Task<TResult>> run)
    {
        using IDisposable observation = observe();
        if (!_isTerminal)
        {
            return await run().ConfigureAwait(false);
        }

        var screen = new LiveScreen(_console, _options.TimeProvider);
        _screen = screen;
        bool hasEnded = false;
        try
        {
            TResult result = await screen.ShowAsync(new StudyView(_board, _words, name), run).ConfigureAwait(false);
            hasEnded = true;
            return result;
        }
        finally
        {
            _screen = null;
            Standing standing = _board.Look();
            if (!hasEnded && standing.Progress is { } progress)
            {
                _lines.Say(_words.Describe(progress, standing.HasFront));
            }
        }
    }

    private void Fail(int number, string reason)
    {
        string failure = FormattableString.Invariant($"Trial {number} failed: {Printable.Of(reason)}");
        if (_screen is null)
        {
            _lines.AddFailure(failure);
        }
        else
        {
            _board.Fail(failure);
        }
    }

    private void ShowResult(ResultSummary summary)
    {
        if (_isTerminal)
        {
            _console.Write(ResultTable.Of(summary));
            return;
        }

        foreach (string line in summary.Lines)
        {
            _lines.Say(line);
        }
    }
}
