namespace HyperTune.Studies.Engine;

/// <summary>What a trial that somebody else enqueued leaves open.</summary>
internal static class OpenValues
{
    /// <summary>
    /// Fills open values from a suggestion. The strategy made it for a config of its own: where it breaks a constraint together with the values that are
    /// wanted, other values are drawn until none is broken.
    /// </summary>
    /// <param name="space">The space.</param>
    /// <param name="wanted">The wanted values; not a number where they are open.</param>
    /// <param name="suggestion">Another config of the space.</param>
    /// <param name="seed">Determines what is drawn.</param>
    /// <returns>A whole config, which still breaks a constraint where nothing that was drawn keeps them all.</returns>
    public static double[] Fill(SearchSpace space, ReadOnlySpan<double> wanted, ReadOnlySpan<double> suggestion, ulong seed)
    {
        double[] filled = Fill(space, wanted, suggestion);
        if (IsAllowed(space, filled))
        {
            return filled;
        }

        var random = new RandomStream(seed);
        double[] drawn = new double[wanted.Length];
        for (int draws = 0; draws < SearchSpace.MaximumDraws; draws++)
        {
            space.SampleVector(ref random, drawn);
            double[] other = Fill(space, wanted, drawn);
            if (IsAllowed(space, other))
            {
                return other;
            }
        }

        return filled;
    }

    private static double[] Fill(SearchSpace space, ReadOnlySpan<double> wanted, ReadOnlySpan<double> others)
    {
        // What the others' values make active is known only with them, so all that is open is taken from there.
        double[] filled = wanted.ToArray();
        for (int i = 0; i < filled.Length; i++)
        {
            filled[i] = double.IsNaN(filled[i]) ? others[i] : filled[i];
        }

        space.Normalize(filled);

        // The others' values were drawn beside each other's.
        foreach (Parameter parameter in space.Parameters)
        {
            ref double value = ref filled[parameter.Index];
            if (parameter.Bound is not null && double.IsNaN(wanted[parameter.Index]) && !double.IsNaN(value))
            {
                value = space.WindowOf(parameter, filled).Clamp(value);
            }
        }

        // Which may have brought other parameters to life.
        space.Normalize(filled);
        return filled;
    }

    private static bool IsAllowed(SearchSpace space, double[] vector)
    {
        try
        {
            return space.FindBeyondBound(vector) is null && space.FindViolatedConstraint(vector) is null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A constraint of the user that throws keeps nothing; whoever takes the trial says so.
            return false;
        }
    }
}
