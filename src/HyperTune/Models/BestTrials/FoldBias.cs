namespace HyperTune.Models.BestTrials;

/// <summary>What choosing the best mean over instances, such as folds, costs, by leaving out one instance after the other.</summary>
/// <remarks>
/// Let y(t, i) be trial t's loss on instance i of k, w the trial with the smallest mean over all, and w(-i) the one with the smallest mean over all instances but i.
/// <code>
/// bias = mean over i of y(w(-i), i) - y(w, i)                                                          (1)
/// </code>
/// The choice of w(-i) knows nothing of y(w(-i), i), so its mean is what to expect of a config that is chosen in this way, by k - 1 instances, while the
/// mean of y(w, i) is the one that won. Where the same trial wins without any of the instances the estimate is 0. That instances are harder or easier
/// than each other does not matter.
/// Reference: R. J. Tibshirani and R. Tibshirani, "A bias correction for the minimum error rate in cross-validation", Annals of Applied Statistics 3(2), 2009,
/// which compares the winners of single folds instead; I. Tsamardinos, E. Greasidou and G. Borboudakis, "Bootstrapping the out-of-sample predictions for
/// efficient and accurate cross-validation", Machine Learning 107, 2018.
/// </remarks>
internal static class FoldBias
{
    /// <summary>Equation (1).</summary>
    /// <param name="losses">A row for each trial, with its loss on each of the instances; smaller is better. At least one row, and two instances.</param>
    public static double Of(IReadOnlyList<double[]> losses)
    {
        int instances = losses[0].Length;
        double[] totals = [.. losses.Select(static row => row.Sum())];
        int winner = Array.IndexOf(totals, totals.Min());
        double bias = 0;
        for (int left = 0; left < instances; left++)
        {
            int other = 0;
            for (int row = 1; row < totals.Length; row++)
            {
                if (totals[row] - losses[row][left] < totals[other] - losses[other][left])
                {
                    other = row;
                }
            }

            bias += losses[other][left] - losses[winner][left];
        }

        return bias / instances;
    }
}
