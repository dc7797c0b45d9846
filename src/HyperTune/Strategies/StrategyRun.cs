using HyperTune.State;

namespace HyperTune;

/// <summary>
/// A strategy at work in one study: a synchronous state machine over vectors that knows neither the user's types nor storage, threads or clocks.
/// </summary>
/// <remarks>
/// A suggestion depends on the context, the trial's number and the trials told and announced so far, and on nothing else: replaying the same calls gives
/// the same suggestions, and results may be told in any order. The study calls one member at a time.
/// </remarks>
public abstract class StrategyRun
{
    /// <summary>Suggests the vector of a new trial.</summary>
    /// <param name="trialNumber">The trial's number, counted from 0; each number is asked for at most once.</param>
    /// <param name="vector">Receives a vector that the space contains and whose constraints hold.</param>
    /// <param name="cancellationToken">Ends the computation; the same number can then be asked for again.</param>
    /// <returns><see langword="false"/> when the strategy has nothing left to suggest; the study then stops.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ConstraintException">The space's constraints accept too little.</exception>
    public abstract bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken);

    /// <summary>
    /// The number of the trial from whose checkpoint the trial of the last suggestion goes on, such as that of a better member of a population; it completed
    /// before. <see langword="null"/> for a trial that begins from nothing, as with most strategies.
    /// </summary>
    public virtual int? Parent => null;

    /// <summary>Announces a trial that starts to run, whether this strategy suggested it or the user did.</summary>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="vector">Its vector.</param>
    public virtual void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
    }

    /// <summary>
    /// Tells the end of a trial, announced before or taken from another study. Where the space was narrowed at run time, its values may lie outside of it.
    /// </summary>
    /// <param name="result">What came out, under a number that no other trial has.</param>
    public virtual void Tell(in TrialResult result)
    {
    }

    /// <summary>What the strategy decided and why, where it has something to say; for logs and results.</summary>
    public virtual string? Explanation => null;

    /// <summary>
    /// The part of <see cref="Explanation"/> that holds for many trials, where there is such a thing: the study logs it whenever it changes.
    /// </summary>
    public virtual string? Decision => null;

    /// <summary>Whether the next suggestion is still one of the evenly spread trials that the strategy starts with.</summary>
    internal virtual bool IsStarting => false;
}
