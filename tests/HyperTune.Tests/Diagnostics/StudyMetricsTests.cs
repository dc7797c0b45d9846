using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace HyperTune.Tests;

public sealed class StudyMetricsTests : IDisposable
{
    private readonly StudyOptions _options = Studies.Seeded with { Name = $"metrics {Guid.NewGuid()}" };
    private readonly ConcurrentQueue<(string Instrument, double Value, string? State)> _measurements = new();
    private readonly MeterListener _listener = new();

    public StudyMetricsTests()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == HyperTuneTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void Trials_are_counted_by_state_and_timed_in_seconds()
    {
        var time = new ManualTime();
        Studies.Minimize(_options with { TimeProvider = time }).Run(
            (_, trial) =>
            {
                time.Advance(0.5 + trial.Number);
                return trial.Number switch { 0 => 1, 1 => TrialOutcome.Pruned, _ => double.NaN };
            },
            3);
        Assert.Equal([(1.0, "completed"), (1, "pruned"), (1, "failed")], Of("hypertune.trials"));
        Assert.Equal([(0.5, "completed"), (1.5, "pruned"), (2.5, "failed")], Of("hypertune.trial.duration"));
        Assert.Equal([1.0, -1, 1, -1, 1, -1], Of("hypertune.trials.running").Select(static measurement => measurement.Value));
    }

    [Fact]
    public async Task Trials_that_are_asked_for_run_until_they_are_told()
    {
        Study<double[]> study = Studies.Minimize(_options);
        Trial<double[]> trial = await study.AskAsync();
        await study.AskAsync();
        await study.TellAsync(trial, 1);
        Assert.Equal(1, Of("hypertune.trials.running").Sum(static measurement => measurement.Value));
    }

    [Fact]
    public void A_meter_factory_makes_the_meter()
    {
        using var factory = new SingleMeterFactory();
        Studies.Minimize(_options with { MeterFactory = factory }).Run(Studies.Bowl, 2);
        Assert.Equal(HyperTuneTelemetry.MeterName, factory.Meter?.Name);
        Assert.Equal(2, Of("hypertune.trials").Count());
    }

    private IEnumerable<(double Value, string? State)> Of(string instrument)
        => _measurements.Where(measurement => measurement.Instrument == instrument)
            .Select(static measurement => (measurement.Value, measurement.State));

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> named = new(tags.ToArray());
        if (Equals(named["study"], _options.Name))
        {
            _measurements.Enqueue((instrument.Name, value, named.GetValueOrDefault("state") as string));
        }
    }

    private sealed class SingleMeterFactory : IMeterFactory
    {
        public Meter? Meter { get; private set; }

        public Meter Create(MeterOptions options) => Meter = new Meter(options);

        public void Dispose() => Meter?.Dispose();
    }
}
