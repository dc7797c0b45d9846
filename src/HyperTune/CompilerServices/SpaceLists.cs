using System.Collections.Immutable;
using System.ComponentModel;

namespace HyperTune.CompilerServices;

/// <summary>Creates the parameters of tuned lists. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpaceLists
{
    /// <summary>The parameters of a list whose elements are described one by one.</summary>
    /// <typeparam name="TElement">What describes an element.</typeparam>
    /// <param name="scope">Where the list lies: its name is the prefix, its first entry the offset.</param>
    /// <param name="minimum">The smallest number of elements.</param>
    /// <param name="maximum">The largest number of elements.</param>
    /// <param name="stride">How many entries of the vector an element takes.</param>
    /// <param name="create">Describes an element, given where it lies.</param>
    /// <param name="parametersOf">The parameters in an element's description.</param>
    public static ParameterList<TElement> Create<TElement>(
        SpaceScope scope,
        int minimum,
        int maximum,
        int stride,
        Func<SpaceScope, TElement> create,
        Func<TElement, ImmutableArray<Parameter>> parametersOf)
    {
        RangeParameter<int>? length = minimum == maximum ? null : CreateLength(scope, minimum, maximum);
        int first = length is null ? 0 : 1;
        var elements = ImmutableArray.CreateBuilder<TElement>(maximum);
        for (int i = 0; i < maximum; i++)
        {
            // The elements that are always there exist whenever the list does.
            ParameterCondition? condition = i < minimum ? scope.Condition : ParameterCondition.InRange(length!, i + 1, double.PositiveInfinity);
            elements.Add(create(scope.Element(i, first + (i * stride), condition)));
        }

        ImmutableArray<TElement> described = elements.MoveToImmutable();
        IEnumerable<Parameter> parameters = described.SelectMany(element => parametersOf(element));
        return new ParameterList<TElement>(minimum, length, described, [.. length is null ? parameters : parameters.Prepend(length)]);
    }

    /// <summary>The number of elements that a vector's entry stands for.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="value">The entry.</param>
    /// <param name="minimum">The smallest number of elements.</param>
    /// <param name="maximum">The largest number of elements.</param>
    /// <exception cref="ArgumentOutOfRangeException">The entry is not between the two.</exception>
    public static int ToLength(string list, double value, int minimum, int maximum)
        => value >= minimum && value <= maximum
            ? (int)value
            : throw new ArgumentOutOfRangeException("vector", value, $"The length of '{list}' must be from {minimum} to {maximum}.");

    /// <summary>The number of elements of a list; -1 for one that is missing.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="items">The list.</param>
    public static int LengthOf<T>(ImmutableArray<T> items) => items.IsDefault ? -1 : items.Length;

    /// <inheritdoc cref="LengthOf{T}(ImmutableArray{T})"/>
    public static int LengthOf<T>(T[]? items) => items?.Length ?? -1;

    /// <inheritdoc cref="LengthOf{T}(ImmutableArray{T})"/>
    public static int LengthOf<T>(IReadOnlyList<T>? items) => items?.Count ?? -1;

    /// <inheritdoc cref="LengthOf{T}(ImmutableArray{T})"/>
    public static int LengthOf<T>(List<T>? items) => items?.Count ?? -1;

    /// <inheritdoc cref="LengthOf{T}(ImmutableArray{T})"/>
    public static int LengthOf<T>(IList<T>? items) => items?.Count ?? -1;

    private static RangeParameter<int> CreateLength(SpaceScope scope, int minimum, int maximum)
    {
        var distribution = new UniformDistribution(minimum, maximum, 1);
        return new RangeParameter<int>(
            scope.Name("Count"),
            scope.Index(0),
            distribution,
            scope.Default(0, distribution.FromUnit(0.5)),
            static value => (int)value,
            static value => value,
            scope.Condition);
    }
}
