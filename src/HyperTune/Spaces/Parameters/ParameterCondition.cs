using System.Collections.Immutable;
using HyperTune.Spaces.Parameters;
using HyperTune.Text;

namespace HyperTune;

/// <summary>When a conditional parameter exists: its parent is active and has one of the given values, or a value in a range.</summary>
public sealed class ParameterCondition
{
    private readonly string? _canonical;
    private readonly string? _words;

    private ParameterCondition(Parameter parent, ImmutableArray<double> values, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(parent);
        Parent = parent;
        Values = values;
        Low = low;
        High = high;

        // The entry of a list is a place in it, whatever is listed.
        Type type = parent.Distribution.Labels.IsEmpty ? parent.ValueType : typeof(double);
        Admitted = values.IsEmpty ? [HeldNumber.Range(type, low, high)] : [.. values.Select(value => HeldNumber.Range(type, value, value))];
    }

    // Every number is in the range, and what is none is not.
    private ParameterCondition(Parameter self, string canonical, string words)
        : this(self, [], double.NegativeInfinity, double.PositiveInfinity)
    {
        _canonical = canonical;
        _words = words;
    }

    /// <summary>The parameter that decides. It comes before its children in the space's vectors.</summary>
    public Parameter Parent { get; }

    /// <summary>The vector values of the parent that make the child active; empty when a range decides.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>
    /// The smallest vector value of the parent that makes the child active; negative infinity where a list decides. It is compared as the parent's
    /// type stores it: where that is <see cref="float"/>, a parent of <c>0.7f</c> reaches a limit of 0.7.
    /// </summary>
    public double Low { get; }

    /// <summary>
    /// The largest vector value of the parent that makes the child active, compared like <see cref="Low"/>; positive infinity where a list decides.
    /// </summary>
    public double High { get; }

    /// <summary>
    /// The ranges of the parent's vector values, both ends included, that its type holds as one of the values or as within the limits.
    /// </summary>
    internal ImmutableArray<(double Low, double High)> Admitted { get; }

    /// <summary>The child is active when the parent has one of <paramref name="values"/>.</summary>
    /// <param name="parent">The deciding parameter.</param>
    /// <param name="values">Its vector values that make the child active; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static ParameterCondition OneOf(Parameter parent, params ImmutableArray<double> values)
        => values.IsDefaultOrEmpty
            ? throw new ArgumentException("A condition needs at least one value.", nameof(values))
            : new ParameterCondition(parent, values, double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The child is active when the parent lies in [<paramref name="low"/>, <paramref name="high"/>].</summary>
    /// <param name="parent">The deciding parameter.</param>
    /// <param name="low">The smallest vector value; negative infinity for no limit.</param>
    /// <param name="high">The largest vector value; positive infinity for no limit.</param>
    public static ParameterCondition InRange(Parameter parent, double low, double high) => new(parent, [], low, high);

    /// <summary>
    /// The condition of a parameter of which only a storage is known: it exists where a vector has a value of its own. So a vector can be read, but not completed.
    /// </summary>
    /// <param name="self">The parameter, without its condition.</param>
    /// <param name="canonical">The canonical text of the condition that it was declared with.</param>
    /// <param name="words">That condition in words.</param>
    internal static ParameterCondition WhereGiven(Parameter self, string canonical, string words) => new(self, canonical, words);

    /// <summary>Whether it is the parameter's own value that decides, see <see cref="WhereGiven"/>.</summary>
    internal bool IsWhereGiven => _canonical is not null;

    /// <summary>The same condition on another form of the parent, which has the same vector values.</summary>
    internal ParameterCondition On(Parameter parent) => ReferenceEquals(parent, Parent) ? this : new(parent, Values, Low, High);

    /// <summary>Whether the parent is active in <paramref name="vector"/> and has a value that makes the child active.</summary>
    /// <param name="vector">A vector of the space whose entry for the parent is set (NaN where the parent is inactive).</param>
    public bool IsMet(ReadOnlySpan<double> vector) => IsMetBy(vector[Parent.Index]);

    /// <summary>Whether <paramref name="parentValue"/> makes the child active.</summary>
    /// <param name="parentValue">A vector value of the parent; NaN where it is inactive.</param>
    public bool IsMetBy(double parentValue)
    {
        foreach ((double low, double high) in Admitted)
        {
            if (parentValue >= low && parentValue <= high)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The condition in words, for instance <c>Optimizer is Adam</c>.</summary>
    public override string ToString()
        => _words is not null ? _words
            : Values.IsEmpty
            ? DistributionWords.IsInRange(Parent.Name, Low, High)
            : DistributionWords.IsOneOf(Parent.Name, Values.Select(Parent.Format));

    internal string Canonical
        => _canonical is not null ? _canonical
            : Values.IsEmpty
            ? $"{Parent.Name}[{NumberFormat.Invariant(Low)},{NumberFormat.Invariant(High)}]"
            : $"{Parent.Name}{{{string.Join(',', Values.Select(Parent.Format).Order(StringComparer.Ordinal).Select(static v => $"{v.Length}:{v}"))}}}";
}
