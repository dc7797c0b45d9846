namespace HyperTune.Simulation;

/// <summary>Curves that a function knows.</summary>
internal sealed class ComputedCurves<T>(SearchSpace<T> space, OptimizationDirection direction, Func<T, LearningCurve> curve) : LearningCurves<T>(space, direction)
{
    public override int? Count => null;

    public override int? RankOf(double value) => null;

    internal override ICurveSource<T> Start(Strategy strategy, int? trialBudget) => new Source(new BudgetedStrategy(strategy, trialBudget), curve);

    private sealed class Source(Strategy strategy, Func<T, LearningCurve> curve) : ICurveSource<T>
    {
        public Strategy Strategy => strategy;

        public (LearningCurve Curve, int? Row) CurveOf(Trial<T> trial)
            => (curve(trial.Config) ?? throw new InvalidOperationException("The function gave no curve for a config."), null);
    }

    /// <summary>A strategy that knows the number of trials, as it does in a run.</summary>
    private sealed class BudgetedStrategy(Strategy inner, int? trialBudget) : Strategy
    {
        public override string ToString() => inner.ToString();

        public override StrategyRun Start(StrategyContext context) => inner.Start(context.For(context.Seed, firstTrial: 0, trialBudget));
    }
}
