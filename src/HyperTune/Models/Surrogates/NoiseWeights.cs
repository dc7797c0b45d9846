using MathNet.Numerics;

namespace HyperTune.Models.Surrogates;

/// <summary>How noisy trials are beside each other: what the noise variance that is fitted to all of them is multiplied by.</summary>
/// <remarks>
/// A standard error is itself an estimate, from a handful of folds, so that even equal noise gives errors of different size. How much more than that they differ says
/// how far each is to be believed, by the scaled inverse chi-squared distribution of true variances that explains both:
/// <code>
/// z(i) = ln e(i)^2,   trigamma(d0/2) = var z - trigamma(d/2)                                                     (1)
/// ln s0^2 = mean z - digamma(d/2) + ln(d/2) + digamma(d0/2) - ln(d0/2)                                           (2)
/// w(i) = (d0 s0^2 + d e(i)^2) / (d0 + d), over the median of these                                               (3)
/// </code>
/// Where errors differ by no more than chance, d0 is infinite and all weights are 1. How large the noise is in all is left to the fit of the Gaussian process, because
/// the differences between folds are partly a smooth function of the config.
/// Reference: G. K. Smyth, "Linear models and empirical Bayes methods for assessing differential expression", Stat. Appl. Genet. Mol. Biol. 3(1), 2004, section 6.2.
/// </remarks>
internal sealed class NoiseWeights
{
    // Those of five folds; of more, errors are believed a little less than they could be.
    private const double Degrees = 4;

    private const int FewestErrors = 5;

    // An error of nothing, as that of trials whose folds differ by constants, has no logarithm.
    private const double SmallestShare = 1e-6;

    private readonly double _priorDegrees;
    private readonly double _priorSquare;
    private readonly double _typical;

    /// <param name="errors">The standard errors of the trials that the noise is fitted to; not a number where one is not known.</param>
    public NoiseWeights(ReadOnlySpan<double> errors)
    {
        var known = new List<double>();
        foreach (double error in errors)
        {
            if (double.IsFinite(error * error))
            {
                known.Add(error * error);
            }
        }

        double[] squares = known.ToArray();
        Array.Sort(squares);
        double median = squares.Length < FewestErrors ? 0 : squares[squares.Length / 2];
        if (median <= 0)
        {
            return;
        }

        double[] logarithms = [.. squares.Select(square => Math.Log(Math.Max(square, SmallestShare * median)))];
        double mean = logarithms.Average();
        double variance = logarithms.Sum(value => (value - mean) * (value - mean)) / (logarithms.Length - 1);
        double excess = variance - Trigamma(Degrees / 2);
        if (excess <= 0)
        {
            return;
        }

        _priorDegrees = 2 * InverseTrigamma(excess);
        _priorSquare = Math.Exp(
            mean - SpecialFunctions.DiGamma(Degrees / 2) + Math.Log(Degrees / 2) + SpecialFunctions.DiGamma(_priorDegrees / 2) - Math.Log(_priorDegrees / 2));
        _typical = Moderated(median);
    }

    /// <summary>The weight of a trial's noise.</summary>
    /// <param name="error">The trial's standard error; not a number where it is not known.</param>
    public double Of(double error) => _typical > 0 && double.IsFinite(error * error) ? Moderated(error * error) / _typical : 1;

    /// <summary>The standard errors of trials; not a number where one is not known.</summary>
    public static double[] ErrorsOf(ReadOnlySpan<Observation> trials)
    {
        var errors = new double[trials.Length];
        for (int i = 0; i < errors.Length; i++)
        {
            errors[i] = trials[i].StandardError ?? double.NaN;
        }

        return errors;
    }

    private double Moderated(double square) => ((_priorDegrees * _priorSquare) + (Degrees * square)) / (_priorDegrees + Degrees);

    // By the recurrence up to where five terms of the asymptotic series are exact enough.
    private static double Trigamma(double x)
    {
        double sum = 0;
        for (; x < 10; x++)
        {
            sum += 1 / (x * x);
        }

        double square = 1 / (x * x);
        return sum + (1 / x) + (square / 2) + (square / x * ((1 / 6.0) - (square * ((1 / 30.0) - (square / 42)))));
    }

    // The function falls from infinity to 0.
    private static double InverseTrigamma(double value)
    {
        (double low, double high) = (1e-3, 1e6);
        for (int i = 0; i < 60; i++)
        {
            double middle = Math.Sqrt(low * high);
            (low, high) = Trigamma(middle) > value ? (middle, high) : (low, middle);
        }

        return Math.Sqrt(low * high);
    }
}
