using System.ComponentModel;

namespace HyperTune.CompilerServices;

/// <summary>The listed values of a parameter whose type is a value type; a vector value is the zero-based index into them. For generated code.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListedValues<T>
{
    // Up to here looking at one after the other is faster than hashing.
    private const int LongestScan = 16;

    private readonly string _name;
    private readonly T[] _values;
    private readonly Dictionary<ValueTuple<T>, int>? _indices;

    /// <summary>Creates the list.</summary>
    /// <param name="name">The parameter's own name, for messages.</param>
    /// <param name="values">The values, all different.</param>
    public ListedValues(string name, T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _name = name;
        _values = values;
        _indices = values.Length > LongestScan ? values.Index().ToDictionary(static listed => ValueTuple.Create(listed.Item), static listed => listed.Index) : null;
    }

    /// <summary>The value behind a vector value.</summary>
    /// <param name="value">The vector value.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no index of the list.</exception>
    public T Decode(double value)
    {
        int index = (int)value;
        T[] values = _values;
        return (uint)index < (uint)values.Length ? values[index] : throw VectorValue.NotListed(_name, value, values.Length);
    }

    /// <summary>The vector value of a value; NaN for one that is not listed.</summary>
    /// <param name="value">The value.</param>
    public double Encode(T value)
    {
        T[] values = _values;
        if (values.Length > LongestScan)
        {
            return _indices!.TryGetValue(ValueTuple.Create(value), out int found) ? found : double.NaN;
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (EqualityComparer<T>.Default.Equals(values[i], value))
            {
                return i;
            }
        }

        return double.NaN;
    }
}
