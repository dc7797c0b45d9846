using HyperTune.Text;

namespace HyperTune.Strategies.Then;

/// <summary>One strategy for the first trials, another one for the rest.</summary>
/// <param name="first">The strategy that begins.</param>
/// <param name="budget">For how many trials.</param>
/// <param name="second">The strategy that goes on.</param>
internal sealed class ThenStrategy(Strategy first, int budget, Strategy second) : Strategy
{
    public override string ToString() => $"Then({first}, {NumberFormat.Invariant(budget)}, {second})";

    internal override bool ContinuesTrials => first.ContinuesTrials || second.ContinuesTrials;

    internal override bool LearnsAcrossParts => first.LearnsAcrossParts || second.LearnsAcrossParts;

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int end = (int)Math.Min((long)context.FirstTrial + budget, int.MaxValue);

        // Both start now, so that one that cannot work on the space says so before the first trial.
        StrategyRun beginning = first.Start(context.For(context.Seed, context.FirstTrial, Math.Min(end, context.TrialBudget ?? end)));
        StrategyRun rest = second.Start(context.For(RandomStream.Derive(context.Seed, (ulong)budget), end, context.TrialBudget));
        return new ThenRun(beginning, $"{first}", end, rest, $"{second}");
    }
}
