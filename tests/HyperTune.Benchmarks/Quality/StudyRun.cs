namespace HyperTune.Benchmarks;

/// <summary>One study of one strategy on one problem.</summary>
/// <param name="Regrets">After each finished trial, the true value at the best observed trial so far minus the optimum.</param>
/// <param name="SuggestionMilliseconds">The mean time of a suggestion together with telling its result.</param>
/// <param name="FailedShare">The share of trials that failed.</param>
/// <param name="Duration">When the last trial ended; a trial takes 1 on average.</param>
internal sealed record StudyRun(double[] Regrets, double SuggestionMilliseconds, double FailedShare, double Duration)
{
    public double Final => Regrets[^1];
}
