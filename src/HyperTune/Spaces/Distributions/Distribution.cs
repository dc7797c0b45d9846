using System.Collections.Immutable;
using HyperTune.Numerics;
using HyperTune.Text;

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

    /// <summary>
    /// Whether <see cref="Low"/> is a value like any other, with a finite place and slope: false where there is no lower limit, and for the 0 of a log-normal
    /// distribution, which lies infinitely far down on its logarithmic scale.
    /// </summary>
    public virtual bool HasLowEnd => double.IsFinite(Low);

    /// <summary>Whether <see cref="High"/> is a value like any other: false where there is no upper limit.</summary>
    public virtual bool HasHighEnd => double.IsFinite(High);

    /// <summary>How many different values there are, or <see langword="null"/> for a continuous distribution.</summary>
    public abstract long? Count { get; }

    /// <summary>Whether the values are numbers without gaps.</summary>
    public bool IsContinuous => Count is null;

    /// <summary>Whether there is only one value.</summary>
    internal bool IsConstant => Count == 1 || Low == High;

    /// <summary>Whether the values are a list without any order, so that no two values are closer to each other than any other two.</summary>
    public virtual bool IsCategorical => false;

    /// <summary>The values as invariant text, in list order; empty where the values are numbers.</summary>
    public virtual ImmutableArray<string> Labels => [];

    /// <summary>The vector value at the given place of the unit interval. Discrete values own cells of equal probability or width.</summary>
    /// <param name="unit">
    /// A number in [0, 1]; one outside is treated as the nearer end. 0 and 1 give the ends themselves, where those are values.
    /// </param>
    public abstract double FromUnit(double unit);

    /// <summary>
    /// The place of a vector value in the unit interval: the share of the distribution below it. The place of a discrete value lies inside its cell: in
    /// the middle where all cells are equally wide (lists, steps and uniform whole numbers); elsewhere (logarithmic and normal whole numbers) it is the
    /// place of the number on the continuous scale, which is not quite the middle.
    /// </summary>
    /// <param name="value">A vector value inside the range; values outside give the place of the nearer end.</param>
    public abstract double ToUnit(double value);

    /// <summary>
    /// How fast the vector value grows with the place in the unit interval: the derivative of <see cref="FromUnit"/>, by which a derivative with respect to
    /// the value is multiplied to become one with respect to the place.
    /// </summary>
    /// <param name="unit">A number in [0, 1]; one outside is treated as the nearer end.</param>
    /// <returns>At least 0; infinite where it exceeds the largest number. NaN for a discrete distribution, whose values have no derivative.</returns>
    public abstract double UnitSlope(double unit);

    /// <summary>The vector value at place <paramref name="index"/> in ascending order, counted from 0.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="InvalidOperationException">The distribution is continuous.</exception>
    public abstract double FromIndex(long index);

    /// <summary>Whether <paramref name="value"/> is a vector value that the distribution can give.</summary>
    /// <param name="value">The vector value to look at.</param>
    public abstract bool Contains(double value);

    /// <summary>The vector value nearest to a number, which is the number itself where the distribution contains it.</summary>
    /// <param name="value">Any number; infinite ones are treated as the largest finite ones. NaN stays NaN.</param>
    public virtual double Snap(double value) => Math.Clamp(value, Math.Max(Low, double.MinValue), Math.Min(High, double.MaxValue));

    /// <summary>
    /// Whether every value of <paramref name="other"/> is one of this distribution, which must also be of the same kind and shape: <paramref name="other"/>
    /// is then this distribution or a part of it.
    /// </summary>
    /// <param name="other">The distribution to compare with.</param>
    public bool Covers(Distribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.GetType() == GetType() && CoversOfSameKind(other);
    }

    /// <summary>The part of the distribution from one vector value to another; <see langword="null"/> where no value lies there.</summary>
    /// <param name="low">The smallest value to keep; one below <see cref="Low"/> cuts nothing off.</param>
    /// <param name="high">The largest value to keep; one above <see cref="High"/> cuts nothing off.</param>
    /// <exception cref="ArgumentOutOfRangeException">The values there are so far from the mean that nothing can be drawn from them.</exception>
    internal abstract Distribution? Narrow(double low, double high);

    /// <summary>The values that this distribution has in common with another one, where both are parts of the same; <see langword="null"/> for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The values there are so far from the mean that nothing can be drawn from them.</exception>
    internal virtual Distribution? Intersect(Distribution part) => Narrow(part.Low, part.High);

    /// <summary>The distribution in words, for instance <c>Log-uniform in [0.0001, 0.1]</c>.</summary>
    public abstract override string ToString();

    /// <summary>The exact meaning as a culture-independent text: equal texts, equal distributions.</summary>
    internal abstract string Canonical { get; }

    /// <summary>
    /// The part of the unit interval that belongs to the value at the given place of it; the place alone for a continuous distribution.
    /// </summary>
    internal abstract (double Begin, double End) CellAt(double unit);

    /// <summary>
    /// The value at a place of the unit interval as a human would write it: the nearest short decimal where rounding alone keeps them apart. Slower
    /// than
    /// <see cref="FromUnit"/>, for the few points of a grid.
    /// </summary>
    internal double PointAt(double unit)
    {
        double value = FromUnit(unit);
        return IsContinuous && unit > 0 && unit < 1 ? Snap(ShortDecimal.Nearest(value, RoundingError(value))) : value;
    }

    /// <summary>
    /// What a number that was computed or stored elsewhere stands for: an end where rounding alone keeps them apart, the value of a grid that it is,
    /// and itself otherwise.
    /// </summary>
    internal abstract double Recognize(double value);

    /// <summary>How far from a value of <see cref="FromUnit"/> the exact one can be; only asked of continuous distributions.</summary>
    private protected virtual double RoundingError(double value) => 0;

    /// <summary><see cref="Covers"/> for a distribution of the same class.</summary>
    private protected virtual bool CoversOfSameKind(Distribution other) => Low <= other.Low && High >= other.High && ContainsSteps(other);

    /// <summary>Whether equal factors, not equal differences, are equal distances between the ends.</summary>
    internal virtual bool IsLogarithmic => false;

    /// <summary>The attribute that declares the distribution, with other ends.</summary>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The largest value.</param>
    /// <param name="isInteger">Whether the values are of an integer type, whose steps of 1 go without saying.</param>
    internal virtual string ToAttribute(double low, double high, bool isInteger) => $"[{this}]";

    private protected static string Arguments(double first, double second) => $"{NumberFormat.Invariant(first)}, {NumberFormat.Invariant(second)}";

    private protected static InvalidOperationException ContinuousHasNoIndex()
        => new("A continuous distribution has no numbered values.");

    // Equally spaced values lie among others when both ends and the second value do.
    private bool ContainsSteps(Distribution other)
        => IsContinuous
        || (!other.IsContinuous && Contains(other.Low) && Contains(other.High) && Contains(other.FromIndex(Math.Min(1, other.Count!.Value - 1))));
}
