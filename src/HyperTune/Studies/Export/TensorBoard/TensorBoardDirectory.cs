using HyperTune.Metrics;

namespace HyperTune.Studies.Export.TensorBoard;

/// <summary>The directory of a study that TensorBoard reads: what is tuned in the root, and a session for each attempt at a trial.</summary>
/// <param name="path">The directory.</param>
/// <param name="metrics">The study's metrics.</param>
/// <param name="time">The clock.</param>
internal sealed class TensorBoardDirectory(string path, MetricsDescriptor metrics, TimeProvider time) : IDisposable
{
    private readonly Dictionary<int, TensorBoardSession> _open = [];
    private bool _isDescribed;

    /// <summary>Begins the session of a trial.</summary>
    public void Start<T>(TrialRecord<T> trial)
    {
        DateTimeOffset start = StartOf(trial);
        Describe(trial.Space, start);
        if (trial.HasConfig)
        {
            Close(trial.Number);
            _open[trial.Number] = TensorBoardSession.Begin(
                path, trial.Space, metrics, trial.Number, trial.FailedAttempts.Length, trial.Vector, start, time);
        }
    }

    /// <summary>Adds an intermediate value to the session of a trial.</summary>
    public void Report(int number, TrialReport report, DateTimeOffset? at = null)
    {
        if (_open.TryGetValue(number, out TensorBoardSession? session))
        {
            session.Report(report, at);
        }
    }

    /// <summary>Ends the session of a trial.</summary>
    public void End<T>(TrialRecord<T> trial)
    {
        if (_open.TryGetValue(trial.Number, out TensorBoardSession? session))
        {
            ReadOnlySpan<double> values = trial.Values.IsEmpty && trial.Value is { } value ? [value] : trial.Values.Span;
            session.End(trial.State, values, StartOf(trial) + trial.Duration.GetValueOrDefault());
            Close(trial.Number);
        }
    }

    public void Dispose()
    {
        foreach (int number in _open.Keys.ToArray())
        {
            Close(number);
        }
    }

    // A session cannot be without a time: that of a trial that ended without having run is when it is written.
    private DateTimeOffset StartOf<T>(TrialRecord<T> trial) => trial.Start ?? time.GetUtcNow();

    private void Close(int number)
    {
        if (_open.Remove(number, out TensorBoardSession? session))
        {
            session.Dispose();
        }
    }

    // Of several descriptions TensorBoard would take any.
    private void Describe(SearchSpace space, DateTimeOffset at)
    {
        if (_isDescribed || (Directory.Exists(path) && Directory.EnumerateFiles(path, "*tfevents*").Any()))
        {
            return;
        }

        _isDescribed = true;
        using var root = new EventFile(path, at);
        root.Add(HParamsEvents.Experiment(EventFile.Seconds(at), space.Parameters.Select(static parameter => new HParam(parameter).Info), TensorBoardSession.Columns(metrics)));
    }
}
