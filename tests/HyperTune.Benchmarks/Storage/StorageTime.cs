using System.Diagnostics;

namespace HyperTune.Benchmarks;

/// <summary>What trials took.</summary>
/// <param name="Trials">How many.</param>
/// <param name="Wall">The time that passed.</param>
/// <param name="Processor">The processor time of the whole process, which a busy machine changes less.</param>
internal sealed record StorageTime(int Trials, TimeSpan Wall, TimeSpan Processor)
{
    public double PerSecond => Trials / Wall.TotalSeconds;

    public double ProcessorMicroseconds => Processor.TotalMicroseconds / Trials;

    public static StorageTime Of(int trials, Action run)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        run();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        return new StorageTime(trials, wall, Environment.CpuUsage.TotalTime - processor);
    }
}
