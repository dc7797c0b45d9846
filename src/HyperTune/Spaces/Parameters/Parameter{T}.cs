using System.Collections.Immutable;
using System.Globalization;

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

        return Distribution.Contains(vectorValue)
            ? labels[(int)vectorValue]
            : throw new ArgumentOutOfRangeException(
                nameof(vectorValue), vectorValue, $"The vector value of '{Name}' must be an index of its list, from 0 to {labels.Length - 1}.");
    }
}
