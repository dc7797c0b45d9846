using HyperTune.Stopping.ExpectedImprovement;

namespace HyperTune;

public abstract partial class StoppingRule
{
    /// <summary>
    /// Ends a study of which a model expects next to no improvement: at no config that it can find is the expected improvement above a tolerance, three looks
    /// in a row.
    /// </summary>
    /// <remarks>
    /// The model is a Gaussian process of the completed trials, whatever strategy suggested them, fitted afresh at each look: after 20 completed trials (3 times
    /// the number of parameters, if that is more), then each 5 trials that completed or failed and, in longer studies, each time their number has grown by a tenth. A look takes from
    /// some milliseconds to about half a second. Values worse than twice as far from the best as the median count as no worse than that. It never ends a
    /// study while the strategy still runs its start design. Reference for the rule: D. Jones, M. Schonlau and W. Welch, "Efficient global optimization of
    /// expensive black-box functions", J. Global Optim. 13, 1998, section 4.4.
    /// </remarks>
    /// <param name="tolerance">
    /// Which improvement is worth no further trial, in the objective's unit; finite and above 0. <see langword="null"/> for a thousandth of the standard
    /// deviation of the better half of the values.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is not above 0.</exception>
    public static StoppingRule ExpectedImprovement(double? tolerance = null) => new ExpectedImprovementRule(tolerance);
}
