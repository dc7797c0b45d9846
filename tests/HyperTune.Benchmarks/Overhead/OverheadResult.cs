namespace HyperTune.Benchmarks;

/// <summary>What one strategy costs at one number of earlier trials.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="History">Who made the earlier trials: <c>enqueued</c> random configs, or the strategy's <c>own</c> suggestions.</param>
/// <param name="Trials">The number of earlier trials.</param>
/// <param name="FirstMilliseconds">The processor time of the first suggestion, which takes in all earlier trials at once.</param>
/// <param name="ProcessorMilliseconds">The mean processor time of a suggestion and its result, which other programs hardly change.</param>
/// <param name="MeanMilliseconds">The mean time by the clock.</param>
/// <param name="MedianMilliseconds">The median time by the clock.</param>
/// <param name="BytesPerTrial">The memory that the strategy holds, by trial.</param>
internal sealed record OverheadResult(
    string Strategy,
    string History,
    int Trials,
    double FirstMilliseconds,
    double ProcessorMilliseconds,
    double MeanMilliseconds,
    double MedianMilliseconds,
    double BytesPerTrial);
