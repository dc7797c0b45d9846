namespace HyperTune.Models.Surrogates;

/// <summary>How objective values become the outputs that a Gaussian process models.</summary>
internal enum OutputScale
{
    /// <summary>The values themselves.</summary>
    Raw,

    /// <summary>Mean 0 and standard deviation 1.</summary>
    Standardized,

    /// <summary>The worse half replaced by normal quantiles of its ranks, differences near the best stretched by a logarithm, then
    /// standardized.</summary>
    Warped,

    /// <summary>
    /// Differences near zero kept and those far from it, on either side, shortened by a logarithm, then standardized: for a quantity of which only the sign
    /// matters.
    /// </summary>
    AroundZero,
}
