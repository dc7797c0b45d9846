using HyperTune.Models;
using HyperTune.State;

namespace HyperTune.Studies.Engine;

/// <summary>
/// What strategies are told of trials that reported instances: standard errors, by the trials before each of them alone, so that the same order of ends gives the
/// same errors, also where the study is opened again. Where ends are told in an order of their own, the values of trials that were stopped go by that order, too: those
/// that the study keeps go by what happened to be reported when the trial ended.
/// </summary>
/// <param name="trials">The study's trials.</param>
/// <param name="isFirst">Whether what trials report is the first objective.</param>
/// <param name="single">The only objective, where ends are told in an order of their own; otherwise <see langword="null"/>.</param>
internal sealed class TaughtTrials(TrialTable trials, bool isFirst, Metric? single = null)
{
    // One trial does not tell which of its instances are hard and where it is good.
    private const int FewestTrials = 2;

    private readonly Dictionary<int, double> _errors = [];
    private readonly Dictionary<int, double> _stopped = [];
    private InstanceErrors _instances = new();
    private InstanceEffects _effects = new();

    /// <summary>Takes note that a trial has ended, in the order in which ends count.</summary>
    public void End(int number)
    {
        ref readonly TrialEntry entry = ref trials.Entry(number);
        if (!isFirst || entry.ReportCount == 0 || entry.State is not (TrialState.Completed or TrialState.Pruned))
        {
            return;
        }

        if (_instances.TrialCount >= FewestTrials && _instances.Of(entry.ReportSpan, trials.ValidationRatio, isLearnt: false) is { } error)
        {
            _errors[number] = error;
        }

        if (entry.State == TrialState.Completed)
        {
            _instances.Learn(entry.ReportSpan);
        }

        if (single is not null)
        {
            LearnEffects(number, in entry);
        }
    }

    /// <summary>The end of a trial as strategies see it.</summary>
    public TrialResult ResultOf(int number)
    {
        TrialResult result = trials.Result(number);
        if (_stopped.Count > 0 && _stopped.TryGetValue(number, out double value))
        {
            result = result with { Values = double.IsNaN(value) ? default : new[] { single!.ToLoss(value) } };
        }

        return _errors.Count > 0 && _errors.TryGetValue(number, out double error) ? result with { StandardError = error } : result;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _errors.Clear();
        _stopped.Clear();
        _instances = new InstanceErrors();
        _effects = new InstanceEffects();
    }

    private void LearnEffects(int number, ref readonly TrialEntry entry)
    {
        foreach (TrialReport report in entry.ReportSpan)
        {
            if (report.Kind == ReportKind.Instance)
            {
                _effects.Report(number, report.Step, report.Value);
            }
        }

        if (entry.State == TrialState.Pruned && entry.ReportSpan[^1].Kind == ReportKind.Instance)
        {
            _stopped[number] = _effects.ValueOf(number);
        }

        _effects.Settle(number);
    }
}
