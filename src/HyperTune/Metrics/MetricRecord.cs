using System.ComponentModel;
using System.Numerics;

namespace HyperTune;

/// <summary>A member of an outcome that studies keep beside its metrics; see <see cref="RecordAttribute"/>.</summary>
public sealed class MetricRecord
{
    private readonly Func<RecordValue, bool> _fits;

    private MetricRecord(string name, Func<RecordValue, bool> fits)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        _fits = fits;
    }

    /// <summary>The stable name.</summary>
    public string Name { get; }

    /// <summary>A record that is a number; called by generated code.</summary>
    /// <typeparam name="T">The number's type.</typeparam>
    /// <param name="name">The stable name.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static MetricRecord OfNumber<T>(string name)
        where T : struct, INumber<T>
        => new(name, static value => value.AsNumber<T>() is not null);

    /// <summary>A record that is a truth value; called by generated code.</summary>
    /// <param name="name">The stable name.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static MetricRecord OfFlag(string name) => new(name, static value => value.AsFlag() is not null);

    /// <summary>A record that is a text; called by generated code.</summary>
    /// <param name="name">The stable name.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static MetricRecord OfText(string name) => new(name, static value => value.AsText() is not null);

    /// <summary>A record that is an enum; called by generated code.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The stable name.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static MetricRecord OfMember<T>(string name)
        where T : struct, Enum
        => new(name, static value => value.AsMember<T>() is not null);

    /// <summary>A record that is a time span; called by generated code.</summary>
    /// <param name="name">The stable name.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static MetricRecord OfTime(string name) => new(name, static value => value.AsTime() is not null);

    /// <summary>A record of which only the name is known.</summary>
    internal static MetricRecord OfAny(string name) => new(name, static _ => true);

    /// <summary>The stable name.</summary>
    public override string ToString() => Name;

    /// <summary>The value that a text stands for, as <see cref="RecordValue.ToString"/> writes it; <see langword="null"/> where the member's type can hold none of that text.</summary>
    internal RecordValue? Parse(string text)
    {
        foreach (RecordValue reading in (RecordValue[])[RecordValue.OfText(text), RecordValue.OfFlag(text == "true" ? true : text == "false" ? false : null), RecordValue.OfNumberText(text)])
        {
            if (Fits(reading))
            {
                return reading;
            }
        }

        return null;
    }

    /// <summary>Whether the member's type can hold a value.</summary>
    internal bool Fits(RecordValue value) => _fits(value);
}
