namespace HyperTune.Strategies.Auto;

/// <summary>What to use and why.</summary>
/// <param name="Strategy">The strategy, one of those of <see cref="AutoRules"/>.</param>
/// <param name="Reason">Why, as the rest of a sentence that begins with the strategy's name.</param>
/// <param name="IsFinal">Whether nothing that is still to come can change the choice.</param>
internal readonly record struct AutoDecision(Strategy Strategy, string Reason, bool IsFinal);
