using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>How well studies know the size of noise, and what to expect of their best trial.</summary>
internal static class NoisyTable
{
    private const double Tolerance = 0.3;

    public static void Write(
        IReadOnlyList<string> objectives, IReadOnlyList<string> strategies, int[] sizes, ulong[] seeds, TextWriter output, TextWriter progress)
    {
        output.WriteLine($"Noise of known size, {seeds.Length} studies each; optimism: true value minus expected value of `Best` in deviations of the noise.");
        output.WriteLine();
        output.WriteLine("| objective | strategy | trials | noise within 30 % | noise over truth [quartiles] | called noisy | optimism [quartiles] | mean | ms, processor |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var counter = new Progress(objectives.Count * strategies.Count * sizes.Length * seeds.Length, progress);
        foreach ((string strategy, int size) in from strategy in strategies from size in sizes select (strategy, size))
        {
            var all = new List<BestStudy>();
            foreach (string objective in objectives)
            {
                var studies = new List<BestStudy>();
                foreach (ulong seed in seeds)
                {
                    studies.Add(BestStudy.Run(NoisyObjective.Of(objective, seed), StrategyNames.Create(strategy), size, seed));
                    counter.Done($"{objective} by {strategy}, {size} trials");
                }

                WriteRow(objective, strategy, size, studies, output);
                all.AddRange(studies);
            }

            WriteRow("all", strategy, size, all, output);
        }

        output.WriteLine();
    }

    private static void WriteRow(string objective, string strategy, int size, List<BestStudy> studies, TextWriter output)
        => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {objective} | {strategy} | {size} | {studies.Count(static study => Math.Abs(study.NoiseRatio - 1) <= Tolerance)} of {studies.Count} |")
            + $" {Quartiles.Of(studies.Select(static study => study.NoiseRatio))} | {studies.Count(static study => study.IsNoisy)} |"
            + $" {Quartiles.Of(studies.Select(static study => study.Optimism))} | {Quartiles.Format(studies.Average(static study => study.Optimism))} |"
            + $" {Quartiles.Format(Quartiles.Of(studies.Select(static study => study.Milliseconds)).Median)} |");
}
