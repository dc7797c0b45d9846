using System.Globalization;

namespace HyperTune.Strategies.Then;

/// <summary>Two strategies at work, one after the other; both are told everything.</summary>
/// <remarks>
/// Which one suggests follows from the trial's number. One that has nothing left is asked again for each number, instead of being remembered as done, because a
/// study that is continued knows only what was told.
/// </remarks>
/// <param name="first">The one that begins.</param>
/// <param name="firstName">Its name.</param>
/// <param name="end">The first number that is not its own.</param>
/// <param name="second">The one that goes on.</param>
/// <param name="secondName">Its name.</param>
internal sealed class ThenRun(StrategyRun first, string firstName, int end, StrategyRun second, string secondName) : StrategyRun
{
    // Until its trials are over; it is not asked any more then, and may hold much.
    private StrategyRun? _first = first;
    private StrategyRun _current = first;
    private int _next;

    public override string Decision
    {
        get
        {
            string own = string.Create(
                CultureInfo.InvariantCulture,
                $"Then: {(_current == second ? secondName : firstName)}, {(_current == second ? $"after {firstName}" : $"up to trial {end}")}.");
            return _current.Decision is { } decision ? $"{own} {decision}" : own;
        }
    }

    public override string Explanation
        => _current.Explanation is not { } explanation ? Decision
            : _current.Decision is { } decision && explanation.StartsWith(decision, StringComparison.Ordinal) ? $"{Decision}{explanation[decision.Length..]}"
            : $"{Decision} {explanation}";

    public override int? Parent => _current.Parent;

    // All of the first one is a start for the second.
    internal override bool IsStarting => (_next < end && _current != second) || second.IsStarting;

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        if (trialNumber >= end)
        {
            _first = null;
        }

        if (_first is not null && _first.TrySuggest(trialNumber, vector, cancellationToken))
        {
            _current = _first;
            return true;
        }

        _current = second;
        return second.TrySuggest(trialNumber, vector, cancellationToken);
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        _next = Math.Max(_next, trialNumber + 1);
        _first?.Announce(trialNumber, vector);
        second.Announce(trialNumber, vector);
    }

    public override void Tell(in TrialResult result)
    {
        _next = Math.Max(_next, result.Number + 1);
        _first?.Tell(in result);
        second.Tell(in result);
    }
}
