using System.Diagnostics;

namespace HyperTune.Benchmarks;

/// <summary>
/// Times workloads against each other. Every round runs one batch of each, so that whatever else the machine does falls on all of them alike.
/// </summary>
/// <param name="rounds">How many batches of each workload count.</param>
/// <param name="batchLength">How long one batch lasts at least.</param>
internal sealed class BatchTimer(int rounds, TimeSpan batchLength)
{
    private const int WarmUpPhases = 5;
    private const int CallsPerPhase = 40;
    private const int OperationsPerCall = 8;
    private const int WarmUpRounds = 2;

    // A long operation calls what it consists of often enough by itself.
    private static readonly TimeSpan LongestPhase = TimeSpan.FromMilliseconds(200);

    // The JIT optimizes in the background, twice (the first time it only counts), some time after a method was called often enough.
    private static readonly TimeSpan JitPause = TimeSpan.FromMilliseconds(150);

    public BatchTimes[] Run(IReadOnlyList<Workload> workloads, Progress progress)
    {
        int[] counts = [.. workloads.Select(Prepare)];
        double[][] times = [.. workloads.Select(_ => new double[rounds])];
        long[] bytes = [.. workloads.Select(static _ => long.MaxValue)];
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            for (int i = 0; i < workloads.Count; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                TimeSpan elapsed = Time(workloads[i], counts[i]);
                if (round >= 0)
                {
                    bytes[i] = Math.Min(bytes[i], GC.GetAllocatedBytesForCurrentThread() - before);
                    times[i][round] = elapsed.TotalNanoseconds / counts[i];
                    progress.Done(workloads[i].Name);
                }
            }
        }

        return [.. workloads.Select((workload, i) =>
            new BatchTimes(workload.Name, Quartiles.Of(times[i]).Median, times[i].Min(), (double)bytes[i] / counts[i]) { RoundNanoseconds = times[i] })];
    }

    /// <summary>Warms a workload up and finds out how many operations fill a batch.</summary>
    private int Prepare(Workload workload)
    {
        for (int phase = 0; phase < WarmUpPhases; phase++)
        {
            long start = Stopwatch.GetTimestamp();
            workload.Run(1);
            for (int call = 0; call < CallsPerPhase && Stopwatch.GetElapsedTime(start) < LongestPhase; call++)
            {
                workload.Run(OperationsPerCall);
            }

            Thread.Sleep(JitPause);
        }

        for (int count = 1; ; count *= 2)
        {
            // The fastest of three, because a run that the system interrupts would make the batches far too small.
            TimeSpan elapsed = Enumerable.Range(0, 3).Select(_ => Time(workload, count)).Min();
            if (elapsed >= batchLength)
            {
                return Math.Max(1, (int)(count * (batchLength / elapsed)));
            }
        }
    }

    private static TimeSpan Time(Workload workload, int count)
    {
        long start = Stopwatch.GetTimestamp();
        workload.Run(count);
        return Stopwatch.GetElapsedTime(start);
    }
}
