namespace HyperTune;

/// <summary>
/// How a parameter's values lie on the number line and how likely each is: the bridge between a parameter's value in a vector and the unit interval
/// that strategies work on.
/// </summary>
/// <remarks>
/// A parameter's <i>vector value</i> is a <see cref="double"/>: the number itself (never its logarithm; seconds for a <see cref="TimeSpan"/>), or the
/// zero-based index of a listed value. Its <i>unit value</i> lies in [0, 1] and is uniform under the distribution.
/// </remarks>
public abstract class Distribution
{
    private protected Distribution()
    {
    }

    /// <summary>The smallest vector value; negative infinity where there is no lower limit.</summary>
    public abstract double Low { get; }

    /// <summary>The largest vector value; positive infinity where there is no upper limit.</summary>
    public abstract double High { get; }

    /// <summary>How many different values there are, or <see langword="null"/> for a continuous distribution.</summary>
    public abstract long? Count { get; }

    /// <summary>Whether the values are numbers without gaps.</summary>
    public bool IsContinuous => Count is null;

    /// <summary>Whether the values are a list without any order, so that no value is closer to another than a third.</summary>
    public virtual bool IsCategorical => false;

    /// <summary>The vector value at the given place of the unit interval. Discrete values own cells of equal probability or width.</summary>
    /// <param name="unit">A number of [0, 1]; values outside are treated as the nearer end.</param>
    public abstract double FromUnit(double unit);

    /// <summary>The place of a vector value in the unit interval; for a discrete value, the middle of its cell.</summary>
    /// <param name="value">A vector value inside the range; values outside give the nearer end.</param>
    public abstract double ToUnit(double value);

    /// <summary>The vector value number <paramref name="index"/> in ascending order.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="InvalidOperationException">The distribution is continuous.</exception>
    public abstract double FromIndex(long index);

    /// <summary>Whether <paramref name="value"/> is a vector value that the distribution can give.</summary>
    /// <param name="value">The vector value to look at.</param>
    public abstract bool Contains(double value);

    /// <summary>The distribution in words, for instance <c>Log-uniform in [0.0001, 0.1]</c>.</summary>
    public abstract override string ToString();

    /// <summary>The exact meaning as a culture-independent text: equal texts, equal distributions.</summary>
    internal abstract string Canonical { get; }

    private protected static InvalidOperationException ContinuousHasNoIndex()
        => new("A continuous distribution has no numbered values.");
}
