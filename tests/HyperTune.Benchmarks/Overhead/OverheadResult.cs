namespace HyperTune.Benchmarks;

/// <summary>What one strategy costs at one number of earlier trials.</summary>
internal sealed record OverheadResult(string Strategy, int Trials, double MeanMilliseconds, double MedianMilliseconds, double BytesPerTrial);
