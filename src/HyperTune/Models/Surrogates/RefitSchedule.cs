using System.Numerics;

namespace HyperTune.Models.Surrogates;

/// <summary>
/// At which numbers of trials hyperparameters are fitted: always up to 30, then each time the number has grown by a tenth, but at least every 50
/// trials. A fit at n trials looks at the first n only, so that it is the same whenever it happens.
/// </summary>
internal static class RefitSchedule
{
    /// <summary>The most trials between two fits.</summary>
    public const int LargestInterval = 50;

    private const int AlwaysUpTo = 30;
    private const int LastOfFullChain = 200;
    private const int FirstEra = 10;
    private const int LastDoubling = 640;
    private const int EraLength = 400;

    /// <summary>The last number of at most <paramref name="count"/> at which to fit.</summary>
    public static int LastFit(int count)
    {
        if (count <= AlwaysUpTo)
        {
            return count;
        }

        int fit = AlwaysUpTo;
        for (int next = Next(fit); next <= count; next = Next(fit))
        {
            fit = next;
        }

        return fit;
    }

    /// <summary>
    /// The fits that lead to the one at <paramref name="count"/> trials: those of its era, in order, itself the last. Of an era's fits to more than 200
    /// trials each starts from the era's first fit, so that a study that takes in many trials at once has few long fits to make.
    /// </summary>
    public static List<int> Chain(int count)
    {
        int last = LastFit(count);
        var chain = new List<int>();
        for (int fit = Math.Min(1, last); fit <= last; fit = fit < AlwaysUpTo ? fit + 1 : Next(fit))
        {
            if (Era(fit) == Era(last) && (last <= LastOfFullChain || chain.Count == 0 || fit == last))
            {
                chain.Add(fit);
            }
        }

        return chain;
    }

    // Up to 9 trials, then each time the number has doubled, then at equal distances.
    private static int Era(int fit)
    {
        if (fit < FirstEra)
        {
            return 0;
        }

        return fit < LastDoubling ? 1 + BitOperations.Log2((uint)(fit / FirstEra)) : LastDoubling + (fit / EraLength);
    }

    private static int Next(int fit) => fit + Math.Min(LargestInterval, (fit + 9) / 10);
}
