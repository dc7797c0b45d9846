using HyperTune.Spaces.Enumeration;

namespace HyperTune.Strategies.Grid;

/// <summary>Walks a grid over the space, each point once.</summary>
internal sealed class GridStrategy(GridOptions options) : Strategy
{
    public override string ToString()
        => $"Grid({string.Join(", ", Settings())})";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        SearchSpace space = context.Space;
        foreach (string name in options.PointsPerParameter.Keys)
        {
            if (space.FindParameter(name) is null)
            {
                throw new ArgumentException(
                    $"The grid's {nameof(GridOptions.PointsPerParameter)} names '{name}', but the search space '{space.Name}' has no such parameter; "
                    + $"it has {string.Join(", ", space.Parameters.Select(static parameter => parameter.Name))}.");
            }
        }

        return new GridRun(context, new SpaceEnumeration(space.Parameters, CreateAxis), options.Shuffle);
    }

    private ValueAxis CreateAxis(Parameter parameter)
    {
        int? points = options.PointsPerParameter.TryGetValue(parameter.Name, out int own) ? own : null;
        if (parameter.Distribution.IsContinuous && (points ??= options.PointsPerContinuousAxis) is null)
        {
            throw new ArgumentException(
                $"A grid needs a number of points for the continuous parameter '{parameter.Name}' ({parameter.Distribution}). "
                + $"Use Strategy.Grid(5) for 5 points on every continuous parameter, name '{parameter.Name}' in "
                + $"{nameof(GridOptions)}.{nameof(GridOptions.PointsPerParameter)}, or give the parameter a step.");
        }

        return new ValueAxis(parameter.Distribution, points);
    }

    private IEnumerable<string> Settings()
    {
        if (options.PointsPerContinuousAxis is { } points)
        {
            yield return $"{points} points a continuous parameter";
        }

        foreach ((string name, int own) in options.PointsPerParameter.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            yield return $"{name}: {own}";
        }

        if (options.Shuffle)
        {
            yield return "shuffled";
        }
    }
}
