namespace HyperTune.Benchmarks;

/// <summary>A smooth objective on <see cref="OverheadConfig"/>, and the earlier trials of a study of it.</summary>
internal static class OverheadObjective
{
    private const ulong HistorySeed = 99;

    /// <summary>The vector of an earlier trial.</summary>
    public static double[] Draw(int number)
    {
        double[] vector = new double[OverheadConfig.Space.DimensionCount];
        var random = new RandomStream(HistorySeed, (ulong)number);
        OverheadConfig.Space.SampleVector(ref random, vector);
        return vector;
    }

    /// <summary>The squared distance from a point, with a price for most categories.</summary>
    public static double Value(ReadOnlySpan<double> vector)
    {
        double sum = 0;
        foreach (Parameter parameter in OverheadConfig.Space.Parameters)
        {
            double value = vector[parameter.Index];
            double distance = parameter.Distribution.IsCategorical ? (value == 1 ? 0 : 0.2) : parameter.Distribution.ToUnit(value) - 0.37;
            sum += distance * distance;
        }

        return sum;
    }
}
