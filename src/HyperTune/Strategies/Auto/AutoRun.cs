using HyperTune.State;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Auto;

/// <summary>The chosen strategy at work, and the hand-over to another one when the study has outgrown it.</summary>
/// <remarks>
/// Which strategy suggests depends on how many trials have been told, not on when they were; a successor is told all earlier trials first. As every
/// strategy suggests the same from the same history, so does this one.
/// </remarks>
internal sealed class AutoRun : StrategyRun
{
    private readonly StrategyContext _context;
    private readonly AutoRules _rules;
    private readonly TrialPace _pace;
    private readonly TimeProvider? _time;
    private readonly List<string> _decisions = [];

    // Until the decision is final; after that nobody needs it, and it grows with every trial.
    private TrialReplay? _replay = new();
    private AutoDecision _decision;
    private StrategyRun _run;

    /// <param name="context">What the study tells in advance.</param>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock for suggestions, where times count.</param>
    public AutoRun(StrategyContext context, AutoOptions options, TimeProvider time)
    {
        _context = context;
        _rules = new AutoRules(context);
        _pace = new TrialPace(options.AdaptToDuration, options.MostOverhead);
        _time = options.AdaptToDuration ? time : null;
        _decision = _rules.Decide(0, _pace);
        _run = Begin();
    }

    public override string Decision => $"Auto: {string.Join("; ", _decisions)}.";

    public override string Explanation => _run.Explanation is { } explanation ? $"{Decision} {explanation}" : Decision;

    internal override bool IsStarting => _run.IsStarting;

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        if (_replay is not null)
        {
            Review(_replay);
        }

        if (_replay is null || _time is null)
        {
            return _run.TrySuggest(trialNumber, vector, cancellationToken);
        }

        long start = _time.GetTimestamp();
        bool isFound = _run.TrySuggest(trialNumber, vector, cancellationToken);
        _pace.AddSuggestion(_time.GetElapsedTime(start));
        return isFound;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        _replay?.Announce(trialNumber, vector);
        _run.Announce(trialNumber, vector);
    }

    public override void Tell(in TrialResult result)
    {
        _replay?.Tell(in result);
        _pace.Add(in result);
        _run.Tell(in result);
    }

    private void Review(TrialReplay known)
    {
        AutoDecision due = _rules.Decide(known.FinishedCount, _pace);
        if (due.Strategy != _decision.Strategy)
        {
            _decision = due;
            _run = Begin();
            known.Replay(_run);
        }

        if (due.IsFinal)
        {
            _replay = null;
        }
    }

    private StrategyRun Begin()
    {
        string since = _replay is not { FinishedCount: > 0 } known ? "" : $" after {known.FinishedCount} trials";
        _decisions.Add($"{_decision.Strategy}{since}, because {_decision.Reason}");
        return _decision.Strategy.Start(_context);
    }
}
