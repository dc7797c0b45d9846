using System.Diagnostics;
using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>What the first look at the best trial of a long study costs.</summary>
internal static class LongTable
{
    private const double Noise = 10;

    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    public static void Write(TextWriter output)
    {
        output.WriteLine("First `Best` of a study of random trials in memory; milliseconds of processor time, and by the clock.");
        output.WriteLine();
        output.WriteLine("| trials | ms, processor | ms, clock | best trial |");
        output.WriteLine("|---|---|---|---|");
        foreach (int trials in Sizes)
        {
            StudyResult<Branin> result = Study.Minimize<Branin>(new StudyOptions { Seed = 1, Strategy = Strategy.Random() }).Run(
                static (config, trial) => config.Value() + (Noise * ObservationNoise.Gauss(1, (ulong)trial.Number)), trials);
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            long clock = Stopwatch.GetTimestamp();
            int best = result.Best.Number;
            processor = Environment.CpuUsage.TotalTime - processor;
            TimeSpan elapsed = Stopwatch.GetElapsedTime(clock);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {trials} | {processor.TotalMilliseconds:F0} | {elapsed.TotalMilliseconds:F0} | {best} |"));
        }
    }
}
