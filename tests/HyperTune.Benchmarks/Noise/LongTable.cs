using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace HyperTune.Benchmarks;

/// <summary>What the first look at the best trial of a long study costs.</summary>
internal static class LongTable
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    public static void Write(TextWriter output)
    {
        output.WriteLine("First `Best` of a study of random trials in memory; milliseconds of processor time, and by the clock. Meanwhile the runtime collected the study's garbage");
        output.WriteLine("and compiled: for the look itself, most of it in the first row, and again what had run often before, on a thread of its own.");
        output.WriteLine();
        output.WriteLine("| parameters | trials | ms, processor | ms, clock | collecting | compiling | best trial |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        Write<Branin>(output, 2, 10, static config => config.Value());
        Write<Ackley10>(output, 10, 1, static config => config.Value());
    }

    private static void Write<T>(TextWriter output, int parameters, double noise, Func<T, double> value)
        where T : ISearchSpace<T>
    {
        foreach (int trials in Sizes)
        {
            StudyResult<T> result = Study.Minimize<T>(new StudyOptions { Seed = 1, Strategy = Strategy.Random() }).Run(
                (config, trial) => value(config) + (noise * ObservationNoise.Gauss(1, (ulong)trial.Number)), trials);
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            TimeSpan pause = GC.GetTotalPauseDuration();
            TimeSpan compiling = JitInfo.GetCompilationTime();
            long clock = Stopwatch.GetTimestamp();
            int best = result.Best.Number;
            processor = Environment.CpuUsage.TotalTime - processor;
            TimeSpan elapsed = Stopwatch.GetElapsedTime(clock);
            compiling = JitInfo.GetCompilationTime() - compiling;
            pause = GC.GetTotalPauseDuration() - pause;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {parameters} | {trials} | {processor.TotalMilliseconds:F0} | {elapsed.TotalMilliseconds:F0} | {pause.TotalMilliseconds:F0} | {compiling.TotalMilliseconds:F0} | {best} |"));
        }
    }
}
