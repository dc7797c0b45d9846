using System.Runtime.InteropServices;
using HyperTune.Pruning.Wilcoxon;

namespace HyperTune.Pruning.Auto;

/// <summary>
/// Stops a trial when it is all but certain that it will not be the best: when its predicted end is worse than the best completed trial by more than 2.5 of its
/// standard deviations (<see cref="FinalLossModel"/>) at one of a few checks (<see cref="Checkpoints"/>).
/// </summary>
/// <remarks>
/// It judges a trial when it reports, once at each check, and remembers the verdict: so it follows from the order of reports and ends alone, and not from when
/// somebody asks. Trials that report instances are judged by the signed-rank test against the best one, since a curve through instances has no meaning.
/// </remarks>
internal sealed class AutoPrunerRun(PrunerContext context, int? lastStep) : PrunerRun
{
    private const int FewestCompleted = 12;
    private const double Certainty = 2.5;
    private const double InstanceSignificance = 0.05;

    private readonly Checkpoints _checkpoints = new(lastStep);
    private readonly ImmuneTrials _immune = new(context.StudyName);
    private readonly RiskCount _risk = new();
    private readonly Dictionary<int, Runner> _running = [];
    private readonly PrunerRun _instances = new WilcoxonPruner(InstanceSignificance, startupSteps: 2).Start(context);
    private double _best = double.PositiveInfinity;
    private int _instanceCount;

    public override string? Explanation => _risk.ToString();

    public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports)
        => _running.TryGetValue(trialNumber, out Runner? runner)
            && runner is { IsCondemned: true, IsImmune: false }
            && !reports.IsEmpty
            && (reports[^1].Kind == ReportKind.Instance ? reports.Length < _instanceCount : reports[^1].Step + 1.0 < _checkpoints.End);

    public override void Report(int trialNumber, TrialReport report)
    {
        if (!_running.TryGetValue(trialNumber, out Runner? runner))
        {
            _running.Add(trialNumber, runner = new Runner { IsImmune = _immune.Contains(trialNumber) });
        }

        if (report.Kind == ReportKind.Instance)
        {
            runner.IsCondemned |= runner.IsWorse(report, trialNumber, _instances);
            return;
        }

        double before = runner.Curve.LastTime;
        runner.Curve.Add(report.Step + 1.0, context.ToLoss(report.Value));
        if (_checkpoints.Due(before, runner.Curve.LastTime, out double time) is { Count: >= FewestCompleted } model
            && runner.Curve.Times[0] <= time
            && model.TryPredict(runner.Curve.At(time, _checkpoints.End), out double prediction, out double deviation))
        {
            runner.Prediction = prediction;
            runner.IsCondemned |= prediction - (Certainty * deviation) > _best;
        }
    }

    public override double? PredictFinal(int trialNumber, ReadOnlySpan<TrialReport> reports)
    {
        // It was judged to be worse than the best, which a later best may be closer to.
        return _running.TryGetValue(trialNumber, out Runner? runner) && double.IsFinite(runner.Prediction) && double.IsFinite(_best)
            ? context.ToLoss(Math.Max(runner.Prediction, _best))
            : null;
    }

    public override void Tell(int trialNumber, TrialState state, double value, ReadOnlySpan<TrialReport> reports)
    {
        _running.Remove(trialNumber, out Runner? runner);
        if (state != TrialState.Completed)
        {
            return;
        }

        double loss = context.ToLoss(value);
        if (runner is { IsCondemned: true, IsImmune: true })
        {
            _risk.Add(loss < _best);
        }

        _best = Math.Min(_best, loss);
        if (!reports.IsEmpty && reports[^1].Kind == ReportKind.Instance)
        {
            _instances.Tell(trialNumber, state, value, reports);
            _instanceCount = Math.Max(_instanceCount, reports.Length);
        }
        else if (!reports.IsEmpty)
        {
            _checkpoints.Add(reports, loss, context);
        }
    }

    /// <summary>A trial that runs.</summary>
    private sealed class Runner
    {
        private List<TrialReport>? _instances;

        public required bool IsImmune { get; init; }

        public TrialCurve Curve { get; } = new();

        /// <summary>Whether it is to be stopped, or would be if it were not immune.</summary>
        public bool IsCondemned { get; set; }

        /// <summary>Where it was said to end at the last check; not a number before the first.</summary>
        public double Prediction { get; set; } = double.NaN;

        /// <summary>Takes a report of an instance, and says whether the trial is worse than the best one.</summary>
        public bool IsWorse(TrialReport report, int trialNumber, PrunerRun test)
        {
            _instances ??= [];
            int place = _instances.FindLastIndex(other => other.Step < report.Step) + 1;
            _instances.Insert(place, report);
            return test.ShouldPrune(trialNumber, CollectionsMarshal.AsSpan(_instances));
        }
    }
}
