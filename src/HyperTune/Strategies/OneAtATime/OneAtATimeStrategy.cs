using System.Collections.Immutable;
using HyperTune.Spaces.Enumeration;
using HyperTune.Spaces.Narrowed;

namespace HyperTune.Strategies.OneAtATime;

/// <summary>Varies one parameter after the other around a baseline.</summary>
/// <param name="space">The whole space of the baseline; <see langword="null"/> for the default point of whatever space is searched.</param>
/// <param name="baseline">The baseline's vector; <see langword="null"/> for the default point.</param>
/// <param name="parameters">The parameters to vary; empty for all that exist in the baseline.</param>
/// <param name="options">How many values are tried.</param>
internal sealed class OneAtATimeStrategy(SearchSpace? space, double[]? baseline, ImmutableArray<Parameter> parameters, OneAtATimeOptions options) : Strategy
{
    public override string ToString() => parameters.IsEmpty
        ? $"OneAtATime({options.Points} points)"
        : $"OneAtATime({options.Points} points, {string.Join(", ", parameters.Select(static parameter => parameter.Name))})";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        SearchSpace searched = context.Space;
        if (space is not null && !ReferenceEquals(space, searched.Whole))
        {
            throw new ArgumentException($"The baseline of {nameof(OneAtATime)} is a config of the search space '{space.Name}', but the study searches '{searched.Name}'.");
        }

        double[] start = baseline ?? DefaultOf(searched);
        if (!searched.Contains(start))
        {
            throw new ArgumentException(
                $"The baseline of {nameof(OneAtATime)} lies outside of what the search space was narrowed to: {searched.Format(start)}. It is {searched}.");
        }

        List<double[]> points = [start];
        foreach (Parameter parameter in Varied(searched, start))
        {
            points.AddRange(Around(searched, start, parameter));
        }

        // One key of an order among the others gives few different orders.
        HashSet<string> known = [];
        return new OneAtATimeRun(context, [.. points.Where(point => known.Add(searched.Format(point)))]);
    }

    private static double[] DefaultOf(SearchSpace space)
    {
        double[] vector = [.. space.Parameters.Select(static parameter => parameter.DefaultValue)];
        space.Normalize(vector);
        return vector;
    }

    private IEnumerable<Parameter> Varied(SearchSpace searched, double[] start)
    {
        if (parameters.IsEmpty)
        {
            return searched.Parameters.Where(parameter => !double.IsNaN(start[parameter.Index]));
        }

        return parameters.Select(parameter => ElementNames.Find(searched.Whole, parameter) switch
        {
            [] => throw new ArgumentException(
                $"{nameof(OneAtATime)} is to vary '{parameter.Name}', which is a parameter of another search space than '{searched.Name}', which the study searches."),
            [var own] when ReferenceEquals(own, parameter.Whole) => double.IsNaN(start[own.Index])
                ? throw new ArgumentException($"{nameof(OneAtATime)} is to vary '{parameter.Name}', which the baseline does not have: it exists when {own.Condition}.")
                : searched.Parameters[own.Index],
            _ => throw new ArgumentException($"{nameof(OneAtATime)} is to vary '{parameter.Name}', which stands for several parameters: name one element of the list."),
        });
    }

    // The baseline with each other value of a parameter.
    private IEnumerable<double[]> Around(SearchSpace searched, double[] start, Parameter parameter)
    {
        Distribution distribution = parameter.Distribution;
        var axis = new ValueAxis(distribution, distribution.Labels.IsEmpty ? options.Points : null);
        for (long i = 0; i < axis.Count; i++)
        {
            double value = axis.Value(i);
            if (value != start[parameter.Index])
            {
                double[] point = [.. start];
                point[parameter.Index] = value;
                searched.Normalize(point);
                searched.Settle(point);
                yield return point;
            }
        }
    }
}
