namespace HyperTune.Tests;

/// <summary>A grid over the first parameters of whatever space it is given, orders left out: as many as at most 40 combinations allow.</summary>
internal sealed class GridOverFirst(Strategy otherwise) : Strategy
{
    private const int MostCombinations = 40;
    private const int Points = 3;

    public override string ToString() => $"GridOver(the first, {otherwise})";

    public override StrategyRun Start(StrategyContext context)
    {
        var parameters = new List<Parameter>();
        long combinations = 1;
        foreach (Parameter parameter in context.Space.Parameters.Where(static parameter => parameter.Keys is null))
        {
            combinations *= parameter.Distribution.Count ?? Points;
            if (combinations > MostCombinations)
            {
                break;
            }

            parameters.Add(parameter.Whole);
        }

        return GridOver(parameters, Points, otherwise).Start(context);
    }
}
