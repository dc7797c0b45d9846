using System.Collections.Immutable;

namespace HyperTune;

/// <summary>The translation between vectors of a space and points of the model.</summary>
/// <remarks>
/// A <i>point</i> has a coordinate for each parameter with more than one value, numeric ones first, inactive ones at a neutral place. A <i>draft</i>
/// is a point whose inactive coordinates hold values too, ready for the case that the parameter comes to life.
/// </remarks>
internal sealed class SpaceEncoding
{
    private readonly ModelDimension?[] _byParameter;
    private readonly int[] _places;

    public SpaceEncoding(SearchSpace space)
    {
        Space = space;
        ImmutableArray<ModelDimension> dimensions =
            [.. space.Parameters.Where(static parameter => IsVariable(parameter.Distribution)).Select(static parameter => new ModelDimension(parameter))];
        Dimensions = [.. dimensions.OrderBy(static dimension => dimension.IsCategorical)];
        NumericCount = Dimensions.Count(static dimension => !dimension.IsCategorical);
        IsConditional = space.Parameters.Any(static parameter => parameter.Condition is not null);
        _byParameter = new ModelDimension?[space.DimensionCount];
        _places = new int[space.DimensionCount];
        for (int k = 0; k < Dimensions.Length; k++)
        {
            _byParameter[Dimensions[k].Parameter.Index] = Dimensions[k];
            _places[Dimensions[k].Parameter.Index] = k;
        }
    }

    public SearchSpace Space { get; }

    /// <summary>The coordinates of a point: numeric dimensions, then categorical ones.</summary>
    public ImmutableArray<ModelDimension> Dimensions { get; }

    /// <summary>How many dimensions are numeric.</summary>
    public int NumericCount { get; }

    /// <summary>Whether a parameter depends on another.</summary>
    public bool IsConditional { get; }

    /// <summary>Writes the point of a vector.</summary>
    public void Encode(ReadOnlySpan<double> vector, Span<double> point)
    {
        for (int k = 0; k < Dimensions.Length; k++)
        {
            point[k] = Dimensions[k].Encode(vector[Dimensions[k].Parameter.Index]);
        }
    }

    /// <summary>Writes the vector of a draft; values of inactive parameters are left out.</summary>
    public void Decode(ReadOnlySpan<double> draft, Span<double> vector)
    {
        foreach (Parameter parameter in Space.Parameters)
        {
            int i = parameter.Index;
            if (!parameter.IsActive(vector))
            {
                vector[i] = double.NaN;
            }
            else
            {
                vector[i] = _byParameter[i] is { } dimension ? dimension.Decode(draft[_places[i]]) : parameter.Distribution.FromUnit(0.5);
            }
        }
    }

    /// <summary>Replaces the inactive coordinates of a point by random ones.</summary>
    public void MakeDraft(ReadOnlySpan<double> vector, Span<double> point, ref RandomStream random)
    {
        for (int k = 0; k < Dimensions.Length; k++)
        {
            if (double.IsNaN(vector[Dimensions[k].Parameter.Index]))
            {
                point[k] = Dimensions[k].FromUniform(random.NextUnit());
            }
        }
    }

    /// <summary>The place of a parameter's coordinate; -1 when the parameter has a single value.</summary>
    public int PlaceOf(Parameter parameter) => _byParameter[parameter.Index] is null ? -1 : _places[parameter.Index];

    private static bool IsVariable(Distribution distribution) => distribution.Count is { } count ? count > 1 : distribution.Low < distribution.High;
}
