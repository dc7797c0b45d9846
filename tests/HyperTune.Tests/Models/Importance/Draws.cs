namespace HyperTune.Tests.Importance;

/// <summary>Completed trials of random configs, to measure importance from without a study.</summary>
internal static class Draws
{
    /// <summary>Independent draws from a space and a function of their vectors.</summary>
    public static TrialResult[] Of(SearchSpace space, int count, ulong seed, Func<double[], double> loss)
        => Of(space, count, seed, vector => [loss(vector)]);

    /// <summary>The same with several losses.</summary>
    public static TrialResult[] Of(SearchSpace space, int count, ulong seed, Func<double[], double[]> losses)
    {
        var trials = new TrialResult[count];
        for (int number = 0; number < count; number++)
        {
            var random = new RandomStream(seed, (ulong)number);
            double[] vector = new double[space.DimensionCount];
            space.SampleVector(ref random, vector);
            trials[number] = new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = losses(vector) };
        }

        return trials;
    }

    /// <summary>Their importance for the first loss.</summary>
    public static ParameterImportances Measure(SearchSpace space, IEnumerable<TrialResult> trials, ImportanceMethod method = ImportanceMethod.PedAnova, long seed = 1)
        => ImportanceAnalysis.Of(space, trials, ImportanceSubject.Objective(0, "value"), method, seed);
}
