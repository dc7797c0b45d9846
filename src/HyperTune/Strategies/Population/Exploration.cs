namespace HyperTune.Strategies.Population;

/// <summary>Changes a config a little, parameter by parameter, so that what exists in the new one follows from what it got before.</summary>
/// <param name="space">The space.</param>
/// <param name="resampleProbability">How likely a parameter is drawn anew.</param>
internal sealed class Exploration(SearchSpace space, double resampleProbability)
{
    // As in the paper.
    private const double Longer = 1.2;
    private const double Shorter = 0.8;

    // Where factors mean nothing, because the range is not one of sizes.
    private const double Step = 0.1;

    // With constraints that leave less than a hundredth of what lies nearby, the config stays as it is.
    private const int Attempts = 1000;

    /// <summary>Writes a changed config that the constraints allow; the same one, where none was found.</summary>
    /// <param name="source">The config to start from; allowed.</param>
    /// <param name="vector">Receives the changed one.</param>
    /// <param name="random">Decides.</param>
    public void Explore(ReadOnlySpan<double> source, Span<double> vector, ref RandomStream random)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            foreach (Parameter parameter in space.Parameters)
            {
                vector[parameter.Index] = parameter.IsActive(vector) ? Change(parameter, source[parameter.Index], vector, ref random) : double.NaN;
            }

            space.Settle(vector);
            if (space.FindBeyondBound(vector) is null && space.FindViolatedConstraint(vector) is null)
            {
                return;
            }
        }

        source.CopyTo(vector);
    }

    private double Change(Parameter parameter, double value, ReadOnlySpan<double> vector, ref RandomStream random)
    {
        // The same number of draws for each parameter, whatever becomes of it.
        bool isDrawn = random.NextUnit() < resampleProbability;
        double place = random.NextUnit();
        if (double.IsNaN(value) || isDrawn)
        {
            return space.FromUnit(parameter, place, vector);
        }

        // A key of an order means something only beside the others.
        Distribution distribution = parameter.Distribution;
        if (!distribution.IsConstant && !distribution.IsCategorical && parameter.Keys is null)
        {
            double moved = Move(distribution, value, isUp: place < 0.5);
            value = moved == value ? Move(distribution, value, isUp: place >= 0.5) : moved;
        }

        return parameter.Bound is null ? value : space.WindowOf(parameter, vector).Clamp(value);
    }

    private static double Move(Distribution distribution, double value, bool isUp)
    {
        bool isSize = distribution.Low >= 0 && distribution.Labels.IsEmpty && value > 0;
        double moved = isSize
            ? distribution.Snap(value * (isUp ? Longer : Shorter))
            : distribution.FromUnit(Math.Clamp(distribution.ToUnit(value) + (isUp ? Step : -Step), 0, 1));
        return moved != value || distribution.IsContinuous ? moved : Neighbour(distribution, value, isUp);
    }

    // The next value of a discrete distribution; the same at its end.
    private static double Neighbour(Distribution distribution, double value, bool isUp)
    {
        long low = 0;
        long high = distribution.Count!.Value - 1;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            (low, high) = distribution.FromIndex(middle) >= value ? (low, middle) : (middle + 1, high);
        }

        return distribution.FromIndex(Math.Clamp(isUp ? low + 1 : low - 1, 0, distribution.Count.Value - 1));
    }
}
