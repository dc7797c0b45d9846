using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace HyperTune.Spaces.Coding;

/// <summary>The space as strategies and models see it: points of a unit cube instead of vectors.</summary>
/// <remarks>
/// <para>A <i>point</i> has a coordinate for each parameter with more than one value, numeric ones first: the place in [0, 1] of a number or an ordered
/// value, the index of a value without order, not a number for an inactive parameter. Discrete numbers lie inside of their cells, where <see
/// cref="Distribution.ToUnit"/> says.</para>
/// <para>Whole vectors become points and whole points vectors, so that what a coordinate means may depend on the parameters before it: where another value
/// ends a range, the coordinate is the place in what is left. Every point is a vector of the space.</para>
/// </remarks>
internal sealed class UnitCube
{
    private readonly CubeDimension?[] _ofParameter;
    private readonly HashSet<Parameter> _parents;

    /// <param name="space">The space.</param>
    /// <param name="keepsFixed">
    /// Whether a parameter that a narrowed space leaves a single value has a coordinate, too, so that a model can tell trials outside of the space apart.
    /// </param>
    public UnitCube(SearchSpace space, bool keepsFixed = false)
    {
        Space = space;
        HashSet<Parameter> parents = [.. space.Parameters.Select(static parameter => parameter.Condition?.Parent).OfType<Parameter>()];
        ILookup<bool, Parameter> varying = space.Parameters
            .Where(parameter => !(keepsFixed ? parameter.Whole : parameter).Distribution.IsConstant)
            .ToLookup(static parameter => parameter.Distribution.IsCategorical);
        Numeric = [.. varying[false].Select((parameter, row) => new CubeDimension(parameter, row, row, parents.Contains(parameter)))];
        Categorical = [.. varying[true].Select((parameter, row) => new CubeDimension(parameter, Numeric.Length + row, row, parents.Contains(parameter)))];
        Dimensions = [.. Numeric, .. Categorical];
        _parents = parents;
        IsConditional = parents.Count > 0;
        AreRelated = space.Parameters.Any(static parameter => parameter.Bound is not null || parameter.Keys is not null);
        CanRepeat = Dimensions.All(static dimension => dimension.Count is not null || dimension.IsConditional || dimension.Parameter.Keys is not null);
        _ofParameter = new CubeDimension?[space.DimensionCount];
        foreach (CubeDimension dimension in Dimensions)
        {
            _ofParameter[dimension.Parameter.Index] = dimension;
        }
    }

    public SearchSpace Space { get; }

    /// <summary>The coordinates of a point: numeric ones, then categorical ones.</summary>
    public ImmutableArray<CubeDimension> Dimensions { get; }

    /// <summary>The coordinates between which there is a distance.</summary>
    public ImmutableArray<CubeDimension> Numeric { get; }

    /// <summary>The coordinates that are either equal or different.</summary>
    public ImmutableArray<CubeDimension> Categorical { get; }

    /// <summary>Whether a parameter depends on another.</summary>
    public bool IsConditional { get; }

    /// <summary>Whether several points can be one config, because a value depends on other coordinates than its own.</summary>
    public bool AreRelated { get; }

    /// <summary>Whether two draws can be the same config: no continuous parameter is always there, but for the keys of orders.</summary>
    public bool CanRepeat { get; }

    /// <summary>The coordinate of a parameter; <see langword="null"/> for one with a single value, unless such ones are kept.</summary>
    public CubeDimension? Find(Parameter parameter) => _ofParameter[parameter.Index];

    /// <summary>Whether a trial lies in the space: one that was narrowed also learns from trials outside of it.</summary>
    /// <param name="vector">A vector of the whole space.</param>
    public bool IsInside(ReadOnlySpan<double> vector)
    {
        if (Space.IsNarrowed)
        {
            foreach (Parameter parameter in Space.Parameters)
            {
                double value = vector[parameter.Index];
                if (!double.IsNaN(value) && !parameter.Distribution.Contains(value))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether a trial has the values of a narrowed space in all parameters that decide over others: elsewhere, others exist than in the space.</summary>
    /// <param name="vector">A vector of the whole space.</param>
    public bool IsOnInnerBranch(ReadOnlySpan<double> vector)
    {
        if (Space.IsNarrowed && IsConditional)
        {
            foreach (Parameter parent in _parents)
            {
                double value = vector[parent.Index];
                if (!double.IsNaN(value) && !parent.Distribution.Contains(value))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>
    /// Writes the point of a vector. A trial outside of a narrowed space has the nearest coordinate where its value is outside; where the values have no order,
    /// none, as if the parameter were inactive.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Encode(ReadOnlySpan<double> vector, Span<double> point)
    {
        foreach (CubeDimension dimension in Dimensions)
        {
            double value = vector[dimension.Parameter.Index];
            point[dimension.Index] = double.IsNaN(value) ? value
                : dimension.Parameter.Bound is null ? dimension.Encode(value)
                : Space.WindowOf(dimension.Parameter, vector).ToUnit(value);
        }
    }

    /// <summary>Writes the places of a vector's values in the whole ranges, whatever other values leave of them.</summary>
    public void EncodeInWhole(ReadOnlySpan<double> vector, Span<double> point)
    {
        foreach (CubeDimension dimension in Dimensions)
        {
            double value = vector[dimension.Parameter.Index];
            point[dimension.Index] = double.IsNaN(value) ? value : dimension.Encode(value);
        }
    }

    /// <summary>Gives a point whose values are outside of a narrowed space the coordinates that they would have on the same scale.</summary>
    /// <param name="vector">A vector of the whole space.</param>
    /// <param name="point">Its point, from <see cref="Encode"/>.</param>
    public void EncodeOutside(ReadOnlySpan<double> vector, Span<double> point)
    {
        if (Space.IsNarrowed)
        {
            foreach (CubeDimension dimension in Dimensions)
            {
                double value = vector[dimension.Parameter.Index];
                point[dimension.Index] = double.IsNaN(value) || dimension.Contains(value) ? point[dimension.Index] : dimension.EncodeOutside(value);
            }
        }
    }

    /// <summary>Writes the vector of a point.</summary>
    /// <param name="point">The point; coordinates of parameters that are inactive beside the others' values do not matter.</param>
    /// <param name="vector">Receives the vector.</param>
    public void Decode(ReadOnlySpan<double> point, Span<double> vector)
    {
        foreach (Parameter parameter in Space.Parameters)
        {
            vector[parameter.Index] = parameter.IsActive(vector) ? Decode(parameter, point, vector) : double.NaN;
        }

        Space.Settle(vector);
    }

    /// <summary>The value of an active parameter at a point.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="point">The point; its coordinate of the parameter counts.</param>
    /// <param name="vector">The point's vector, in which the values before the parameter's are set.</param>
    public double Decode(Parameter parameter, ReadOnlySpan<double> point, ReadOnlySpan<double> vector)
        => Find(parameter) is not { } dimension ? parameter.Distribution.FromUnit(0.5)
            : parameter.Bound is null ? dimension.Decode(point[dimension.Index])
            : Space.FromUnit(parameter, point[dimension.Index], vector);

    /// <summary>Writes the vector that lies at given shares of the parameters' distributions, so that uniform numbers make a draw from the space.</summary>
    /// <param name="shares">A number of (0, 1) for each parameter of the space, in its order.</param>
    /// <param name="vector">Receives the vector.</param>
    public void FromShares(ReadOnlySpan<double> shares, Span<double> vector)
    {
        foreach (Parameter parameter in Space.Parameters)
        {
            int i = parameter.Index;
            vector[i] = parameter.IsActive(vector) ? Space.FromUnit(parameter, shares[i], vector) : double.NaN;
        }

        Space.Settle(vector);
    }

    /// <summary>Whether two points lie on the same branch: the same structural values, and so the same active parameters.</summary>
    public bool AreOnSameBranch(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        foreach (CubeDimension dimension in Dimensions)
        {
            double left = a[dimension.Index];
            double right = b[dimension.Index];
            if (dimension.IsStructural ? !left.Equals(right) : double.IsNaN(left) != double.IsNaN(right))
            {
                return false;
            }
        }

        return true;
    }
}
