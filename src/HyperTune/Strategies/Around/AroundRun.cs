namespace HyperTune.Strategies.Around;

/// <summary>Tries a config and then what a strategy suggests near it.</summary>
/// <param name="run">The strategy, over the part of the space that is near.</param>
/// <param name="center">The config's vector.</param>
/// <param name="isAllowed">Whether it keeps the constraints.</param>
internal sealed class AroundRun(StrategyRun run, double[] center, bool isAllowed) : StrategyRun
{
    private bool _isTried = !isAllowed;

    public override string? Decision => run.Decision;

    internal override bool IsStarting => run.IsStarting;

    public override string? Explanation => run.Explanation;

    public override int? Parent => _isTried ? run.Parent : null;

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_isTried)
        {
            return run.TrySuggest(trialNumber, vector, cancellationToken);
        }

        center.CopyTo(vector);
        return true;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        _isTried = _isTried || vector.SequenceEqual(center);
        run.Announce(trialNumber, vector);
    }

    public override void Tell(in TrialResult result)
    {
        _isTried = _isTried || result.Vector.Span.SequenceEqual(center);
        run.Tell(in result);
    }
}
