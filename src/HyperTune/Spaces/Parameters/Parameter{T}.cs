using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Text;

namespace HyperTune;

/// <summary>A parameter whose values have the type <typeparamref name="T"/> in the config.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public class Parameter<T> : Parameter
{
    private readonly Func<double, T> _fromVector;
    private readonly Func<T, double> _toVector;

    /// <summary>Creates a parameter; called by generated code.</summary>
    /// <param name="name">The dotted path from the root of the space.</param>
    /// <param name="index">The zero-based place in the space's vectors.</param>
    /// <param name="distribution">The values and how likely each is.</param>
    /// <param name="defaultValue">The default as a vector value.</param>
    /// <param name="fromVector">Turns a vector value into a value.</param>
    /// <param name="toVector">Turns a value into a vector value, NaN for a value the parameter does not know.</param>
    /// <param name="condition">When the parameter exists; <see langword="null"/> for always.</param>
    public Parameter(
        string name,
        int index,
        Distribution distribution,
        double defaultValue,
        Func<double, T> fromVector,
        Func<T, double> toVector,
        ParameterCondition? condition = null)
        : base(name, index, distribution, defaultValue, condition)
    {
        ArgumentNullException.ThrowIfNull(fromVector);
        ArgumentNullException.ThrowIfNull(toVector);
        _fromVector = fromVector;
        _toVector = toVector;
    }

    /// <inheritdoc/>
    public sealed override Type ValueType => typeof(T);

    /// <summary>The default as a value of the config.</summary>
    public T Default => _fromVector(DefaultValue);

    /// <summary>The value behind a vector value.</summary>
    /// <param name="vectorValue">A vector value that the distribution contains.</param>
    public T FromVector(double vectorValue) => _fromVector(vectorValue);

    /// <summary>The vector value of a value; NaN for a value that is not among the listed ones.</summary>
    /// <param name="value">A value of the config.</param>
    public double ToVector(T value) => _toVector(value);

    /// <summary>Leaves the parameter a single value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>What a space's <c>Narrow</c> takes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the parameter's values.</exception>
    public Narrowing Fix(T value)
    {
        double vectorValue = ToVector(value);
        return Distribution.Contains(vectorValue) && Narrow(vectorValue, vectorValue) is { } single
            ? new Narrowing(this, single)
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"'{Name}' cannot be fixed at {Text(value)}, which is none of its values. Allowed: {Range}.");
    }

    internal sealed override Parameter Narrowed(Distribution distribution, ParameterCondition? condition)
        => Create(distribution, distribution.Snap(DefaultValue), condition);

    /// <summary>The same parameter with another distribution, default and condition.</summary>
    private protected virtual Parameter<T> Create(Distribution distribution, double defaultValue, ParameterCondition? condition)
        => new(Name, Index, distribution, defaultValue, _fromVector, _toVector, condition)
        {
            PropertyName = PropertyName,
            Description = Description,
            Bound = Bound,
            Keys = Keys,
            WholeOrNull = Whole,
        };

    /// <summary>The functions between vector values and values.</summary>
    private protected (Func<double, T> FromVector, Func<T, double> ToVector) Conversions => (_fromVector, _toVector);

    /// <summary>A value as invariant text.</summary>
    private protected static string Text(T value) => Printable.Of(value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    /// <summary>The part of the distribution from one value to another; <see langword="null"/> where no value lies there, or none can be drawn.</summary>
    private protected Distribution? Narrow(double low, double high)
    {
        try
        {
            return Distribution.Narrow(low, high);
        }
        catch (ArgumentOutOfRangeException)
        {
            // So far out in a tail that the numbers cannot tell the values' probabilities from 0.
            return null;
        }
    }

    /// <inheritdoc/>
    private protected sealed override string Unit => typeof(T) == typeof(TimeSpan) || typeof(T) == typeof(TimeSpan?) ? " seconds" : "";

    /// <inheritdoc/>
    public sealed override string Format(double vectorValue)
    {
        if (double.IsNaN(vectorValue))
        {
            return "(inactive)";
        }

        ImmutableArray<string> labels = Distribution.Labels;
        if (labels.IsEmpty)
        {
            return Convert.ToString(_fromVector(vectorValue), CultureInfo.InvariantCulture) ?? "";
        }

        return ((ListDistribution)Distribution).IsListed(vectorValue)
            ? labels[(int)vectorValue]
            : throw new ArgumentOutOfRangeException(
                nameof(vectorValue), vectorValue, $"The vector value of '{Name}' must be an index of its list, from 0 to {labels.Length - 1}.");
    }
}
