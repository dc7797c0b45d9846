using System.Collections.Immutable;

namespace HyperTune;

/// <summary>The space as the estimator sees it: unit coordinates of numbers, indices of categories, not a number for what is inactive.</summary>
internal sealed class TpeSpace
{
    private const int Draws = 100;

    public TpeSpace(SearchSpace space)
    {
        Space = space;
        HashSet<Parameter> parents = [.. space.Parameters.Select(static parameter => parameter.Condition?.Parent).OfType<Parameter>()];
        ImmutableArray<TpeDimension>.Builder all = ImmutableArray.CreateBuilder<TpeDimension>(space.DimensionCount);
        foreach (Parameter parameter in space.Parameters)
        {
            int row = all.Count(dimension => !dimension.IsConstant && dimension.IsCategorical == parameter.Distribution.IsCategorical);
            all.Add(new TpeDimension(parameter, row, parents.Contains(parameter)));
        }

        All = all.ToImmutable();
        Dimensions = [.. All.Where(static dimension => !dimension.IsConstant)];
        Numeric = [.. Dimensions.Where(static dimension => !dimension.IsCategorical)];
        Categorical = [.. Dimensions.Where(static dimension => dimension.IsCategorical)];
        Branches = [.. Categorical.Where(static dimension => dimension.DecidesOthers)];
        TypicalNumericCount = Math.Max(1, parents.Count == 0 ? Numeric.Length : CountActiveNumeric());
        CanRepeat = !Dimensions.Any(static dimension => !dimension.IsDiscrete && !dimension.IsConditional);
    }

    public SearchSpace Space { get; }

    /// <summary>The number of coordinates of a point.</summary>
    public int Width => Space.DimensionCount;

    /// <summary>All parameters, parents before their children.</summary>
    public ImmutableArray<TpeDimension> All { get; }

    /// <summary>The parameters that can vary.</summary>
    public ImmutableArray<TpeDimension> Dimensions { get; }

    public ImmutableArray<TpeDimension> Numeric { get; }

    public ImmutableArray<TpeDimension> Categorical { get; }

    /// <summary>The categorical parameters whose values bring others to life.</summary>
    public ImmutableArray<TpeDimension> Branches { get; }

    /// <summary>How many numeric parameters a random config has on average, rounded; at least 1.</summary>
    public int TypicalNumericCount { get; }

    /// <summary>Whether two draws can be the same config: no continuous parameter is always there.</summary>
    public bool CanRepeat { get; }

    /// <summary>The point of a vector.</summary>
    public void Encode(ReadOnlySpan<double> vector, Span<double> point)
    {
        foreach (TpeDimension dimension in All)
        {
            double value = vector[dimension.Index];
            point[dimension.Index] = double.IsNaN(value) ? value : dimension.Encode(value);
        }
    }

    /// <summary>The vector of a point.</summary>
    public void Decode(ReadOnlySpan<double> point, Span<double> vector)
    {
        foreach (TpeDimension dimension in All)
        {
            double coordinate = point[dimension.Index];
            vector[dimension.Index] = double.IsNaN(coordinate) ? coordinate : dimension.Decode(coordinate);
        }
    }

    /// <summary>Whether two points lie on the same branch: the same structural values, and so the same active parameters.</summary>
    public bool SameBranch(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        foreach (TpeDimension dimension in Dimensions)
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

    private int CountActiveNumeric()
    {
        Span<double> vector = new double[Width];
        int active = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            var random = new RandomStream(seed: 0, (ulong)draw);
            Space.SampleVector(ref random, vector);
            foreach (TpeDimension dimension in Numeric)
            {
                active += double.IsNaN(vector[dimension.Index]) ? 0 : 1;
            }
        }

        return (int)Math.Round((double)active / Draws);
    }
}
