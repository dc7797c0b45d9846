using System.ComponentModel;

namespace HyperTune.CompilerServices;

/// <summary>The listed values of a parameter that is a string; a vector value is the zero-based index into them. For generated code.</summary>
/// <remarks>What <see cref="ListedValues{T}"/> is for value types; code that is shared by all reference types would be slower.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListedStrings
{
    // Up to here looking at one after the other is faster than hashing.
    private const int LongestScan = 16;

    private readonly string _name;
    private readonly string?[] _values;
    private readonly Dictionary<ValueTuple<string?>, int>? _indices;

    /// <summary>Creates the list.</summary>
    /// <param name="name">The parameter's own name, for messages.</param>
    /// <param name="values">The values, all different.</param>
    public ListedStrings(string name, string?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _name = name;
        _values = values;
        _indices = values.Length > LongestScan ? values.Index().ToDictionary(static listed => ValueTuple.Create(listed.Item), static listed => listed.Index) : null;
    }

    /// <inheritdoc cref="ListedValues{T}.Decode"/>
    public string Decode(double value)
    {
        int index = (int)value;
        string?[] values = _values;
        return (uint)index < (uint)values.Length ? values[index]! : throw VectorValue.NotListed(_name, value, values.Length);
    }

    /// <inheritdoc cref="ListedValues{T}.Encode"/>
    public double Encode(string? value)
    {
        string?[] values = _values;
        if (values.Length > LongestScan)
        {
            return _indices!.TryGetValue(ValueTuple.Create(value), out int found) ? found : double.NaN;
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] == value)
            {
                return i;
            }
        }

        return double.NaN;
    }
}
