using System.Globalization;

namespace HyperTune.Simulation;

/// <summary>
/// A study whose workers play curves back instead of training, in the order of a simulated clock: each trial reports a step when the step's time is over, asks the
/// pruner, and its worker starts the next trial at once. The study, its strategy and its pruner are the real ones.
/// </summary>
/// <remarks>What happens at the same time happens in the order of the trials' numbers.</remarks>
internal sealed class StudyPlayback<T>
{
    private readonly LearningCurves<T> _curves;
    private readonly SimulationOptions _options;
    private readonly ICurveSource<T> _source;
    private readonly SimulatedClock _clock = new();
    private readonly Study<T> _study;
    private readonly PriorityQueue<RunningTrial, (long Ticks, int Number)> _next = new();
    private readonly List<SimulatedTrial> _ended = [];
    private bool _isExhausted;
    private int _started;
    private long _steps;
    private long _savedSteps;
    private long _endedSteps;

    public StudyPlayback(LearningCurves<T> curves, Pruner pruner, SimulationOptions options, long seed)
    {
        _curves = curves;
        _options = options;
        _source = curves.Start(options.Strategy, options.Trials);

        // The name decides about Hyperband's brackets and the like, which are not to be the same each time.
        _study = new Study<T>(curves.Space, curves.Direction, new StudyOptions
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"simulation {seed}"),
            Seed = seed,
            Strategy = _source.Strategy,
            Pruner = pruner,
            Parallelism = options.Workers,
            TimeProvider = _clock,
        });
        Pruner = pruner;
        Seed = seed;
    }

    private Pruner Pruner { get; }

    private long Seed { get; }

    public SimulationResult Run()
    {
        for (int worker = 0; worker < _options.Workers; worker++)
        {
            StartNext();
        }

        while (_next.Count > 0 && !(_steps >= _options.Steps))
        {
            RunningTrial running = _next.Dequeue();
            _clock.Now = running.Due;
            Report(running);
        }

        while (_next.TryDequeue(out RunningTrial? cut, out _))
        {
            _ended.Add(new SimulatedTrial(cut.Trial.Number, cut.Row, TrialState.Cancelled, cut.Reports, cut.Start, _clock.Now, null, _steps));
        }

        double? best = null;
        foreach (double value in _ended.Select(static trial => trial.Value).OfType<double>())
        {
            best = best is not { } known || (_curves.Direction == OptimizationDirection.Maximize ? value > known : value < known) ? value : best;
        }

        return new SimulationResult
        {
            Pruner = Pruner.ToString(),
            Seed = Seed,
            Trials = [.. _ended.OrderBy(static trial => trial.Number)],
            Steps = _steps,
            SavedShare = _savedSteps == 0 ? 0 : (double)_savedSteps / (_savedSteps + _endedSteps),
            BestValue = best,
            BestRank = best is { } chosen ? _curves.RankOf(chosen) : null,
            Time = _clock.Now,
        };
    }

    private void StartNext()
    {
        if (_isExhausted || _started >= _options.Trials || _steps >= _options.Steps)
        {
            return;
        }

        if (_study.TryAsk() is not { } trial)
        {
            _isExhausted = true;
            return;
        }

        _started++;
        (LearningCurve curve, int? row) = _source.CurveOf(trial);
        Schedule(new RunningTrial(trial, curve, row, _clock.Now) { Due = _clock.Now });
    }

    private void Schedule(RunningTrial running)
    {
        running.Due += TimeSpan.FromTicks((long)Math.Round(running.Curve.Seconds[running.Reports] * TimeSpan.TicksPerSecond));
        _next.Enqueue(running, (running.Due.Ticks, running.Trial.Number));
    }

    private void Report(RunningTrial running)
    {
        LearningCurve curve = running.Curve;
        if (curve.Kind == ReportKind.Instance)
        {
            running.Trial.ReportInstance(curve.Steps[running.Reports], curve.Values[running.Reports]);
        }
        else
        {
            running.Trial.Report(curve.Steps[running.Reports], curve.Values[running.Reports]);
        }

        _steps++;
        running.Reports++;
        if (running.Reports == curve.Values.Length)
        {
            End(running, TrialState.Completed);
        }
        else if (running.Trial.ShouldPrune)
        {
            End(running, TrialState.Pruned);
        }
        else
        {
            Schedule(running);
        }
    }

    private void End(RunningTrial running, TrialState state)
    {
        bool isCompleted = state == TrialState.Completed;
        _study.Tell(running.Trial, isCompleted ? TrialOutcome.Completed(running.Curve.Final) : TrialOutcome.Pruned);
        _endedSteps += running.Reports;
        _savedSteps += running.Curve.Values.Length - running.Reports;
        _ended.Add(new SimulatedTrial(
            running.Trial.Number, running.Row, state, running.Reports, running.Start, _clock.Now, isCompleted ? running.Curve.Final : null, _steps));
        StartNext();
    }

    private sealed class RunningTrial(Trial<T> trial, LearningCurve curve, int? row, TimeSpan start)
    {
        public Trial<T> Trial => trial;

        public LearningCurve Curve => curve;

        public int? Row => row;

        public TimeSpan Start => start;

        /// <summary>When the next report is due.</summary>
        public TimeSpan Due { get; set; }

        public int Reports { get; set; }
    }
}
