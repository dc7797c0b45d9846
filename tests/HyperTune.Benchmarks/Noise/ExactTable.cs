namespace HyperTune.Benchmarks;

/// <summary>How often studies call an objective without noise noisy, and leave its best observed trial.</summary>
internal static class ExactTable
{
    /// <summary>A problem, moved by the seed.</summary>
    public static (string Name, int Trials, Func<ulong, NoisyObjective> Create) Of(Problem problem)
    {
        return (problem.Name, problem.Trials, Create);

        NoisyObjective Create(ulong seed)
        {
            Problem moved = problem.CreateVariant(Variant.Shifted, seed) ?? problem;
            return new NoisyObjective(moved.Space, vector => moved.Evaluate(vector), 0);
        }
    }

    public static void Write(
        IReadOnlyList<(string Name, int Trials, Func<ulong, NoisyObjective> Create)> objectives,
        int? studyTrials,
        IReadOnlyList<string> strategies,
        ulong[] seeds,
        TextWriter output,
        TextWriter progress)
    {
        output.WriteLine();
        output.WriteLine("| strategy | problem | called noisy | `Best` is not the best observed |");
        output.WriteLine("|---|---|---|---|");
        var counter = new Progress(strategies.Count * objectives.Count * seeds.Length, progress);
        foreach (string strategy in strategies)
        {
            (int noisy, int left) = (0, 0);
            foreach ((string name, int trials, Func<ulong, NoisyObjective> create) in objectives)
            {
                var studies = new List<BestStudy>();
                foreach (ulong seed in seeds)
                {
                    studies.Add(BestStudy.Run(create(seed), StrategyNames.Create(strategy), studyTrials ?? trials, seed));
                    counter.Done($"{name} by {strategy}");
                }

                int noisyHere = studies.Count(static study => study.IsNoisy);
                int leftHere = studies.Count(static study => !study.IsObserved);
                output.WriteLine($"| {strategy} | {name} | {noisyHere} | {leftHere} |");
                noisy += noisyHere;
                left += leftHere;
            }

            output.WriteLine($"| {strategy} | all {objectives.Count * seeds.Length} | {noisy} | {left} |");
        }

        output.WriteLine();
    }
}
