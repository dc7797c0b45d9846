using System.Diagnostics;
using System.Diagnostics.Metrics;
using HyperTune.Trials;

namespace HyperTune.Studies.Diagnostics;

/// <summary>The instruments of studies.</summary>
internal sealed class StudyMetrics
{
    private static readonly Lazy<StudyMetrics> Shared = new(static () => new StudyMetrics(new Meter(HyperTuneTelemetry.MeterName)));

    private readonly Counter<long> _trials;
    private readonly UpDownCounter<long> _running;
    private readonly Histogram<double> _duration;

    private StudyMetrics(Meter meter)
    {
        _trials = meter.CreateCounter<long>("hypertune.trials", "{trial}", "Trials that ended.");
        _running = meter.CreateUpDownCounter<long>("hypertune.trials.running", "{trial}", "Trials that run.");
        _duration = meter.CreateHistogram<double>("hypertune.trial.duration", "s", "How long trials ran.");
    }

    /// <summary>The instruments of the factory's meter, or those that all studies of the process share.</summary>
    public static StudyMetrics Of(IMeterFactory? factory)
        => factory is null ? Shared.Value : new StudyMetrics(factory.Create(HyperTuneTelemetry.MeterName));

    public void TrialStarted(string study) => _running.Add(1, new KeyValuePair<string, object?>("study", study));

    public void TrialReleased(string study) => _running.Add(-1, new KeyValuePair<string, object?>("study", study));

    public void TrialEnded(string study, TrialState state, TimeSpan duration)
    {
        _running.Add(-1, new KeyValuePair<string, object?>("study", study));
        if (_trials.Enabled || _duration.Enabled)
        {
            var tags = new TagList { { "study", study }, { "state", TrialStates.Word(state) } };
            _trials.Add(1, tags);
            _duration.Record(duration.TotalSeconds, tags);
        }
    }
}
