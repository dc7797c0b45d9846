using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace HyperTune;

/// <summary>The parameters of a tuned list: the number of its elements, and for each element a parameter or a nested space's descriptor.</summary>
/// <typeparam name="TElement">What describes an element: <see cref="Parameter{T}"/> or a generated descriptor.</typeparam>
public sealed class ParameterList<TElement> : IReadOnlyList<TElement>
{
    private readonly ImmutableArray<TElement> _elements;

    private readonly Lazy<StrongBox<TElement>> _each;

    internal ParameterList(int minimum, RangeParameter<int>? count, ImmutableArray<TElement> elements, ImmutableArray<Parameter> parameters, Func<TElement> createEach)
    {
        _each = new Lazy<StrongBox<TElement>>(() => new StrongBox<TElement>(createEach()));
        Minimum = minimum;
        Count = count;
        _elements = elements;
        Parameters = parameters;
    }

    /// <summary>The smallest number of elements.</summary>
    public int Minimum { get; }

    /// <summary>The largest number of elements, which is how many are described here.</summary>
    public int Maximum => _elements.Length;

    /// <summary>The number of elements as a parameter, for instance <c>Hidden.Count</c>; <see langword="null"/> when it is fixed.</summary>
    public RangeParameter<int>? Count { get; }

    /// <summary>
    /// The description of all elements at once, to narrow them: <c>C.Space.Narrow(s => s.Hidden.Each.Units.To(16, 64))</c>. Its parameters have names like
    /// <c>Hidden[*].Units</c>, and are themselves no parameters of the space.
    /// </summary>
    public TElement Each => _each.Value.Value!;

    /// <summary>The number of elements that are described, <see cref="Maximum"/>.</summary>
    int IReadOnlyCollection<TElement>.Count => _elements.Length;

    /// <summary>All parameters in the order of a vector's entries: the number of elements, then the elements'.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>The description of an element.</summary>
    /// <param name="index">From 0 to <see cref="Maximum"/> - 1.</param>
    public TElement this[int index] => _elements[index];

    /// <summary>Enumerates the descriptions of all elements that the list can have.</summary>
    public IEnumerator<TElement> GetEnumerator() => ((IEnumerable<TElement>)_elements).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
