using HyperTune.Spaces.Coding;

namespace HyperTune.Models.Importance;

/// <summary>A parameter's values as steps of a grid, on which densities are estimated.</summary>
internal sealed class ParameterGrid
{
    /// <summary>The most steps of a parameter whose values have an order.</summary>
    public const int MostSteps = 50;

    private readonly CubeDimension _dimension;
    private readonly bool _isByValue;

    public ParameterGrid(CubeDimension dimension)
    {
        _dimension = dimension;
        _isByValue = dimension.IsCategorical || dimension.Count <= MostSteps;
        StepCount = _isByValue ? (int)dimension.Count!.Value : StepsOf(dimension);
    }

    /// <summary>The number of steps: a step a value where there are few or they have no order.</summary>
    public int StepCount { get; }

    /// <summary>Whether no step is closer to another than a third.</summary>
    public bool IsCategorical => _dimension.IsCategorical;

    /// <summary>The step nearest to a coordinate, between two the lower one; -1 where the parameter is inactive.</summary>
    public int StepOf(double coordinate)
    {
        if (double.IsNaN(coordinate))
        {
            return -1;
        }

        return _isByValue
            ? (int)_dimension.IndexOf(coordinate)
            : Math.Clamp((int)Math.Ceiling((coordinate * (StepCount - 1)) - 0.5), 0, StepCount - 1);
    }

    // No finer than the widest value, as 1 is of whole numbers on a logarithmic scale: steps that no value can have would count as avoided by the best.
    private static int StepsOf(CubeDimension dimension)
    {
        double widest = 0;
        for (int step = 0; step < MostSteps; step++)
        {
            widest = Math.Max(widest, dimension.CellWidth((step + 0.5) / MostSteps));
        }

        return widest * MostSteps > 1 ? Math.Max(2, (int)(1 / widest)) : MostSteps;
    }
}
