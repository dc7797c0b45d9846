using System.Diagnostics;
using System.IO.Compression;
using HyperTune;

// A megabyte of the file on the command line, or of the runtime's own core library.
byte[] data = File.ReadAllBytes(args.Length > 0 ? args[0] : typeof(object).Assembly.Location);
data = data[..Math.Min(data.Length, 1 << 20)];
byte[] compressed = new byte[BrotliEncoder.GetMaxCompressedLength(data.Length)];
Console.WriteLine($"Compressing {data.Length:N0} bytes in 60 ways out of {BrotliConfig.Space.Cardinality} ...");

StudyResult<BrotliConfig, BrotliScore> result = Study.Optimize<BrotliConfig, BrotliScore>(new StudyOptions { Seed = 1 }).Run(Compress, 60);

Console.WriteLine("quality  window   ratio      MB/s");
foreach (TrialRecord<BrotliConfig, BrotliScore> trial in result.ParetoFront.OrderBy(trial => trial.Metrics.Ratio))
{
    Console.WriteLine($"{trial.Config.Quality,7}  {trial.Config.Window,6}  {trial.Metrics.Ratio,6:F3}  {trial.Metrics.MegabytesPerSecond,8:F1}");
}

Console.WriteLine($"A good compromise: {result.Knee.Config}");
Console.WriteLine($"The best ratio at 50 MB/s and more: {result.Choose(score => score.MegabytesPerSecond >= 50 ? score.Ratio : 0).Config}");

BrotliScore Compress(BrotliConfig config)
{
    long start = Stopwatch.GetTimestamp();
    if (!BrotliEncoder.TryCompress(data, compressed, out int length, config.Quality, config.Window))
    {
        throw new InvalidOperationException($"Brotli could not compress with {config}.");
    }

    double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    return new BrotliScore((double)data.Length / length, data.Length / 1e6 / seconds);
}

[SearchSpace]
public sealed partial record BrotliConfig
{
    [Uniform(0, 11)] public int Quality { get; init; } = 4;
    [Uniform(10, 24)] public int Window { get; init; } = 22;
}

[Metrics]
public readonly partial record struct BrotliScore([Maximize] double Ratio, [Maximize] double MegabytesPerSecond);
