namespace HyperTune.Metrics.Scores;

/// <summary>Scores of the classes taken together.</summary>
internal static class Agreement
{
    public static double BalancedAccuracy(ReadOnlySpan<ClassCount> classes)
    {
        double sum = 0;
        int count = 0;
        foreach (ClassCount one in classes)
        {
            if (one.Expected > 0)
            {
                sum += one.Recall;
                count++;
            }
        }

        return sum / count;
    }

    /// <summary>Gorodkin (2004), equation 8: the correlation of two assignments to any number of classes.</summary>
    public static double Matthews(ReadOnlySpan<ClassCount> classes)
    {
        (double correct, double chance, double expected, double predicted) = Shares(classes);
        return expected < 1 && predicted < 1 ? Math.Clamp((correct - chance) / Math.Sqrt((1 - expected) * (1 - predicted)), -1, 1) : 0;
    }

    /// <summary>Cohen (1960): how far the agreement goes beyond that of chance, as a share of how far it could go.</summary>
    public static double Kappa(ReadOnlySpan<ClassCount> classes)
    {
        (double correct, double chance, _, _) = Shares(classes);
        return chance < 1 ? Math.Clamp((correct - chance) / (1 - chance), -1, 1) : 0;
    }

    /// <summary>
    /// The share of samples that agree; that of pairs of an expected and a predicted value, of two expected ones, and of two predicted ones. One that is the same
    /// for all samples is exactly 1.
    /// </summary>
    private static (double Correct, double Chance, double Expected, double Predicted) Shares(ReadOnlySpan<ClassCount> classes)
    {
        double expectedTotal = 0;
        double predictedTotal = 0;
        foreach (ClassCount one in classes)
        {
            expectedTotal += one.Expected;
            predictedTotal += one.Predicted;
        }

        (double Correct, double Chance, double Expected, double Predicted) shares = default;
        foreach (ClassCount one in classes)
        {
            double expected = one.Expected / expectedTotal;
            double predicted = one.Predicted / predictedTotal;
            shares.Correct += one.Correct / expectedTotal;
            shares.Chance += expected * predicted;
            shares.Expected += expected * expected;
            shares.Predicted += predicted * predicted;
        }

        return shares;
    }
}
