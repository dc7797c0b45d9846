namespace HyperTune.Strategies.Common;

/// <summary>A strategy at work on a part of a space, which is told the trials in that part and, where it learns from others, the first ones outside.</summary>
/// <param name="run">The strategy.</param>
/// <param name="sharedBelow">Below which number it is told all trials.</param>
/// <param name="isOwn">Whether a vector lies in the part.</param>
internal sealed class PartRun(StrategyRun run, int sharedBelow, PartRun.Membership isOwn) : StrategyRun
{
    /// <summary>A Gaussian process holds no more trials.</summary>
    public const int MostShared = 500;

    /// <summary>Whether a vector lies in a part of a space.</summary>
    public delegate bool Membership(ReadOnlySpan<double> vector);

    public override string? Decision => run.Decision;

    internal override bool IsStarting => run.IsStarting;

    public override string? Explanation => run.Explanation;

    public override int? Parent => run.Parent;

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken) => run.TrySuggest(trialNumber, vector, cancellationToken);

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        if (trialNumber < sharedBelow || isOwn(vector))
        {
            run.Announce(trialNumber, vector);
        }
    }

    public override void Tell(in TrialResult result)
    {
        if (result.Number < sharedBelow || isOwn(result.Vector.Span))
        {
            run.Tell(in result);
        }
    }
}
