namespace HyperTune;

/// <summary>What to use and why.</summary>
/// <param name="Choice">The strategy.</param>
/// <param name="Reason">Why, as the rest of a sentence that begins with the strategy's name.</param>
/// <param name="IsFinal">Whether nothing that is still to come can change the choice.</param>
internal readonly record struct AutoDecision(AutoChoice Choice, string Reason, bool IsFinal)
{
    /// <summary>The chosen strategy with its default settings.</summary>
    public Strategy CreateStrategy() => Choice switch
    {
        AutoChoice.Enumeration => Strategy.Grid(new GridOptions { Shuffle = true }),
        AutoChoice.Bayesian => Strategy.Bayesian(),
        _ => Strategy.Tpe(),
    };
}
