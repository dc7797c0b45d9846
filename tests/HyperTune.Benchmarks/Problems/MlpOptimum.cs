namespace HyperTune.Benchmarks;

/// <summary>
/// The optimum of <see cref="MlpProblem"/> by enumeration of the discrete parameters; the best learning rate and weight decay for each combination are
/// known in closed form, up to their ranges.
/// </summary>
internal static class MlpOptimum
{
    public static double Of(MlpConstants constants)
    {
        double best = double.PositiveInfinity;
        foreach (MlpActivation activation in Enum.GetValues<MlpActivation>())
        {
            for (int layers = 1; layers <= 6; layers++)
            {
                double capacity = BestCapacityTerms(constants, activation, layers);
                foreach (MlpOptimizer optimizer in Enum.GetValues<MlpOptimizer>())
                {
                    double rest = BestLearningRateTerm(constants, optimizer, layers) + MlpProblem.CategoryTerm(activation, optimizer, layers);
                    best = Math.Min(best, MlpProblem.Floor + capacity + rest);
                }
            }
        }

        return best;
    }

    private static double BestCapacityTerms(MlpConstants constants, MlpActivation activation, int layers)
    {
        double best = double.PositiveInfinity;
        for (int units = 8; units <= 1024; units++)
        {
            double excess = MlpProblem.ExcessCapacity(constants, activation, layers, units);
            double capacity = MlpProblem.CapacityTerm(excess);
            for (int i = 0; i <= 12 && capacity < best; i++)
            {
                double dropout = i * 0.05;
                double logWeightDecay = Math.Clamp(MlpProblem.BestLogWeightDecay(constants, dropout, excess), -7, -1);
                best = Math.Min(best, capacity + MlpProblem.RegularizationTerm(constants, logWeightDecay, dropout, excess));
            }
        }

        return best;
    }

    private static double BestLearningRateTerm(MlpConstants constants, MlpOptimizer optimizer, int layers)
    {
        double best = double.PositiveInfinity;
        for (int batchSize = 16; batchSize <= 256; batchSize += 16)
        {
            double wanted = MlpProblem.BestLogLr(constants, optimizer, layers, batchSize);
            best = Math.Min(best, MlpProblem.LearningRateTerm(Math.Clamp(wanted, -5, -1) - wanted));
        }

        return best;
    }
}
