namespace HyperTune;

/// <summary>A parameter whose values are numbers, or time spans, of a range.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class RangeParameter<T> : Parameter<T>
{
    /// <summary>Creates a parameter; called by generated code.</summary>
    /// <param name="name">The dotted path from the root of the space.</param>
    /// <param name="index">The zero-based place in the space's vectors.</param>
    /// <param name="distribution">The values and how likely each is.</param>
    /// <param name="defaultValue">The default as a vector value.</param>
    /// <param name="fromVector">Turns a vector value into a value.</param>
    /// <param name="toVector">Turns a value into a vector value, NaN for a value the parameter does not know.</param>
    /// <param name="condition">When the parameter exists; <see langword="null"/> for always.</param>
    /// <exception cref="ArgumentException">The values of the distribution are listed.</exception>
    public RangeParameter(
        string name,
        int index,
        Distribution distribution,
        double defaultValue,
        Func<double, T> fromVector,
        Func<T, double> toVector,
        ParameterCondition? condition = null)
        : base(name, index, distribution, defaultValue, fromVector, toVector, condition)
    {
        if (!distribution.Labels.IsEmpty)
        {
            throw new ArgumentException("The values of the distribution are listed: use ChoiceParameter<T>.", nameof(distribution));
        }
    }

    /// <summary>Leaves the parameter the values from one to another, both included.</summary>
    /// <param name="low">The smallest value to keep; not below the range.</param>
    /// <param name="high">The largest value to keep; not above the range.</param>
    /// <returns>What a space's <c>Narrow</c> takes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An end lies outside the parameter's range, or none of its values lies between the ends.</exception>
    public Narrowing To(T low, T high) => Keep(InRange(low, nameof(low)), InRange(high, nameof(high)), nameof(high), $"from {Text(low)} to {Text(high)}");

    /// <summary>Leaves the parameter the values up to one: what lies above is cut off, and a value above the range cuts nothing off.</summary>
    /// <param name="high">The largest value to keep.</param>
    /// <returns>What a space's <c>Narrow</c> takes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">None of the parameter's values is so small.</exception>
    public Narrowing AtMost(T high) => Keep(double.NegativeInfinity, Number(high, nameof(high)), nameof(high), $"up to {Text(high)}");

    /// <summary>Leaves the parameter the values from one on: what lies below is cut off, and a value below the range cuts nothing off.</summary>
    /// <param name="low">The smallest value to keep.</param>
    /// <returns>What a space's <c>Narrow</c> takes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">None of the parameter's values is so large.</exception>
    public Narrowing AtLeast(T low) => Keep(Number(low, nameof(low)), double.PositiveInfinity, nameof(low), $"from {Text(low)} on");

    private protected override Parameter<T> Create(Distribution distribution, double defaultValue, ParameterCondition? condition)
        => new RangeParameter<T>(Name, Index, distribution, defaultValue, Conversions.FromVector, Conversions.ToVector, condition)
        {
            PropertyName = PropertyName,
            Description = Description,
            Bound = Bound,
            Keys = Keys,
            WholeOrNull = Whole,
        };

    private Narrowing Keep(double low, double high, string argument, string wanted) => low <= high && Narrow(low, high) is { } kept
        ? new Narrowing(this, kept)
        : throw new ArgumentOutOfRangeException(argument, $"None of the values of '{Name}' lies {wanted}. Allowed: {Range}.");

    private double InRange(T value, string argument) => Number(value, argument) is var number && number >= Distribution.Low && number <= Distribution.High
        ? number
        : throw new ArgumentOutOfRangeException(argument, value, $"'{Name}' cannot reach to {Text(value)}, which is outside of its range. Allowed: {Range}.");

    private double Number(T value, string argument) => ToVector(value) is var number && !double.IsNaN(number)
        ? number
        : throw new ArgumentOutOfRangeException(argument, value, $"'{Name}' cannot be compared with {Text(value)}. Allowed: {Range}.");
}
