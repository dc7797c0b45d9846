namespace HyperTune.Strategies.Bayesian;

/// <summary>Decides what each suggestion is for: by its place in the study, by whether the study makes progress, and by chance.</summary>
/// <param name="context">The study.</param>
/// <param name="exploration">When exploration is due.</param>
internal sealed class SuggestionSchedule(StrategyContext context, ForcedExploration exploration)
{
    // The share of a study, its end, in which what is known is put to use: little is left for which to look around.
    private const double EndShare = 0.2;

    // Of a short study a fifth is too few trials for steps to arrive anywhere: it has more, up to so many. Categories cannot wait for that.
    private const double ShortEndShare = 0.4;
    private const int ShortEnd = 20;

    private readonly int _firstOfEnd = context.TrialBudget is { } budget ? budget - EndOf(budget - context.FirstTrial, exploration.HasCategories) : int.MaxValue;

    /// <summary>What the next suggestion is for.</summary>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="count">How many trials started or ended.</param>
    /// <param name="rivals">The trials to improve on.</param>
    /// <param name="random">The suggestion's randomness.</param>
    public SuggestionPlan Plan(int trialNumber, int count, Rivals rivals, ref RandomStream random)
    {
        // A study can be extended: beyond the number that was told first, it is open again.
        bool isEnding = trialNumber >= _firstOfEnd && trialNumber < context.TrialBudget;

        // Another basin is worth looking for to the end, another category only as long as there is time to search it.
        bool mayExplore = !(isEnding && exploration.HasCategories);
        bool isDue = mayExplore && exploration.IsDue(count, rivals.Values());
        bool explores = isDue && random.NextUnit() < exploration.Share;
        bool isWarped = (!explores || exploration.HasCategories) && random.NextUnit() < 0.5;
        return new SuggestionPlan(explores, isDue, isWarped, isEnding);
    }

    private static int EndOf(int trials, bool hasCategories)
        => Math.Max((int)(EndShare * trials), hasCategories ? 0 : Math.Min(ShortEnd, (int)(ShortEndShare * trials)));
}
