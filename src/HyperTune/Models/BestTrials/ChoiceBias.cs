using System.Runtime.CompilerServices;

namespace HyperTune.Models.BestTrials;

/// <summary>By how much the mean of a trial is too good because a model chose the trial for it.</summary>
/// <remarks>
/// The model's means stand for the truth t. With noise e drawn anew, of standard deviation s, and the means m(y) of outputs y, what the choice costs is
/// <code>
/// bias = E[t(b) - m(t + e)(b)],   b = argmin m(t + e)                                                  (1)
/// limit = 1.5 s dm(b) / dy(b)                                                                          (2)
/// </code>
/// A model whose hyperparameters are right would be right about its choice as well, on average; those of a fit are as lucky as the outputs. The means are
/// rougher than the truth where trials are dense, so that (1) is too much there. But of a trial that owes its mean to many others the luck of its own value
/// moves the mean by little: by (2), if it is one and a half deviations of the noise. Where (1) is negative, because means are drawn to each other by
/// more than luck, nothing is made better than the model has it: it may be that the truth has a kink that no model follows. References: B. Efron, "Tweedie's formula
/// and selection bias", Journal of the American Statistical Association 106, 2011; J. Smith and R. Winkler, "The optimizer's curse", Management Science 52, 2006.
/// </remarks>
internal static class ChoiceBias
{
    // Each draw serves twice, with either sign.
    private const int Draws = 32;
    private const ulong Seed = 0xB1A5;

    // In deviations of the noise. With 1 a little too much is expected in ten dimensions, with 2 too little of trials that a strategy has crowded around the best.
    private const double LargestLuck = 1.5;

    /// <summary>The smaller one of (1) and (2), and at least 0.</summary>
    /// <param name="model">The model.</param>
    /// <param name="chosen">The row of the trial that it chose, which it holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(TrialModel model, int chosen)
    {
        int count = model.Rows.Length;
        var truth = new double[count];
        var deviations = new double[count];
        var own = new double[count];
        for (int i = 0; i < count; i++)
        {
            truth[i] = model.MeanOf(model.Rows[i]);
            deviations[i] = model.NoiseDeviationOf(model.Rows[i]);
        }

        int place = Array.BinarySearch(model.Rows, chosen);
        own[place] = deviations[place];
        double limit = LargestLuck * model.MeansOf(own)[place];
        double[] means = model.MeansOf(truth);
        var random = new RandomStream(Seed);
        var noise = new double[count];
        double sum = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            for (int i = 0; i < count; i++)
            {
                noise[i] = deviations[i] * random.NextNormal();
            }

            // Means are linear in the outputs.
            double[] parts = model.MeansOf(noise);
            sum += BiasOf(truth, means, parts, sign: 1) + BiasOf(truth, means, parts, sign: -1);
        }

        return Math.Max(0, Math.Min(sum / (2 * Draws), limit));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double BiasOf(double[] truth, double[] means, double[] parts, int sign)
    {
        int best = 0;
        for (int i = 1; i < means.Length; i++)
        {
            best = means[i] + (sign * parts[i]) < means[best] + (sign * parts[best]) ? i : best;
        }

        return truth[best] - (means[best] + (sign * parts[best]));
    }
}
