using HyperTune.Models.BestTrials;

namespace HyperTune.Benchmarks;

/// <summary>What one study says of noise and of its best trial.</summary>
/// <param name="NoiseRatio">The deviation that it takes for noise over the true one; over 1 where there is none.</param>
/// <param name="IsNoisy">Whether it calls the objective noisy.</param>
/// <param name="IsObserved">Whether its best trial has the best observed value.</param>
/// <param name="Optimism">The true value of its best trial minus the one it says to expect, in deviations of the noise.</param>
/// <param name="Milliseconds">The processor time of the choice.</param>
internal sealed record BestStudy(double NoiseRatio, bool IsNoisy, bool IsObserved, double Optimism, double Milliseconds)
{
    /// <summary>Runs a study.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="trials">The number of trials.</param>
    /// <param name="seed">The seed of everything.</param>
    public static BestStudy Run(NoisyObjective objective, Strategy strategy, int trials, ulong seed)
    {
        StrategyRun run = strategy.Start(new StrategyContext { Space = objective.Space, Seed = seed, TrialBudget = trials });
        var results = new List<TrialResult>(trials);
        for (int number = 0; number < trials; number++)
        {
            double[] vector = new double[objective.Space.DimensionCount];
            run.TrySuggest(number, vector, CancellationToken.None);
            run.Announce(number, vector);
            double value = objective.Truth(vector) + (objective.Deviation * ObservationNoise.Gauss(seed, (ulong)number));
            results.Add(new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { value } });
            run.Tell(results[^1]);
        }

        int observed = results.MinBy(static result => result.Values.Span[0]).Number;
        TimeSpan start = Environment.CpuUsage.TotalTime;
        BestTrial choice = BestTrial.Of(objective.Space, results, observed);
        double milliseconds = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        double unit = objective.Deviation > 0 ? objective.Deviation : 1;
        double truth = objective.Truth(results[choice.Best].Vector.ToArray());
        double own = results[choice.Best].Values.Span[0];
        double expected = choice.IsNoisy || choice.MayBeNoisy ? choice.MeanOf(choice.Best) : own;
        return new BestStudy(
            choice.NoiseDeviation / unit, choice.IsNoisy, own <= results[observed].Values.Span[0], (truth - expected) / unit, milliseconds);
    }
}
