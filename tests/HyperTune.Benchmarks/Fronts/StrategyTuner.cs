namespace HyperTune.Benchmarks;

/// <summary>One of our strategies in a study of several objectives.</summary>
internal sealed class StrategyTuner(Strategy strategy, FrontProblem problem, int trials, ulong seed) : IFrontTuner
{
    private readonly StrategyRun _run = strategy.Start(new StrategyContext
    {
        Space = problem.Space,
        Seed = seed,
        TrialBudget = trials,
        ObjectiveCount = problem.Reference.Length,
    });

    public void Ask(int number, double[] vector)
    {
        if (!_run.TrySuggest(number, vector, CancellationToken.None))
        {
            throw new InvalidOperationException($"{strategy} stopped after {number} trials of {problem.Name}.");
        }

        _run.Announce(number, vector);
    }

    public void Tell(int number, double[] vector, double[] losses, double[] excess) => _run.Tell(new TrialResult
    {
        Number = number,
        Vector = vector,
        State = TrialState.Completed,
        Values = losses,
        Violation = excess.Sum(static value => Math.Max(0, value)),
        Excess = excess,
    });
}
