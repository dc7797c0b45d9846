using System.Globalization;
using HyperTune.Metrics;

namespace HyperTune.Studies.Export.TensorBoard;

/// <summary>A trial as a session: its config, its curves, what it ended with.</summary>
/// <remarks>Each attempt at a trial is a session of its own, because how a session ended is read once, and all attempts are one row.</remarks>
internal sealed class TensorBoardSession : IDisposable
{
    // What the objective was after each step or instance, which another curve shows than its value.
    private const string ProgressTag = "progress";
    private const string InstanceTag = "instances";

    private readonly EventFile _file;
    private readonly TimeProvider _time;
    private readonly MetricsDescriptor _metrics;
    private int _lastStep;

    private TensorBoardSession(EventFile file, MetricsDescriptor metrics, TimeProvider time)
    {
        _file = file;
        _time = time;
        _metrics = metrics;
    }

    /// <summary>Begins the session of a trial.</summary>
    /// <param name="root">The directory of the study.</param>
    /// <param name="space">The study's space.</param>
    /// <param name="metrics">The study's metrics.</param>
    /// <param name="number">The trial's number.</param>
    /// <param name="attempts">How many attempts failed before.</param>
    /// <param name="vector">Its config.</param>
    /// <param name="startedAt">When it started.</param>
    /// <param name="time">The clock.</param>
    public static TensorBoardSession Begin(
        string root, SearchSpace space, MetricsDescriptor metrics, int number, int attempts, ReadOnlyMemory<double> vector, DateTimeOffset startedAt, TimeProvider time)
    {
        string group = string.Create(CultureInfo.InvariantCulture, $"trial-{number:D5}");
        string name = attempts == 0 ? group : string.Create(CultureInfo.InvariantCulture, $"{group}-attempt-{attempts + 1}");
        var file = new EventFile(Path.Combine(root, name), startedAt);
        file.Add(HParamsEvents.SessionStart(EventFile.Seconds(startedAt), HParam.ValuesOf(space, vector), group));
        return new TensorBoardSession(file, metrics, time);
    }

    /// <summary>The columns of a study's metrics.</summary>
    public static IEnumerable<ProtoMessage> Columns(MetricsDescriptor metrics) => metrics.All.Select(metric => HParamsEvents.Metric(metric.Name, metric.Name, metric.Description));

    /// <summary>Adds an intermediate value.</summary>
    public void Report(TrialReport report, DateTimeOffset? at = null)
    {
        _lastStep = report.Kind == ReportKind.Progress ? Math.Max(_lastStep, report.Step) : _lastStep;
        _file.Add(HParamsEvents.Scalar(EventFile.Seconds(at ?? _time.GetUtcNow()), report.Kind == ReportKind.Progress ? ProgressTag : InstanceTag, report.Step, report.Value));
    }

    /// <summary>Ends the session; a trial that is not over leaves it open.</summary>
    /// <param name="state">How the trial ended.</param>
    /// <param name="values">Its metrics.</param>
    /// <param name="at">When it ended.</param>
    public void End(TrialState state, ReadOnlySpan<double> values, DateTimeOffset at)
    {
        double seconds = EventFile.Seconds(at);
        if (state == TrialState.Completed)
        {
            foreach (Metric metric in _metrics.All)
            {
                _file.Add(HParamsEvents.Scalar(seconds, metric.Name, _lastStep, values[metric.Index]));
            }
        }

        if (state is TrialState.Completed or TrialState.Pruned or TrialState.Failed)
        {
            _file.Add(HParamsEvents.SessionEnd(seconds, state == TrialState.Failed ? HParamsEvents.StatusFailure : HParamsEvents.StatusSuccess));
        }
    }

    public void Dispose() => _file.Dispose();
}
