using HyperTune.Stopping.Patience;

namespace HyperTune;

public abstract partial class StoppingRule
{
    /// <summary>Ends a study that no trial has improved for long: the cheapest rule, and one that needs no model.</summary>
    /// <remarks>
    /// Trials that completed or were pruned count; those that failed, were cancelled or were imported do not. Many small improvements count as one as soon as
    /// they add up to more than <paramref name="minimumDelta"/>.
    /// </remarks>
    /// <param name="trials">
    /// How many trials in a row may bring no improvement; at least 1. <see langword="null"/> for 5 times the number of parameters, at least 30.
    /// </param>
    /// <param name="minimumDelta">
    /// By how much a value has to be better to count as an improvement, in the objective's unit; finite and at least 0. <see langword="null"/> for a thousandth
    /// of the distance between the quartiles of all values.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static StoppingRule Patience(int? trials = null, double? minimumDelta = null) => new PatienceRule(trials, minimumDelta);
}
